/** Which options depend on which others: by an `attained` requirement, and by sharing limits. */
import type { Programme, Requirement } from '../catalogue/catalogue.ts';
import { requirementSets } from '../catalogue/requirement-sets.ts';
import { neededLevels } from '../requirement-kinds/attained.ts';
import { requirementWalk } from '../requirement-kinds/requirement-kinds.ts';
import type { AttainedLeaf, CompiledOption } from './compiled-programme.ts';

function namesOthers(requirement: Requirement): boolean {
  return requirementWalk.leaves(requirement).some((leaf) => leaf.kind === 'attained');
}

/** Whether the answer to a part of the programme can depend on options outside that part. */
export function answersDependOnOthers({ sharingLimits, competencies }: Programme): boolean {
  if (sharingLimits.length > 0) return true;
  return [...requirementSets(competencies)].some(({ requirement }) => namesOthers(requirement));
}

export function attainedLeaves({ leaves }: CompiledOption): readonly AttainedLeaf[] {
  return leaves.filter((leaf) => leaf.kind === 'attained');
}

/** Tells every `attained` requirement which options satisfy it, and gives the order in which to decide them. */
export function linkPrerequisites(options: readonly CompiledOption[]): readonly number[] | null {
  if (options.every((option) => attainedLeaves(option).length === 0)) return null;
  for (const option of options) {
    for (const leaf of attainedLeaves(option)) {
      const needed = neededLevels(leaf.requirement, option, option.ranks);
      options.forEach((other, place) => {
        if (needed.some((one) => one.competency === other.competency && one.accepts(other.rank)))
          (leaf.satisfiedBy as number[]).push(place);
      });
    }
  }
  const order: number[] = [];
  const seen = new Set<number>();
  function visit(place: number): void {
    if (seen.has(place)) return;
    seen.add(place);
    for (const leaf of attainedLeaves(options[place]!)) leaf.satisfiedBy.forEach(visit);
    order.push(place);
  }
  for (let place = 0; place < options.length; place++) visit(place);
  return order;
}
