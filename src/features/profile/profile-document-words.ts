import type { LearningProvider } from '../../contract/associations.ts';
import type { Locale } from '../../contract/common.ts';
import { withElision } from '../../contract/messages/french-elision.ts';

interface ProfileDocumentWords {
  readonly title: (name: string) => string;
  readonly made: (instant: string) => string;
  readonly person: string;
  readonly name: string;
  readonly workEmail: string;
  readonly company: string;
  readonly mpnId: string;
  readonly partnerUniversity: string;
  readonly since: (day: string) => string;
  readonly no: string;
  readonly purposes: Readonly<Record<LearningProvider, string>>;
  readonly state: string;
  readonly states: Readonly<Record<'associated' | 'only-pmc' | 'not-associated', string>>;
  readonly account: Readonly<Record<LearningProvider, string>>;
  readonly associatedSince: string;
  readonly accountEmail: string;
  readonly emailUnknown: string;
  readonly otherEmail: (email: string) => string;
  readonly note: string;
  /** Name of the file, without its ending. */
  readonly fileStem: (name: string, day: string) => string;
}

/** The words of the document that a person makes of the own profile. */
export const PROFILE_DOCUMENT_WORDS: Readonly<Record<Locale, ProfileDocumentWords>> = {
  fr: {
    title: (person) => withElision({ person }, ({ person }) => `Profil de ${person}`),
    made: (instant) => `Établi le ${instant}`,
    person: 'Compte professionnel',
    name: 'Nom',
    workEmail: 'E-mail professionnel',
    company: 'Entreprise',
    mpnId: 'Identifiant MPN',
    partnerUniversity: 'Accès à l’Université partenaire',
    since: (day) => `Oui, depuis le ${day}`,
    no: 'Non',
    purposes: {
      'microsoft-learning': 'Examens et certifications Microsoft',
      'partner-university': 'Formations et évaluations Microsoft',
    },
    state: 'État',
    states: {
      associated: 'Compte associé',
      'only-pmc': 'Associé au PMC seulement',
      'not-associated': 'Aucun compte associé',
    },
    account: { 'microsoft-learning': 'MCID', 'partner-university': 'Compte Université partenaire' },
    associatedSince: 'Associé depuis le',
    accountEmail: 'E-mail du compte',
    emailUnknown: 'Non communiqué par le compte',
    otherEmail: (email) => `${email} (différent de l’e-mail professionnel)`,
    note: 'Document établi par Jalon à la demande de la personne, d’après ce qui était connu à cet instant.',
    fileStem: (name, day) => `Profil ${name} ${day}`,
  },
  en: {
    title: (name) => `Profile of ${name}`,
    made: (instant) => `Made on ${instant}`,
    person: 'Work account',
    name: 'Name',
    workEmail: 'Work e-mail',
    company: 'Company',
    mpnId: 'MPN ID',
    partnerUniversity: 'Partner University access',
    since: (day) => `Yes, since ${day}`,
    no: 'No',
    purposes: {
      'microsoft-learning': 'Microsoft exams and certifications',
      'partner-university': 'Microsoft training and assessments',
    },
    state: 'State',
    states: {
      associated: 'Account associated',
      'only-pmc': 'Associated in PMC only',
      'not-associated': 'No account associated',
    },
    account: { 'microsoft-learning': 'MCID', 'partner-university': 'Partner University account' },
    associatedSince: 'Associated since',
    accountEmail: 'E-mail of the account',
    emailUnknown: 'Not told by the account',
    otherEmail: (email) => `${email} (not the work e-mail)`,
    note: 'Made by Jalon at the request of the person, from what was known at that instant.',
    fileStem: (name, day) => `Profile ${name} ${day}`,
  },
};
