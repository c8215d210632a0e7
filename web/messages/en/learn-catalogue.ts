import type { learnCatalogue as fr } from '../fr/learn-catalogue.ts';

export const learnCatalogue: Record<keyof typeof fr, string> = {
  'learn.title': 'Microsoft Learn’s catalogue',
  'learn.open': 'Read Microsoft Learn’s catalogue',
  'learn.lead':
    'Take titles, retirements and renewals of the skills that {programme} names from a catalogue file of Microsoft Learn. The difference is shown first; nothing is kept before you make a draft of it.',
  'learn.where': 'The file can be downloaded at this address:',
  'learn.file': 'Catalogue file (JSON)',
  'learn.choose': 'Choose a file',
  'learn.chosen': 'File: {name}',
  'learn.take': 'What to take',
  'learn.take.title': 'Titles',
  'learn.take.retired': 'Retirements',
  'learn.take.validity': 'Renewals',
  'learn.reading': 'Comparing with the rules in force…',
  'learn.failed': 'The file could not be compared. Nothing was kept. Try again in a moment.',
  'learn.unreadable':
    'This file is no catalogue of Microsoft Learn. It holds: {found}. Nothing was kept. Download the file at the address above.',
  'learn.unreadable.nothing': 'nothing with a name',
  'learn.summary':
    '{read, plural, =0 {No skill read} one {One skill read} other {# skills read}}; {known, plural, =0 {the programme names none of them} one {the programme names one of them} other {the programme names # of them}}.',
  'learn.changes': '{count, plural, =0 {No difference} one {One difference} other {# differences}}',
  'learn.changes.none': 'The file says nothing that the rules do not say already.',
  'learn.column.skill': 'Skill',
  'learn.column.field': 'What changes',
  'learn.column.before': 'Before',
  'learn.column.after': 'After',
  'learn.field.title': 'Title',
  'learn.field.retired': 'Retirement',
  'learn.field.validity': 'Renewal',
  'learn.validity.roleBased': 'expires, by the rule of the programme',
  'learn.validity.none': 'does not expire',
  'learn.problems':
    '{count, plural, one {One problem would be left to mend in the draft} other {# problems would be left to mend in the draft}}',
  'learn.leftOut': '{count, plural, one {One statement left out} other {# statements left out}}',
  'learn.leftOut.renewal':
    '{skill}: a renewal every {value} days, which the rules of the programme do not know.',
  'learn.leftOut.twice': '{skill}: the file also says {value}, in another entry ({uid}).',
  'learn.unknown':
    '{count, plural, one {One skill that the programme does not name, and that is not used} other {# skills that the programme does not name, and that are not used}}',
  'learn.unknown.ambiguous': 'several skills have this title',
  'learn.more': 'and {count, plural, one {one other} other {# others}}',
  'learn.notUnderstood':
    '{count, plural, one {One place of the file was not understood} other {# places of the file were not understood}}',
  'learn.draft': 'Make a draft of these differences',
  'learn.draft.nothing': 'There is no difference to keep.',
  'learn.draft.failed': 'The draft could not be made. Nothing was kept. Try again in a moment.',
  'learn.draft.note': 'Microsoft Learn’s catalogue of {day}',
};
