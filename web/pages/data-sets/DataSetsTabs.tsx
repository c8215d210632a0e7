import { Tab, TabList } from '@fluentui/react-components';
import { useNavigate } from '@tanstack/react-router';
import { useText } from '../../messages/use-text.ts';
import { PATHS } from '../../paths.ts';

const TABS = {
  data: PATHS.dataSets,
  feed: PATHS.dataFeed,
  scheduled: PATHS.scheduledReports,
} as const;
type DataSetsTab = keyof typeof TABS;

/** The rows, the feed of them and what is received regularly are pages with one row of tabs. */
export function DataSetsTabs({ selected }: { selected: DataSetsTab }) {
  const t = useText();
  const navigate = useNavigate();
  return (
    <TabList
      className="no-print"
      selectedValue={selected}
      style={{ margin: '-4px 0 0 -10px', flex: 'none', flexWrap: 'wrap' }}
      onTabSelect={(_, data) => void navigate({ to: TABS[data.value as DataSetsTab] })}
    >
      <Tab value="data">{t('dataSets.tab.data')}</Tab>
      <Tab value="feed">{t('dataSets.tab.feed')}</Tab>
      <Tab value="scheduled">{t('dataSets.tab.scheduled')}</Tab>
    </TabList>
  );
}
