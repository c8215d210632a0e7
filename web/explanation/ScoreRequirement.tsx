import type { ScoreNodeView } from '../../src/contract/explanation.ts';
import { useText } from '../messages/use-text.ts';
import styles from './Explanation.module.css';
import { useExplanation } from './explanation-context.ts';
import { RequirementFrame } from './RequirementFrame.tsx';
import { ScoreBar } from './ScoreBar.tsx';
import { ScoreMetric } from './ScoreMetric.tsx';
import score from './ScoreRequirement.module.css';
import { scoreGap } from './score-gap.ts';
import { isUnknown } from './score-metrics.ts';
import { useMissingPoints, usePoints } from './use-points.ts';
import { useScoreNames } from './use-score-names.ts';

/** Points against their threshold, metric by metric, with what they come from and what is unknown. */
export function ScoreRequirement({ node }: { node: ScoreNodeView }) {
  const t = useText();
  const points = usePoints();
  const missing = useMissingPoints();
  const { nameOf } = useScoreNames(useExplanation().programme);
  const values = { threshold: points(node.need), max: points(node.max) };
  const tooHigh = node.below !== null && node.have >= node.below;
  // Figures stand side by side; what counts people takes a line of its own below them.
  const metrics = [...node.metrics].sort((a, b) => Number(a.make === 'people') - Number(b.make === 'people'));
  const gap = scoreGap(node.outcome, { ...node, points: node.have, threshold: node.need });
  const empty = gap.kind === 'empty-metrics' ? gap.metrics : [];
  const open = node.metrics
    .filter((metric) => isUnknown(metric, node.unknown))
    .reduce((sum, metric) => sum + metric.max - metric.points, 0);
  return (
    <RequirementFrame
      basis={t('score.basis')}
      outcome={node.outcome}
      figure={t('score.have', { points: points(node.have), max: points(node.max) })}
    >
      <ScoreBar score={{ ...node, metrics, points: node.have, threshold: node.need }} open={open} named />
      <p className={styles.sentence}>
        {node.below === null
          ? t('score.atLeast', values)
          : t('score.band', { ...values, below: points(node.below) })}
      </p>
      {node.everyMetricPositive && <p className={styles.quiet}>{t('score.everyMetric')}</p>}
      {node.unknown.length > 0 && (
        <p className={styles.short}>{t('score.unknown', { metrics: node.unknown.map(nameOf).join(', ') })}</p>
      )}
      {node.outcome !== 'met' && node.shortfall > 0 && (
        <p className={node.outcome === 'unmet' ? styles.short : styles.quiet}>
          {t(node.unknown.length > 0 ? 'score.short.atMost' : 'score.short', {
            count: node.shortfall,
            points: missing(node.shortfall),
          })}
        </p>
      )}
      {node.outcome === 'unmet' && tooHigh && <p className={styles.quiet}>{t('score.tooHigh')}</p>}
      {empty.length > 0 && (
        <p className={styles.short}>{t('score.empty', { metrics: empty.map(nameOf).join(', ') })}</p>
      )}
      <div className={score.metrics}>
        {metrics.map((metric) => (
          <ScoreMetric key={metric.metric} metric={metric} unknown={isUnknown(metric, node.unknown)} />
        ))}
      </div>
    </RequirementFrame>
  );
}
