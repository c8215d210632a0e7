import type { PerformanceLine } from '../../../src/contract/performance-report.ts';
import styles from './PerformanceReport.module.css';

/** How far a line has come, with a mark where each level begins; the numbers stand beside it. */
export function ThresholdBar({ line: { have, levels, max } }: { line: PerformanceLine }) {
  const top = Math.max(max ?? 0, ...levels.map(({ need }) => need));
  if (top <= 0) return null;
  const share = (value: number) => `${(100 * Math.max(0, Math.min(value, top))) / top}%`;
  return (
    <div className={styles.bar} aria-hidden="true">
      <span
        className={have === null ? styles.unknown : styles.filled}
        style={{ width: share(have ?? top) }}
      />
      {levels.map(({ level, need }) => (
        <span key={level} className={styles.mark} data-level={level} style={{ left: share(need) }} />
      ))}
    </div>
  );
}
