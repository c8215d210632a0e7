import type { Ability } from '../../src/contract/roles.ts';

export const TOPIC_IDS = [
  'skills-report',
  'performance-report',
  'competencies',
  'attainment-paths',
  'earn',
  'associate-achievements',
  'link-learning-account',
  'one-company',
  'upgrade-membership',
  'maintain-membership',
  'plan-training',
  'achievement-override',
  'users',
  'pmc-users',
  'data-sets',
  'referrals',
  'join',
  'run-network',
  'support-cases',
  'roles',
  'troubleshooting',
  'glossary',
] as const;
export type TopicId = (typeof TOPIC_IDS)[number];

/**
 * Text with three marks only: `**strong**`, `{message.id}` and `[label](target)`. Words that stand on a screen are
 * written by the id of their message, so that the help always says what the reader sees. A target is
 * `topic#anchor`, `topic` or `page:<page id>`; the test of the help follows every one of them.
 */
export type HelpText = string;

/** Parts that are made from the product's own data, so that they cannot grow old. */
export type GeneratedPart = 'attainment-paths' | 'report-columns' | 'reasons' | 'roles' | 'glossary';

export type HelpBlock =
  | { readonly kind: 'paragraph'; readonly text: HelpText }
  | { readonly kind: 'note'; readonly text: HelpText }
  | { readonly kind: 'list'; readonly items: readonly HelpText[] }
  | { readonly kind: 'steps'; readonly items: readonly HelpText[] }
  | { readonly kind: 'generated'; readonly part: GeneratedPart };

export interface HelpSection {
  /** The same in both languages, never changed once published. */
  readonly anchor: string;
  readonly title: string;
  readonly blocks: readonly HelpBlock[];
}

export interface HelpTopic {
  readonly title: string;
  readonly summary: string;
  /** Words a reader may type, beyond those of the titles. */
  readonly keywords: readonly string[];
  readonly appliesTo: string;
  readonly sections: readonly HelpSection[];
  readonly nextSteps: readonly HelpText[];
}

/** What a topic has whatever the language. */
export interface HelpTopicFrame {
  /** The roles it serves are those with this ability; `everyone` for every signed-in user. */
  readonly ability: Ability | 'everyone';
  /** `YYYY-MM-DD` */
  readonly changedOn: string;
  readonly related: readonly TopicId[];
}

export const TOPIC_FRAMES: Readonly<Record<TopicId, HelpTopicFrame>> = {
  'skills-report': {
    ability: 'skills-report',
    changedOn: '2026-11-22',
    related: ['competencies', 'attainment-paths', 'troubleshooting', 'roles'],
  },
  'performance-report': {
    ability: 'skills-report',
    changedOn: '2026-11-22',
    related: ['competencies', 'skills-report', 'attainment-paths'],
  },
  competencies: {
    ability: 'competencies',
    changedOn: '2026-11-21',
    related: ['attainment-paths', 'earn', 'skills-report'],
  },
  'attainment-paths': { ability: 'everyone', changedOn: '2026-11-21', related: ['competencies', 'earn'] },
  earn: {
    ability: 'everyone',
    changedOn: '2026-11-21',
    related: ['competencies', 'skills-report', 'glossary'],
  },
  'associate-achievements': {
    ability: 'everyone',
    changedOn: '2026-11-21',
    related: ['link-learning-account', 'one-company', 'earn'],
  },
  'link-learning-account': {
    ability: 'everyone',
    changedOn: '2026-11-21',
    related: ['associate-achievements', 'one-company', 'roles'],
  },
  'one-company': {
    ability: 'everyone',
    changedOn: '2026-11-21',
    related: ['link-learning-account', 'associate-achievements', 'skills-report'],
  },
  'upgrade-membership': {
    ability: 'memberships',
    changedOn: '2026-11-21',
    related: ['maintain-membership', 'competencies', 'attainment-paths'],
  },
  'maintain-membership': {
    ability: 'memberships',
    changedOn: '2026-11-21',
    related: ['upgrade-membership', 'skills-report', 'competencies'],
  },
  'plan-training': {
    ability: 'plans',
    changedOn: '2026-11-22',
    related: ['maintain-membership', 'competencies', 'attainment-paths'],
  },
  'achievement-override': {
    ability: 'competencies',
    changedOn: '2026-11-21',
    related: ['maintain-membership', 'competencies', 'roles'],
  },
  users: { ability: 'users', changedOn: '2026-11-21', related: ['roles', 'earn', 'skills-report'] },
  'data-sets': { ability: 'insights', changedOn: '2026-11-22', related: ['skills-report', 'users', 'roles'] },
  'pmc-users': {
    ability: 'skills-report',
    changedOn: '2026-11-21',
    related: ['users', 'skills-report', 'earn'],
  },
  'support-cases': {
    ability: 'everyone',
    changedOn: '2026-11-22',
    related: ['link-learning-account', 'skills-report', 'roles'],
  },
  referrals: {
    ability: 'referrals',
    changedOn: '2026-11-21',
    related: ['competencies', 'roles', 'earn'],
  },
  join: { ability: 'everyone', changedOn: '2026-11-22', related: ['users', 'competencies', 'roles'] },
  'run-network': {
    ability: 'network',
    changedOn: '2026-11-22',
    related: ['join', 'maintain-membership', 'roles'],
  },
  roles: { ability: 'everyone', changedOn: '2026-11-21', related: ['skills-report', 'earn'] },
  troubleshooting: {
    ability: 'everyone',
    changedOn: '2026-11-22',
    related: ['skills-report', 'link-learning-account', 'one-company', 'pmc-users'],
  },
  glossary: { ability: 'everyone', changedOn: '2026-11-21', related: ['competencies', 'skills-report'] },
};

export const paragraph = (text: HelpText): HelpBlock => ({ kind: 'paragraph', text });
export const note = (text: HelpText): HelpBlock => ({ kind: 'note', text });
export const list = (...items: HelpText[]): HelpBlock => ({ kind: 'list', items });
export const steps = (...items: HelpText[]): HelpBlock => ({ kind: 'steps', items });
export const generated = (part: GeneratedPart): HelpBlock => ({ kind: 'generated', part });
