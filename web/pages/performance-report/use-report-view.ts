import type {
  LineMonth,
  PerformanceLine,
  PerformanceReport,
} from '../../../src/contract/performance-report.ts';
import { useUrlState } from '../../components/url-state.ts';

/** Over which months the report looks: the twelve before the day, or those of the year of the membership. */
export type ReportView = 'trailing' | 'anniversaryYear';

/** In the address only when it is not the usual one. */
const PRINTED = { trailing: undefined, anniversaryYear: 'anniversary' } as const;

export function useReportView(): readonly [ReportView, (view: ReportView) => void] {
  const [url, patch] = useUrlState();
  const view = url.view === PRINTED.anniversaryYear ? 'anniversaryYear' : 'trailing';
  return [view, (next) => patch({ view: PRINTED[next] })];
}

/** The months that a view looks at; none where there is no year of a membership. */
export function monthsOfView(
  months: readonly LineMonth[],
  windows: PerformanceReport['windows'],
  view: ReportView,
): readonly LineMonth[] {
  const from = windows[view];
  return from === null ? [] : months.filter(({ month }) => month >= from);
}

/** What people add has a sign: there can be fewer of them than before. */
export function isSigned({ basis }: PerformanceLine): boolean {
  return basis === 'skills';
}
