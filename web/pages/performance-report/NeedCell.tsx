import { useIntl } from 'react-intl';
import type { PerformanceLine } from '../../../src/contract/performance-report.ts';
import { OutcomeBadge } from '../../explanation/OutcomeBadge.tsx';
import { useText } from '../../messages/use-text.ts';
import table from '../../ui/Table.module.css';
import styles from './PerformanceReport.module.css';

/** What a level asks for and whether it is there. */
export function NeedCell({ line, level }: { line: PerformanceLine; level: string }) {
  const t = useText();
  const { formatNumber } = useIntl();
  const asked = line.levels.find((each) => each.level === level);
  if (asked === undefined) return <span className={table.quiet}>{t('performance.notAsked')}</span>;
  const { need, outcome, shortfall } = asked;
  return (
    <span className={styles.need}>
      {line.basis !== 'company' && <span className={styles.figure}>{formatNumber(need)}</span>}
      <OutcomeBadge
        outcome={outcome}
        {...(outcome === 'unmet' &&
          shortfall > 0 &&
          line.basis !== 'company' && {
            text: t('performance.short', { missing: formatNumber(shortfall, { maximumFractionDigits: 2 }) }),
          })}
      />
    </span>
  );
}
