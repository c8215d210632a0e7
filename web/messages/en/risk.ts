/** What may take a level away; the page that ranks it, and the notice of a renewal at risk. */
export const risk = {
  'nav.risk': 'Risks',
  'risk.page.lead':
    'Every level met or held, what is in danger first, then by what hangs on it: the membership it keeps, its rank, the levels that ask for it.',
  'risk.page.all': 'See all risks, by value, with their repair',
  'risk.page.levels': 'Levels by value',
  'risk.print': 'Print',
  'risk.exempt':
    '{level}: the requirements are not met, an override holds the level. {day, select, none {It has no end.} other {It is lost on {day} if nothing changes.}}',
  'risk.notice':
    'A recent change in your competency achievements puts your membership renewal eligibility at risk.',
  'risk.notice.levels': 'What is at risk',
  'risk.notice.line':
    '{when, select, ahead {{name}: requirements no longer met on {day}} past {{name}: requirements not met since {day}} other {{name}: requirements not met}}',
  'risk.notice.certificates':
    '{count, plural, =0 {No certificate expires before {day}.} one {One certificate expires before {day}.} other {# certificates expire before {day}.}}',
  'risk.notice.usual':
    'The usual cause is that a person who held skills has left, or that a certificate expires.',
  'risk.notice.shown': 'Your status stays shown until {day}. Until then the requirements can be met again.',
  'risk.notice.help': 'What “at risk” means and what to do',
  'risk.safe':
    '{kind, select, anniversary {Nothing at risk until your anniversary, {day}} other {Nothing at risk until {day}}}',
  'risk.safe.text': 'By what is already known. What each level hangs on stands below.',
  'risk.empty': 'No level is met yet',
  'risk.empty.text':
    'Once your company meets a level, this page says when it could be lost, who must not leave, and how to keep it.',
  'risk.empty.act': 'See how far the competencies are',
  'risk.lost.since': 'Requirements not met since',
  'risk.lost.now': 'Requirements not met',
  'risk.lost.renewBy': 'Lost without a renewal by {day}',
  'risk.lost.shown': 'Shown until {day}',
  'risk.lost.after': 'After the anniversary of {day}',
  'risk.value': 'What hangs on it',
  'risk.value.offer':
    '{offer}{price, select, none {} other { ({price} a year)}}: {alone, select, yes {no other competency keeps the right to it} other {another competency keeps the right to it}}',
  'risk.value.neededBy': 'Asked for by {levels}',
  'risk.value.nothing': 'Nothing but the level itself',
  'risk.departures.notMet': 'The requirements are not met',
  'risk.changes': 'What was recorded',
  'risk.changes.line': '{action}: {person}',
  'risk.repair': 'Repair, by {day}',
  'risk.repair.now': 'Repair',
  'risk.certificates': 'Certificates that expire before {day}',
  'risk.certificates.none': 'No certificate that counts today expires before then.',
  'risk.certificates.more': 'The skills report has all {count} of them.',
  'risk.certificates.person': 'Person',
  'risk.certificates.certificate': 'Certificate',
  'risk.certificates.expires': 'Expires on',
  'risk.certificates.opens': 'Renewal opens on',
  'risk.certificates.open': 'Renewal open',
  'risk.certificates.noRenewal': 'No known renewal',
  'risk.certificates.for': 'Counts for',
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
