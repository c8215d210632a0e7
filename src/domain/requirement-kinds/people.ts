/**
 * At least N different people, each satisfying the predicate; of these same N people, M may also have to satisfy
 * another predicate. Who sits where is decided for the whole option (assignment/), because seats of different
 * groups take different people; this file says what it means for the requirement.
 */
import type { PeopleRequirement } from '../catalogue/catalogue.ts';
import { skillsOfPredicate } from '../catalogue/skills-of-predicate.ts';
import type { PeopleLeaf } from '../evaluation/compiled-programme.ts';
import type { PeopleNode } from '../evaluation/evaluation-result.ts';
import type { OptionExplanation } from '../evaluation/option-explanation.ts';
import { lowestOutcome } from '../evaluation/outcomes.ts';
import type { RequirementKindRules } from './requirement-kind.ts';

/** Children of a requirement: one for each of-which, seated on people already seated in the requirement. */
function explainOfWhich(leaf: PeopleLeaf, index: number, explanation: OptionExplanation): PeopleNode {
  const { count, both, also } = leaf.ofWhich[index]!;
  const able = new Set(explanation.satisfying(both));
  const seated = explanation.seated(leaf).filter((person) => able.has(person));
  const holders = seated.slice(0, count);
  const sitting = new Set(holders);
  return {
    kind: 'people',
    outcome: holders.length === count ? 'met' : 'unmet',
    need: count,
    have: holders.length,
    eligible: able.size,
    group: null,
    seats: holders.map((person) => explanation.seat(person, also)),
    spare: explanation.ids([...able].filter((person) => !sitting.has(person))),
    shortfall: count - holders.length,
    children: [],
  };
}

export const people: RequirementKindRules<PeopleRequirement, PeopleNode> = {
  skills: (requirement) => [
    ...skillsOfPredicate(requirement.holds),
    ...requirement.ofWhich.flatMap((also) => skillsOfPredicate(also.alsoHolds)),
  ],
  leaves: (requirement) => [requirement],
  alternatives: (requirement) => [[requirement]],

  explain(requirement, explanation) {
    const leaf = explanation.leaf(requirement) as PeopleLeaf;
    const seated = explanation.seated(leaf);
    const children = leaf.ofWhich.map((_, index) => explainOfWhich(leaf, index, explanation));
    const filled = seated.length === leaf.need ? 'met' : 'unmet';
    const eligible = explanation.satisfying(leaf.base);
    const predicate = explanation.predicate(leaf.base);
    const elsewhere = explanation.elsewhere(leaf);
    const away = new Set(elsewhere?.map(({ person }) => person));
    const taken = explanation.taken(leaf);
    return {
      kind: 'people',
      outcome: explanation.ofSeats(lowestOutcome([filled, ...children.map((child) => child.outcome)])),
      need: leaf.need,
      have: seated.length,
      eligible: eligible.length,
      group: requirement.group,
      seats: seated.map((person) => explanation.seat(person, predicate)),
      spare: explanation
        .ids(eligible.filter((person) => !taken.has(person)))
        .filter((person) => !away.has(person)),
      ...(elsewhere !== null && { elsewhere }),
      shortfall: leaf.need - seated.length,
      children,
    };
  },
};
