import { useIntl } from 'react-intl';
import type { ScoreNodeView } from '../../src/contract/explanation.ts';
import { useDates } from '../messages/use-dates.ts';
import { useText } from '../messages/use-text.ts';
import styles from './Explanation.module.css';
import { useExplanation } from './explanation-context.ts';
import { PredicateList } from './PredicateList.tsx';
import { RequirementFrame } from './RequirementFrame.tsx';
import { usePoints } from './use-points.ts';
import { useScoreNames } from './use-score-names.ts';

type Metric = ScoreNodeView['metrics'][number];

function Inputs({ metric }: { metric: Metric }) {
  const t = useText();
  const { formatNumber } = useIntl();
  const { nameOf, unitOf, associationsOf } = useScoreNames(useExplanation().programme);
  return (
    <ul className={styles.predicate}>
      {metric.inputs.map((input, index) => {
        const value =
          input.units === null
            ? t('score.node.noValue')
            : t('score.node.units', {
                units: formatNumber(input.units),
                needed: formatNumber(input.unitsForMax),
                unit: unitOf(input.metric, metric.unit),
              });
        const name = associationsOf(metric.inputs.length > 1 ? input.associations : null);
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: the parts of a rule never move.
          <li key={index}>
            {name === '' ? nameOf(input.metric) : name}: {value}
          </li>
        );
      })}
    </ul>
  );
}

function Base({ base }: { base: NonNullable<Metric['base']> }) {
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

function Step({ step }: { step: Metric['steps'][number] }) {
  const t = useText();
  const { programme, people } = useExplanation();
  return (
    <div className={styles.child}>
      <p className={styles.sentence}>
        {t('score.node.step', { step: step.step, people: step.people, need: step.need })}
      </p>
      {step.predicate !== undefined && <PredicateList predicate={step.predicate} skills={programme.skills} />}
      {step.seats.length > 0 && (
        <p className={styles.quiet}>
          {step.seats.map(({ person }) => people[person]?.label ?? person).join(', ')}
        </p>
      )}
      {!step.open && <p className={styles.short}>{t('score.node.closed')}</p>}
    </div>
  );
}

function MetricView({ metric }: { metric: Metric }) {
  const t = useText();
  const dates = useDates();
  const points = usePoints();
  const { nameOf } = useScoreNames(useExplanation().programme);
  const { growth } = metric;
  return (
    <details className={styles.more}>
      <summary>
        {nameOf(metric.metric)} –{' '}
        {t('score.points', { points: points(metric.points), max: points(metric.max) })}
      </summary>
      {metric.inputs.length > 0 && <Inputs metric={metric} />}
      {metric.base !== null && <Base base={metric.base} />}
      {metric.steps.map((step) => (
        <Step key={step.step} step={step} />
      ))}
      {growth !== null && (
        <p className={styles.quiet}>
          {t('score.node.growth', {
            people: growth.people,
            baseline: growth.baseline,
            day: dates.day(growth.baselineOn),
          })}
        </p>
      )}
    </details>
  );
}

/** Points against their threshold, metric by metric, with what is unknown. */
export function ScoreRequirement({ node }: { node: ScoreNodeView }) {
  const t = useText();
  const points = usePoints();
  const { nameOf } = useScoreNames(useExplanation().programme);
  const values = { threshold: points(node.need), max: points(node.max) };
  const tooHigh = node.below !== null && node.have >= node.below;
  return (
    <RequirementFrame
      basis={t('score.basis')}
      outcome={node.outcome}
      figure={t('score.have', { points: points(node.have), max: points(node.max) })}
    >
      <p className={styles.sentence}>
        {node.below === null
          ? t('score.atLeast', values)
          : t('score.band', { ...values, below: points(node.below) })}
      </p>
      {node.everyMetricPositive && <p className={styles.quiet}>{t('score.everyMetric')}</p>}
      {node.metrics.map((metric) => (
        <MetricView key={metric.metric} metric={metric} />
      ))}
      {node.outcome !== 'met' && node.shortfall > 0 && (
        <p className={styles.short}>{t('score.short', { points: points(node.shortfall) })}</p>
      )}
      {node.outcome === 'unmet' && tooHigh && <p className={styles.quiet}>{t('score.tooHigh')}</p>}
      {node.unknown.length > 0 && (
        <p className={styles.quiet}>{t('score.unknown', { metrics: node.unknown.map(nameOf).join(', ') })}</p>
      )}
    </RequirementFrame>
  );
}
