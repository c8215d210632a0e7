/** Who fills seats of options that are met, as sharing limits count it. */
import type { OptionResult, RequirementNode, SeatUse } from '../evaluation/evaluation-result.ts';

function* seatsOf(
  nodes: readonly RequirementNode[],
): Iterable<{ readonly person: string; readonly group: string | null }> {
  for (const node of nodes) {
    if (node.kind === 'people') for (const { person } of node.seats) yield { person, group: node.group };
    else if (node.kind === 'all-of' || node.kind === 'any-of') yield* seatsOf(node.children);
  }
}

/** Person → uses; `results` are explained. */
export function peopleInUse(results: readonly OptionResult[]): ReadonlyMap<string, readonly SeatUse[]> {
  const uses = new Map<string, SeatUse[]>();
  for (const { competency, level, option, outcome, requirements } of results) {
    if (outcome !== 'met') continue;
    for (const { person, group } of seatsOf(requirements ?? [])) {
      const use = { competency, level, option, group };
      const known = uses.get(person);
      if (known === undefined) uses.set(person, [use]);
      else known.push(use);
    }
  }
  return uses;
}
