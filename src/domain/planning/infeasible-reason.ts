/** Why there is no plan: which requirement of which target is in the way, and whether at any price or only for the money. */
import type { Market } from '../catalogue/catalogue.ts';
import { skillsOf } from '../evaluation/compile-predicates.ts';
import type { Alternative, CompiledOption, Leaf, SeatGroup } from '../evaluation/compiled-programme.ts';
import { figuresHold } from '../robustness/level-keeping.ts';
import { bit } from './abilities.ts';
import type { PeopleClass } from './people-classes.ts';
import type { InfeasibleCode } from './plan-codes.ts';
import { describeLeaf, leafOutcome } from './plan-conditions.ts';
import type { PlanQuestion, PlanTarget } from './plan-question.ts';
import type { InfeasibleReason, OptionObstacle, PlainRequirement } from './plan-result.ts';
import { reachable } from './training-bundles.ts';
import { optionsInForce, type PlannedFacts, targetOptions, waysToMeet } from './ways-to-meet.ts';

/** Limits that can be lifted, to find out which of them is in the way. */
export interface Lifted {
  readonly budget: boolean;
  readonly hours: boolean;
  readonly retired: boolean;
  readonly confidence: boolean;
}

export interface InfeasibleSearch extends PlannedFacts {
  readonly question: PlanQuestion;
  /** The time was over before anything was found or excluded. */
  readonly undecided: boolean;
  /** Money of the cheapest plan without some limits, for one target or (`null`) for all. */
  readonly costWithout: (lifted: Partial<Lifted>, target: number | null) => number | 'none' | 'undecided';
  readonly classes: (lifted: Partial<Lifted>) => readonly PeopleClass[];
}

type Obstacle = Pick<OptionObstacle, 'code' | 'requirement' | 'skills'>;

function of({ competency, level, option }: PlanTarget | CompiledOption, obstacle: Obstacle): OptionObstacle {
  return { ...obstacle, competency, level, option };
}

function reason(
  options: readonly OptionObstacle[],
  atAnyPrice: boolean,
  cheapest: number | null,
): InfeasibleReason {
  // A requirement that people could meet is nearer than a figure that nobody can plan.
  const first = options.find(({ requirement }) => requirement?.kind === 'people') ?? options[0]!;
  return { ...first, atAnyPrice, cheapest, options };
}

function marketsFor(option: CompiledOption, { facts }: PlannedFacts): readonly (Market | null)[] {
  const { market } = facts;
  return market === null && option.dependsOnMarket ? ['developed', 'developing'] : [market];
}

function codeOf(leaf: Leaf, outcome: string): InfeasibleCode {
  switch (leaf.kind) {
    case 'performance':
      return outcome === 'undetermined' ? 'performance-unknown' : 'performance-unmet';
    case 'score':
      return 'score-out-of-reach';
    case 'attained':
      return 'other-level-out-of-reach';
    default:
      return 'asset-missing';
  }
}

/** Of the alternative that lacks least, the first requirement that training cannot bring. */
function companyObstacleOf(option: CompiledOption, known: PlannedFacts): Obstacle {
  const { facts } = known;
  const { day } = known.compiled;
  let best: { readonly missing: readonly { leaf: Leaf; market: Market | null }[] } | null = null;
  for (const market of marketsFor(option, known)) {
    for (const { leaves } of option.alternatives) {
      const missing = leaves.flatMap((number) => {
        const leaf = option.leaves[number]!;
        return leafOutcome(leaf, option, facts, day, market) === 'met' ? [] : [{ leaf, market }];
      });
      if (missing.length > 0 && (best === null || missing.length < best.missing.length)) best = { missing };
    }
  }
  const found = best?.missing[0];
  if (found === undefined) {
    const leaf = option.score ?? option.leaves.find(({ kind }) => kind === 'attained') ?? option.leaves[0]!;
    return { code: codeOf(leaf, 'unmet'), requirement: describeLeaf(leaf, 'unmet') };
  }
  const outcome = leafOutcome(found.leaf, option, facts, day, found.market);
  return { code: codeOf(found.leaf, outcome), requirement: describeLeaf(found.leaf, outcome) };
}

