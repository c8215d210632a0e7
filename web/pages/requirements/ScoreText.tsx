import { useIntl } from 'react-intl';
import type { ProgrammeView, ScoreMetricRuleView, ScoreRuleView } from '../../../src/contract/catalogue.ts';
import { PredicateList } from '../../explanation/PredicateList.tsx';
import { useScoreNames } from '../../explanation/use-score-names.ts';
import { useDates } from '../../messages/use-dates.ts';
import { useText } from '../../messages/use-text.ts';
import styles from './Requirements.module.css';

interface MetricProps {
  readonly metric: ScoreMetricRuleView;
  readonly programme: ProgrammeView;
}

type ByMarket = NonNullable<ScoreMetricRuleView['inputs']>[number]['unitsForMax'];

/** One text, or both of them where the markets differ. */
function useByMarket(): (developed: string, developing: string) => string {
  const t = useText();
  return (developed, developing) =>
    developed === developing ? developed : t('score.units.market', { developed, developing });
}

function useFigure(): (figure: ByMarket) => string {
  const byMarket = useByMarket();
  const { formatNumber } = useIntl();
  return ({ developed, developing }) => byMarket(formatNumber(developed), formatNumber(developing));
}

type Band = NonNullable<ScoreMetricRuleView['growth']>['bands'][number];

function useRange(): (band: Band) => string {
  const t = useText();
  const byMarket = useByMarket();
  return ({ from, to }) =>
    byMarket(
      t('score.growth.range', { from: from.developed, to: to.developed }),
      t('score.growth.range', { from: from.developing, to: to.developing }),
    );
}

function Units({ metric, programme }: MetricProps) {
  const t = useText();
  const figure = useFigure();
  const { nameOf, unitOf, associationsOf } = useScoreNames(programme);
  const inputs = metric.inputs ?? [];
  const [only] = inputs;
  const single = inputs.length === 1 && only !== undefined;
  const associations = single ? associationsOf(only.associations) : '';
  return (
    <>
      {single ? (
        <span>
          {t('score.units.all', { units: figure(only.unitsForMax), unit: unitOf(only.metric, metric.unit) })}
        </span>
      ) : (
        <>
          <span>{t(metric.combine === 'best' ? 'score.units.best' : 'score.units.sum')}</span>
          <ul className={styles.points}>
            {inputs.map((input, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: the parts of a rule never move.
              <li key={index}>
                {t('score.units.input', {
                  name: metric.combine === 'best' ? associationsOf(input.associations) : nameOf(input.metric),
                  units: figure(input.unitsForMax),
                  unit: unitOf(input.metric, metric.unit),
                })}
              </li>
            ))}
          </ul>
        </>
      )}
      {associations !== '' && (
        <span className={styles.basis}>{t('competency.performance.associations', { associations })}</span>
      )}
      {metric.base != null && (
        <span>
          {t('score.units.base', {
            min: figure(metric.base.min),
            unit: unitOf(metric.base.metric, metric.base.unit),
            metric: nameOf(metric.base.metric),
          })}
        </span>
      )}
    </>
  );
}

type StepRule = NonNullable<ScoreMetricRuleView['steps']>[number];

function StepPoints({ earns }: Pick<StepRule, 'earns'>) {
  const t = useText();
  const figure = useFigure();
  if (earns === null) return <span>{t('score.people.none')}</span>;
  const { points, people, cap } = earns;
  if (people.developed !== 1 || people.developing !== 1) {
    return <span>{t('score.people.share', { people: figure(people) })}</span>;
  }
  return (
    <span>{cap === null ? t('score.people.each', { points }) : t('score.people.cap', { points, cap })}</span>
  );
}

function People({ metric, programme }: MetricProps) {
  const t = useText();
  const steps = metric.steps ?? [];
  const [only] = steps;
  if (steps.length === 1 && only !== undefined) {
    return (
      <>
        <span>{t('score.people.every')}</span>
        <PredicateList predicate={only.holds} skills={programme.skills} />
        <StepPoints earns={only.earns} />
      </>
    );
  }
  return (
    <>
      <ol className={styles.points}>
        {steps.map((step, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the parts of a rule never move.
          <li key={index}>
            <span>{t('score.people.need', { count: step.need })}</span>
            <PredicateList predicate={step.holds} skills={programme.skills} />
            <StepPoints earns={step.earns} /> {step.gate && <span>{t('score.people.gate')}</span>}
          </li>
        ))}
      </ol>
      <span className={styles.basis}>{t('score.people.once')}</span>
    </>
  );
}

function Growth({ metric, programme }: MetricProps) {
  const t = useText();
  const dates = useDates();
  const figure = useFigure();
  const range = useRange();
  const { growth, holds } = metric;
  if (growth === undefined || holds === undefined) return null;
  return (
    <>
      <span>{t('score.growth.all')}</span>
      <PredicateList predicate={holds} skills={programme.skills} />
      <span>{t('score.growth.baseline', { day: dates.day(growth.since) })}</span>
      <ul className={styles.points}>
        {growth.bands.map((band) => (
          <li key={band.percent}>
            {t('score.growth.band', {
              range: range(band),
              percent: band.percent,
            })}
          </li>
        ))}
        {growth.reached !== null && (
          <li>
            {t('score.growth.reached', {
              people: figure(growth.reached.people),
              months: growth.reached.forMonths,
            })}
          </li>
        )}
      </ul>
    </>
  );
}

const MAKES = { units: Units, people: People, growth: Growth } as const;

/** A rule by points in plain words: the sum that is asked for, then what earns points. */
export function ScoreText({ score, programme }: { score: ScoreRuleView; programme: ProgrammeView }) {
  const t = useText();
  const { nameOf } = useScoreNames(programme);
  const max = score.metrics.reduce((sum, metric) => sum + metric.max, 0);
  const values = { threshold: score.threshold, max };
  return (
    <div className={styles.rule}>
      <span className={styles.basis}>{t('score.basis')}</span>
      <span>
        {score.below === null
          ? t('score.atLeast', values)
          : t('score.band', { ...values, below: score.below })}
      </span>
      {score.everyMetricPositive && <span>{t('score.everyMetric')}</span>}
      <div className={styles.any}>
        {score.metrics.map((metric) => {
          const Make = MAKES[metric.make];
          return (
            <div key={metric.metric} className={styles.rule}>
              <strong>{t('score.metric', { metric: nameOf(metric.metric), max: metric.max })}</strong>
              <Make metric={metric} programme={programme} />
            </div>
          );
        })}
      </div>
    </div>
  );
}
