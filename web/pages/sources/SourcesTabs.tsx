import { PageTabs } from '../../components/PageTabs.tsx';
import { PATHS } from '../../paths.ts';

const TABS = {
  sources: { path: PATHS.sources, label: 'sources.tab.all' },
  unmatched: { path: PATHS.unmatched, label: 'sources.tab.unmatched' },
} as const;

/** What delivers, and what waits of what came. */
export function SourcesTabs({ selected }: { selected: keyof typeof TABS }) {
  return <PageTabs tabs={TABS} selected={selected} />;
}
