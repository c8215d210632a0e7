/** What the data sets and their columns hold: for the page, the description of the feed and the files. */
import type { LifecycleState } from '../../domain/membership/lifecycle.ts';
import type { LocalText } from '../common.ts';
import type { DataSetName } from '../data-sets.ts';
import type { Labels } from './labels.ts';

export const LIFECYCLE_STATE_LABELS: Labels<LifecycleState> = {
  en: {
    started: 'Started',
    qualified: 'Qualified',
    active: 'Active',
    'at-risk': 'At risk',
    'in-grace': 'In grace',
    lapsed: 'Lapsed',
  },
  fr: {
    started: 'Commencé',
    qualified: 'Qualifié',
    active: 'Actif',
    'at-risk': 'À risque',
    'in-grace': 'En sursis',
    lapsed: 'Perdu',
  },
};

interface DataSetTexts {
  readonly title: LocalText;
  readonly about: LocalText;
  readonly columns: Readonly<Record<string, LocalText>>;
}

const COMPETENCY_NAME: LocalText = { en: 'Name of the competency.', fr: 'Nom de la compétence.' };

export const DATA_SET_TEXTS: Readonly<Record<DataSetName, DataSetTexts>> = {
  TrainingCompletions: {
    title: { en: 'Training completions', fr: 'Formations achevées' },
    about: {
      en: 'One row for each exam, certification or assessment that somebody of the company has completed, whether it counts or not. The downloaded file can be imported again.',
      fr: 'Une ligne par examen, certification ou évaluation qu’une personne de l’entreprise a achevé, que cela compte ou non. Le fichier téléchargé peut être importé de nouveau.',
    },
    columns: {
      TrainingActivityId: {
        en: 'Code of the exam, else the id of the skill.',
        fr: 'Code de l’examen, sinon identifiant de la qualification.',
      },
      TrainingTitle: { en: 'Title of the skill.', fr: 'Intitulé de la qualification.' },
      TrainingType: {
        en: 'Exam, Certification, Assessment, Credential or Other.',
        fr: 'Exam, Certification, Assessment, Credential ou Other.',
      },
      AADUserId: {
        en: 'Id of the user account: always the same for one person, and says nothing about them.',
        fr: 'Identifiant du compte d’utilisateur : toujours le même pour une personne, il ne dit rien d’elle.',
      },
      TrainingCompletionDate: {
        en: 'Day on which it was completed.',
        fr: 'Jour où la formation a été achevée.',
      },
      Month: { en: 'Month of that day, as in Nov-24.', fr: 'Mois de ce jour, comme dans Nov-24.' },
      IcMCP: {
        en: '1 when a Microsoft Learning account is known, else 0.',
        fr: '1 quand un compte Microsoft Learning est connu, sinon 0.',
      },
      MCPID: {
        en: 'The Microsoft Learning account (MCID). Who may not see names reads a code in its place.',
        fr: 'Le compte Microsoft Learning (MCID). Qui ne peut pas voir les noms lit un code à sa place.',
      },
      MPNId: {
        en: 'Id of the company in the programme.',
        fr: 'Identifiant de l’entreprise dans le programme.',
      },
      PartnerName: { en: 'Name of the company.', fr: 'Nom de l’entreprise.' },
      PartnerCityLocation: {
        en: 'City of the person’s location.',
        fr: 'Ville du site de la personne.',
      },
      PartnerCountryLocation: {
        en: 'Country of the person’s location, else of the company; its English name.',
        fr: 'Pays du site de la personne, sinon de l’entreprise ; son nom anglais.',
      },
      IndividualFirstName: { en: 'First name.', fr: 'Prénom.' },
      IndividualLastName: { en: 'Last name.', fr: 'Nom.' },
      Email: { en: 'E-mail of the learning account.', fr: 'E-mail du compte d’apprentissage.' },
      CorpEmail: { en: 'Work e-mail.', fr: 'E-mail professionnel.' },
      ExpirationDate: {
        en: 'Last valid day, where the source gave one. The skills report also tells the days that rules compute.',
        fr: 'Dernier jour de validité, si la source l’a donné. Le rapport des qualifications dit aussi ceux que les règles calculent.',
      },
      ActivationStatus: {
        en: 'Active, Retired, Expired, Revoked, or Unverified when only a file of the company says so.',
        fr: 'Active, Retired, Expired, Revoked, ou Unverified quand seul un fichier de l’entreprise le dit.',
      },
    },
  },
  CompetencySummaryHistory: {
    title: { en: 'Competency history', fr: 'Historique des compétences' },
    about: {
      en: 'One row for each time a level of a competency was in one state: since when, and until when.',
      fr: 'Une ligne pour chaque période où un niveau d’une compétence est resté dans un même état : depuis quand, et jusqu’à quand.',
    },
    columns: {
      CompetencyName: COMPETENCY_NAME,
      CompetencyLevel: { en: 'Level.', fr: 'Niveau.' },
      CompetencyStatus: {
        en: 'Started, Qualified, Active, At risk, In grace or Lapsed.',
        fr: 'Commencé, Qualifié, Actif, À risque, En sursis ou Perdu.',
      },
      CompetencyStartDate: {
        en: 'First day in this state. Empty: it was so already on the first day that is told, two years back or when the first membership began.',
        fr: 'Premier jour dans cet état. Vide : il l’était déjà le premier jour raconté, il y a deux ans ou au début de la première adhésion.',
      },
      CompetencyEndDate: {
        en: 'Day from which it was in another state. Empty: it still is in this one.',
        fr: 'Jour à partir duquel il a été dans un autre état. Vide : il est toujours dans celui-ci.',
      },
    },
  },
  CompetencyPeformanceRequirement: {
    title: { en: 'Performance requirements', fr: 'Conditions basées sur les performances' },
    about: {
      en: 'For each option, metric and month: what was reported, the sums, and the thresholds of the rules in force in that month. The published columns have no room for requirements about people: they are in the other reports.',
      fr: 'Par option, indicateur et mois : ce qui a été déclaré, les sommes, et les seuils des règles en vigueur ce mois-là. Les colonnes publiées n’ont pas de place pour les conditions sur les personnes : elles sont dans les autres rapports.',
    },
    columns: {
      CompetencyName: COMPETENCY_NAME,
      CompetencyAttainmentOptionName: {
        en: 'Name of the attainment option; empty for the only one of its time.',
        fr: 'Nom de l’option ; vide pour la seule de son temps.',
      },
      Month: { en: 'Month, as in 2018-05.', fr: 'Mois, comme dans 2018-05.' },
      MetricName: { en: 'Name of the metric.', fr: 'Nom de l’indicateur.' },
      MetricMonthlyContribution: {
        en: 'What was reported for the month and counts; empty when nothing was reported.',
        fr: 'Ce qui a été déclaré pour le mois et compte ; vide si rien n’a été déclaré.',
      },
      TTMAggregate: {
        en: 'Sum of the twelve months that end with this one, as far as they were reported.',
        fr: 'Somme des douze mois qui finissent par celui-ci, pour autant qu’ils aient été déclarés.',
      },
      AnniversaryYearAggregate: {
        en: 'Sum of the membership year up to this month; empty before the first membership.',
        fr: 'Somme de l’année d’adhésion jusqu’à ce mois ; vide avant la première adhésion.',
      },
      GoldThreshold: {
        en: 'What gold needed in that month; empty when it needed nothing of this metric.',
        fr: 'Ce que l’or demandait ce mois-là ; vide s’il ne demandait rien de cet indicateur.',
      },
      SilverThreshold: {
        en: 'What silver needed in that month; empty when it needed nothing of this metric.',
        fr: 'Ce que l’argent demandait ce mois-là ; vide s’il ne demandait rien de cet indicateur.',
      },
    },
  },
};
