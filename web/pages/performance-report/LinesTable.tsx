import { Link } from '@tanstack/react-router';
import { useMemo } from 'react';
import type { PerformanceLine, PerformanceReport } from '../../../src/contract/performance-report.ts';
import { LevelMark } from '../../components/LevelMark.tsx';
import { useBasisLabel } from '../../components/use-labels.ts';
import { METRIC_KINDS } from '../../explanation/metric-kinds.ts';
import { useLocalText, useText } from '../../messages/use-text.ts';
import { PATHS } from '../../paths.ts';
import table from '../../ui/Table.module.css';
import { NeedCell } from './NeedCell.tsx';
import styles from './PerformanceReport.module.css';
import { ThresholdBar } from './ThresholdBar.tsx';
import { useAmounts } from './use-amount.ts';
import { useReportView } from './use-report-view.ts';

interface LinesTableProps {
  readonly lines: readonly PerformanceLine[];
  readonly ranks: PerformanceReport['ranks'];
}

/** What kind of line it is, in few words. */
function useBasis(): (line: PerformanceLine) => string {
  const t = useText();
  const basis = useBasisLabel();
  return (line) => {
    const kind = line.basis === 'performance' ? METRIC_KINDS[line.metricKind ?? ''] : undefined;
    const parts = [basis(line.basis)];
    if (kind !== undefined) parts.push(t(kind));
    if (line.oneOf) parts.push(t('performance.oneOf'));
    return parts.join(' · ');
  };
}

function Row({ line, ranks }: { line: PerformanceLine; ranks: LinesTableProps['ranks'] }) {
  const t = useText();
  const local = useLocalText();
  const basis = useBasis();
  const { amount, added } = useAmounts();
  const [view] = useReportView();
  const to = {
    to: PATHS.performanceLine,
    params: { competency: line.competency, line: line.id },
    className: table.link,
  } as const;
  const contributed = view === 'trailing' ? 'performance.trailing' : 'performance.anniversaryYear';
  return (
    <tr>
      <td data-label="">
        <span className={styles.title}>
          <Link {...to}>{local(line.title)}</Link>
          <span className={styles.hint}>{basis(line)}</span>
        </span>
      </td>
      <td data-label={t('performance.have')} className={styles.number}>
        <span className={styles.have}>
          <Link {...to}>{amount(line, line.have)}</Link>
          <ThresholdBar line={line} />
        </span>
      </td>
      <td data-label={t(contributed)} className={styles.number}>
        {line[view] === null ? (
          <span className={table.quiet}>{added(line, null)}</span>
        ) : (
          <Link {...to}>{added(line, line[view])}</Link>
        )}
      </td>
      {ranks.map(({ id, name }) => (
        <td key={id} data-label={local(name)}>
          <NeedCell line={line} level={id} />
        </td>
      ))}
    </tr>
  );
}

interface Group {
  readonly key: string;
  readonly lines: PerformanceLine[];
}

function grouped(lines: readonly PerformanceLine[], keyOf: (line: PerformanceLine) => string): Group[] {
  const groups = new Map<string, PerformanceLine[]>();
  for (const line of lines) {
    const key = keyOf(line);
    const known = groups.get(key);
    if (known === undefined) groups.set(key, [line]);
    else known.push(line);
  }
  return [...groups].map(([key, own]) => ({ key, lines: own }));
}

function OptionTable({ lines, ranks, caption }: LinesTableProps & { caption: string }) {
  const t = useText();
  const [view] = useReportView();
  return (
    <div className={table.card}>
      <table className={`${table.table} ${table.cards} ${styles.lines}`} aria-label={caption}>
        <thead>
          <tr>
            <th>{t('performance.title')}</th>
            <th className={styles.number}>{t('performance.have')}</th>
            <th className={styles.number}>
              {t(view === 'trailing' ? 'performance.trailing' : 'performance.anniversaryYear')}
            </th>
            {ranks.map(({ id }) => (
              <th key={id}>
                <LevelMark level={id} size={18} />
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {lines.map((line) => (
            <Row key={line.id} line={line} ranks={ranks} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** The lines, below their competency and option; only the levels that some line asks for have a column. */
export function LinesTable({ lines, ranks }: LinesTableProps) {
  const local = useLocalText();
  const competencies = useMemo(
    () =>
      grouped(lines, ({ competency }) => competency).map(({ key, lines: own }) => ({
        key,
        first: own[0]!,
        options: grouped(own, ({ option }) => option ?? ''),
      })),
    [lines],
  );
  return competencies.map(({ key, first, options }) => (
    <section key={key} className={styles.competency}>
      <h3>
        <Link to={PATHS.competency} params={{ competency: key }} className={table.link}>
          {local(first.name)}
        </Link>
      </h3>
      {options.map(({ key: option, lines: own }) => {
        const name = own[0]!.optionName;
        const asked = ranks.filter(({ id }) =>
          own.some(({ levels }) => levels.some((one) => one.level === id)),
        );
        const caption = [local(first.name), ...(name === null ? [] : [local(name)])].join(' – ');
        return (
          <section key={option} className={styles.option}>
            {name !== null && (
              <h4>
                <Link
                  to={PATHS.competency}
                  params={{ competency: key }}
                  search={{ option }}
                  className={table.link}
                >
                  {local(name)}
                </Link>
              </h4>
            )}
            <OptionTable lines={own} ranks={asked} caption={caption} />
          </section>
        );
      })}
    </section>
  ));
}
