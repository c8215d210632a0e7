/** What may take a level away. */
export const risk = {
  'risk.title': 'What may be lost',
  'risk.lead': 'By what is already known, until {day}. Performance figures are assumed to stay as they are.',
  'risk.nothing': 'No level is met by an option: there is nothing to lose.',
  'risk.column.level': 'Level',
  'risk.column.loss': 'First day without the level',
  'risk.column.departures': 'Departures survived',
  'risk.column.critical': 'Critical people',
  'risk.loss.none': 'Kept at least until',
  'risk.departures': '{count, plural, =0 {None} one {Any # departure} other {Any # departures}}',
  'risk.departures.atLeast':
    '{count, plural, =0 {At least 0, the exact number is not settled} one {At least any # departure} other {At least any # departures}}',
  'risk.departures.any': 'No departure loses it',
  'risk.critical.nobody': 'Nobody in particular',
  'risk.critical.undecided': 'Not settled',
  'risk.critical.more': '{count, plural, one {and # more} other {and # more}}',
} as const;
