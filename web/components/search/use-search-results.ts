import { useQuery } from '@tanstack/react-query';
import { useDeferredValue, useMemo } from 'react';
import { searchQuery } from '../../api/queries.ts';
import { useLocale } from '../../messages/locale.tsx';
import { useText } from '../../messages/use-text.ts';
import { PATHS } from '../../paths.ts';
import { useTheme } from '../../ui/ThemeProvider.tsx';
import { navigationFor } from '../navigation-entries.ts';
import { useOwnRules } from '../programme.ts';
import { useSession } from '../session.tsx';
import { useUrlState } from '../url-state.ts';
import { useLanguageChoice } from '../use-language-choice.ts';
import { useSignOut } from '../use-sign-out.ts';
import { furtherPagesFor } from './further-pages.ts';
import {
  competencyEntries,
  entryOf,
  furtherPageEntries,
  helpSearchEntries,
  pageEntries,
  type SearchEntry,
  type SearchGroup,
} from './search-entries.ts';
import { matches, readingsOf } from './search-text.ts';

const GROUP_ORDER: readonly SearchGroup[] = ['pages', 'competencies', 'people', 'skills', 'actions', 'help'];
const SHOWN_PER_GROUP = 6;

function useActions(): SearchEntry[] {
  const t = useText();
  const { locale } = useLocale();
  const choose = useLanguageChoice();
  const { toggle, dark } = useTheme();
  const signOut = useSignOut();
  const [url, patch] = useUrlState();
  const today = url.asOf === undefined && url.knownAt === undefined;
  return useMemo(() => {
    const action = (key: string, label: string, run: () => void) =>
      entryOf({ key, group: 'actions', label, detail: '', run });
    return [
      ...(today
        ? []
        : [action('today', t('asOf.banner.back'), () => patch({ asOf: undefined, knownAt: undefined }))]),
      action('theme', t(dark ? 'shell.theme.light' : 'shell.theme.dark'), toggle),
      action('language', t('search.action.language'), () => choose(locale === 'fr' ? 'en' : 'fr')),
      action('sign-out', t('shell.signOut'), () => void signOut()),
    ];
  }, [t, locale, choose, toggle, dark, signOut, patch, today]);
}

function useHelpEntries(): SearchEntry[] {
  const { locale } = useLocale();
  const help = useQuery({
    queryKey: ['help-entries', locale],
    staleTime: Number.POSITIVE_INFINITY,
    queryFn: async () => (await import('../../help/help-index.ts')).helpEntries(locale),
  });
  return useMemo(() => helpSearchEntries(help.data ?? []), [help.data]);
}

function useFoundOnServer(text: string): SearchEntry[] {
  const session = useSession();
  const found = useQuery({
    ...searchQuery(session.partner?.id ?? '', text.trim(), session.question.programme),
  });
  const report = session.can('skills-report');
  return useMemo(() => {
    const people = (found.data?.people ?? []).map((person) =>
      entryOf({
        key: `person ${person.userId}`,
        group: 'people',
        label: person.label,
        detail: person.email ?? '',
        href: report
          ? `${PATHS.skillsReport}?user=${encodeURIComponent(person.userId)}`
          : `${PATHS.users}?search=${encodeURIComponent(person.email ?? person.label)}`,
      }),
    );
    const skills = (found.data?.skills ?? []).map((skill) =>
      entryOf({
        key: `skill ${skill.id}`,
        group: 'skills',
        label: skill.title,
        detail: skill.id.replace(/^[a-z]+:/, ''),
        href: report
          ? `${PATHS.skillsReport}?search=${encodeURIComponent(skill.title)}`
          : `${PATHS.requirements}?search=${encodeURIComponent(skill.title)}`,
      }),
    );
    return [...people, ...skills];
  }, [found.data, report]);
}

export interface SearchResults {
  readonly groups: readonly { readonly group: SearchGroup; readonly entries: readonly SearchEntry[] }[];
  readonly flat: readonly SearchEntry[];
}

/**
 * Pages, competencies and help are found here, at once: Enter must open what the whole text names, however fast it was
 * typed. People and skills are asked of the server and may follow.
 */
export function useSearchResults(text: string): SearchResults {
  const t = useText();
  const { locale } = useLocale();
  const session = useSession();
  const programmes = useOwnRules();
  const actions = useActions();
  const help = useHelpEntries();
  const remote = useFoundOnServer(useDeferredValue(text));
  return useMemo(() => {
    const leading = { status: session.can('competencies'), several: programmes.length > 1 };
    const local = [
      ...pageEntries(navigationFor(session), t),
      ...furtherPageEntries(furtherPagesFor(session), t),
      ...programmes.flatMap((programme) => competencyEntries(programme, locale, leading)),
      ...actions,
      ...help,
    ];
    const readings = readingsOf(text);
    const blank = readings[0] === '';
    const kept = blank
      ? local.filter((entry) => entry.group === 'pages' || entry.group === 'actions')
      : [...local.filter((entry) => matches(entry.haystack, readings)), ...remote];
    const groups = GROUP_ORDER.map((group) => ({
      group,
      entries: kept.filter((entry) => entry.group === group).slice(0, blank ? 12 : SHOWN_PER_GROUP),
    })).filter(({ entries }) => entries.length > 0);
    return { groups, flat: groups.flatMap(({ entries }) => entries) };
  }, [text, t, locale, session, programmes, actions, help, remote]);
}
