/** L’annuaire de l’entreprise et son jeton. */
export const provisioning = {
  'provisioning.title': 'Approvisionnement (SCIM)',
  'provisioning.tab': 'Annuaire',
  'provisioning.lead':
    'L’annuaire de l’entreprise (Microsoft Entra ID ou un autre) crée, modifie et désactive les utilisateurs par lui-même.',
  'provisioning.directory': 'Annuaire',
  'provisioning.address': 'Adresse à saisir dans l’annuaire',
  'provisioning.people': 'Personnes envoyées',
  'provisioning.peopleCount':
    '{count, plural, =0 {Aucune pour l’instant} one {# personne} other {# personnes}}',
  'provisioning.token': 'Jeton secret',
  'provisioning.noToken': 'Aucun jeton : rien n’est accepté d’un annuaire.',
  'provisioning.created': 'Créé le',
  'provisioning.expires': 'Expire le',
  'provisioning.lastUsed': 'Dernière utilisation',
  'provisioning.never': 'Jamais',
  'provisioning.expired': 'Le jeton a expiré : l’annuaire est refusé jusqu’à ce qu’il en reçoive un nouveau.',
  'provisioning.validFor': 'Durée de validité',
  'provisioning.days': '{days} jours',
  'provisioning.make': 'Créer le jeton',
  'provisioning.makeNext': 'Remplacer le jeton',
  'provisioning.makeNext.effect':
    'Le jeton actuel est refusé dès cet instant. L’annuaire doit recevoir le nouveau pour continuer.',
  'provisioning.revoke': 'Révoquer le jeton',
  'provisioning.revoke.effect':
    'L’annuaire est refusé dès cet instant. Les utilisateurs et leurs rôles restent tels qu’ils sont.',
  'provisioning.once': 'Ce jeton n’est affiché qu’ici, une seule fois. Copiez-le dans l’annuaire.',
  'provisioning.copy': 'Copier le jeton',
  'provisioning.copied': 'Copié',
  'provisioning.groups': 'Groupes et rôles',
  'provisioning.groups.lead':
    'Les membres d’un groupe détiennent le rôle choisi ici. Qui quitte le groupe le perd. Sans rôle, le groupe est conservé sans effet.',
  'provisioning.noGroups': 'L’annuaire n’a envoyé aucun groupe.',
  'provisioning.group': 'Groupe',
  'provisioning.members': 'Membres',
  'provisioning.role': 'Rôle',
  'provisioning.roleOf': 'Rôle du groupe {group}',
  'provisioning.noRole': 'Aucun rôle',
  'provisioning.lastAdmin':
    'Plus personne ne pourrait gérer les utilisateurs et les rôles. Nommez d’abord un autre administrateur général.',
  'provisioning.noMail':
    'Aucun serveur d’e-mail n’est configuré : les personnes envoyées ne reçoivent pas de lien de première connexion. Elles se connectent par un fournisseur d’identité, ou avec le mot de passe temporaire que donne la réinitialisation.',
  'provisioning.failed': 'La modification n’a pas été enregistrée. Réessayez.',
} as const;
