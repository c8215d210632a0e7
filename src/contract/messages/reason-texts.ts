/**
 * Why a record does not count, in words: ICU messages by language and reason code, shared by the pages and by
 * the report files. Parameters are those of `ReasonParams`; days and instants are given already printed in the
 * language of the reader, competencies and levels by name; `{atMost}` is 0 where no number is the limit. `{partner}` of `associated-elsewhere` is never disclosed, so no text uses it.
 */
import type { ReasonCode } from '../../domain/evaluation/evaluation-result.ts';
import type { Locale } from '../common.ts';

export const REASON_TEXTS: Readonly<Record<Locale, Readonly<Record<ReasonCode, string>>>> = {
  fr: {
    voided: 'Enregistrement annulé le {at}.',
    'source-not-recognised':
      'Conservée, mais non prise en compte : la source « {source} » n’est pas reconnue.',
    'account-merged-away':
      'Le compte a été fusionné dans le compte {into}, qui n’est pas associé à cette personne.',
    duplicate: 'En double avec une qualification déjà prise en compte.',
    'not-yet-achieved': 'Pas encore obtenue à cette date : obtention le {on}.',
    'not-yet-employed': 'La personne n’a rejoint l’entreprise que le {on}.',
    'person-left': 'La personne a quitté l’entreprise le {on}.',
    'not-associated':
      'Le compte d’apprentissage {account} n’est pas associé. Seule la personne peut l’associer.',
    'associated-elsewhere': 'Le compte d’apprentissage est associé à une autre entreprise.',
    'association-ended': 'L’association du compte d’apprentissage a pris fin le {on}.',
    'pmc-window-over': 'Associée seulement au PMC, dont le délai de six mois a pris fin le {on}.',
    revoked: 'Révoquée le {on}.',
    expired: 'Expirée : valable jusqu’au {on}.',
    retired: 'Retirée le {on} ; elle a compté jusqu’au {countsUntil}.',
    'below-grade': 'La preuve n’a pas le niveau demandé par le programme.',
    'seat-taken':
      'La personne est déjà comptée pour {competency} ({level}), et le programme {atMost, plural, =0 {ne lui permet qu’un seul rôle} one {ne la compte que pour une compétence} other {ne la compte que pour # compétences}}.',
    'not-named': 'Aucune compétence ne demande cette qualification.',
  },
  en: {
    voided: 'Record voided on {at}.',
    'source-not-recognised': 'Kept, but does not count: the source “{source}” is not recognised.',
    'account-merged-away':
      'The account was merged into account {into}, which is not associated with this person.',
    duplicate: 'Duplicate of a skill that already counts.',
    'not-yet-achieved': 'Not yet achieved on this date: achieved on {on}.',
    'not-yet-employed': 'The person joined the company only on {on}.',
    'person-left': 'The person left the company on {on}.',
    'not-associated': 'Learning account {account} is not associated. Only the person can associate it.',
    'associated-elsewhere': 'The learning account is associated with another company.',
    'association-ended': 'The association of the learning account ended on {on}.',
    'pmc-window-over': 'Associated in PMC only, whose six-month window ended on {on}.',
    revoked: 'Revoked on {on}.',
    expired: 'Expired: valid until {on}.',
    retired: 'Retired on {on}; it counted until {countsUntil}.',
    'below-grade': 'The evidence is below the grade that the programme asks for.',
    'seat-taken':
      'The person already counts for {competency} ({level}), and the programme {atMost, plural, =0 {allows only one role} one {counts a person for one competency only} other {counts a person for # competencies at most}}.',
    'not-named': 'No competency asks for this skill.',
  },
};

/** Short names of the reasons, for filters, chips and counts. */
export const REASON_NAMES: Readonly<Record<Locale, Readonly<Record<ReasonCode, string>>>> = {
  fr: {
    voided: 'Annulée',
    'source-not-recognised': 'Source non reconnue',
    'account-merged-away': 'Compte fusionné',
    duplicate: 'En double',
    'not-yet-achieved': 'Pas encore obtenue',
    'not-yet-employed': 'Pas encore dans l’entreprise',
    'person-left': 'Personne partie',
    'not-associated': 'Compte non associé',
    'associated-elsewhere': 'Associée ailleurs',
    'association-ended': 'Association terminée',
    'pmc-window-over': 'Délai PMC écoulé',
    revoked: 'Révoquée',
    expired: 'Expirée',
    retired: 'Retirée',
    'below-grade': 'Preuve insuffisante',
    'seat-taken': 'Comptée ailleurs',
    'not-named': 'Non demandée',
  },
  en: {
    voided: 'Voided',
    'source-not-recognised': 'Source not recognised',
    'account-merged-away': 'Account merged',
    duplicate: 'Duplicate',
    'not-yet-achieved': 'Not yet achieved',
    'not-yet-employed': 'Not yet employed',
    'person-left': 'Person left',
    'not-associated': 'Account not associated',
    'associated-elsewhere': 'Associated elsewhere',
    'association-ended': 'Association ended',
    'pmc-window-over': 'PMC window over',
    revoked: 'Revoked',
    expired: 'Expired',
    retired: 'Retired',
    'below-grade': 'Evidence too weak',
    'seat-taken': 'Counted elsewhere',
    'not-named': 'Not asked for',
  },
};
