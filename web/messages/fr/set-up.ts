/** Mise en service d’une installation vide. */
export const setUp = {
  'setUp.title': 'Mise en service de Jalon',
  'setUp.lead':
    'Cette installation est vide. Remplissez cette page une fois : vous en devenez l’opérateur et vous créez la première entreprise.',
  'setUp.operator': 'Vous, l’opérateur',
  'setUp.operator.text':
    'Vous gérez l’installation et voyez toutes les entreprises. C’est avec ces identifiants que vous vous connecterez.',
  'setUp.company': 'La première entreprise',
  'setUp.company.text': 'Elle est inscrite au programme dès maintenant.',
  'setUp.company.name': 'Nom de l’entreprise',
  'setUp.company.id': 'Identifiant dans Jalon',
  'setUp.company.id.hint': 'Minuscules, chiffres et tirets. Il figure dans les adresses et ne change plus.',
  'setUp.company.country': 'Pays',
  'setUp.company.market': 'Marché',
  'setUp.company.market.hint': 'Certains seuils du programme en dépendent.',
  'setUp.company.mpnId': 'ID MPN (facultatif)',
  'setUp.market.developed': 'Marché développé',
  'setUp.market.developing': 'Marché en développement',
  'setUp.admin': 'Son administrateur général',
  'setUp.admin.text':
    'Cette personne ajoute les utilisateurs et attribue les rôles. Elle recevra de vous un lien de première connexion.',
  'setUp.firstName': 'Prénom',
  'setUp.lastName': 'Nom',
  'setUp.choose': 'Choisir…',
  'setUp.submit': 'Mettre en service',
  'setUp.working': 'Mise en service…',
  'setUp.check.missing': 'Remplissez ce champ.',
  'setUp.check.email': 'Saisissez une adresse complète, par exemple anna@contoso.example.',
  'setUp.check.sameEmail':
    'Saisissez une autre adresse que la vôtre : l’opérateur et l’administrateur ont chacun leur compte.',
  'setUp.check.partnerId':
    'Employez seulement des minuscules, des chiffres et des tirets, par exemple contoso ; « network » est réservé.',
  'setUp.check.emailTaken': 'Cette adresse appartient déjà à un utilisateur. Saisissez-en une autre.',
  'setUp.check.partnerIdTaken': 'Cet identifiant est pris. Choisissez-en un autre.',
  'setUp.check.value': 'Cette valeur n’est pas acceptée. Corrigez-la.',
  'setUp.refused':
    'Rien n’a été créé. Corrigez les champs signalés, puis recommencez : le lien reste valable.',
  'setUp.failed':
    'Rien n’a été créé (code « {code} »). Recommencez ; si l’erreur revient, relancez le serveur.',
  'setUp.notValid':
    'Ce lien n’est plus valable : il ne sert qu’une fois, pendant 24 heures, et seul le dernier affiché compte. Tant que l’installation est vide, chaque démarrage du serveur en affiche un nouveau.',
  'setUp.done.title': 'Jalon est en service',
  'setUp.done.text':
    'Transmettez ce lien à {email} : il lui permet de choisir son mot de passe, une seule fois, jusqu’au {until}.',
  'setUp.done.link': 'Lien de première connexion',
  'setUp.done.once': 'Il n’est affiché que maintenant. Copiez-le avant de continuer.',
  'setUp.done.copy': 'Copier le lien',
  'setUp.done.copied': 'Lien copié',
  'setUp.done.enter': 'Entrer dans Jalon',
} as const;
