import type { ProgrammeView } from '../../../src/contract/catalogue.ts';
import type { Locale } from '../../../src/contract/common.ts';
import type { HelpEntry } from '../../help/help-index.ts';
import type { MessageId } from '../../messages/messages.ts';
import type { Translate } from '../../messages/use-text.ts';
import { PATHS } from '../../paths.ts';
import type { NavigationEntry } from '../navigation-entries.ts';
import type { FurtherPage } from './further-pages.ts';
import { normalise } from './search-text.ts';

export type SearchGroup = 'pages' | 'competencies' | 'people' | 'skills' | 'actions' | 'help';

export interface SearchEntry {
  readonly key: string;
  readonly group: SearchGroup;
  readonly label: string;
  readonly detail: string;
  /** What is compared with the words of the reader, normalised. */
  readonly haystack: string;
  /** Where it leads; an action has `run` instead. */
  readonly href?: string;
  readonly run?: () => void;
}

export function entryOf(entry: Omit<SearchEntry, 'haystack'>, keywords = ''): SearchEntry {
  return { ...entry, haystack: normalise(`${entry.label} ${entry.detail} ${keywords}`) };
}

const PAGE_KEYWORDS: Partial<Record<MessageId, MessageId>> = {
  'nav.competencies': 'search.keywords.competencies',
  'nav.requirements': 'search.keywords.requirements',
  'performance.tab': 'competencies.performanceReport',
  'nav.skillsReport': 'search.keywords.skillsReport',
  'nav.users': 'search.keywords.users',
  'nav.imports': 'search.keywords.imports',
  'nav.chaseList': 'chase.lead',
  'outbox.title': 'outbox.title.mails',
};

export function pageEntries(pages: readonly NavigationEntry[], t: Translate): SearchEntry[] {
  const entries = pages.map((page) => {
    const keywords = PAGE_KEYWORDS[page.label];
    return entryOf(
      {
        key: page.to,
        group: 'pages',
        label: t(page.label),
        detail: page.group === 'mpn' ? t('nav.mpn') : page.group === 'account' ? t('nav.account') : '',
        href: page.to,
      },
      keywords === undefined ? '' : t(keywords),
    );
  });
  const profile = entryOf(
    { key: PATHS.profile, group: 'pages', label: t('nav.profile'), detail: '', href: PATHS.profile },
    t('search.keywords.profile'),
  );
  return [...entries, profile];
}

export function furtherPageEntries(pages: readonly FurtherPage[], t: Translate): SearchEntry[] {
  return pages.map(({ to, label, within, alsoFoundBy }) =>
    entryOf(
      { key: to, group: 'pages', label: t(label), detail: t(within), href: to },
      alsoFoundBy.map((message) => t(message)).join(' '),
    ),
  );
}

/** Competencies lead to their status, or to their requirements for a reader who may not see the status. */
export function competencyEntries(
  programme: ProgrammeView,
  locale: Locale,
  { status, several }: { readonly status: boolean; readonly several: boolean },
): SearchEntry[] {
  // With several programmes each entry says which one it belongs to, and leads there.
  const query = several ? `?programme=${encodeURIComponent(programme.programme)}` : '';
  return programme.competencies.map((one) => {
    const options = one.options.flatMap(({ name }) => (name === null ? [] : [name[locale]]));
    return entryOf(
      {
        key: `competency ${programme.programme} ${one.competency}`,
        group: 'competencies',
        label: one.name[locale],
        detail: several ? programme.name[locale] : options.join(', '),
        href: status
          ? `${PATHS.competencies}/${one.competency}${query}`
          : `${PATHS.requirements}${query}#${one.competency}`,
      },
      `${one.name.fr} ${one.name.en} ${options.join(' ')} option silver gold`,
    );
  });
}

export function helpSearchEntries(entries: readonly HelpEntry[]): SearchEntry[] {
  return entries.map((entry) =>
    entryOf(
      {
        key: `help ${entry.topic} ${entry.anchor ?? ''}`,
        group: 'help',
        label: entry.title,
        detail: entry.anchor === null ? '' : entry.topicTitle,
        href: `${PATHS.help}/${entry.topic}${entry.anchor === null ? '' : `#${entry.anchor}`}`,
      },
      entry.keywords.join(' '),
    ),
  );
}
