/** Où se trouvent les comptes professionnels des personnes de l’entreprise. */
export const identityProviders = {
  'idp.title': 'Fournisseurs d’identité',
  'idp.lead':
    'Où se trouvent les comptes professionnels de vos collègues. Avec un fournisseur, ils se connectent sans mot de passe de Jalon.',
  'idp.empty': 'Aucun fournisseur d’identité',
  'idp.empty.text':
    'Vos collègues se connectent par mot de passe ou clé d’accès. Ajoutez le fournisseur de votre entreprise (Microsoft Entra ID ou un autre fournisseur OpenID Connect) pour qu’ils utilisent leur compte professionnel.',
  'idp.add': 'Ajouter un fournisseur',
  'idp.add.submit': 'Ajouter',
  'idp.edit': 'Modifier',
  'idp.save': 'Enregistrer',
  'idp.kind': 'Genre de fournisseur',
  'idp.kind.own': 'Fournisseur de l’entreprise (OpenID Connect)',
  'idp.kind.directory': 'Annuaire chez le fournisseur de l’installation',
  'idp.name': 'Nom montré à la connexion',
  'idp.issuer': 'Émetteur (issuer)',
  'idp.issuer.hint': 'Adresse https du fournisseur, telle qu’elle figure dans ses jetons.',
  'idp.issuer.bad': 'Indiquez une adresse complète, par exemple https://login.exemple.fr/.',
  'idp.issuer.notAllowed':
    'Cette adresse ne peut pas être celle d’un fournisseur : il faut un nom public et https.',
  'idp.issuer.installation': 'Fournisseur de l’installation',
  'idp.directory': 'Identifiant de l’annuaire (tenant)',
  'idp.directory.hint': 'Nécessaire chez un fournisseur commun à plusieurs annuaires, comme Microsoft.',
  'idp.directory.needed': 'Ce fournisseur sert plusieurs annuaires : indiquez le vôtre.',
  'idp.directory.taken': 'Cet annuaire est déjà celui d’une entreprise.',
  'idp.clientId': 'Identifiant de l’application (client)',
  'idp.clientSecret': 'Secret de l’application',
  'idp.clientSecret.hint': 'Il n’est plus jamais montré. Laissez vide si l’application n’en a pas.',
  'idp.clientSecret.keep': 'Laissez vide pour garder le secret actuel.',
  'idp.domains': 'Domaines de messagerie',
  'idp.domains.hint':
    'Séparés par des virgules. Le fournisseur est proposé à qui saisit une adresse d’un de ces domaines.',
  'idp.domains.bad': 'Pas un domaine : {domain}. Écrivez par exemple exemple.fr, sans « @ ».',
  'idp.domains.tooMany': 'Vingt domaines au plus.',
  'idp.domains.none': 'Aucun',
  'idp.jit': 'Créer l’utilisateur à sa première connexion',
  'idp.jit.hint':
    'Qui a un compte chez ce fournisseur devient utilisateur sans invitation ni rôle. Avec des domaines, seules leurs adresses sont admises.',
  'idp.jit.on': 'Utilisateurs créés à la première connexion',
  'idp.jit.off': 'Sur invitation',
  'idp.newcomers': 'Nouveaux venus',
  'idp.redirect': 'Adresse de redirection',
  'idp.redirect.hint': 'À enregistrer chez le fournisseur.',
  'idp.copy': 'Copier l’adresse de redirection de {name}',
  'idp.copied': 'Adresse copiée',
  'idp.added':
    '{name} est ajouté. Enregistrez maintenant son adresse de redirection chez le fournisseur : sans elle, personne ne peut se connecter par lui.',
  'idp.remove': 'Retirer',
  'idp.remove.effect':
    'Plus personne ne se connecte par {name} dès cet instant. Qui n’a pas d’autre moyen aura besoin d’une réinitialisation de sa connexion. Les utilisateurs restent.',
  'idp.editOne': 'Modifier {name}',
  'idp.problem.gone': 'Ce fournisseur a été retiré entre-temps. Rechargez la page.',
  'idp.problem.role':
    'Seul un opérateur du programme peut dire à quelle entreprise appartient un annuaire de l’installation.',
  'idp.problem.other': 'Cela n’a pas abouti ; rien n’a été changé. Réessayez (code « {code} »).',
} as const;
