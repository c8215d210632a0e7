import { useIntl } from 'react-intl';
import { useDates } from '../messages/use-dates.ts';
import { useText } from '../messages/use-text.ts';
import styles from './Explanation.module.css';
import { useExplanation } from './explanation-context.ts';
import { ImportMetricsLink } from './ImportMetricsLink.tsx';
import score from './ScoreRequirement.module.css';
import { ScoreStep } from './ScoreStep.tsx';
import type { ScoreMetricView } from './score-metrics.ts';
import { usePoints } from './use-points.ts';
import { useScoreNames } from './use-score-names.ts';

/** The reported figures: value, unit, what gives all points, and which associations count. */
function Inputs({ metric }: { metric: ScoreMetricView }) {
  const t = useText();
  const { formatNumber } = useIntl();
  const { nameOf, unitOf, associationsOf } = useScoreNames(useExplanation().programme);
  const several = metric.inputs.length > 1;
  const best = several && metric.inputs.some(({ used }) => !used);
  return (
    <ul className={score.inputs}>
      {metric.inputs.map((input, index) => {
        const associations = associationsOf(input.associations);
        const needed = { needed: formatNumber(input.unitsForMax), unit: unitOf(input.metric, metric.unit) };
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: the parts of a rule never move.
          <li key={index}>
            {several && <span>{nameOf(input.metric)} – </span>}
            <strong>
              {input.units === null
                ? several && t('score.node.noValue')
                : t('score.node.units', { ...needed, units: formatNumber(input.units) })}
            </strong>
            {input.units === null && <span>{t('score.input.needed', needed)}</span>}
            {best && input.used && ` (${t('score.input.counted')})`}
            <span className={styles.block}>
              {t('competency.performance.associations', {
                associations: associations === '' ? t('score.input.all') : associations,
              })}
            </span>
          </li>
        );
      })}
    </ul>
  );
}

function Base({ base }: { base: NonNullable<ScoreMetricView['base']> }) {
  const t = useText();
  const { formatNumber } = useIntl();
  const { unitOf } = useScoreNames(useExplanation().programme);
  const values = { need: formatNumber(base.need), unit: unitOf(base.metric, base.unit) };
  return (
    <p className={styles.quiet}>
      {base.have === null
        ? t('score.node.baseAssumed', values)
        : t('score.node.base', { ...values, have: formatNumber(base.have) })}
    </p>
  );
}

function Growth({ growth }: { growth: NonNullable<ScoreMetricView['growth']> }) {
  const t = useText();
  const dates = useDates();
  const { people, baseline, baselineOn } = growth;
  return (
    <p className={styles.quiet}>{t('score.node.growth', { people, baseline, day: dates.day(baselineOn) })}</p>
  );
}

function Unknown({ metric }: { metric: ScoreMetricView }) {
  const t = useText();
  const dates = useDates();
  const points = usePoints();
  return (
    <p className={styles.short}>
      {t('score.metric.unknown', {
        month: metric.month === null ? '' : dates.month(metric.month),
        count: metric.max - metric.points,
        points: points(metric.max - metric.points),
      })}{' '}
      <ImportMetricsLink />
    </p>
  );
}

/** One metric of a score: its points, and where they come from. */
export function ScoreMetric({ metric, unknown }: { metric: ScoreMetricView; unknown: boolean }) {
  const t = useText();
  const dates = useDates();
  const points = usePoints();
  const { nameOf } = useScoreNames(useExplanation().programme);
  const earned = metric.steps.reduce((sum, step) => sum + step.points, 0);
  return (
    <section className={metric.make === 'people' ? `${score.metric} ${score.whole}` : score.metric}>
      <div className={score.metricHead}>
        <h4>{nameOf(metric.metric)}</h4>
        <span className={styles.figure}>
          {unknown && metric.points === 0
            ? t('score.unknown.short')
            : t('score.points', { points: points(metric.points), max: points(metric.max) })}
        </span>
      </div>
      <div className={unknown ? `${styles.bar} ${score.open}` : styles.bar} aria-hidden="true">
        <span style={{ width: `${(100 * metric.points) / metric.max}%` }} />
      </div>
      {unknown && <Unknown metric={metric} />}
      {!unknown && metric.month !== null && (
        <p className={styles.quiet}>{t('score.month', { month: dates.month(metric.month) })}</p>
      )}
      {metric.inputs.length > 0 && <Inputs metric={metric} />}
      {metric.base !== null && <Base base={metric.base} />}
      {earned > metric.max && (
        <p className={styles.quiet}>
          {t('score.metric.capped', { count: earned, points: points(earned), max: points(metric.max) })}
        </p>
      )}
      {metric.steps.length > 0 && (
        <div className={score.steps}>
          {metric.steps.map((step) => (
            <ScoreStep key={step.step} step={step} only={metric.steps.length === 1} />
          ))}
        </div>
      )}
      {metric.growth !== null && <Growth growth={metric.growth} />}
    </section>
  );
}
