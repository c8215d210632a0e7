import { Tab, TabList } from '@fluentui/react-components';
import { useNavigate } from '@tanstack/react-router';
import { useText } from '../messages/use-text.ts';
import { PATHS } from '../paths.ts';
import styles from './ReportTabs.module.css';

type ReportTab = 'performance' | 'user-skills';

/** The two tabs of the performance report of the competencies; each has an address of its own. */
export function ReportTabs({ shown }: { shown: ReportTab }) {
  const t = useText();
  const navigate = useNavigate();
  return (
    <TabList
      selectedValue={shown}
      className={styles.tabs!}
      onTabSelect={(_, { value }) => {
        if (value === shown) return;
        void navigate({ to: value === 'performance' ? PATHS.performanceReport : PATHS.skillsReport });
      }}
    >
      <Tab value="performance">{t('performance.tab')}</Tab>
      <Tab value="user-skills">{t('report.tab')}</Tab>
    </TabList>
  );
}
