/** Rejoindre le programme, et les entreprises du réseau pour l’opérateur. */
export const joining = {
  'join.now': 'Joindre maintenant',
  'join.notEnrolled':
    '{company} n’est pas encore inscrite au programme : ce que montrent ces pages est indicatif et ne lui donne aucun niveau.',
  'join.title': 'Rejoindre le programme',
  'join.lead':
    'Indiquez l’entreprise et la personne qui l’administrera. L’opérateur du programme examine chaque demande, sauf s’il a choisi d’accueillir les entreprises aussitôt.',
  'join.own.lead':
    'Vérifiez les données de votre entreprise et acceptez les conditions. L’opérateur du programme examine chaque demande, sauf s’il a choisi d’accueillir les entreprises aussitôt.',
  'join.legalName': 'Raison sociale',
  'join.company': 'L’entreprise',
  'join.admin': 'Premier administrateur général',
  'join.admin.text':
    'Cette personne reçoit un lien par e-mail dès que l’entreprise est acceptée, et ajoute ensuite les autres.',
  'join.terms': 'Conditions de participation',
  'join.terms.one': 'Les données saisies sont exactes, et vous êtes habilité à engager l’entreprise.',
  'join.terms.two':
    'Les qualifications des personnes qui associent leur compte d’apprentissage à l’entreprise sont comptées pour elle tant que dure l’association.',
  'join.terms.three':
    'L’opérateur du programme peut consulter les données de l’entreprise ; chaque consultation est notée dans son journal.',
  'join.terms.accept': 'L’entreprise accepte ces conditions',
  'join.terms.missing': 'Sans accord avec les conditions, la demande ne peut pas être envoyée.',
  'join.send': 'Envoyer la demande',
  'join.sent.title': 'Demande reçue',
  'join.sent.text':
    'Si l’entreprise est acceptée, son premier administrateur reçoit un e-mail avec un lien de connexion. Envoyer la même demande une seconde fois ne change rien.',
  'join.failed':
    'La demande n’a pas été envoyée ; ce que vous avez saisi est toujours là. Réessayez dans un instant.',
  'join.tooMany':
    'Trop de demandes depuis cette adresse. Ce que vous avez saisi est toujours là : réessayez dans quelques minutes.',
  'join.waiting': 'Demande envoyée le {at}. L’opérateur du programme ne s’est pas encore prononcé.',
  'join.refused': 'Demande refusée le {at} : {reason} Vous pouvez en envoyer une autre.',
  'join.enrolled': 'Votre entreprise participe au programme.',
  'join.enrolled.next': 'Voir les compétences',
  'join.signIn': 'Votre entreprise a déjà un compte ? Connectez-vous.',
  'join.fromSignIn': 'Votre entreprise n’est pas encore inscrite ? Joindre maintenant',
  'join.noRight': 'Seuls les administrateurs de votre entreprise peuvent demander à participer.',
  'companies.title': 'Entreprises du réseau',
  'companies.lead':
    'Trouver une entreprise, en ouvrir une, l’inscrire au programme, et répondre à celles qui demandent à participer.',
  'companies.tab.all': 'Entreprises',
  'companies.tab.requests': 'Demandes ({count, number})',
  'companies.search': 'Chercher un nom, un identifiant, un numéro MPN',
  'companies.filter': 'Participation',
  'companies.filter.all': 'Toutes les entreprises',
  'companies.filter.yes': 'Participent',
  'companies.filter.no': 'Ne participent pas',
  'companies.count': '{count, plural, =0 {Aucune entreprise} one {# entreprise} other {# entreprises}}',
  'companies.none': 'Aucune entreprise ne correspond',
  'companies.name': 'Nom',
  'companies.mpn': 'Numéro MPN',
  'companies.country': 'Pays',
  'companies.programmes': 'Participe à',
  'companies.notEnrolled': 'aucun',
  'companies.users': 'Comptes',
  'companies.since': 'Depuis',
  'companies.enrol': 'Inscrire',
  'companies.enrol.effect':
    '{company} participera au programme « {programme} » dès aujourd’hui : ses compétences et ses rapports seront évalués.',
  'companies.more': 'Afficher la suite',
  'companies.open': 'Ouvrir une entreprise',
  'companies.open.effect':
    'L’entreprise est créée, et son premier administrateur reçoit un lien de connexion.',
  'companies.open.enrol': 'Inscrire aussitôt au programme',
  'companies.open.done': '{company} est ouverte. Un e-mail avec le lien de connexion part vers {email}.',
  'companies.open.password':
    '{company} est ouverte. Aucun e-mail n’est parti : remettez ce mot de passe temporaire à {email} ; il n’est montré qu’une fois.',
  'companies.failed': 'Rien n’a été changé. Réessayez dans un instant.',
  'companies.emailTaken':
    'L’adresse du premier administrateur ouvre déjà une session à quelqu’un. Rien n’a été créé : demandez une autre adresse, ou inscrivez l’entreprise de cette personne.',
  'companies.mpnTaken':
    'Une autre entreprise a déjà ce numéro MPN. Rien n’a été créé : cherchez-la dans la liste.',
  'companies.back': 'Annuler',
  'requests.none': 'Aucune demande n’attend',
  'requests.company': 'Entreprise',
  'requests.new': 'nouvelle entreprise',
  'requests.known': 'déjà ici, ne participe pas',
  'requests.admin': 'Premier administrateur',
  'requests.asked': 'Demandé le',
  'requests.approve': 'Accepter',
  'requests.approve.new': '{company} est ouverte et inscrite, et {email} reçoit un lien de connexion.',
  'requests.approve.known': '{company} est inscrite dès aujourd’hui.',
  'requests.refuse': 'Refuser',
  'requests.refuse.reason': 'Motif, que l’entreprise lit',
  'requests.refuse.short': 'Écrivez au moins quelques mots.',
  'requests.policy': 'Accueillir les entreprises aussitôt',
  'requests.policy.hint':
    'Sans examen : chaque demande complète ouvre ou inscrit l’entreprise. Celles qui attendent déjà restent à examiner.',
} as const;
