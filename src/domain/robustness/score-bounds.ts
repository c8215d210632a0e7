/**
 * The counts of people that keep an option's score where its rule wants it: as few people in each step, and where the
 * points must stay below a limit as many, as the score bears without leaving its range.
 */
import type { Market } from '../catalogue/catalogue.ts';
import type { CompiledOption, CompiledScoreMetric, ScoreLeaf } from '../evaluation/compiled-programme.ts';
import type { CountedPeople } from '../evaluation/count-people.ts';
import { MET } from '../evaluation/outcomes.ts';
import type { FactsTable } from '../facts/facts-table.ts';
import { assessScore } from '../score/assess-score.ts';
import { type Baseline, baselineOf } from '../score/growth-points.ts';
import { atLeast, atMost, type KeptBy, type PeopleBound } from './fewest-departures.ts';
import type { TypePredicates } from './plan-bounds.ts';

/** Predicates by which a score counts people. */
export function scorePredicates({ metrics }: ScoreLeaf): readonly number[] {
  const named = metrics.flatMap((metric) => {
    if (metric.kind === 'units') return [];
    return metric.kind === 'people' ? metric.steps : [metric.holds];
  });
  return [...new Set(named)];
}

/** The last of the numbers from `from` towards `to` that passes a test which, once failed, stays failed. */
export function furthest(from: number, to: number, passes: (number: number) => boolean): number {
  let good = 0;
  let bad = Math.abs(to - from) + 1;
  const step = Math.sign(to - from);
  while (bad - good > 1) {
    const middle = (good + bad) >> 1;
    if (passes(from + middle * step)) good = middle;
    else bad = middle;
  }
  return from + good * step;
}

/** `people` are those of the day: what growth is measured from stays as it is, whoever leaves. */
export function scoreKeeping(
  leaf: ScoreLeaf,
  option: CompiledOption,
  facts: FactsTable,
  people: CountedPeople,
  market: Market | null,
  types: TypePredicates,
): KeptBy {
  const predicates = scorePredicates(leaf);
  const members = predicates.map((predicate) =>
    types.flatMap((satisfied, type) => (satisfied.has(predicate) ? [type] : [])),
  );
  const { coupled, compiled } = people;
  const baselines = new Map<CompiledScoreMetric, Baseline>();
  for (const metric of leaf.metrics) {
    if (metric.kind === 'growth') baselines.set(metric, baselineOf(facts, compiled, metric, true));
  }
  const satisfied = new Int32Array(people.satisfied.length);
  const isMet = (counts: readonly number[]) => {
    predicates.forEach((predicate, index) => {
      satisfied[predicate] = counts[index]!;
    });
    return (
      assessScore(leaf, option, facts, { coupled, compiled, baselines, satisfied }, market).outcome === MET
    );
  };
  const all = predicates.map((predicate) => people.satisfied[predicate]!);
  return (left) => {
    const counts = members.map((of) => of.reduce((sum, type) => sum + left[type]!, 0));
    if (!isMet(counts)) return null;
    const bounds: PeopleBound[] = [];
    const fewest = [...counts];
    counts.forEach((count, index) => {
      fewest[index] = furthest(count, 0, (fewer) => isMet(fewest.with(index, fewer)));
      if (fewest[index]! > 0) bounds.push(atLeast(members[index]!, fewest[index]!));
    });
    if (leaf.requirement.below === null) return bounds;
    const most = [...counts];
    counts.forEach((count, index) => {
      most[index] = furthest(count, all[index]!, (more) => isMet(most.with(index, more)));
      if (most[index]! < all[index]!) bounds.push(atMost(members[index]!, most[index]!));
    });
    return bounds;
  };
}
