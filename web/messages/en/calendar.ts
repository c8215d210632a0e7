/** Calendar: what is already known of the next twelve months. */
export const calendar = {
  'calendar.title': 'Calendar',
  'calendar.lead': 'What is already known of the next twelve months of {company}.',
  'calendar.kind': 'Subject',
  'calendar.kind.any': 'All subjects',
  'calendar.month.nothing': 'Nothing is known.',
  'calendar.empty': 'Nothing is known to happen in the next twelve months.',
  'calendar.empty.text':
    'Anniversaries, renewals, levels that will be lost and certificates that expire appear here as soon as they are known.',
  'calendar.empty.choice': 'Nothing of this subject is known to happen.',
  'calendar.empty.show': 'Show everything',
  'calendarKind.anniversary': 'Anniversary',
  'calendarKind.windowOpens': 'Renewal opens',
  'calendarKind.windowCloses': 'Renewal ends',
  'calendarKind.reportCheck': 'Report to check',
  'calendarKind.order': 'Order to pay',
  'calendarKind.levelLost': 'Level lost',
  'calendarKind.exemption': 'End of an exemption',
  'calendarKind.certificates': 'Certificates that expire',
  'calendarKind.skillRetires': 'Skill that retires',
  'calendarKind.retiredSkill': 'Retired skill that no longer counts',
  'calendarKind.pmc': 'End of the PMC window',
} as const;
