import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useIntl } from 'react-intl';
import type { LineMonth, PerformanceLineDetail } from '../../../src/contract/performance-report.ts';
import { Chart } from '../../components/charts/Chart.tsx';
import type { ChartData, ChartLineKind, ChartPoint } from '../../components/charts/chart-data.ts';
import { useSession } from '../../components/session.tsx';
import { useLevelName } from '../../components/use-level-name.ts';
import { addDays, useDates } from '../../messages/use-dates.ts';
import { useLocalText, useText } from '../../messages/use-text.ts';
import { PATHS } from '../../paths.ts';
import table from '../../ui/Table.module.css';
import type { ReportedSpan } from './reported-span.ts';
import { isSigned, monthsOfView, type ReportView } from './use-report-view.ts';

const LINES: Readonly<Record<string, ChartLineKind>> = { silver: 'silver', gold: 'gold' };

/** Last day of a month, and of the month of the page its day. */
function endOf({ month, complete }: LineMonth, day: string): string {
  if (!complete) return day;
  const [year = 0, number = 0] = month.split('-').map(Number);
  const next = `${number === 12 ? year + 1 : year}-${String((number % 12) + 1).padStart(2, '0')}-01`;
  return addDays(next, -1);
}

interface LineChartsProps {
  readonly detail: PerformanceLineDetail;
  readonly view: ReportView;
}

function usePoints(months: readonly LineMonth[]): readonly ChartPoint[] {
  const t = useText();
  const dates = useDates();
  return months.map(({ month, complete }) => ({
    id: month,
    label: complete ? dates.month(month) : t('performance.month.soFar', { month: dates.month(month) }),
    short: dates.shortMonth(month),
  }));
}

/** The numbers of the chart lead to their rows: people of that day, changes of that month, or reported figures. */
function useLinks({ detail: { line }, view }: LineChartsProps, months: readonly LineMonth[]) {
  const { day } = useSession();
  const monthOf = (id: string) => months.find(({ month }) => month === id);
  const within = (span: ReportedSpan, children: ReactNode) => (
    <Link to="." search={(before) => ({ ...before, ...span })} hash="reported" className={table.link}>
      {children}
    </Link>
  );
  const begins = months[0]?.month ?? '';
  return {
    standing: ({ id }: ChartPoint, text: string) => {
      const month = monthOf(id);
      if (month === undefined) return text;
      if (line.basis !== 'skills') {
        const from = view === 'trailing' ? undefined : begins;
        return within({ month: id, span: 'sum', from }, text);
      }
      return (
        <Link
          to={PATHS.performanceLine}
          params={{ competency: line.competency, line: line.id }}
          search={(before) => ({ ...before, asOf: endOf(month, day) })}
          hash="people"
          className={table.link}
        >
          {text}
        </Link>
      );
    },
    contribution: ({ id }: ChartPoint, text: string) => {
      const month = monthOf(id);
      if (month === undefined) return text;
      if (line.basis !== 'skills') return within({ month: id, span: undefined, from: undefined }, text);
      return (
        <Link
          to={PATHS.changes}
          search={(before) => ({
            ...before,
            asOf: endOf(month, day),
            since: addDays(`${id}-01`, -1),
            competency: line.competency,
            tab: 'skills',
          })}
          className={table.link}
        >
          {text}
        </Link>
      );
    },
  };
}

/** Month by month: what was added, and where that stood against what the levels ask for. */
export function LineCharts(props: LineChartsProps) {
  const { detail, view } = props;
  const { line, ranks, windows } = detail;
  const t = useText();
  const local = useLocalText();
  const levelName = useLevelName();
  const { formatNumber } = useIntl();
  const months = monthsOfView(detail.months, windows, view);
  const points = usePoints(months);
  const links = useLinks(props, months);
  if (months.length === 0) return null;
  const people = line.basis === 'skills';
  const thresholds = ranks
    .filter(({ id }) => months.some((month) => month.thresholds[id] !== undefined))
    .map(({ id }) => ({
      id,
      label: t('performance.chart.threshold', { level: levelName(id) }),
      kind: LINES[id] ?? ('other' as const),
      values: months.map((month) => month.thresholds[id] ?? null),
    }));
  const standing = {
    id: 'standing',
    label: t(people ? 'performance.chart.people' : 'performance.chart.sum'),
    values: months.map((month) => month[view]),
  };
  const contribution = {
    id: 'contribution',
    label: t(people ? 'performance.chart.change' : 'performance.chart.contribution'),
    values: months.map((month) => month.contribution),
  };
  const against: ChartData = people
    ? { points, columns: [standing], lines: thresholds }
    : { points, columns: [], lines: [{ ...standing, kind: 'figure' }, ...thresholds] };
  const unit = line.unit === null ? '' : local(line.unit);
  const tick = (value: number) => formatNumber(value, { notation: 'compact', maximumFractionDigits: 1 });
  const signed = (value: number) =>
    formatNumber(value, { signDisplay: isSigned(line) ? 'exceptZero' : 'auto' });
  return (
    <>
      <Chart
        title={t(people ? 'performance.chart.people.title' : 'performance.chart.sum.title')}
        description={people ? t('performance.chart.people.text') : t('performance.chart.sum.text', { unit })}
        axis={t('performance.month')}
        data={against}
        format={formatNumber}
        formatTick={tick}
        whole={people}
        link={(point, series, text) => (series.id === 'standing' ? links.standing(point, text) : text)}
      />
      <Chart
        title={t(people ? 'performance.chart.change.title' : 'performance.chart.contribution.title')}
        description={
          people ? t('performance.chart.change.text') : t('performance.chart.contribution.text', { unit })
        }
        axis={t('performance.month')}
        data={{ points, columns: [contribution], lines: [] }}
        format={signed}
        formatTick={tick}
        whole={people}
        link={(point, _, text) => links.contribution(point, text)}
      />
    </>
  );
}
