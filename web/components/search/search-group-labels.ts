import type { MessageId } from '../../messages/messages.ts';
import type { SearchGroup } from './search-entries.ts';

export const SEARCH_GROUP_LABELS: Readonly<Record<SearchGroup, MessageId>> = {
  pages: 'search.group.pages',
  competencies: 'search.group.competencies',
  people: 'search.group.people',
  skills: 'search.group.skills',
  actions: 'search.group.actions',
  help: 'search.group.help',
};
