/**
 * The points of an option that is judged by a score, in three values: it is met when even the least that is
 * possible meets the rule, unmet when even the most does not, and undetermined otherwise.
 */
import type { Market, ScoreRequirement } from '../catalogue/catalogue.ts';
import type { CompiledOption, CompiledScoreMetric, ScoreLeaf } from '../evaluation/compiled-programme.ts';
import type { CountedPeople } from '../evaluation/count-people.ts';
import { MET, type OutcomeNumber, UNDETERMINED, UNMET } from '../evaluation/outcomes.ts';
import type { FactsTable } from '../facts/facts-table.ts';
import { type Fraction, isLess, isPositive, plus, whole, ZERO } from '../numbers/fraction.ts';
import { formatMonth } from '../time/day.ts';
import { type Baseline, baselineOf, growthPoints } from './growth-points.ts';
import type { MetricPoints, ScoreScope } from './metric-points.ts';
import { peoplePoints } from './people-points.ts';
import { unitsPoints } from './units-points.ts';

export interface ScoreAssessment {
  readonly outcome: OutcomeNumber;
  readonly scope: ScoreScope;
  readonly leaf: ScoreLeaf;
  /** Points of what is known. */
  readonly points: Fraction;
  readonly metrics: readonly MetricPoints[];
  /** The fewest further people who, holding everything, bring the known rest to the threshold; see decision 0007. */
  readonly shortfall: number;
}

function total(metrics: readonly MetricPoints[], of: 'low' | 'high'): Fraction {
  return metrics.map((metric) => metric[of]).reduce(plus, ZERO);
}

function everyPositive(metrics: readonly MetricPoints[], of: 'low' | 'high'): boolean {
  return metrics.every((metric) => isPositive(metric[of]));
}

function outcomeOf(
  { threshold, below, everyMetricPositive }: ScoreRequirement,
  metrics: readonly MetricPoints[],
  low: Fraction,
): OutcomeNumber {
  const high = total(metrics, 'high');
  const from = whole(threshold);
  const until = below === null ? null : whole(below);
  if (isLess(high, from) || (until !== null && !isLess(low, until))) return UNMET;
  if (everyMetricPositive && !everyPositive(metrics, 'high')) return UNMET;
  const certain = !isLess(low, from) && (until === null || isLess(high, until));
  return certain && (!everyMetricPositive || everyPositive(metrics, 'low')) ? MET : UNDETERMINED;
}

/** Smallest number up to `most` that passes a test which stays passed; `most` when none does. */
function smallest(most: number, passes: (number: number) => boolean): number {
  let low = 0;
  let high = most;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (passes(middle)) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** What the points of a metric are found from. */
interface Scored {
  readonly facts: FactsTable;
  readonly counts: CountedPeople;
  readonly scope: ScoreScope;
}

function baselineFor(
  { facts, counts }: Scored,
  metric: Extract<CompiledScoreMetric, { kind: 'growth' }>,
): Baseline {
  const known = counts.baselines.get(metric);
  if (known !== undefined) return known;
  const made = baselineOf(facts, counts.compiled, metric);
  counts.baselines.set(metric, made);
  return made;
}

/** Points when `further` people who hold everything are added to those there are. */
function pointsOf(scored: Scored, metric: CompiledScoreMetric, further: number): MetricPoints {
  const { facts, counts, scope } = scored;
  switch (metric.kind) {
    case 'units':
      return unitsPoints(metric, facts, scope);
    case 'people':
      return peoplePoints(metric, counts.satisfied, scope, further);
    case 'growth': {
      const people = counts.satisfied[metric.holds]! + further;
      return growthPoints(metric, people, baselineFor(scored, metric), counts.compiled.day, scope);
    }
  }
}

function scoreShortfall(scored: Scored, leaf: ScoreLeaf, metrics: readonly MetricPoints[]): number {
  const { requirement } = leaf;
  const ofPeople = leaf.metrics.filter(({ kind }) => kind !== 'units');
  const rest = total(
    metrics.filter((_, index) => leaf.metrics[index]!.kind === 'units'),
    'low',
  );
  const withFurther = (further: number) => ofPeople.map((metric) => pointsOf(scored, metric, further));
  const sufficient = (further: number) => {
    const reached = withFurther(further);
    if (requirement.everyMetricPositive && !everyPositive(reached, 'low')) return false;
    return !isLess(plus(rest, total(reached, 'low')), whole(requirement.threshold));
  };
  const most = leaf.peopleToFill;
  if (sufficient(most)) return smallest(most, sufficient);
  const full = total(withFurther(most), 'low');
  return smallest(most, (further) => !isLess(total(withFurther(further), 'low'), full));
}

export function assessScore(
  leaf: ScoreLeaf,
  { competency, track }: Pick<CompiledOption, 'competency' | 'track'>,
  facts: FactsTable,
  counts: CountedPeople,
  market: Market | null,
): ScoreAssessment {
  const month = formatMonth(counts.compiled.window.to);
  const scope: ScoreScope = { competency, track, market: market ?? 'developed', month };
  const scored: Scored = { facts, counts, scope };
  const metrics = leaf.metrics.map((metric) => pointsOf(scored, metric, 0));
  const points = total(metrics, 'low');
  const outcome = outcomeOf(leaf.requirement, metrics, points);
  const shortfall = outcome === MET ? 0 : scoreShortfall(scored, leaf, metrics);
  return { outcome, scope, leaf, points, metrics, shortfall };
}
