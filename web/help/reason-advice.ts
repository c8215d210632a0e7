import type { LocalText } from '../../src/contract/common.ts';
import type { Reason } from '../../src/contract/explanation.ts';

/** For each reason: what to do about it. What the reason says is in the texts of the report itself. */
export const REASON_ADVICE: Readonly<Record<Reason['code'], LocalText>> = {
  voided: {
    fr: 'La source l’a corrigé ou retiré. Cherchez la ligne qui le remplace.',
    en: 'Its source corrected or withdrew it. Look for the row that replaces it.',
  },
  'source-not-recognised': {
    fr: 'Rien à faire : seules Microsoft Learning et l’Université partenaire comptent.',
    en: 'Nothing to do: only Microsoft Learning and Partner University count.',
  },
  'account-merged-away': {
    fr: 'Le compte a été fusionné dans celui d’une autre personne. Vérifiez la fusion avec la personne concernée.',
    en: 'The account was merged into another person’s. Check the merge with the person concerned.',
  },
  duplicate: {
    fr: 'Rien à faire : la même qualification compte déjà une fois.',
    en: 'Nothing to do: the same skill counts once already.',
  },
  'not-yet-achieved': {
    fr: 'Elle est obtenue plus tard. Avancez la date du rapport.',
    en: 'It is achieved later. Move the date of the report forward.',
  },
  'not-yet-employed': {
    fr: 'La personne arrive plus tard. Vérifiez sa date d’arrivée.',
    en: 'The person joins later. Check the joining date.',
  },
  'person-left': {
    fr: 'La personne a quitté l’entreprise. Prévoyez une remplaçante ou un remplaçant.',
    en: 'The person left the company. Plan who takes over.',
  },
  'not-associated': {
    fr: 'Demandez à la personne d’associer ce compte d’apprentissage à son profil.',
    en: 'Ask the person to associate this learning account with the profile.',
  },
  'associated-elsewhere': {
    fr: 'Le compte est associé à une autre entreprise. Seule la personne peut changer cela.',
    en: 'The account is associated with another company. Only the person can change that.',
  },
  'association-ended': {
    fr: 'L’association a pris fin. Demandez à la personne de l’associer de nouveau.',
    en: 'The association ended. Ask the person to associate again.',
  },
  'pmc-window-over': {
    fr: 'Les six mois de PMC sont passés. Demandez à la personne d’associer son compte à l’Espace partenaires.',
    en: 'The six months of PMC are over. Ask the person to associate the account in Partner Center.',
  },
  revoked: {
    fr: 'La source l’a révoquée. La personne peut s’adresser à elle.',
    en: 'Its source revoked it. The person may turn to the source.',
  },
  expired: {
    fr: 'Renouvelez-la ou repassez l’examen. Le renouvellement ouvre 180 jours avant l’expiration.',
    en: 'Renew it or take the exam again. Renewal opens 180 days before the expiry.',
  },
  retired: {
    fr: 'La qualification n’existe plus. Choisissez celle qui la remplace parmi les compétences requises.',
    en: 'The skill no longer exists. Choose its successor among the requirements.',
  },
  'below-grade': {
    fr: 'La preuve ne suffit pas pour ce programme. Fournissez une transcription partagée.',
    en: 'The proof is too weak for this programme. Provide a shared transcript.',
  },
  'seat-taken': {
    fr: 'La personne est déjà retenue ailleurs. Une autre personne peut prendre ce siège.',
    en: 'The person is already used elsewhere. Somebody else may take this seat.',
  },
  'not-named': {
    fr: 'Aucune option ne la demande. Voyez les compétences requises.',
    en: 'No option asks for it. See the requirements.',
  },
};
