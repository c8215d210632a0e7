/** The table of requirement kinds. A kind added to the catalogue's types does not compile until it is here. */
import type { Requirement, RequirementKind } from '../catalogue/catalogue.ts';
import type { RequirementNode } from '../evaluation/evaluation-result.ts';
import { allOf } from './all-of.ts';
import { anyOf } from './any-of.ts';
import { asset } from './asset.ts';
import { assetCount } from './asset-count.ts';
import { attained } from './attained.ts';
import { people } from './people.ts';
import { percentOfStaff } from './percent-of-staff.ts';
import { performance } from './performance.ts';
import type { RequirementKindRules, RequirementWalk } from './requirement-kind.ts';
import { score } from './score.ts';

type RulesOf<K extends RequirementKind> = RequirementKindRules<
  Extract<Requirement, { kind: K }>,
  RequirementNode
>;

const REQUIREMENT_KINDS: { readonly [K in RequirementKind]: RulesOf<K> } = {
  'all-of': allOf,
  'any-of': anyOf,
  people,
  performance,
  asset,
  score,
  'asset-count': assetCount,
  'percent-of-staff': percentOfStaff,
  attained,
};

/** The rules of a requirement's kind. The table pairs kind and type, which the compiler cannot follow by index. */
function rulesOf(requirement: Requirement): RequirementKindRules<Requirement, RequirementNode> {
  return REQUIREMENT_KINDS[requirement.kind] as RequirementKindRules<Requirement, RequirementNode>;
}

export const requirementWalk: RequirementWalk = {
  skills: (requirement) => rulesOf(requirement).skills(requirement, requirementWalk),
  leaves: (requirement) => rulesOf(requirement).leaves(requirement, requirementWalk),
  alternatives: (requirement) => rulesOf(requirement).alternatives(requirement, requirementWalk),
  explain: (requirement, explanation) =>
    rulesOf(requirement).explain(requirement, explanation, requirementWalk),
};