/** `null` when people could meet the target. */
export function companyObstacle(target: PlanTarget, known: PlannedFacts): InfeasibleReason | null {
  const options = targetOptions(target, known);
  if (options.length === 0) {
    const code = optionsInForce(target, known.compiled).length > 0 ? 'other-track' : 'no-rules';
    return reason([of(target, { code, requirement: null })], true, null);
  }
  if (waysToMeet(options, known).length > 0) return null;
  return reason(
    options.map((option) => of(option, companyObstacleOf(option, known))),
    true,
    null,
  );
}

/** People who could satisfy one of the predicates if everybody learned all that is to be had, each within the own hours. */
function peoplePossible(
  classes: readonly PeopleClass[],
  predicates: readonly number[],
  { abilities }: PlannedFacts,
): number {
  const anyOf = predicates.reduce((all, predicate) => all | bit(abilities.number([predicate])), 0n);
  return classes.reduce(
    (sum, { learner, people }) => (reachable(learner) & anyOf ? sum + people.length : sum),
    0,
  );
}

function peopleRequirement(
  leaves: SeatGroup['leaves'],
  possible: number,
  known: PlannedFacts,
  survive: number,
): PlainRequirement {
  const { compiled } = known;
  const skills = leaves.flatMap(({ base }) => skillsOf(compiled.predicates[base]!));
  return {
    kind: 'people',
    groups: leaves.flatMap(({ requirement }) => (requirement.group === null ? [] : [requirement.group])),
    need: leaves.reduce((sum, { need }) => sum + need, survive),
    possible,
    skills: [...new Set(skills)].map((skill) => compiled.skills[skill]!.id).sort(),
  };
}

/** The first requirement of an alternative for which there are too few people. */
function shortGroup(
  { groups }: Alternative,
  classes: readonly PeopleClass[],
  known: PlannedFacts,
  survive: number,
): PlainRequirement | null {
  const possible = (predicates: readonly number[]) => peoplePossible(classes, predicates, known);
  for (const { leaves } of groups) {
    for (const leaf of leaves) {
      for (const { both, count } of leaf.ofWhich) {
        if (possible([both]) < count + survive) {
          const short = peopleRequirement([leaf], possible([both]), known, survive);
          return { ...short, need: count + survive } as PlainRequirement;
        }
      }
      if (possible([leaf.base]) < leaf.need + survive) {
        return peopleRequirement([leaf], possible([leaf.base]), known, survive);
      }
    }
    const together = possible(leaves.map(({ base }) => base));
    if (together < leaves.reduce((sum, { need }) => sum + need, survive)) {
      return peopleRequirement(leaves, together, known, survive);
    }
  }
  return null;
}

function groupObstacle(
  way: Alternative,
  classes: readonly PeopleClass[],
  known: PlannedFacts,
  survive: number,
): PlainRequirement | null {
  const short = shortGroup(way, classes, known, survive);
  if (short !== null) return short;
  const possible = (predicates: readonly number[]) => peoplePossible(classes, predicates, known);
  for (const { base, requirement } of way.shares) {
    return {
      kind: 'percent-of-staff',
      groups: [],
      need: requirement.percent,
      possible: possible([base]),
      skills: skillsOf(known.compiled.predicates[base]!).map((skill) => known.compiled.skills[skill]!.id),
    };
  }
  const [first] = way.groups;
  return first === undefined
    ? null
    : peopleRequirement(first.leaves, possible(first.leaves.map(({ base }) => base)), known, survive);
}

/** Whatever may be named as missing is an ability of its own before classes are made. */
function nameAbilities(search: InfeasibleSearch, asked: PlanTarget): void {
  for (const { alternatives } of targetOptions(asked, search)) {
    for (const { predicates } of alternatives.flatMap(({ groups }) => groups)) {
      for (const predicate of predicates) search.abilities.number([predicate]);
    }
  }
}

