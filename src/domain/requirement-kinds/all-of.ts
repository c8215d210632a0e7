/** Every child must hold: unmet as soon as one is unmet, else undetermined as soon as one is. */
import type { AllOfRequirement, Requirement } from '../catalogue/catalogue.ts';
import type { GroupNode } from '../evaluation/evaluation-result.ts';
import { lowestOutcome } from '../evaluation/outcomes.ts';
import type { RequirementKindRules } from './requirement-kind.ts';

export const allOf: RequirementKindRules<AllOfRequirement, GroupNode> = {
  skills: (requirement, walk) => requirement.of.flatMap(walk.skills),
  leaves: (requirement, walk) => requirement.of.flatMap(walk.leaves),

  /** One alternative for each combination of the children's alternatives. */
  alternatives(requirement, walk) {
    let combined: readonly (readonly Requirement[])[] = [[]];
    for (const child of requirement.of) {
      const ways = walk.alternatives(child);
      combined = combined.flatMap((before) => ways.map((way) => [...before, ...way]));
    }
    return combined;
  },

  explain(requirement, explanation, walk) {
    const children = requirement.of.map((child) => walk.explain(child, explanation));
    return { kind: 'all-of', outcome: lowestOutcome(children.map((child) => child.outcome)), children };
  },
};
