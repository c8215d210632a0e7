import type { LocalText } from '../../src/contract/common.ts';

export interface GlossaryTerm {
  readonly id: string;
  readonly term: LocalText;
  readonly definition: LocalText;
  /** Other words a reader may know it by. */
  readonly alsoCalled?: LocalText;
}

export const GLOSSARY: readonly GlossaryTerm[] = [
  {
    id: 'programme',
    term: { fr: 'Programme', en: 'Programme' },
    definition: {
      fr: 'Le programme partenaires d’un fournisseur : ses compétences, ses règles et son calendrier.',
      en: 'A vendor’s partner programme: its competencies, rules and calendar.',
    },
  },
  {
    id: 'partner',
    term: { fr: 'Partenaire (entreprise)', en: 'Partner (company)' },
    definition: {
      fr: 'L’entreprise qui obtient les compétences. Elle a un identifiant MPN, un pays et un marché.',
      en: 'The company that attains competencies. It has an MPN id, a country and a market.',
    },
    alsoCalled: { fr: 'société partenaire', en: 'partner organisation' },
  },
  {
    id: 'user',
    term: { fr: 'Utilisateur', en: 'User' },
    definition: {
      fr: 'Le compte professionnel d’une personne dans une entreprise partenaire.',
      en: 'The work account of a person in a partner company.',
    },
  },
  {
    id: 'technical-user',
    term: { fr: 'Utilisateur technique', en: 'Technical user' },
    definition: {
      fr: 'Un utilisateur dont l’entreprise attend des qualifications.',
      en: 'A user from whom the company expects skills.',
    },
  },
  {
    id: 'learning-account',
    term: { fr: 'Compte d’apprentissage', en: 'Learning account' },
    definition: {
      fr: 'L’identité d’une personne chez un organisme d’apprentissage, par exemple Microsoft Learning ou l’Université partenaire.',
      en: 'A person’s identity at a learning provider, for example Microsoft Learning or Partner University.',
    },
    alsoCalled: {
      fr: 'compte Learn, compte Microsoft (MSA), Université des partenaires',
      en: 'Learn account, Microsoft account (MSA)',
    },
  },
  {
    id: 'mcid',
    term: { fr: 'MCID', en: 'MCID' },
    definition: {
      fr: 'Le numéro du profil de certification Microsoft. Une même personne peut en avoir plusieurs, à fusionner.',
      en: 'The number of a Microsoft certification profile. One person may have several, to be merged.',
    },
    alsoCalled: { fr: 'ID MCP', en: 'MCP id' },
  },
  {
    id: 'association',
    term: { fr: 'Association', en: 'Association' },
    definition: {
      fr: 'Le lien, fait par la personne elle-même, entre son compte d’utilisateur et un compte d’apprentissage, à partir d’une date.',
      en: 'The link, made by the person, between a user account and a learning account, from a date on.',
    },
  },
  {
    id: 'skill',
    term: { fr: 'Qualification', en: 'Skill' },
    definition: {
      fr: 'Un examen, une certification ou une évaluation du catalogue.',
      en: 'An exam, a certification or an assessment of the catalogue.',
    },
    alsoCalled: { fr: 'aptitude', en: 'achievement' },
  },
  {
    id: 'skill-record',
    term: { fr: 'Enregistrement de qualification', en: 'Skill record' },
    definition: {
      fr: 'Une qualification obtenue par une personne : date d’obtention, expiration, source.',
      en: 'A skill completed by a person: date achieved, expiry, source.',
    },
  },
  {
    id: 'competency',
    term: { fr: 'Compétence', en: 'Competency' },
    definition: {
      fr: 'Ce qu’une entreprise obtient, au niveau Silver ou Gold, par ses personnes et ses performances.',
      en: 'What a company attains, at Silver or Gold level, by its people and its performance.',
    },
  },
  {
    id: 'level',
    term: { fr: 'Niveau', en: 'Level' },
    definition: {
      fr: 'Silver ou Gold. L’un ne suppose pas toujours l’autre.',
      en: 'Silver or Gold. One does not always imply the other.',
    },
    alsoCalled: { fr: 'Argent, Or', en: '' },
  },
  {
    id: 'attainment-option',
    term: { fr: 'Option', en: 'Attainment option' },
    definition: {
      fr: 'L’une des façons d’obtenir une compétence.',
      en: 'One of the ways to attain a competency.',
    },
    alsoCalled: { fr: 'parcours', en: 'attainment path' },
  },
  {
    id: 'requirement',
    term: { fr: 'Exigence', en: 'Requirement' },
    definition: {
      fr: 'Une partie vérifiable d’une option, basée sur les compétences ou sur les performances.',
      en: 'A testable part of an option, skill-based or performance-based.',
    },
  },
  {
    id: 'seat',
    term: { fr: 'Place', en: 'Seat' },
    definition: {
      fr: 'Une place d’une exigence, tenue par une seule personne.',
      en: 'A place in a requirement, held by one person.',
    },
  },
  {
    id: 'outcome',
    term: { fr: 'Résultat', en: 'Outcome' },
    definition: {
      fr: 'Rempli, non rempli ou à déterminer, à une date donnée.',
      en: 'Met, not met or undetermined, at a given date.',
    },
  },
  {
    id: 'shortfall',
    term: { fr: 'Manque', en: 'Shortfall' },
    definition: {
      fr: 'Le nombre de places encore à pourvoir.',
      en: 'The number of seats still empty.',
    },
  },
  {
    id: 'evidence',
    term: { fr: 'Preuve', en: 'Evidence' },
    definition: {
      fr: 'Le document joint à un enregistrement : transcription, badge ou fichier.',
      en: 'The document attached to a record: transcript, badge or file.',
    },
  },
  {
    id: 'pmc',
    term: { fr: 'PMC', en: 'PMC' },
    definition: {
      fr: 'Partner Membership Center, l’outil précédent. Ses associations comptent six mois après le déplacement.',
      en: 'Partner Membership Center, the earlier tool. Its associations count for six months after the move.',
    },
  },
  {
    id: 'anniversary',
    term: { fr: 'Date anniversaire', en: 'Anniversary' },
    definition: {
      fr: 'La date de renouvellement annuel d’une adhésion active.',
      en: 'The yearly renewal date of an active membership.',
    },
  },
  {
    id: 'action-pack',
    term: { fr: 'Action Pack', en: 'Action Pack' },
    definition: {
      fr: 'L’offre d’abonnement qui ne demande aucune compétence.',
      en: 'The subscription offer that needs no competency.',
    },
    alsoCalled: { fr: 'MAPS', en: 'MAPS' },
  },
  {
    id: 'as-of',
    term: { fr: 'Date de la consultation', en: 'As-of date' },
    definition: {
      fr: 'Le jour dont parlent les pages et, si vous le choisissez, le jour jusqu’auquel les enregistrements sont pris en compte.',
      en: 'The day the pages speak of and, if you choose it, the day up to which records are taken into account.',
    },
  },
];
