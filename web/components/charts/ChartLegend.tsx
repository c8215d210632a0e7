import { useId } from 'react';
import { ChartPatterns, patternFill } from './ChartPatterns.tsx';
import styles from './Charts.module.css';
import type { ChartData, ChartLineKind } from './chart-data.ts';

function LineSample({ kind }: { kind: ChartLineKind }) {
  return (
    <svg width="26" height="14" aria-hidden="true">
      <path d="M1 7H25" className={`${styles.line} ${styles[kind]}`} />
      {kind === 'figure' && <circle cx="13" cy="7" r="3.5" className={styles.dot} />}
    </svg>
  );
}

/** What each column and line of the chart is; one column alone is what the title says. */
export function ChartLegend({ data: { columns, lines } }: { data: ChartData }) {
  const id = useId();
  if (columns.length + lines.length < 2) return null;
  return (
    <ul className={styles.legend}>
      {columns.map(({ id: key, label }, index) => (
        <li key={key}>
          <svg width="14" height="14" aria-hidden="true">
            <ChartPatterns id={id} />
            <rect x="0.5" y="0.5" width="13" height="13" rx="2" fill={patternFill(id, index)} />
            <rect x="0.5" y="0.5" width="13" height="13" rx="2" className={styles.edge} />
          </svg>
          {label}
        </li>
      ))}
      {lines.map(({ id: key, label, kind }) => (
        <li key={key}>
          <LineSample kind={kind} />
          {label}
        </li>
      ))}
    </ul>
  );
}
