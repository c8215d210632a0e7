import type { LocalText } from '../../src/contract/common.ts';
import type { SkillsReportColumn } from '../../src/contract/skills-report.ts';

/** What each column of the skills report says, in one sentence. */
export const COLUMN_NOTES: Readonly<Record<SkillsReportColumn, LocalText>> = {
  firstName: { fr: 'Le prénom de l’utilisateur.', en: 'The user’s first name.' },
  lastName: { fr: 'Le nom de l’utilisateur.', en: 'The user’s last name.' },
  workEmail: { fr: 'L’adresse du compte professionnel.', en: 'The address of the work account.' },
  userStatus: {
    fr: 'Actif, désactivé ou parti. Une personne partie reste visible douze mois.',
    en: 'Active, disabled or left. A leaver stays visible for twelve months.',
  },
  mcid: {
    fr: 'Le compte d’apprentissage qui porte la qualification.',
    en: 'The learning account that holds the skill.',
  },
  provider: { fr: 'L’organisme d’apprentissage.', en: 'The learning provider.' },
  skillType: { fr: 'Examen, certification ou évaluation.', en: 'Exam, certification or assessment.' },
  skillId: { fr: 'Le code de la qualification.', en: 'The code of the skill.' },
  skillTitle: { fr: 'L’intitulé du catalogue.', en: 'The title of the catalogue.' },
  achievedOn: { fr: 'Le jour de l’obtention.', en: 'The day it was achieved.' },
  expiresOn: {
    fr: 'Le dernier jour de validité, donné par la source ou calculé d’après la règle du programme.',
    en: 'The last valid day, given by the source or computed by the rule of the programme.',
  },
  retiredOn: {
    fr: 'Le jour où la qualification a été retirée du catalogue.',
    en: 'The day the skill was retired from the catalogue.',
  },
  associatedInPmc: {
    fr: 'Oui si le compte d’apprentissage a été associé dans PMC.',
    en: 'Yes if the learning account was associated in PMC.',
  },
  associatedInPartnerCenter: {
    fr: 'Oui si le compte d’apprentissage est associé dans l’Espace partenaires.',
    en: 'Yes if the learning account is associated in Partner Center.',
  },
  relevantFor: {
    fr: 'Les compétences (options) dont une exigence nomme la qualification.',
    en: 'The competencies (options) with a requirement that names the skill.',
  },
  countsNow: {
    fr: 'Oui si elle compte pour au moins une option à la date choisie.',
    en: 'Yes if it counts for at least one option on the chosen date.',
  },
  reason: { fr: 'Pourquoi elle ne compte pas.', en: 'Why it does not count.' },
};
