/**
 * Another competency at a level or above, answered on the same facts and day; an exemption counts, as it does in
 * the list of attained levels. A level of the own competency means one below the level that asks for it.
 */
import type { AttainedRequirement } from '../catalogue/catalogue.ts';
import type { AttainedLeaf, CompiledOption } from '../evaluation/compiled-programme.ts';
import type { AttainedNode } from '../evaluation/evaluation-result.ts';
import { MET, OUTCOMES, type OutcomeNumber, UNMET } from '../evaluation/outcomes.ts';
import { holdsOn } from '../facts/exemption-days.ts';
import type { FactsTable } from '../facts/facts-table.ts';
import type { Day } from '../time/day.ts';
import type { RequirementKindRules } from './requirement-kind.ts';

export interface NeededLevel {
  readonly competency: string;
  accepts(rank: number): boolean;
}

/** `own`: the competency and rank of the option that has the requirement. */
export function neededLevels(
  { anyOf }: AttainedRequirement,
  own: { readonly competency: string; readonly rank: number },
  ranks: ReadonlyMap<string, number>,
): readonly NeededLevel[] {
  return anyOf.map(({ competency, level }) => {
    const least = ranks.get(level) ?? 0;
    const isOwn = competency === own.competency;
    return { competency, accepts: (rank) => rank >= least && !(isOwn && rank >= own.rank) };
  });
}

/** Whether an exemption in force gives one of the levels. */
export function isExempt(
  leaf: AttainedLeaf,
  option: Pick<CompiledOption, 'competency' | 'rank' | 'ranks'>,
  facts: FactsTable,
  day: Day,
): boolean {
  const exemptions = facts.document.exemptions ?? [];
  if (exemptions.length === 0) return false;
  const needed = neededLevels(leaf.requirement, option, option.ranks);
  return exemptions.some((exemption) => {
    if (!holdsOn(exemption, day)) return false;
    const { competency, level } = exemption;
    return needed.some((one) => one.competency === competency && one.accepts(option.ranks.get(level) ?? 0));
  });
}

/** `outcomes` are those of the compiled options; the ones that the leaf names have been decided before. */
export function assessAttained(
  leaf: AttainedLeaf,
  option: CompiledOption,
  facts: FactsTable,
  day: Day,
  outcomes: ArrayLike<OutcomeNumber>,
): OutcomeNumber {
  if (isExempt(leaf, option, facts, day)) return MET;
  let highest: OutcomeNumber = UNMET;
  for (const place of leaf.satisfiedBy) if (outcomes[place]! > highest) highest = outcomes[place]!;
  return highest;
}

export const attained: RequirementKindRules<AttainedRequirement, AttainedNode> = {
  skills: () => [],
  leaves: (requirement) => [requirement],
  alternatives: (requirement) => [[requirement]],
  explain: (requirement, explanation) => ({
    kind: 'attained',
    outcome: OUTCOMES[explanation.attained(explanation.leaf(requirement) as AttainedLeaf)],
    anyOf: requirement.anyOf,
  }),
};
