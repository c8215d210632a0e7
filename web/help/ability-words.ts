import type { LocalText } from '../../src/contract/common.ts';
import type { Ability } from '../../src/contract/roles.ts';

/** What each ability lets a role do, in the words of the help. */
export const ABILITY_WORDS: Readonly<Record<Ability, LocalText>> = {
  'own-profile': { fr: 'voir son profil et ses qualifications', en: 'see their own profile and skills' },
  requirements: { fr: 'lire les compétences requises', en: 'read the competency requirements' },
  network: {
    fr: 'choisir parmi toutes les entreprises du programme',
    en: 'choose among all companies of the programme',
  },
  'run-network': {
    fr: 'ouvrir des entreprises, tenir les sources et leurs clés, publier des annonces',
    en: 'open companies, keep the sources and their keys, publish announcements',
  },
  'deliver-records': { fr: 'livrer des qualifications comme source', en: 'deliver skills as a source' },
  'source-settings': {
    fr: 'fixer les délais attendus de chaque source',
    en: 'set the delays to expect of each source',
  },
  'merge-accounts': {
    fr: 'fusionner les comptes d’apprentissage d’une même personne, et annuler une fusion',
    en: 'merge learning accounts of one person, and undo a merge',
  },
  catalogue: {
    fr: 'modifier, répéter et publier les règles des programmes',
    en: 'change, rehearse and publish the rules of the programmes',
  },
  cases: {
    fr: 'ouvrir et suivre les dossiers de l’entreprise auprès de l’assistance',
    en: 'open and follow the cases of the company with support',
  },
  'handle-cases': {
    fr: 'répondre aux dossiers des entreprises',
    en: 'answer the cases of companies',
  },
  'manage-directories': {
    fr: 'dire à quelle entreprise appartient un annuaire du fournisseur d’identité',
    en: 'say to which company a directory of the identity provider belongs',
  },
  provisioning: {
    en: 'send people and groups as a directory',
    fr: 'envoyer personnes et groupes comme annuaire',
  },
  overview: { fr: 'ouvrir la vue d’ensemble', en: 'open the overview' },
  competencies: { fr: 'suivre les compétences', en: 'follow the competencies' },
  'skills-report': {
    fr: 'consulter et télécharger le rapport des qualifications',
    en: 'read and download the skills report',
  },
  insights: {
    fr: 'lire et télécharger les ensembles de données, et les recevoir régulièrement',
    en: 'read and download the data sets, and receive them regularly',
  },
  'personal-data': {
    fr: 'voir les noms et les adresses des personnes',
    en: 'see the names and addresses of people',
  },
  users: { fr: 'voir les utilisateurs et leurs rôles', en: 'see the users and their roles' },
  'manage-users': {
    fr: 'ajouter, modifier, désactiver et supprimer des utilisateurs',
    en: 'add, change, disable and delete users',
  },
  plans: {
    fr: 'voir les plans de formation et où ils en sont',
    en: 'see the training plans and how far they are',
  },
  'make-plans': {
    fr: 'préparer et adopter des plans de formation',
    en: 'prepare and adopt training plans',
  },
  remind: {
    fr: 'demander aux personnes d’associer leurs comptes d’apprentissage',
    en: 'ask people to associate their learning accounts',
  },
  'ask-checks': {
    fr: 'demander aux personnes de vérifier leurs qualifications',
    en: 'ask people to check their skills',
  },
  'company-settings': {
    fr: 'régler la connexion des utilisateurs',
    en: 'decide how users sign in',
  },
  'import-users': { fr: 'importer des utilisateurs', en: 'import users' },
  'import-skills': { fr: 'importer des qualifications', en: 'import skills' },
  'import-metrics': { fr: 'importer des indicateurs', en: 'import metrics' },
  memberships: {
    fr: 'voir les adhésions, les commandes et leurs factures',
    en: 'see the memberships, the orders and their invoices',
  },
  'buy-memberships': {
    fr: 'acheter, mettre à niveau et renouveler une adhésion',
    en: 'buy, upgrade and renew a membership',
  },
  'confirm-payments': {
    fr: 'confirmer la réception des virements',
    en: 'confirm that transfers have arrived',
  },
  'give-exemptions': {
    fr: 'accorder une dérogation de durée limitée à une entreprise',
    en: 'give a company an exemption for a limited time',
  },
  'give-lasting-exemptions': {
    fr: 'accorder ou prolonger une dérogation sans limite de durée',
    en: 'give or prolong an exemption without a limit of time',
  },
  'business-profile': {
    fr: 'tenir et publier le profil commercial',
    en: 'keep and publish the business profile',
  },
  'suspend-profile': {
    fr: 'suspendre un profil commercial et le rendre visible de nouveau',
    en: 'suspend a business profile and let it be seen again',
  },
  referrals: { fr: 'suivre les demandes de clients', en: 'follow the enquiries of customers' },
  'notice-settings': {
    fr: 'choisir qui, dans l’entreprise, reçoit ses notifications, et comment',
    en: 'choose who in the company receives its notices, and how',
  },
  audit: { fr: 'consulter le journal d’audit par l’API', en: 'read the audit log through the API' },
};
