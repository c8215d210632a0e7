/** Makes one option at one level ready: its leaves, the ways to satisfy it, and who may not sit twice. */

import { groupPredicates, seatPlans } from '../assignment/seat-plans.ts';
import type { PeopleRequirement, Requirement } from '../catalogue/catalogue.ts';
import { requirementWalk } from '../requirement-kinds/requirement-kinds.ts';
import { compileScore, scoreDependsOnMarket } from '../score/compile-score.ts';
import type { Day } from '../time/day.ts';
import type { PredicateNumbers } from './compile-predicates.ts';
import type { Alternative, CompiledOption, Leaf, PeopleLeaf, SeatGroup } from './compiled-programme.ts';
import { windowOn } from './performance-window.ts';

/** What is shared by all options of a programme while it is compiled. */
export interface OptionCompilation {
  readonly predicates: PredicateNumbers;
  readonly coupledGroups: SeatGroup[];
  metricNumber(metric: string): number;
  readonly figuresOn: Day;
  readonly fiscalYearStart: number;
  /** Level id → rank. */
  readonly ranks: ReadonlyMap<string, number>;
}

function peopleLeaf(
  requirement: PeopleRequirement,
  number: number,
  { predicates }: OptionCompilation,
): PeopleLeaf {
  const base = predicates.compile(requirement.holds);
  const ofWhich = requirement.ofWhich.map(({ count, alsoHolds }) => {
    const also = predicates.compile(alsoHolds);
    return { count, also, both: predicates.numberOf({ kind: 'all-of', of: [base, also], plain: false }) };
  });
  return {
    kind: 'people',
    number,
    requirement,
    need: requirement.count,
    base: predicates.numberOf(base),
    ofWhich,
  };
}

function compileLeaf(requirement: Requirement, number: number, compilation: OptionCompilation): Leaf {
  switch (requirement.kind) {
    case 'people':
      return peopleLeaf(requirement, number, compilation);
    case 'performance':
      return {
        kind: 'performance',
        number,
        requirement,
        metric: compilation.metricNumber(requirement.metric),
        window: windowOn(requirement.window, compilation.figuresOn, compilation.fiscalYearStart),
        figuresOn: compilation.figuresOn,
      };
    case 'asset':
      return { kind: 'asset', number, requirement };
    case 'score':
      return compileScore(requirement, number, compilation.predicates, compilation.metricNumber);
    case 'asset-count':
      return { kind: 'asset-count', number, requirement };
    case 'percent-of-staff': {
      const base = compilation.predicates.numberOf(compilation.predicates.compile(requirement.holds));
      return { kind: 'percent-of-staff', number, requirement, base };
    }
    case 'attained':
      // Filled in when all options are compiled: what it names may stand after it in the catalogue.
      return { kind: 'attained', number, requirement, satisfiedBy: [] };
    default:
      throw new Error(`a requirement of kind ${requirement.kind} is not a leaf`);
  }
}

/** Predicates of one group are bits of a whole number; the checker refuses programmes that ask for more. */
export const MOST_PREDICATES = 31;

/** Requirements that exclude each other's people share one group; one that allows overlap stands alone. */
function seatGroups(
  leaves: readonly Leaf[],
  known: Map<string, SeatGroup>,
  coupledGroups: SeatGroup[],
): readonly SeatGroup[] {
  const people = leaves.filter((leaf) => leaf.kind === 'people');
  const distinct = people.filter((leaf) => leaf.requirement.overlap === 'distinct');
  const sharing = people.filter((leaf) => leaf.requirement.overlap === 'allowed');
  const sets = [...(distinct.length > 0 ? [distinct] : []), ...sharing.map((leaf) => [leaf])];
  return sets.map((set) => {
    const key = set.map((leaf) => leaf.number).join();
    const existing = known.get(key);
    if (existing !== undefined) return existing;
    const predicates = groupPredicates(set);
    if (predicates.length > MOST_PREDICATES)
      throw new Error('too many groups of different people in an option');
    const counted = set.length === 1 && set[0]!.ofWhich.length <= 1;
    const coupled = counted ? -1 : coupledGroups.length;
    const group = { leaves: set, predicates, plans: seatPlans(set), coupled };
    if (!counted) coupledGroups.push(group);
    known.set(key, group);
    return group;
  });
}

export type OptionNames = Pick<
  CompiledOption,
  'competency' | 'option' | 'level' | 'rank' | 'track' | 'assigned' | 'asked'
>;

export function compileOption(
  names: OptionNames,
  requirement: Requirement,
  compilation: OptionCompilation,
): CompiledOption {
  const leafOf = new Map<Requirement, Leaf>();
  for (const leaf of requirementWalk.leaves(requirement)) {
    leafOf.set(leaf, compileLeaf(leaf, leafOf.size, compilation));
  }
  const leaves = [...leafOf.values()];
  const groups = new Map<string, SeatGroup>();
  const alternatives = requirementWalk.alternatives(requirement).map((way): Alternative => {
    const wayLeaves = way.map((leaf) => leafOf.get(leaf)!);
    return {
      leaves: wayLeaves.map((leaf) => leaf.number),
      groups: seatGroups(wayLeaves, groups, compilation.coupledGroups),
      shares: wayLeaves.filter((leaf) => leaf.kind === 'percent-of-staff'),
    };
  });
  const score = leaves.find((leaf) => leaf.kind === 'score') ?? null;
  const dependsOnMarket =
    leaves.some((leaf) => leaf.kind === 'performance' && leaf.requirement.market !== null) ||
    (score !== null && scoreDependsOnMarket(score.requirement));
  const { ranks } = compilation;
  return { ...names, requirement, leaves, leafOf, alternatives, ranks, dependsOnMarket, score };
}
