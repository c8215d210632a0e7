/** Associations left in PMC: chase list, banner, requests to associate. */
export const chaseList = {
  'nav.chaseList': 'Chase list',
  'chase.title': 'Chase list',
  'chase.lead': 'People associated in PMC and not yet in Partner Center, those who matter most first.',
  'chase.download': 'Download the list',
  'chase.contents': '{count, plural, =0 {Nobody} one {# person} other {# people}}, on {day}',
  'chase.group.relevant': 'Valid skill ({count})',
  'chase.group.others': 'Others ({count})',
  'chase.native': 'Your company was never in PMC: there is nobody to chase.',
  'chase.nobody': 'Everybody has associated in Partner Center: there is nobody to chase.',
  'chase.nobodyElse': 'Everybody left in PMC holds a valid skill, and is in the other group.',
  'chase.nobodyRelevant': 'Nobody left in PMC holds a valid skill: nothing is lost today.',
  'chase.nobodyHere': 'Nobody in this group matches this search.',
  'chase.skillsLost': '{count, plural, =0 {none} one {# skill} other {# skills}}',
  'chase.card':
    '{levels, plural, =0 {No level lost} one {# level lost} other {# levels lost}}, {skills, plural, =0 {no skill} one {# skill} other {# skills}} less',
  'chase.accounts': 'Accounts associated in PMC alone',
  'chase.account': '{provider} {account}, since {day}',
  'chase.lost': 'Lost from {day} if the person does not associate',
  'chase.lost.later': 'Lost after the move to Partner Center if the person does not associate',
  'chase.nothingLost': 'No skill of this person stops counting.',
  'chase.reminder': 'Request to associate',
  'chase.reminder.never': 'No request has been sent yet.',
  'chase.reminder.last': 'Last request: {instant}.',
  'chase.skills': 'See the person’s skills',
  'pmc.people':
    '{count, plural, one {# person is associated in PMC alone.} other {# people are associated in PMC alone.}}',
  'pmc.inPmc': 'These associations count as long as your company is in PMC, and six months after its move.',
  'pmc.ends':
    'From {day} {people, plural, one {the skills of this person} other {their skills}} will no longer count. {count, plural, =0 {No level is lost.} one {Without a new association this level is lost: {levels}.} other {Without a new association these levels are lost: {levels}.}}',
  'pmc.over':
    'Since {day} {people, plural, one {the skills of this person} other {their skills}} no longer count. {count, plural, =0 {No level depends on them.} one {This level depends on them: {levels}.} other {These levels depend on them: {levels}.}}',
  'pmc.toChaseList': 'See the chase list',
  'remind.ask': 'Ask to associate',
  'remind.askMany': '{count, plural, one {Ask to associate} other {Ask to associate (#)}}',
  'remind.title': 'Ask to associate a learning account',
  'remind.effect':
    '{count, plural, one {This person receives an e-mail in his or her language} other {Each of these # people receives an e-mail in his or her language}}, with a link to associate the account. Nobody receives more than one a month.',
  'remind.cancel': 'Cancel',
  'remind.send': '{count, plural, one {Send the request} other {Send # requests}}',
  'remind.failed': 'The requests could not be sent. Try again: nobody will receive two e-mails.',
  'remind.next': 'Next request possible on {day}.',
  'remind.result.queued':
    '{count, plural, one {# request is on its way.} other {# requests are on their way.}}',
  'remind.result.sentBefore':
    '{count, plural, one {# person has received a request this month already.} other {# people have received a request this month already.}}',
  'remind.result.associated':
    '{count, plural, one {# person has associated the account already.} other {# people have associated their accounts already.}}',
  'remind.result.notActive':
    '{count, plural, one {# person has left or is disabled.} other {# people have left or are disabled.}}',
  'remind.result.unknownUser':
    '{count, plural, one {# person is no longer in the company.} other {# people are no longer in the company.}}',
  'remind.result.noMailServer':
    '{count, plural, one {# request was not sent} other {# requests were not sent}}: this installation sends no e-mails. Tell the people yourself.',
  'remind.result.noAddress':
    '{count, plural, one {# person has no e-mail address: tell him or her yourself.} other {# people have no e-mail address: tell them yourself.}}',
} as const;
