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
  'calendarKind.levelLost': 'Niveau perdu',
  'calendarKind.exemption': 'Fin d’une dérogation',
  'calendarKind.certificates': 'Certificats qui expirent',
  'calendarKind.skillRetires': 'Retrait d’une qualification',
  'calendarKind.retiredSkill': 'Qualification retirée qui ne compte plus',
  'calendarKind.pmc': 'Fin du délai PMC',
} as const;
