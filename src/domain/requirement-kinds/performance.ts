/**
 * A metric summed over the twelve complete months before the day reaches a threshold. What is unknown is known by
 * month: a sum already sufficient is met; one that is not is unmet only when every month has a counting value.
 */
import type { Market, PerformanceRequirement } from '../catalogue/catalogue.ts';
import type { CompiledOption, CompiledProgramme, PerformanceLeaf } from '../evaluation/compiled-programme.ts';
import { countsFor } from '../evaluation/counting-values.ts';
import type { PerformanceNode } from '../evaluation/evaluation-result.ts';
import { MET, OUTCOMES, type OutcomeNumber, UNDETERMINED, UNMET } from '../evaluation/outcomes.ts';
import type { FactsMetric } from '../facts/facts-document.ts';
import type { FactsTable } from '../facts/facts-table.ts';
import { compareSum } from '../numbers/exact-sum.ts';
import { formatMonth, type Month } from '../time/day.ts';
import type { RequirementKindRules } from './requirement-kind.ts';

function countingValues(
  leaf: PerformanceLeaf,
  facts: FactsTable,
  competency: string,
  track: string | null,
): readonly FactsMetric[] {
  const { associations } = leaf.requirement;
  return facts.metricValues[leaf.metric]!.filter((value) =>
    countsFor(value, associations, competency, track),
  );
}

/** `market` is the partner's, or the one assumed when the partner's is unknown. */
export function assessPerformance(
  leaf: PerformanceLeaf,
  facts: FactsTable,
  { competency, track }: Pick<CompiledOption, 'competency' | 'track'>,
  market: Market | null,
): OutcomeNumber {
  const { requirement } = leaf;
  if (requirement.market !== null && requirement.market !== market) return UNMET;
  const values = countingValues(leaf, facts, competency, track);
  if (
    compareSum(
      values.map((entry) => entry.value),
      requirement.min,
    ).reached
  )
    return MET;
  return facts.complete || new Set(values.map((entry) => entry.month)).size === 12 ? UNMET : UNDETERMINED;
}

function monthsWithout(values: readonly FactsMetric[], { from, to }: CompiledProgramme['window']): string[] {
  const known = new Set(values.map((entry) => entry.month));
  const unknown: string[] = [];
  for (let month: number = from; month <= to; month++) {
    const text = formatMonth(month as Month);
    if (!known.has(text)) unknown.push(text);
  }
  return unknown;
}

export const performance: RequirementKindRules<PerformanceRequirement, PerformanceNode> = {
  skills: () => [],
  leaves: (requirement) => [requirement],
  alternatives: (requirement) => [[requirement]],

  explain(requirement, explanation) {
    const { facts, window, competency, track, market } = explanation;
    const leaf = explanation.leaf(requirement) as PerformanceLeaf;
    const values = countingValues(leaf, facts, competency, track);
    const { sum, missing } = compareSum(
      values.map((entry) => entry.value),
      requirement.min,
    );
    return {
      kind: 'performance',
      outcome: OUTCOMES[assessPerformance(leaf, facts, { competency, track }, market)],
      metric: requirement.metric,
      market: requirement.market,
      need: requirement.min,
      have: sum,
      window: { from: formatMonth(window.from), to: formatMonth(window.to) },
      unknownMonths: facts.complete ? [] : monthsWithout(values, window),
      shortfall: missing,
    };
  },
};
