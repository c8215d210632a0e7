/** Words of the change log in both languages, shared by the page and by the file. */
import type { LevelCause } from '../../domain/change-log/level-changes.ts';
import type { ChangeCause, SkillChangeKind } from '../../domain/change-log/skill-changes.ts';
import type { ChangeColumn } from '../changes.ts';
import type { Locale, LocalText } from '../common.ts';
import type { Labels } from './labels.ts';

export const CHANGE_LABELS: Labels<SkillChangeKind> = {
  fr: {
    gained: 'Prise en compte',
    lost: 'N’est plus prise en compte',
    listed: 'Nouvelle, non prise en compte',
    gone: 'N’est plus listée',
    'other-reason': 'Autre motif',
  },
  en: {
    gained: 'Counts now',
    lost: 'No longer counts',
    listed: 'New, does not count',
    gone: 'No longer listed',
    'other-reason': 'Another reason',
  },
};

/** `{day}` is when it was achieved, `{reason}` the sentence of the reason. */
const CAUSE_TEXTS: Readonly<Record<Locale, Readonly<Record<ChangeCause, string>>>> = {
  fr: {
    achieved: 'Obtenue le {day}.',
    recorded: 'Obtenue le {day}, connue depuis.',
    'person-joined': 'La personne a rejoint l’entreprise.',
    'reason-over': 'Ne vaut plus\u202F: {reason}',
    reason: '{reason}',
    'not-listed': 'Ne figure plus dans le rapport.',
  },
  en: {
    achieved: 'Achieved on {day}.',
    recorded: 'Achieved on {day}, known since.',
    'person-joined': 'The person has joined the company.',
    'reason-over': 'No longer true: {reason}',
    reason: '{reason}',
    'not-listed': 'No longer in the report.',
  },
};

/** Why a skill is another than it was, with the day and the reason as the language writes them. */
export function changeCauseSentence(
  cause: ChangeCause,
  locale: Locale,
  { day, reason }: { readonly day: string; readonly reason: string },
): string {
  return CAUSE_TEXTS[locale][cause].replace('{day}', () => day).replace('{reason}', () => reason);
}

export const LEVEL_CAUSE_LABELS: Labels<LevelCause> = {
  fr: {
    people: 'qualifications des personnes',
    figures: 'chiffres de performance',
    assets: 'éléments de l’entreprise',
    staff: 'part de l’effectif',
    'other-levels': 'autres niveaux',
    rules: 'règles',
    exemption: 'dérogation',
  },
  en: {
    people: 'people’s skills',
    figures: 'performance figures',
    assets: 'what the company has',
    staff: 'share of the staff',
    'other-levels': 'other levels',
    rules: 'rules',
    exemption: 'exemption',
  },
};

/** Files are written with plain apostrophes, screens with those of the language. */
export const CHANGE_HEADERS: Readonly<Record<ChangeColumn, LocalText>> = {
  change: { en: 'Change', fr: 'Changement' },
  firstName: { en: 'First name', fr: 'Prénom' },
  lastName: { en: 'Last name', fr: 'Nom' },
  workEmail: { en: 'Work e-mail', fr: 'E-mail professionnel' },
  skillId: { en: 'Skill ID', fr: 'ID de la qualification' },
  skillTitle: { en: 'Skill title', fr: 'Intitulé de la qualification' },
  achievedOn: { en: 'Achieved on', fr: "Date d'obtention" },
  cause: { en: 'Why', fr: 'Pourquoi' },
  relevantFor: {
    en: 'Relevant for competencies (option) or programs',
    fr: 'Pertinent pour des compétences (Option) ou des programmes',
  },
};
