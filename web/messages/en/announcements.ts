import type { announcements as fr } from '../fr/announcements.ts';

export const announcements: Record<keyof typeof fr, string> = {
  'announcements.title': 'Announcements',
  'announcements.lead':
    'A message on top of every page of the chosen companies, in the language of each person, from one moment to another.',
  'announcements.new': 'New announcement',
  'announcements.none': 'No announcement',
  'announcements.none.text':
    'What you announce is seen by everybody in the chosen companies, also without a role.',
  'announcements.text.fr': 'Text in French',
  'announcements.text.en': 'Text in English',
  'announcements.kind': 'Kind',
  'announcements.kind.information': 'Notice',
  'announcements.kind.warning': 'Warning',
  'announcements.audience': 'For whom',
  'announcements.audience.all': 'All companies',
  'announcements.audience.some': 'Some companies',
  'announcements.audience.count': '{count, plural, one {# company} other {# companies}}',
  'announcements.companies': 'Ids of the companies, separated by commas',
  'announcements.from': 'From',
  'announcements.until': 'Until',
  'announcements.span.wrong': 'The end comes after the beginning, and not before today.',
  'announcements.unknown': 'One of the companies does not exist. Nothing was announced: check the ids.',
  'announcements.failed': 'Nothing was changed; what you typed is still here. Try again in a moment.',
  'announcements.send': 'Announce',
  'announcements.back': 'Cancel',
  'announcements.state.planned': 'Planned',
  'announcements.state.shown': 'Shown',
  'announcements.state.over': 'Over',
  'announcements.end': 'End',
  'announcements.end.effect':
    'The announcement leaves the pages at once. If it has not begun it is forgotten.',
};
