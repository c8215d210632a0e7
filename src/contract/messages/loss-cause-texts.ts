/**
 * What takes a level away on a day, in words: ICU messages by language and kind of change. `{who}` lists people,
 * `{what}` is the title of the record when there is one, `{things}` lists assets or options.
 */
import type { Locale } from '../common.ts';

export type LossCauseText =
  | 'expired'
  | 'retired'
  | 'revoked'
  | 'person-left'
  | 'association-ended'
  | 'associated-elsewhere'
  | 'pmc-window-over'
  | 'asset-ended'
  | 'rules-changed'
  | 'score-changed'
  | 'staff-grown'
  | 'people-used-elsewhere'
  | 'exemption-ended'
  /** Any other change that makes records stop counting. */
  | 'other';

export const LOSS_CAUSE_TEXTS: Readonly<Record<Locale, Readonly<Record<LossCauseText, string>>>> = {
  fr: {
    expired: '{records, plural, one {{what} de {who} expire} other {# qualifications de {who} expirent}}',
    retired:
      '{records, plural, one {{what} de {who} ne compte plus : elle est retirée} other {# qualifications de {who} ne comptent plus : elles sont retirées}}',
    revoked:
      '{records, plural, one {{what} de {who} est révoquée} other {# qualifications de {who} sont révoquées}}',
    'person-left': '{people, plural, one {{who} quitte l’entreprise} other {{who} quittent l’entreprise}}',
    'association-ended':
      '{people, plural, one {l’association de {who} prend fin} other {les associations de {who} prennent fin}}',
    'associated-elsewhere':
      '{people, plural, one {le compte de {who} est associé à une autre entreprise} other {les comptes de {who} sont associés à une autre entreprise}}',
    'pmc-window-over': 'le délai PMC prend fin pour {who}',
    'asset-ended': '{count, plural, one {fin de validité : {things}} other {fins de validité : {things}}}',
    'rules-changed': 'les exigences changent ({things})',
    'score-changed': 'les points sortent de l’intervalle demandé ({things})',
    'staff-grown':
      'l’effectif augmente, et avec lui la part à qualifier ({people, plural, one {arrivée de {who}} other {arrivées de {who}}})',
    'people-used-elsewhere': 'les personnes servent à d’autres niveaux',
    'exemption-ended': 'la dérogation prend fin',
    other:
      '{records, plural, one {{what} de {who} ne compte plus} other {# qualifications de {who} ne comptent plus}}',
  },
  en: {
    expired: '{records, plural, one {{what} of {who} expires} other {# skills of {who} expire}}',
    retired:
      '{records, plural, one {{what} of {who} no longer counts: it is retired} other {# skills of {who} no longer count: they are retired}}',
    revoked: '{records, plural, one {{what} of {who} is revoked} other {# skills of {who} are revoked}}',
    'person-left': '{people, plural, one {{who} leaves the company} other {{who} leave the company}}',
    'association-ended':
      '{people, plural, one {the association of {who} ends} other {the associations of {who} end}}',
    'associated-elsewhere':
      '{people, plural, one {the account of {who} is associated with another company} other {the accounts of {who} are associated with another company}}',
    'pmc-window-over': 'the PMC window ends for {who}',
    'asset-ended': '{count, plural, one {no longer valid: {things}} other {no longer valid: {things}}}',
    'rules-changed': 'the requirements change ({things})',
    'score-changed': 'the points leave the range that is asked for ({things})',
    'staff-grown':
      'the staff grows, and the share of it to qualify with it ({who} {people, plural, one {joins} other {join}})',
    'people-used-elsewhere': 'its people are used for other levels',
    'exemption-ended': 'the exemption ends',
    other:
      '{records, plural, one {{what} of {who} no longer counts} other {# skills of {who} no longer count}}',
  },
};

/** The end of a list that names only the first: « Anna, Bruno et 3 autres ». */
export const FURTHER_PEOPLE: Readonly<Record<Locale, string>> = {
  fr: '{count, plural, one {# autre} other {# autres}}',
  en: '{count, plural, one {# other} other {# others}}',
};
