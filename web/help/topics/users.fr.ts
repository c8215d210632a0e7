import { type HelpTopic, list, note, paragraph, steps } from '../help-topic.ts';

export const usersFr: HelpTopic = {
  title: 'Utilisateurs',
  summary: 'Faire entrer vos collègues, tenir leurs comptes à jour, les laisser partir sans rien perdre.',
  keywords: [
    'compte',
    'ajouter',
    'importer',
    'départ',
    'désactiver',
    'supprimer',
    'mot de passe',
    'PMC',
    'SCIM',
    'annuaire',
  ],
  appliesTo: 'Espace partenaires, paramètres du compte',
  sections: [
    {
      anchor: 'list',
      title: 'La liste des utilisateurs',
      blocks: [
        paragraph(
          'La page [{nav.users}](page:users) montre chaque personne, ses rôles, son compte d’apprentissage et sa dernière connexion. Ouvrez une ligne pour la modifier ; le nom est un lien, que Ctrl et un clic ouvrent dans un autre onglet.',
        ),
        paragraph(
          'Vous ne pouvez donner que les rôles que vous détenez, et agir que sur les personnes qui n’en détiennent pas d’autres. Un administrateur général peut tout donner.',
        ),
        note(
          'Il reste toujours un administrateur général actif : le dernier ne peut ni partir ni être désactivé.',
        ),
      ],
    },
    {
      anchor: 'report',
      title: 'Le rapport des utilisateurs',
      blocks: [
        paragraph(
          '[{usersReport.export}](page:users-report) donne une ligne par personne : état, rôles, dernière connexion, accès à l’Université partenaire, compte Microsoft Learning associé, son MCID et son adresse.',
        ),
        list(
          'Les mêmes lignes à l’écran et dans le fichier : XLSX, CSV ou TSV, avec vos filtres et vos colonnes.',
          'Une adresse différente de l’adresse professionnelle n’empêche rien : elle est seulement montrée.',
          'Joignez ce rapport à une demande d’assistance sur une qualification manquante.',
        ),
      ],
    },
    {
      anchor: 'departures',
      title: 'Simuler des départs',
      blocks: [
        paragraph(
          'Avant de noter un départ, la page [{departures.title}](page:departures) dit ce qu’il coûterait : choisissez une ou plusieurs personnes et le premier jour sans elles.',
        ),
        list(
          'Les niveaux perdus ce jour-là, puis ceux qui le seraient plus tôt que prévu dans les douze mois.',
          'La date à laquelle chacun serait perdu sans ces départs.',
          'Les actions dont une seule suffit à garder le niveau, et qui peut les faire.',
        ),
        paragraph('Rien n’est enregistré, et personne n’est prévenu.'),
      ],
    },
    {
      anchor: 'add',
      title: 'Ajouter une personne',
      blocks: [
        steps(
          'Ouvrez [{people.add}](page:add-user), indiquez le nom, l’adresse, la langue et, s’il y a lieu, les rôles.',
          'La personne reçoit par e-mail un lien pour choisir son mot de passe ; il vaut sept jours et ne sert qu’une fois.',
          'Le mot de passe temporaire n’est montré qu’une fois : transmettez-le vous-même si l’e-mail n’arrive pas. {people.firstSignIn.log} en garde une copie.',
        ),
        paragraph(
          'L’e-mail n’est pas arrivé ? Ouvrez la personne dans la liste : {people.send} en envoie un nouveau, et le précédent ne vaut plus.',
        ),
        paragraph(
          'L’adresse d’une personne partie reste la sienne. Si elle revient, réactivez son compte ; si l’adresse passe à quelqu’un d’autre, changez d’abord celle du compte parti.',
        ),
      ],
    },
    {
      anchor: 'add-many',
      title: 'Ajouter plusieurs personnes',
      blocks: [
        steps(
          'Déposez le fichier sur la page [{users.addFromPmc}](page:add-users), qui dit aussi ce qu’il contient.',
          'Lisez ce qui serait fait, ligne par ligne, puis appliquez.',
          'Choisissez {import.log.signIns} : ce téléchargement est le seul à contenir les mots de passe temporaires, et seulement pour la personne qui a importé, pendant 24 heures.',
        ),
        paragraph(
          'Le même fichier peut être envoyé à nouveau : rien ne change pour les personnes déjà là. Un fichier ajoute des rôles et n’en retire jamais.',
        ),
      ],
    },
    {
      anchor: 'leave',
      title: 'Départs, comptes désactivés, suppressions',
      blocks: [
        list(
          'Départ : à partir du jour indiqué, la personne ne se connecte plus et ne compte plus. Le jour peut être à venir. L’historique reste.',
          'Désactivation : la connexion et le décompte s’arrêtent tout de suite et reprennent quand le compte est réactivé.',
          'Suppression : le nom et l’adresse sont effacés pour toujours, les associations prennent fin.',
        ),
        paragraph(
          'Avant chacune de ces actions, la page montre ce qui cesserait de compter et les niveaux perdus.',
        ),
      ],
    },
    {
      anchor: 'directory',
      title: 'Utilisateurs venus de l’annuaire',
      blocks: [
        list(
          'Sous [{provisioning.title}](page:provisioning), l’entreprise crée un jeton, affiché une seule fois et limité dans le temps ; avec lui l’annuaire envoie ses personnes.',
          'Qui est désactivé par l’annuaire ne se connecte plus et ne compte plus dès cet instant. Le dernier administrateur général reste.',
          'Un groupe ne donne un rôle à ses membres que si un administrateur le décide sur cette page.',
        ),
      ],
    },
    {
      anchor: 'password',
      title: 'Connexion et mots de passe',
      blocks: [
        list(
          'Un mot de passe a au moins douze caractères ; une phrase convient très bien.',
          'Le nom d’utilisateur est l’e-mail professionnel. Pour le changer, ouvrez la personne, choisissez {people.edit} et corrigez l’adresse : historique et associations restent.',
          '{people.reset} : l’ancien mot de passe ne vaut plus, les sessions se ferment, un mot de passe temporaire est montré une fois.',
          '{password.forgotten} : le lien de la page de connexion envoie un e-mail si l’entreprise le permet, sous [{signInSettings.title}](page:sign-in-settings).',
        ),
        paragraph(
          '{idp.title} : sur la même page, l’administrateur général ajoute le fournisseur de comptes professionnels de l’entreprise, puis enregistre l’adresse de redirection chez lui. Une adresse e-mail seule n’ouvre aucun compte : chacun lie le sien, ou le reçoit avec son lien de première connexion.',
        ),
      ],
    },
    {
      anchor: 'mails',
      title: 'Les e-mails envoyés',
      blocks: [
        paragraph(
          'La page [{outbox.title.mails}](page:outbox) montre chaque e-mail de l’entreprise avec son état. Un e-mail qui n’est pas parti porte la réponse du serveur ; il est réessayé pendant environ un jour, ou tout de suite avec {outbox.again}.',
        ),
        paragraph(
          'Le contenu n’est pas conservé une fois l’e-mail parti. Seule une démonstration le garde, pour qu’on puisse le lire.',
        ),
      ],
    },
  ],
  nextSteps: ['[{people.add}](page:add-user)', '[Voir qui détient quel rôle](page:roles)'],
};
