import type { mergeCompanies as fr } from '../fr/merge-companies.ts';

export const mergeCompanies: Record<keyof typeof fr, string> = {
  'mergeCompanies.title': 'Merge two companies',
  'mergeCompanies.lead':
    'One company takes over another: its people, their associations and what it has earned go on at the other one. The effect is shown first; a merge is not undone.',
  'mergeCompanies.from': 'Company that is taken over',
  'mergeCompanies.into': 'Company that goes on',
  'mergeCompanies.refused.same': 'A company cannot become part of itself. Choose another one.',
  'mergeCompanies.refused.unknown': 'One of the companies does not exist. Choose it from the list.',
  'mergeCompanies.refused.from':
    'This company has been taken over by another one already. There is nothing to do.',
  'mergeCompanies.refused.into':
    'The company that should go on was itself taken over. Choose the one that goes on.',
  'mergeCompanies.goes': 'What goes on',
  'mergeCompanies.people':
    '{count, plural, =0 {Nobody works at {company}} one {# person of {company} goes on at {into} with the account and the way to sign in} other {# people of {company} go on at {into} with their accounts and their ways to sign in}}',
  'mergeCompanies.associations':
    '{count, plural, =0 {No association is open} one {# association goes on without another round and uses up no limit} other {# associations go on without another round and use up no limit}}',
  'mergeCompanies.pmc':
    '{count, plural, one {# association made in PMC goes on} other {# associations made in PMC go on}}{until, select, none {, by the rule of the company that goes on} other { until {until}}}',
  'mergeCompanies.pmcOver':
    '{count, plural, one {# association made in PMC, which no longer counts, stays with the history} other {# associations made in PMC, which no longer count, stay with the history}}',
  'mergeCompanies.figures':
    '{count, plural, one {# figure of a month is added to those of {into}} other {# figures of months are added to those of {into}}}',
  'mergeCompanies.locations': '{count, plural, one {# location} other {# locations}}',
  'mergeCompanies.cases': '{count, plural, one {# open case with support} other {# open cases with support}}',
  'mergeCompanies.enquiries':
    '{count, plural, one {# enquiry of a customer} other {# enquiries of customers}}',
  'mergeCompanies.ends': 'What ends',
  'mergeCompanies.staying':
    '{count, plural, one {# person who has left stays with the history of {company}} other {# people who have left stay with the history of {company}}}',
  'mergeCompanies.notAdded': 'Rates are not added, those of {into} stay: {names}',
  'mergeCompanies.ends.tokens':
    '{count, plural, one {# API token is revoked} other {# API tokens are revoked}}',
  'mergeCompanies.ends.directory': 'The directory of the company that is taken over sends nobody any more',
  'mergeCompanies.ends.schedules':
    '{count, plural, one {# regular report stops} other {# regular reports stop}}',
  'mergeCompanies.ends.orders':
    '{count, plural, one {# order that waits for its payment is cancelled} other {# orders that wait for their payment are cancelled}}',
  'mergeCompanies.ends.closed':
    '{company} is closed: its history and its trail can still be read, nothing is added to them',
  'mergeCompanies.memberships': 'Memberships',
  'mergeCompanies.noMembership': 'No membership',
  'mergeCompanies.held': '{offer}, anniversary {anniversary}',
  'mergeCompanies.after': '{into} afterwards',
  'mergeCompanies.levels': 'Competencies',
  'mergeCompanies.noLevels': 'Neither company has a level',
  'mergeCompanies.level': 'Level',
  'mergeCompanies.kept': 'Kept until {until}, whatever is missing',
  'mergeCompanies.same': 'The same person at both companies',
  'mergeCompanies.same.lead':
    'An address signs in one person, so that each has two addresses. Tick those who are one: the account at {into} stays and receives the associations of the one at {company}.',
  'mergeCompanies.same.pair': '{name} ({email}) is {keepName} ({keepEmail})',
  'mergeCompanies.same.person': 'The same person by what both companies know',
  'mergeCompanies.same.account': 'Both have associated the same learning account',
  'mergeCompanies.same.name': 'The same name: check it',
  'mergeCompanies.act': 'Merge',
  'mergeCompanies.act.effect':
    '{company} becomes part of {into}, at once and as a whole. The administrators of both companies are told.',
  'mergeCompanies.roles': 'Roles go with the people to {into}',
  'mergeCompanies.reason': 'Reason',
  'mergeCompanies.reason.hint': 'Read by operators, not by companies.',
  'mergeCompanies.reason.short': 'Write at least three characters.',
  'mergeCompanies.confirm': 'To confirm, type the name “{company}”',
  'mergeCompanies.confirm.wrong': 'That is not the name. Type it as it is.',
  'mergeCompanies.working': 'Merging…',
  'mergeCompanies.failed':
    'Nothing was merged ({code}). Look at the effect again and retry; what you typed is still here.',
  'mergeCompanies.done': '{company} was taken over. Its people sign in as before.',
  'mergeCompanies.closed':
    '{company} has been part of {into} since {on}. Its history can be read; nothing is added to it.',
  'mergeCompanies.past': 'Merges done',
  'mergeCompanies.past.none': 'No company has been taken over.',
  'mergeCompanies.past.one':
    '{company} was taken over by {into}, {at} ({people, plural, one {# person} other {# people}})',
  'mergeCompanies.refused.underWay':
    'A merge of one of these companies is under way. Wait until it has ended: it can be followed below.',
  'mergeCompanies.run.title': '{company} becomes part of {into}',
  'mergeCompanies.run.progress': 'Progress of the merge',
  'mergeCompanies.run.share': '{share, number, percent} done',
  'mergeCompanies.run.waiting': 'Waits for the end of another merge',
  'mergeCompanies.run.judging': 'Works out what the one company will hold',
  'mergeCompanies.run.people': 'People go on at {into}',
  'mergeCompanies.run.associations': 'Associations go on at {into}',
  'mergeCompanies.run.reports': 'Reports are being prepared',
  'mergeCompanies.run.leave':
    'You can leave this page: the merge goes on, and every operator finds it here. Until it has ended nothing is changed in the two companies; everything can be read.',
  'mergeCompanies.run.moved':
    '{people, plural, =0 {Nobody has gone} one {# person has gone} other {# people have gone}} on to {into}, with {associations, plural, =0 {no association} one {# association} other {# associations}}.',
  'mergeCompanies.run.again': 'Look at the effect again',
  'mergeCompanies.failure.changed':
    'Facts of the two companies changed again and again during the merge. Nothing was merged: both companies are as they were. Look at the effect again and repeat it at a quiet moment.',
  'mergeCompanies.failure.person':
    'Somebody who was named as the same person at both companies no longer works there. Nothing was merged: both companies are as they were. Look at the effect again and say anew who is the same person.',
  'mergeCompanies.failure.from':
    '{company} was taken over by another merge in the meantime. This one has changed nothing, and there is nothing to do.',
  'mergeCompanies.failure.into':
    '{into} was itself taken over in the meantime. Nothing was merged: choose the company that goes on.',
  'mergeCompanies.failure.interrupted':
    'The server stopped several times during the merge. Nothing was merged: both companies are as they were. Ask the administrator of the installation why it stops, then repeat it.',
  'mergeCompanies.failure.error':
    'The merge failed several times on our side. Nothing was merged: both companies are as they were. The log of the server says why; repeat it once that is mended.',
  'mergeCompanies.open': 'Merges under way or failed',
  'mergeCompanies.open.underWay': 'Under way, asked for on {at}',
  'mergeCompanies.open.failed': 'Failed, asked for on {at}; nothing was merged',
};
