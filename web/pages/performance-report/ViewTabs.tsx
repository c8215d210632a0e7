import { Tab, TabList } from '@fluentui/react-components';
import type { PerformanceReport } from '../../../src/contract/performance-report.ts';
import { useDates } from '../../messages/use-dates.ts';
import { useText } from '../../messages/use-text.ts';
import styles from './PerformanceReport.module.css';
import { type ReportView, useReportView } from './use-report-view.ts';

/** The two windows, with the months over which they look. */
export function ViewTabs({ windows }: { windows: PerformanceReport['windows'] }) {
  const t = useText();
  const dates = useDates();
  const [view, choose] = useReportView();
  const from = windows[view];
  return (
    <div className={styles.view}>
      <TabList
        size="small"
        aria-label={t('performance.view')}
        selectedValue={view}
        onTabSelect={(_, { value }) => choose(value as ReportView)}
      >
        <Tab value="trailing">{t('performance.view.trailing')}</Tab>
        <Tab value="anniversaryYear">{t('performance.view.anniversary')}</Tab>
      </TabList>
      <p className={styles.hint}>
        {from === null
          ? t('performance.view.noMembership')
          : t('performance.view.since', { month: dates.month(from) })}
      </p>
    </div>
  );
}
