/** E-mails envoyés aux personnes. */
export const outbox = {
  'outbox.title': 'Boîte d’envoi',
  'outbox.title.mails': 'E-mails envoyés',
  'outbox.lead': 'Cette démonstration n’envoie rien : ce que l’entreprise écrit à ses collègues se lit ici.',
  'outbox.lead.mails': 'Les e-mails de l’entreprise et leur état. Leur contenu n’est pas conservé.',
  'outbox.empty':
    'Aucun e-mail n’a encore été écrit. Ajoutez une personne, ou demandez à quelqu’un d’associer son compte.',
  'outbox.noServer': 'Cette installation n’envoie pas d’e-mails : aucun serveur n’est indiqué.',
  'outbox.column.at': 'Écrit le',
  'outbox.column.recipient': 'Destinataire',
  'outbox.column.subject': 'Objet',
  'outbox.column.state': 'État',
  'outbox.state.queued': 'En attente',
  'outbox.state.sent': 'Envoyé',
  'outbox.state.captured': 'Conservé ici',
  'outbox.state.failed': 'Non parti',
  'outbox.to': 'À : {recipient}',
  'outbox.failure': 'Le serveur d’e-mails a répondu : {failure}',
  'outbox.again': 'Réessayer maintenant',
  'outbox.again.done': 'L’e-mail repart. S’il ne part pas, il est réessayé pendant environ un jour.',
  'outbox.attachments': 'Joint : {names}',
  'outbox.again.failed': 'L’e-mail n’a pas pu être relancé. Rechargez la page.',
  'outbox.notForYou':
    'Cet e-mail s’adresse à une personne dont vous ne pouvez pas changer l’accès : son contenu ne vous est pas montré.',
  'outbox.notKept': 'Le contenu de cet e-mail n’est pas conservé.',
} as const;
