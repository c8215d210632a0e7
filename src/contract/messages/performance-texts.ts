/** Words of the performance report in both languages, shared by the page and by the file. */
import type { Predicate } from '../../domain/catalogue/catalogue.ts';
import type { Outcome } from '../../domain/evaluation/evaluation-result.ts';
import type { Locale, LocalText } from '../common.ts';
import type { LineBasis } from '../performance-report.ts';
import type { Labels } from './labels.ts';

export const BASIS_LABELS: Labels<LineBasis> = {
  fr: {
    skills: 'Basé sur les compétences',
    performance: 'Basé sur les performances',
    score: 'Score',
    company: 'Élément de l’entreprise',
  },
  en: {
    skills: 'Skill-based',
    performance: 'Performance-based',
    score: 'Score',
    company: 'What the company has',
  },
};

export const OUTCOME_LABELS: Labels<Outcome> = {
  fr: { met: 'Rempli', unmet: 'Non rempli', undetermined: 'À déterminer' },
  en: { met: 'Met', unmet: 'Not met', undetermined: 'Undetermined' },
};

export const PERFORMANCE_HEADERS = {
  competency: { fr: 'Compétence', en: 'Competency' },
  option: { fr: 'Option', en: 'Option' },
  basis: { fr: 'Nature', en: 'Basis' },
  title: { fr: 'Métrique ou exigence', en: 'Metric or requirement' },
  unit: { fr: 'Unité', en: 'Unit' },
  have: { fr: 'À cette date', en: 'On the day' },
  trailing: { fr: 'Apport sur 12 mois', en: 'Contributed in 12 months' },
  anniversaryYear: { fr: "Apport sur l'année d'anniversaire", en: 'Contributed in the anniversary year' },
  oneOf: { fr: 'Au choix', en: 'One of several' },
  month: { fr: 'Mois', en: 'Month' },
  contribution: { fr: 'Apport du mois', en: 'Contribution of the month' },
  trailingAt: { fr: 'Cumul sur 12 mois', en: 'Twelve months to its end' },
  anniversaryAt: { fr: "Cumul de l'année d'anniversaire", en: 'Anniversary year to its end' },
} as const satisfies Readonly<Record<string, LocalText>>;

export const LEVEL_HEADERS = {
  need: { fr: '{level} : seuil', en: '{level}: threshold' },
  outcome: { fr: '{level} : état', en: '{level}: state' },
  shortfall: { fr: '{level} : manque', en: '{level}: missing' },
} as const satisfies Readonly<Record<string, LocalText>>;

export const PEOPLE_UNIT: LocalText = { fr: 'personnes', en: 'people' };
export const POINTS_UNIT: LocalText = { fr: 'points', en: 'points' };

const WORDS = {
  fr: {
    people: 'Personnes avec {holds}',
    ofWhich: 'Parmi elles, personnes avec en plus {holds}',
    percent: '{percent} % de l’effectif avec {holds}',
    group: '{group} : {holds}',
    attained: 'Déjà obtenu : {levels}',
    assets: 'Éléments de l’entreprise : {assets}',
    and: ' et ',
    or: ' ou ',
  },
  en: {
    people: 'People with {holds}',
    ofWhich: 'Among them, people who also have {holds}',
    percent: '{percent}% of the staff with {holds}',
    group: '{group}: {holds}',
    attained: 'Already attained: {levels}',
    assets: 'What the company has: {assets}',
    and: ' and ',
    or: ' or ',
  },
} as const;

export const SCORE_TITLE: LocalText = { fr: 'Score total', en: 'Total score' };

/** A predicate as a phrase: brackets only where "and" and "or" meet. */
function phrase(predicate: Predicate, nameOf: (skill: string) => string, locale: Locale): string {
  if (predicate.kind === 'holds') return nameOf(predicate.skill);
  const parts = predicate.of.map((part) => {
    const text = phrase(part, nameOf, locale);
    const mixed = part.kind !== 'holds' && part.kind !== predicate.kind && part.of.length > 1;
    return mixed && predicate.of.length > 1 ? `(${text})` : text;
  });
  return parts.join(WORDS[locale][predicate.kind === 'any-of' ? 'or' : 'and']);
}

function filled(text: string, values: Readonly<Record<string, string>>): string {
  return text.replace(/\{(\w+)\}/g, (_, name: string) => values[name] ?? '');
}

interface PeopleRule {
  readonly holds: Predicate;
  readonly also: Predicate | null;
  readonly percent: number | null;
  readonly group: LocalText | null;
}

/** What is asked of people, in one sentence. */
export function peopleTitle(rule: PeopleRule, nameOf: (skill: string) => string): LocalText {
  const title = (locale: Locale) => {
    const words = WORDS[locale];
    const holds = phrase(rule.also ?? rule.holds, nameOf, locale);
    const pattern = rule.also !== null ? words.ofWhich : rule.percent !== null ? words.percent : words.people;
    const text = filled(pattern, { holds, percent: String(rule.percent ?? '') });
    return rule.group === null ? text : filled(words.group, { group: rule.group[locale], holds: text });
  };
  return { fr: title('fr'), en: title('en') };
}

/** Several named things of which one is enough, or which are counted. */
export function listTitle(kind: 'attained' | 'assets', names: readonly LocalText[]): LocalText {
  const title = (locale: Locale) => {
    const all = names.map((name) => name[locale]).join(kind === 'attained' ? WORDS[locale].or : ', ');
    return filled(WORDS[locale][kind], { levels: all, assets: all });
  };
  return { fr: title('fr'), en: title('en') };
}

export function levelHeader(header: LocalText, level: LocalText, locale: Locale): string {
  return filled(header[locale], { level: level[locale] });
}
