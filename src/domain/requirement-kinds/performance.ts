/**
 * A metric measured over a window of complete months reaches a threshold. What is unknown is known by month: a
 * figure already sufficient is met; one that is not is unmet only when every month has a counting value.
 */
import type { Market, PerformanceRequirement } from '../catalogue/catalogue.ts';
import type { CompiledOption, PerformanceLeaf, PrintedMonths } from '../evaluation/compiled-programme.ts';
import { countsFor } from '../evaluation/counting-values.ts';
import type { PerformanceNode } from '../evaluation/evaluation-result.ts';
import { MET, OUTCOMES, type OutcomeNumber, UNDETERMINED, UNMET } from '../evaluation/outcomes.ts';
import { anniversaryYear, yearBefore } from '../evaluation/performance-window.ts';
import type { FactsTable } from '../facts/facts-table.ts';
import { compareSum, type ExactComparison } from '../numbers/exact-sum.ts';
import { formatMonth, type Month, parseMonth } from '../time/day.ts';
import type { RequirementKindRules } from './requirement-kind.ts';

/** Whose requirement it is: values of other competencies and tracks do not count. */
type Asking = Pick<CompiledOption, 'competency' | 'track'>;

/** The counting values of some months. */
interface Measured {
  readonly values: readonly number[];
  /** Bits of the months that have one, the first month of the window as the lowest; windows have at most a year. */
  readonly known: number;
  readonly complete: boolean;
}

function bitOf(month: number, { from }: PrintedMonths): number {
  return 1 << (month - from);
}

function allBits({ from, to }: PrintedMonths): number {
  return (1 << (to - from + 1)) - 1;
}

function measure(
  leaf: PerformanceLeaf,
  facts: FactsTable,
  { competency, track }: Asking,
  months: PrintedMonths,
): Measured {
  const values: number[] = [];
  let known = 0;
  for (const entry of facts.metricValues[leaf.metric]!) {
    if (entry.month < months.first || entry.month > months.last) continue;
    if (!countsFor(entry, leaf.requirement.associations, competency, track)) continue;
    values.push(entry.value);
    known |= bitOf(parseMonth(entry.month)!, months);
  }
  return { values, known, complete: facts.complete || known === allBits(months) };
}

function figures(values: readonly number[], { measure: kind }: PerformanceRequirement): readonly number[] {
  return kind === 'count' ? values.filter((value) => value > 0).map(() => 1) : values;
}

interface Assessment extends ExactComparison {
  readonly outcome: OutcomeNumber;
  /** What was measured, oldest first; nothing when the year of the membership is not known. */
  readonly parts: readonly { readonly months: PrintedMonths; readonly measured: Measured }[];
}

function assess(leaf: PerformanceLeaf, facts: FactsTable, asking: Asking): Assessment {
  const { requirement } = leaf;
  const months = leaf.window ?? anniversaryYear(facts.document.memberships ?? [], leaf.figuresOn);
  if (months === null) {
    const outcome = facts.complete ? UNMET : UNDETERMINED;
    return { outcome, ...compareSum([], requirement.min), parts: [] };
  }
  const now = { months, measured: measure(leaf, facts, asking, months) };
  const added = figures(now.measured.values, requirement);
  if (requirement.window !== 'year-over-year') {
    const compared = compareSum(added, requirement.min);
    const outcome = compared.reached ? MET : now.measured.complete ? UNMET : UNDETERMINED;
    return { outcome, ...compared, parts: [now] };
  }
  const before = yearBefore(months);
  const earlier = { months: before, measured: measure(leaf, facts, asking, before) };
  const subtracted = figures(earlier.measured.values, requirement).map((value) => -value);
  const compared = compareSum([...added, ...subtracted], requirement.min);
  // What is unknown could still raise this year's figure, or the one that is subtracted from it.
  const settled = compared.reached ? earlier.measured.complete : now.measured.complete;
  const outcome = settled ? (compared.reached ? MET : UNMET) : UNDETERMINED;
  return { outcome, ...compared, parts: [earlier, now] };
}

/** `market` is the partner's, or the one assumed when the partner's is unknown. */
export function assessPerformance(
  leaf: PerformanceLeaf,
  facts: FactsTable,
  asking: Asking,
  market: Market | null,
): OutcomeNumber {
  const { requirement } = leaf;
  if (requirement.market !== null && requirement.market !== market) return UNMET;
  return assess(leaf, facts, asking).outcome;
}

function printed({ first, last }: PrintedMonths): { from: string; to: string } {
  return { from: first, to: last };
}

function unknownMonths({ parts }: Assessment): string[] {
  return parts.flatMap(({ months, measured: { known, complete } }) => {
    if (complete) return [];
    const { from, to } = months;
    const all = Array.from({ length: to - from + 1 }, (_, index) => (from + index) as Month);
    return all.filter((month) => (known & bitOf(month, months)) === 0).map(formatMonth);
  });
}

export const performance: RequirementKindRules<PerformanceRequirement, PerformanceNode> = {
  skills: () => [],
  leaves: (requirement) => [requirement],
  alternatives: (requirement) => [[requirement]],

  explain(requirement, explanation) {
    const { facts, competency, track, market } = explanation;
    const asking = { competency, track };
    const leaf = explanation.leaf(requirement) as PerformanceLeaf;
    const assessment = assess(leaf, facts, asking);
    const [now, before] = [...assessment.parts].reverse();
    return {
      kind: 'performance',
      outcome: OUTCOMES[assessPerformance(leaf, facts, asking, market)],
      metric: requirement.metric,
      market: requirement.market,
      need: requirement.min,
      have: assessment.sum,
      ...(requirement.measure === 'count' && { measure: requirement.measure }),
      ...(requirement.window !== 'trailing-12-months' && { windowKind: requirement.window }),
      window: now === undefined ? null : printed(now.months),
      ...(before !== undefined && { before: printed(before.months) }),
      unknownMonths: unknownMonths(assessment),
      shortfall: assessment.missing,
    };
  },
};
