/**
 * One branch is enough: met as soon as one is met, else undetermined as soon as one is. Branches are not mixed:
 * one person on each branch is not two people.
 */
import type { AnyOfRequirement } from '../catalogue/catalogue.ts';
import type { GroupNode } from '../evaluation/evaluation-result.ts';
import { highestOutcome } from '../evaluation/outcomes.ts';
import type { RequirementKindRules } from './requirement-kind.ts';

export const anyOf: RequirementKindRules<AnyOfRequirement, GroupNode> = {
  skills: (requirement, walk) => requirement.of.flatMap(walk.skills),
  leaves: (requirement, walk) => requirement.of.flatMap(walk.leaves),
  alternatives: (requirement, walk) => requirement.of.flatMap(walk.alternatives),

  explain(requirement, explanation, walk) {
    const children = requirement.of.map((child) => walk.explain(child, explanation));
    return { kind: 'any-of', outcome: highestOutcome(children.map((child) => child.outcome)), children };
  },
};
