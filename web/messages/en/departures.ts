/** Departures that are tried out: what would be lost, when, and what repairs it. */
export const departures = {
  'departures.title': 'Try out departures',
  'departures.lead':
    'Choose people and a day: the page says which levels would be lost, when, and what would keep them. Nothing is recorded.',
  'departures.add': 'Add a person',
  'departures.on': 'First day without them',
  'departures.leaving': 'People who leave',
  'departures.remove': 'Do not count {name} as leaving',
  'departures.empty': 'Nobody is chosen',
  'departures.emptyText': 'Look for a first person by name or address.',
  'departures.effect': 'If these people leave on {day}',
  'departures.until': 'By what is known, through {day}. Performance figures are taken not to change.',
  'departures.nothing': 'No level would be lost earlier than it will be anyway.',
  'departures.lost': '{competency}: {level} is lost on {day}',
  'departures.lowered': '{competency}: {level} becomes {after} on {day}',
  'departures.otherwise': 'Without these departures it would be lost on {day}.',
  'departures.otherwiseKept': 'Without these departures it would be kept.',
  'departures.open': 'Open {competency}',
  'departures.try': 'Try it with other departures and see the repair',
} as const;
