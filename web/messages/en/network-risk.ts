import type { networkRisk as fr } from '../fr/network-risk.ts';

export const networkRisk: Record<keyof typeof fr, string> = {
  'networkRisk.title': 'Network risk',
  'networkRisk.lead':
    'Companies with a level at risk, and what the last change of the rules has changed for them. When the rules change, all are looked at again by themselves.',
  'networkRisk.run.none': 'No company has been looked at yet. It begins by itself.',
  'networkRisk.run.underWay': 'Looking at companies by the present rules',
  'networkRisk.run.over': 'Everything is up to date by the present rules',
  'networkRisk.run.progress': 'Companies looked at',
  'networkRisk.run.done': '{done, number} of {total, number} companies looked at',
  'networkRisk.run.times':
    'Started on {started}. {end, select, none {The end will be estimated in a moment.} other {Expected to end on {end}.}}',
  'networkRisk.run.leave': 'You can leave this page. A company whose pages are opened is computed at once.',
  'networkRisk.run.finished':
    '{total, plural, one {One company looked at} other {# companies looked at}}, the last one on {at}. Each is looked at again when its facts change, or on a day on which something may.',
  'networkRisk.run.versions': 'Versions of the rules',
  'networkRisk.run.version': '{name}: version {version}',
  'networkRisk.show': 'Which companies',
  'networkRisk.show.atRisk': 'At risk ({count, number})',
  'networkRisk.show.lost': 'Lost by the rules ({count, number})',
  'networkRisk.show.gained': 'Gained by the rules ({count, number})',
  'networkRisk.show.failed': 'Failed ({count, number})',
  'networkRisk.nothing.atRisk': 'No level is at risk',
  'networkRisk.nothing.lost': 'The last change of the rules has taken no level',
  'networkRisk.nothing.gained': 'The last change of the rules has given no level',
  'networkRisk.nothing.failed': 'All companies could be looked at',
  'networkRisk.companies': 'Companies',
  'networkRisk.column.company': 'Company',
  'networkRisk.column.levels': 'Levels',
  'networkRisk.column.seen': 'Looked at on',
  'networkRisk.column.change': 'Change of the rules',
  'networkRisk.column.reason': 'Why',
  'networkRisk.level.when':
    '{lost, select, none {requirements not met any more} other {requirements not met from {lost}}}{anniversary, select, none {} other {, anniversary on {anniversary}}}',
  'networkRisk.change':
    'On {day}, after version {from}. {alone, select, yes {The rules alone are the cause.} other {Facts have changed too.}}',
  'networkRisk.waiting': 'By earlier rules: its turn will come.',
  'networkRisk.again': 'Recompute',
  'networkRisk.again.of': 'Recompute {company}',
  'networkRisk.again.failed': 'It could not be computed.',
  'networkRisk.more': 'Show more',
};
