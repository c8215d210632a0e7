import type { TopicId } from './help-topic.ts';

export const PAGE_IDS = [
  'overview',
  'competencies',
  'competency',
  'requirements',
  'skills-report',
  'chase-list',
  'users',
  'users-report',
  'roles',
  'outbox',
  'add-user',
  'add-users',
  'sign-in-settings',
  'provisioning',
  'imports',
  'profile',
  'associate',
  'security',
  'sign-in',
  'search',
] as const;
export type PageId = (typeof PAGE_IDS)[number];

/** The `?` of each page opens this place of the help. */
export const PAGE_TOPICS: Readonly<Record<PageId, { readonly topic: TopicId; readonly anchor: string }>> = {
  overview: { topic: 'competencies', anchor: 'overview' },
  competencies: { topic: 'competencies', anchor: 'progress' },
  competency: { topic: 'competencies', anchor: 'one-competency' },
  requirements: { topic: 'attainment-paths', anchor: 'read' },
  'skills-report': { topic: 'skills-report', anchor: 'view' },
  'chase-list': { topic: 'pmc-users', anchor: 'chase' },
  users: { topic: 'users', anchor: 'list' },
  'users-report': { topic: 'users', anchor: 'report' },
  outbox: { topic: 'users', anchor: 'mails' },
  'add-user': { topic: 'users', anchor: 'add' },
  'add-users': { topic: 'users', anchor: 'add-many' },
  'sign-in-settings': { topic: 'users', anchor: 'password' },
  provisioning: { topic: 'users', anchor: 'directory' },
  roles: { topic: 'roles', anchor: 'who-may' },
  imports: { topic: 'earn', anchor: 'import' },
  profile: { topic: 'link-learning-account', anchor: 'profile' },
  associate: { topic: 'link-learning-account', anchor: 'steps' },
  security: { topic: 'roles', anchor: 'security' },
  'sign-in': { topic: 'roles', anchor: 'sign-in' },
  search: { topic: 'glossary', anchor: 'terms' },
};
