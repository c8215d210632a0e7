import type { networkView as fr } from '../fr/network-view.ts';

export const networkView: Record<keyof typeof fr, string> = {
  'networkView.title': 'Network in numbers',
  'networkView.lead':
    'How many companies have which level in which state, which skills they miss most, and what announced retirements will cost them. Each number leads to its companies.',
  'networkView.counted':
    '{companies, plural, =0 {No company fits} one {One company} other {# companies}}. Counted on {at}, after the last look at the network.',
  'networkView.none.title': 'Nothing has been counted yet',
  'networkView.none':
    'Companies are looked at in the background, then counted. It begins by itself as soon as a company takes part in a programme.',
  'networkView.market': 'Market',
  'networkView.market.all': 'All markets',
  'networkView.market.developed': 'Developed',
  'networkView.market.developing': 'Developing',
  'networkView.market.none': 'Market unknown',
  'networkView.country': 'Country',
  'networkView.country.all': 'All countries',
  'networkView.country.none': 'Country unknown',
  'networkView.levels': 'Levels by state',
  'networkView.levels.lead':
    'Companies by competency, level and state. A company with two levels is counted under each.',
  'networkView.levels.none': 'None of these companies has begun a level.',
  'networkView.column.competency': 'Competency',
  'networkView.column.level': 'Level',
  'networkView.cell': '{count, plural, one {One company} other {# companies}}: {competency} {level}, {state}',
  'networkView.missing': 'Skills that are missing most',
  'networkView.missing.lead':
    'Had one more person this skill, and were all else as it is, these levels would be met or kept. Counted are levels of which somebody holds one of the skills asked for and which are not held, or which will be lost before the anniversary. Every skill is tried on the facts of the company; where several would do, the level is counted under each.',
  'networkView.missing.none': 'No level depends on one more skill.',
  'networkView.missing.more':
    '{count, plural, one {One other skill would decide} other {# other skills would decide}} fewer levels.',
  'networkView.missing.notAll':
    '{count, plural, one {At one company, which is too large for it, not everything was tried} other {At # companies, which are too large for it, not everything was tried}}: there may be more levels.',
  'networkView.column.skill': 'Skill',
  'networkView.column.levels': 'Levels',
  'networkView.column.companies': 'Companies',
  'networkView.column.byLevel': 'Which',
  'networkView.skill.companies': '{count, plural, one {One company} other {# companies}}: {skill}',
  'networkView.byLevel.more': 'and {count, plural, one {one other level} other {# other levels}}',
  'networkView.retirements': 'Retirements ahead',
  'networkView.retirements.lead':
    'Skills that count no more within two years, because they are retired or will be. The levels counted here are those that this retirement alone takes, by what is known today. One that a membership holds is held until its anniversary.',
  'networkView.retirements.none': 'By the rules, no skill ceases to count within two years.',
  'networkView.retirements.harmless':
    '{others, select, yes {{count, plural, one {One other retirement costs nobody a level} other {# other retirements cost nobody a level}}} other {{count, plural, one {One retirement, which costs nobody a level} other {# retirements, which cost nobody a level}}}}.',
  'networkView.retirements.rehearse': 'Rehearse other days of retirement in a draft of the rules',
  'networkView.column.retiredOn': 'Retires',
  'networkView.column.through': 'Counts through',
  'networkView.column.lost': 'Levels lost',
  'networkView.sources': 'How late sources are',
  'networkView.sources.lead': 'From completion to delivery, in the latest delivery of each source.',
  'networkView.sources.none': 'No source delivers by itself.',
  'networkView.sources.all': 'How the sources do',
  'networkView.level.lost': 'is lost on {day}',
  'networkView.level.unmet': 'requirements no longer met',
  'networkView.level.anniversary': 'held until its anniversary on {day}',
  'networkView.companies.title': 'Companies counted',
  'networkView.companies.level': '{competency} {level}: {state}',
  'networkView.companies.missing': '{skill} is missing',
  'networkView.companies.retiring': 'Lose a level when {skill} retires',
  'networkView.companies.ofLevel': '{heading}, for {level}',
  'networkView.companies.count': '{count, plural, =0 {No company} one {One company} other {# companies}}',
  'networkView.companies.none': 'No company is there any more',
  'networkView.companies.none.next':
    'Companies are listed as they stand now; the number is that of the last count.',
  'networkView.companies.where': 'Market and country',
};
