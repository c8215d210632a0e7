import { PageTabs } from '../../components/PageTabs.tsx';
import { PATHS } from '../../paths.ts';

const TABS = {
  data: { path: PATHS.dataSets, label: 'dataSets.tab.data' },
  feed: { path: PATHS.dataFeed, label: 'dataSets.tab.feed' },
  scheduled: { path: PATHS.scheduledReports, label: 'dataSets.tab.scheduled' },
} as const;

/** The rows, the feed of them and what is received regularly. */
export function DataSetsTabs({ selected }: { selected: keyof typeof TABS }) {
  return <PageTabs tabs={TABS} selected={selected} />;
}
