/**
 * The ways to meet a score by people: the smallest counts of people in its steps with which the points reach the threshold,
 * each below the greatest counts with which they stay under a limit. Found by asking the score itself.
 */
import type { Market } from '../catalogue/catalogue.ts';
import type { CompiledOption, CompiledScoreMetric, ScoreLeaf } from '../evaluation/compiled-programme.ts';
import { MET } from '../evaluation/outcomes.ts';
import { scorePredicates } from '../robustness/score-bounds.ts';
import { assessScore } from '../score/assess-score.ts';
import { type Baseline, baselineOf } from '../score/growth-points.ts';
import { bit } from './abilities.ts';
import type { CountBound, PlannedFacts } from './ways-to-meet.ts';

type Counts = readonly number[];

/** Smallest counts, up to `caps`, that pass a test which more people never fail. */
function smallestCounts(caps: Counts, passes: (counts: Counts) => boolean): readonly Counts[] {
  const found: Counts[] = [];
  function search(fixed: Counts): void {
    const dimension = fixed.length;
    const rest = caps.slice(dimension + 1);
    if (dimension === caps.length - 1) {
      let low = 0;
      let high = caps[dimension]! + 1;
      while (low < high) {
        const middle = (low + high) >> 1;
        if (passes([...fixed, middle])) high = middle;
        else low = middle + 1;
      }
      if (low <= caps[dimension]!) found.push([...fixed, low]);
      return;
    }
    for (let count = 0; count <= caps[dimension]!; count++) {
      // With everything else at its most it must pass, or this count is of no use.
      if (passes([...fixed, count, ...rest])) search([...fixed, count]);
    }
  }
  if (caps.length === 0) return passes([]) ? [[]] : [];
  search([]);
  return found.filter(
    (counts, place) =>
      !found.some((other, index) => index !== place && other.every((count, step) => count <= counts[step]!)),
  );
}

/** How many people of each predicate can matter: beyond it the points stay as they are. */
function usefulPeople(leaf: ScoreLeaf, predicate: number, held: number): number {
  const growing = leaf.metrics.some((metric) => metric.kind === 'growth' && metric.holds === predicate);
  return growing ? Math.max(held, leaf.peopleToFill) : leaf.peopleToFill;
}

export function scoreWays(
  leaf: ScoreLeaf,
  option: CompiledOption,
  { facts, people, abilities }: Pick<PlannedFacts, 'facts' | 'people' | 'abilities'>,
  market: Market | null,
): readonly (readonly CountBound[])[] {
  const predicates = scorePredicates(leaf);
  const { coupled, compiled } = people;
  const baselines = new Map<CompiledScoreMetric, Baseline>();
  let grown = 0;
  for (const metric of leaf.metrics) {
    if (metric.kind !== 'growth') continue;
    const baseline = baselineOf(facts, compiled, metric, true);
    baselines.set(metric, baseline);
    const most = Math.max(0, ...metric.rule.bands.map(({ percent }) => percent));
    grown = Math.max(grown, Math.ceil((baseline.people * (100 + most)) / 100));
  }
  const satisfied = new Int32Array(people.satisfied.length);
  const test = (limit: 'below' | null) => {
    const { requirement } = leaf;
    const asked = {
      ...leaf,
      requirement: { ...requirement, below: limit === null ? null : requirement.below },
    };
    return (counts: Counts) => {
      predicates.forEach((predicate, index) => {
        satisfied[predicate] = counts[index]!;
      });
      const counted = { coupled, compiled, baselines, satisfied };
      return assessScore(asked, option, facts, counted, market).outcome === MET;
    };
  };
  const caps = predicates.map((predicate) =>
    Math.max(grown, usefulPeople(leaf, predicate, people.satisfied[predicate]!)),
  );
  const reached = test(null);
  const smallest = smallestCounts(caps, reached);
  const abilityOf = predicates.map((predicate) => bit(abilities.number([predicate])));
  if (leaf.requirement.below === null) {
    return smallest.map((counts) =>
      counts.map((least, index) => ({ anyOf: abilityOf[index]!, least, most: null })),
    );
  }
  const inBand = test('below');
  return smallest.flatMap((least) => {
    if (!inBand(least)) return [];
    // The other way round: how many fewer than the caps must there be, so that the points stay under the limit.
    const room = caps.map((cap, index) => cap - least[index]!);
    const fewer = smallestCounts(room, (less) => inBand(caps.map((cap, index) => cap - less[index]!)));
    return fewer.map((less) =>
      caps.map((cap, index) => ({
        anyOf: abilityOf[index]!,
        least: least[index]!,
        most: less[index] === 0 ? null : cap - less[index]!,
      })),
    );
  });
}
