import { useIntl } from 'react-intl';
import type { z } from 'zod';
import type { PerformanceNodeSchema } from '../../src/contract/explanation.ts';
import type { MessageId } from '../messages/messages.ts';
import { useDates } from '../messages/use-dates.ts';
import { useLocalText, useText } from '../messages/use-text.ts';
import styles from './Explanation.module.css';
import { useExplanation } from './explanation-context.ts';
import { METRIC_KINDS } from './metric-kinds.ts';
import { RequirementFrame } from './RequirementFrame.tsx';

export type PerformanceNode = z.infer<typeof PerformanceNodeSchema>;

const MARKETS: Readonly<Record<'developed' | 'developing', MessageId>> = {
  developed: 'competency.performance.market.developed',
  developing: 'competency.performance.market.developing',
};

const MONTHS = 12;

function UnknownMonths({ months }: { months: readonly string[] }) {
  const t = useText();
  const dates = useDates();
  if (months.length === 0) return null;
  const text =
    months.length >= MONTHS
      ? t('competency.performance.allUnknown')
      : t('competency.performance.unknown', { months: months.map(dates.month).join(', ') });
  return <p className={styles.quiet}>{text}</p>;
}

/** A sum over the last twelve complete months against its threshold. */
export function PerformanceRequirement({ node }: { node: PerformanceNode }) {
  const t = useText();
  const local = useLocalText();
  const dates = useDates();
  const { formatNumber } = useIntl();
  const metric = useExplanation().programme.metrics[node.metric];
  const name = metric === undefined ? node.metric : local(metric.name);
  const unit = metric === undefined ? '' : local(metric.unit);
  const kind = METRIC_KINDS[metric?.kind ?? ''];
  const basis = t('competency.basis.performance');
  const market = node.market === null ? '' : ` (${t(MARKETS[node.market])})`;
  const share = node.need === 0 ? 1 : Math.min(1, node.have / node.need);
  const values = { have: formatNumber(node.have), need: formatNumber(node.need), unit };
  return (
    <RequirementFrame
      basis={kind === undefined ? basis : `${basis} – ${t(kind)}`}
      outcome={node.outcome}
      figure={t('competency.performance.have', values)}
    >
      <p className={styles.sentence}>
        {t('competency.performance.atLeast', { metric: name, need: formatNumber(node.need), unit })}
        {market}
      </p>
      <div className={styles.bar} role="img" aria-label={t('competency.performance.have', values)}>
        <span style={{ width: `${share * 100}%` }} />
      </div>
      <p className={styles.quiet}>
        {t('competency.performance.window', {
          from: dates.month(node.window.from),
          to: dates.month(node.window.to),
        })}
      </p>
      {node.outcome === 'unmet' && (
        <p className={styles.short}>
          {t('competency.performance.missing', { missing: formatNumber(node.shortfall), unit })}
        </p>
      )}
      {node.outcome === 'undetermined' && <UnknownMonths months={node.unknownMonths} />}
    </RequirementFrame>
  );
}
