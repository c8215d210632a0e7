/**
 * Points from people who hold something, step by step. A step earns only when every earlier gate is met; an
 * earlier step with points of its own keeps them. One person counts once in a step, and may count in several.
 */
import type { CompiledScoreMetric } from '../evaluation/compiled-programme.ts';
import { type Fraction, isLess, plus, scaled, whole, within, ZERO } from '../numbers/fraction.ts';
import type { MetricPoints, ScoreScope, StepPoints } from './metric-points.ts';

type CompiledPeople = Extract<CompiledScoreMetric, { kind: 'people' }>;

/** @param satisfied predicate number → individuals; `further` people besides them satisfy everything. */
export function peoplePoints(
  { rule, steps: predicates }: CompiledPeople,
  satisfied: ArrayLike<number>,
  { market }: ScoreScope,
  further: number,
): MetricPoints {
  let open = true;
  let total: Fraction = ZERO;
  const steps = rule.steps.map(({ need, gate, earns }, index): StepPoints => {
    const people = satisfied[predicates[index]!]! + further;
    let points: Fraction = ZERO;
    if (open && people >= need && earns !== null) {
      points = scaled(whole(people), earns.points, earns.people[market]);
      if (earns.cap !== null && isLess(whole(earns.cap), points)) points = whole(earns.cap);
    }
    total = plus(total, points);
    const step = { people, open, points };
    if (gate && people < need) open = false;
    return step;
  });
  const points = within(total, whole(rule.max));
  return { low: points, high: points, unknown: [], inputs: [], base: null, steps, growth: null };
}
