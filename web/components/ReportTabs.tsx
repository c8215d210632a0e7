import { PATHS } from '../paths.ts';
import { PageTabs } from './PageTabs.tsx';

const TABS = {
  performance: { path: PATHS.performanceReport, label: 'performance.tab' },
  'user-skills': { path: PATHS.skillsReport, label: 'report.tab' },
} as const;

/** The two tabs of the performance report of the competencies. */
export function ReportTabs({ shown }: { shown: keyof typeof TABS }) {
  return <PageTabs tabs={TABS} selected={shown} />;
}
