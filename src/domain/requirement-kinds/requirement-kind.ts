/** What every kind of requirement must be able to do. One file per kind implements it; the table is exhaustive. */
import type { Requirement, SkillId } from '../catalogue/catalogue.ts';
import type { RequirementNode } from '../evaluation/evaluation-result.ts';
import type { OptionExplanation } from '../evaluation/option-explanation.ts';

/** Goes down into requirements of any kind. */
export interface RequirementWalk {
  skills(requirement: Requirement): readonly SkillId[];
  leaves(requirement: Requirement): readonly Requirement[];
  alternatives(requirement: Requirement): readonly (readonly Requirement[])[];
  explain(requirement: Requirement, explanation: OptionExplanation): RequirementNode;
}

export interface RequirementKindRules<R extends Requirement, N extends RequirementNode> {
  /** Skills that the requirement names, in catalogue order. */
  skills(requirement: R, walk: RequirementWalk): readonly SkillId[];
  /** Requirements without requirements below them, in catalogue order. */
  leaves(requirement: R, walk: RequirementWalk): readonly Requirement[];
  /** The ways to satisfy it: each a list of leaves that must all hold. */
  alternatives(requirement: R, walk: RequirementWalk): readonly (readonly Requirement[])[];
  /** The annotated node, from the assessment of the same run. */
  explain(requirement: R, explanation: OptionExplanation, walk: RequirementWalk): N;
}
