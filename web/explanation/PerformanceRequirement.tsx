import { useIntl } from 'react-intl';
import type { z } from 'zod';
import type { PerformanceNodeSchema } from '../../src/contract/explanation.ts';
import type { MessageId } from '../messages/messages.ts';
import { useDates } from '../messages/use-dates.ts';
import { useLocalText, useText } from '../messages/use-text.ts';
import styles from './Explanation.module.css';
import { useExplanation } from './explanation-context.ts';
import { ImportMetricsLink } from './ImportMetricsLink.tsx';
import { METRIC_KINDS } from './metric-kinds.ts';
import { usePerformanceSentence } from './performance-sentence.ts';
import { RequirementFrame } from './RequirementFrame.tsx';

export type PerformanceNode = z.infer<typeof PerformanceNodeSchema>;

const MARKETS: Readonly<Record<'developed' | 'developing', MessageId>> = {
  developed: 'competency.performance.market.developed',
  developing: 'competency.performance.market.developing',
};

const MONTHS = 12;

/** The months measured, and those they are compared with. */
function Window({ node: { window, before } }: { node: PerformanceNode }) {
  const t = useText();
  const dates = useDates();
  if (window === null) return <p className={styles.quiet}>{t('competency.performance.noYear')}</p>;
  const span = ({ from, to }: typeof window) => ({ from: dates.month(from), to: dates.month(to) });
  return (
    <>
      <p className={styles.quiet}>{t('competency.performance.window', span(window))}</p>
      {before !== undefined && (
        <p className={styles.quiet}>{t('competency.performance.before', span(before))}</p>
      )}
    </>
  );
}

function UnknownMonths({ months }: { months: readonly string[] }) {
  const t = useText();
  const dates = useDates();
  if (months.length === 0) return null;
  const text =
    months.length === MONTHS
      ? t('competency.performance.allUnknown')
      : t('competency.performance.unknown', { months: months.map(dates.month).join(', ') });
  return (
    <p className={styles.short}>
      {text} <ImportMetricsLink />
    </p>
  );
}

/** A metric over its window against its threshold. */
export function PerformanceRequirement({ node }: { node: PerformanceNode }) {
  const t = useText();
  const local = useLocalText();
  const sentence = usePerformanceSentence();
  const { formatNumber } = useIntl();
  const metric = useExplanation().programme.metrics[node.metric];
  const name = metric === undefined ? node.metric : local(metric.name);
  const unit = metric === undefined || node.measure === 'count' ? '' : local(metric.unit);
  const kind = METRIC_KINDS[metric?.kind ?? ''];
  const basis = t('competency.basis.performance');
  const market = node.market === null ? '' : ` (${t(MARKETS[node.market])})`;
  const share = node.need === 0 ? 1 : Math.max(0, Math.min(1, node.have / node.need));
  // Nothing known is not nothing done.
  const unknown = node.outcome === 'undetermined' && node.have === 0;
  const have = unknown ? t('score.unknown.short') : formatNumber(node.have);
  const values = { have, need: formatNumber(node.need), unit };
  return (
    <RequirementFrame
      basis={kind === undefined ? basis : `${basis} – ${t(kind)}`}
      outcome={node.outcome}
      figure={t('competency.performance.have', values)}
    >
      <p className={styles.sentence}>
        {sentence({ metric: name, unit, need: node.need, window: node.windowKind, measure: node.measure })}
        {market}
      </p>
      <div className={styles.bar} role="img" aria-label={t('competency.performance.have', values)}>
        <span style={{ width: `${share * 100}%` }} />
      </div>
      <Window node={node} />
      {node.outcome === 'unmet' && (
        <p className={styles.short}>
          {t('competency.performance.missing', { missing: formatNumber(node.shortfall), unit })}
        </p>
      )}
      {node.outcome === 'undetermined' && <UnknownMonths months={node.unknownMonths} />}
    </RequirementFrame>
  );
}