/** Of a target that the hours of the people do not suffice for, the requirements that are short of people by each option. */
function hoursObstacles(search: InfeasibleSearch, target: number): readonly OptionObstacle[] {
  const { question, compiled, facts } = search;
  const asked = question.targets[target]!;
  nameAbilities(search, asked);
  const classes = search.classes({ budget: true, confidence: true });
  return targetOptions(asked, search).map((option) => {
    const market = marketsFor(option, search)[0]!;
    const way = option.alternatives.find((one) => figuresHold(one, option, facts, compiled.day, market));
    if (way === undefined || waysToMeet([option], search).length === 0) {
      return of(option, companyObstacleOf(option, search));
    }
    return of(option, {
      code: 'max-hours',
      requirement: shortGroup(way, classes, search, question.survive),
    });
  });
}

/** Even if everybody learned everything. */
function peopleObstacles(search: InfeasibleSearch, target: number): readonly OptionObstacle[] {
  const { question, compiled, facts } = search;
  const asked = question.targets[target]!;
  const everything = { budget: true, hours: true, confidence: true };
  const byRetired = search.costWithout({ ...everything, retired: true }, target) !== 'none';
  nameAbilities(search, asked);
  const classes = search.classes(everything);
  return targetOptions(asked, search).map((option) => {
    const market = marketsFor(option, search)[0]!;
    const way = option.alternatives.find((one) => figuresHold(one, option, facts, compiled.day, market));
    if (way === undefined || waysToMeet([option], search).length === 0) {
      return of(option, companyObstacleOf(option, search));
    }
    const requirement =
      groupObstacle(way, classes, search, question.survive) ??
      (option.score === null ? null : describeLeaf(option.score, 'unmet'));
    const retired = option.alternatives
      .flatMap(({ groups }) => groups)
      .flatMap(({ predicates }) => predicates)
      .flatMap((predicate) => skillsOf(compiled.predicates[predicate]!))
      .map((skill) => compiled.skills[skill]!)
      .filter(({ retiredOn }) => retiredOn !== null && retiredOn < compiled.day);
    if (!byRetired || retired.length === 0) return of(option, { code: 'too-few-people', requirement });
    const skills = [...new Set(retired.map(({ id }) => id))].sort();
    return of(option, { code: 'retired-skills', requirement, skills });
  });
}

export function noPlanReason(search: InfeasibleSearch): InfeasibleReason {
  const { question, undecided, costWithout } = search;
  const { targets, budget } = question;
  const whole = (code: InfeasibleCode, cheapest: number | null, target = targets[0]!) =>
    reason([of(target, { code, requirement: null })], cheapest === null && code !== 'not-decided', cheapest);
  if (undecided) return whole('not-decided', null);
  if (budget !== null) {
    const cheapest = costWithout({ budget: true }, null);
    if (cheapest === 'undecided') return whole('not-decided', null);
    if (cheapest !== 'none') {
      const dear = targets.find((_, target) => {
        const alone = targets.length === 1 ? cheapest : costWithout({ budget: true }, target);
        return typeof alone === 'number' && alone > budget;
      });
      return whole('budget', cheapest, dear);
    }
  }
  const unhurried = costWithout({ budget: true, hours: true }, null);
  if (unhurried === 'undecided') return whole('not-decided', null);
  if (unhurried !== 'none') {
    const short = targets.findIndex((_, target) => costWithout({ budget: true }, target) === 'none');
    // Each alone could be had in these hours: what is short is the time for all of them.
    if (short < 0) return whole('max-hours', unhurried);
    return reason(hoursObstacles(search, short), false, unhurried);
  }
  const everything = { budget: true, hours: true, confidence: true };
  if (question.confidence !== null) {
    const certain = costWithout(everything, null);
    if (certain === 'undecided') return whole('not-decided', null);
    if (certain !== 'none') return whole('confidence', certain);
  }
  for (let target = 0; target < targets.length; target++) {
    if (costWithout(everything, target) !== 'none') continue;
    return reason(peopleObstacles(search, target), true, null);
  }
  return whole('sharing-limits', null);
}
