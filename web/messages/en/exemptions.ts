/** Exemptions: a level that is held for a time whatever its requirements say. */
export const exemptions = {
  'exemptions.title': 'Exemptions',
  'exemptions.lead':
    'Levels that the programme lets {company} hold for a time, even when the requirements are not met.',
  'exemptions.nothing': 'No exemption',
  'exemptions.nothingText':
    'All levels of the company come from its skills and its figures. Ask the support of the programme for an exemption.',
  'exemptions.level': 'Competency and level',
  'exemptions.first': 'First day',
  'exemptions.last': 'Last day',
  'exemptions.reason': 'Reason',
  'exemptions.over': '(over)',
  'exemptions.noEnd': 'without an end',
  'exemptions.through': 'through {day}',
  'exemptions.standsIn': 'From {day} the exemption no longer stands in for the requirements.',
  'exemptions.failed': 'Nothing was recorded. Try again.',
  'exemptions.give': 'Give an exemption',
  'exemptions.give.effect':
    '{company} holds the level through the last day, wherever it is shown; the company sees the day and the reason.',
  'exemptions.give.limit': '{day} at the latest. The operator may give more.',
  'exemptions.give.reasonHint': 'The company reads this reason.',
  'exemptions.give.reasonShort': 'Write the reason in a few words.',
  'exemptions.give.send': 'Give',
  'exemptions.give.back': 'Give nothing',
  'exemptions.give.tooLong': 'It lasts longer than support may give. Choose an earlier day.',
  'exemptions.give.given': 'An exemption for this level is running already.',
  'exemptions.give.day': 'Choose a day to come.',
  'exemptions.end': 'End',
  'exemptions.end.title': 'End this exemption?',
  'exemptions.end.effect': 'From {day}, {level} is held only when its requirements are met.',
  'exemptions.end.day': 'First day without the exemption',
  'exemptions.end.range':
    '{last, select, none {Choose today or a day to come.} other {Choose a day from today to {last}.}}',
  'exemptions.end.back': 'Keep it',
} as const;
