import type { LocalText } from '../../src/contract/common.ts';
import type { Reason } from '../../src/contract/explanation.ts';

/** For each reason: what to do about it. What the reason says is in the texts of the report itself. */
export const REASON_ADVICE: Readonly<Record<Reason['code'], LocalText>> = {
  voided: {
    fr: 'La source a corrigé ou retiré l’enregistrement. Cherchez la ligne qui le remplace.',
    en: 'Its source corrected or withdrew it. Look for the row that replaces it.',
  },
  'source-not-recognised': {
    fr: 'Rien à faire : seules Microsoft Learning et l’Université partenaire comptent.',
    en: 'Nothing to do: only Microsoft Learning and Partner University count.',
  },
  'account-merged-away': {
    fr: 'Vérifiez la fusion avec la personne, puis demandez-lui d’associer le compte qui reste.',
    en: 'Check the merge with the person, then ask that the remaining account be associated.',
  },
  duplicate: {
    fr: 'Rien à faire : la même qualification compte déjà une fois.',
    en: 'Nothing to do: the same skill counts once already.',
  },
  'not-yet-achieved': {
    fr: 'Choisissez une date de consultation plus tardive.',
    en: 'Choose a later as-of date.',
  },
  'not-yet-employed': {
    fr: 'Vérifiez sa date d’arrivée.',
    en: 'Check the joining date.',
  },
  'person-left': {
    fr: 'Prévoyez qui prendra la relève.',
    en: 'Plan who takes over.',
  },
  'not-associated': {
    fr: 'Demandez à la personne d’associer ce compte d’apprentissage à son profil.',
    en: 'Ask the person to associate this learning account with the profile.',
  },
  'associated-elsewhere': {
    fr: 'Seule la personne peut changer cela.',
    en: 'Only the person can change that.',
  },
  'association-ended': {
    fr: 'Demandez à la personne d’associer de nouveau son compte.',
    en: 'Ask the person to associate the account again.',
  },
  'pmc-window-over': {
    fr: 'Demandez à la personne d’associer son compte à l’Espace partenaires.',
    en: 'Ask the person to associate the account in Partner Center.',
  },
  revoked: {
    fr: 'La personne peut s’adresser à la source qui l’a révoquée.',
    en: 'The person may turn to the source that revoked it.',
  },
  expired: {
    fr: 'Renouvelez-la ou repassez l’examen. Le renouvellement ouvre 180 jours avant l’expiration.',
    en: 'Renew it or take the exam again. Renewal opens 180 days before the expiry.',
  },
  retired: {
    fr: 'Choisissez celle qui la remplace parmi les compétences requises.',
    en: 'Choose its successor among the competency requirements.',
  },
  'below-grade': {
    fr: 'Fournissez une transcription partagée.',
    en: 'Provide a shared transcript.',
  },
  'seat-taken': {
    fr: 'Une autre personne peut prendre cette place.',
    en: 'Somebody else may take this seat.',
  },
  'not-named': {
    fr: 'Les compétences requises disent lesquelles comptent.',
    en: 'The competency requirements say which ones count.',
  },
};
