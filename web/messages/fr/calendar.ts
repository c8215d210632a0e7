/** Calendrier : ce que l’on sait déjà des douze mois à venir. */
export const calendar = {
  'calendar.title': 'Calendrier',
  'calendar.lead': 'Ce que l’on sait déjà des douze prochains mois de {company}.',
  'calendar.kind': 'Sujet',
  'calendar.kind.any': 'Tous les sujets',
  'calendar.month.nothing': 'Rien de prévu.',
  'calendar.empty': 'Rien n’est prévu dans les douze prochains mois.',
  'calendar.empty.text':
    'Les anniversaires, les renouvellements, les niveaux qui seront perdus et les certificats qui expirent apparaissent ici dès qu’ils sont connus.',
  'calendar.empty.choice': 'Rien de ce sujet n’est prévu.',
  'calendar.empty.show': 'Tout montrer',
  'calendarKind.anniversary': 'Anniversaire',
  'calendarKind.windowOpens': 'Début du renouvellement',
  'calendarKind.windowCloses': 'Fin du renouvellement',
  'calendarKind.reportCheck': 'Rapport à vérifier',
  'calendarKind.order': 'Commande à payer',
  'calendarKind.levelLost': 'Niveau perdu ou à risque',
  'calendarKind.exemption': 'Fin d’une dérogation',
  'calendarKind.certificates': 'Certificats qui expirent',
  'calendarKind.skillRetires': 'Retrait d’une qualification',
  'calendarKind.retiredSkill': 'Qualification retirée qui ne compte plus',
  'calendarKind.pmc': 'Fin du délai PMC',
  'calendarKind.training': 'Échéance de formation',
  'calendarLink.title': 'Dans votre propre calendrier',
  'calendarLink.lead':
    'Un lien secret permet à Outlook, à Google Agenda ou à tout autre calendrier de montrer ces jours. Il montre ce que vous pouvez voir ici au moment de la lecture, dans votre langue.',
  'calendarLink.none': 'Vous n’avez pas de lien.',
  'calendarLink.since': 'Votre lien date du {at}.',
  'calendarLink.make': 'Créer un lien',
  'calendarLink.makeNext': 'Créer un autre lien',
  'calendarLink.makeNext.effect':
    'Le lien que vous avez cesse tout de suite de fonctionner. Les calendriers qui le lisent ne montrent rien de nouveau tant qu’ils n’ont pas reçu l’autre.',
  'calendarLink.end': 'Supprimer le lien',
  'calendarLink.end.effect':
    'Le lien cesse tout de suite de fonctionner. Les calendriers qui le lisent ne montrent plus rien de nouveau.',
  'calendarLink.once':
    'Le lien n’est montré que cette fois. Qui le possède peut lire le calendrier : gardez-le pour vous.',
  'calendarLink.copy': 'Copier le lien',
  'calendarLink.copied': 'Copié',
  'calendarLink.failed': 'Cela n’a pas fonctionné. Réessayez.',
} as const;
