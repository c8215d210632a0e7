/** Checked lists: the person says whether what is known of him or her is right. */
export const listChecks = {
  'listCheck.ask': 'Ask to check',
  'listCheck.askMany': '{count, plural, one {Ask to check} other {Ask to check (#)}}',
  'listCheck.ask.title': 'Ask to check the skills',
  'listCheck.ask.effect':
    '{count, plural, one {This person receives} other {Each of these # people receives}} an e-mail in the own language that asks to say of each known skill whether it is right. Who has left or is disabled receives none; the others one a month at most.',
  'listCheck.asked': 'You are asked to check your list',
  'listCheck.askedText': 'Asked on {day}. Say of each skill whether it is right: {left} to go.',
  'listCheck.confirmAll': 'Confirm all',
  'listCheck.confirm': 'Right',
  'listCheck.dispute': 'Wrong',
  'listCheck.about': '{verdict}: {skill}',
  'listCheck.confirmedOn': 'Confirmed on {day}',
  'listCheck.disputedOn': 'Disputed on {day}',
  'listCheck.sayWhat': 'Say what is wrong',
  'listCheck.failed': 'Your answer was not kept. Try again.',
};
