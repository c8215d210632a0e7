/**
 * Points from reported units: `max × units ÷ units-for-max`, capped. A value is unknown when the month has no
 * counting one; the values of the month are added.
 */
import type { CompiledScoreMetric } from '../evaluation/compiled-programme.ts';
import { countsFor } from '../evaluation/counting-values.ts';
import type { FactsTable } from '../facts/facts-table.ts';
import { exactSum } from '../numbers/exact-sum.ts';
import {
  type Fraction,
  fromExact,
  greater,
  isLess,
  plus,
  scaled,
  whole,
  within,
  ZERO,
} from '../numbers/fraction.ts';
import type { BasePoints, InputPoints, MetricPoints, ScoreScope } from './metric-points.ts';

type CompiledUnits = Extract<CompiledScoreMetric, { kind: 'units' }>;

/** The exact sum of the counting values of the month; `null` when there is none. */
function reported(
  facts: FactsTable,
  metric: number,
  associations: readonly string[] | null,
  { competency, track, month }: ScoreScope,
): Fraction | null {
  const values = facts.metricValues[metric]!.filter(
    (value) => value.month === month && countsFor(value, associations, competency, track),
  );
  return values.length === 0 ? null : fromExact(exactSum(values.map(({ value }) => value)));
}

/** The base counts by the associations of any input. Not reported it is taken as there, complete or not. */
function basePoints({ rule, base }: CompiledUnits, facts: FactsTable, scope: ScoreScope): BasePoints | null {
  if (rule.base === null || base === null) return null;
  const named = rule.inputs.map(({ associations }) => associations);
  const associations = named.includes(null) ? null : named.flatMap((types) => types ?? []);
  const need = rule.base.min[scope.market];
  const have = reported(facts, base, associations, scope);
  return { need, have, reached: have === null || !isLess(have, whole(need)) };
}

/** The first of the best inputs. */
function bestOf(inputs: readonly InputPoints[]): number {
  let best = 0;
  inputs.forEach((input, index) => {
    if (isLess(inputs[best]!.points, input.points)) best = index;
  });
  return best;
}

export function unitsPoints(metric: CompiledUnits, facts: FactsTable, scope: ScoreScope): MetricPoints {
  const { rule } = metric;
  const max = whole(rule.max);
  const base = basePoints(metric, facts, scope);
  const absent = facts.complete ? ZERO : null;
  const read = rule.inputs.map((input, index): InputPoints => {
    const units = reported(facts, metric.inputs[index]!, input.associations, scope) ?? absent;
    const unitsForMax = input.unitsForMax[scope.market];
    const points = units === null ? ZERO : scaled(units, rule.max, unitsForMax);
    return { units, unitsForMax, points, used: true };
  });
  const none = { steps: [], growth: null, base };
  if (base !== null && !base.reached) {
    return {
      low: ZERO,
      high: ZERO,
      unknown: [],
      inputs: read.map((input) => ({ ...input, used: false })),
      ...none,
    };
  }
  const unknownAt = (index: number) => read[index]!.units === null;
  if (rule.combine === 'best') {
    // One metric under several associations: one value makes it known.
    const best = bestOf(read);
    const inputs = read.map((input, index) => ({ ...input, used: index === best }));
    const low = within(read.map(({ points }) => points).reduce(greater), max);
    const unknown = read.every((_, index) => unknownAt(index));
    const names = unknown ? [...new Set(rule.inputs.map((input) => input.metric))] : [];
    return { low, high: unknown ? max : low, unknown: names, inputs, ...none };
  }
  const low = within(read.map(({ points }) => points).reduce(plus), max);
  const missing = isLess(low, max)
    ? rule.inputs.filter((_, index) => unknownAt(index)).map((input) => input.metric)
    : [];
  return { low, high: missing.length > 0 ? max : low, unknown: missing, inputs: read, ...none };
}
