/**
 * What one person may usefully learn: sets of skills ("bundles") such that every smaller one, or another one that costs no
 * more, gives fewer abilities. Nothing that could be part of a cheapest plan is left out.
 */
import { type BitSet, bit, contains, members } from './abilities.ts';

export interface Bundle {
  readonly skills: BitSet;
  /** Abilities that the person has then, those held before included. */
  readonly abilities: BitSet;
  readonly money: number;
  readonly hours: number;
}

export interface Learner {
  /** Ability → the smallest sets of skills by which the person gains it; the empty one when it is there already. */
  readonly setsFor: readonly (readonly BitSet[])[];
  /** Abilities of the person once these skills are learned. */
  readonly abilitiesWith: (skills: BitSet) => BitSet;
  /** Skill → what it costs, in the whole units of the plan. */
  readonly costs: (skill: number) => { readonly money: number; readonly hours: number };
  readonly maxHours: number | null;
}

/** Abilities of which having more than another bundle may do harm: where scores must stay below a limit. */
export type Exact = BitSet;

/** So many bundles of one person are gone through. */
const MOST_BUNDLES = 8000;

/** After so many of them the time is looked at. */
const PAUSE = 32;

export function pricedBundle(learner: Learner, skills: BitSet): Bundle {
  let money = 0;
  let hours = 0;
  for (const skill of members(skills)) {
    const cost = learner.costs(skill);
    money += cost.money;
    hours += cost.hours;
  }
  return { skills, abilities: learner.abilitiesWith(skills), money, hours };
}

export function moneyFor({ costs }: Pick<Learner, 'costs'>, skills: BitSet): number {
  return members(skills).reduce((sum, skill) => sum + costs(skill).money, 0);
}

export function isAffordable(
  { costs, maxHours }: Pick<Learner, 'costs' | 'maxHours'>,
  skills: BitSet,
  mostMoney: number,
): boolean {
  let money = 0;
  let hours = 0;
  for (const skill of members(skills)) {
    const cost = costs(skill);
    money += cost.money;
    hours += cost.hours;
  }
  return money <= mostMoney && (maxHours === null || hours <= maxHours);
}

/** One bundle for each way to gain one ability alone. */
export function singleBundles(learner: Learner): readonly Bundle[] {
  const sets = new Set(learner.setsFor.flat());
  return [...sets]
    .filter((skills) => isAffordable(learner, skills, Number.POSITIVE_INFINITY))
    .map((skills) => pricedBundle(learner, skills));
}

function isNoWorse(one: Bundle, other: Bundle, exact: Exact): boolean {
  return (
    one.money <= other.money &&
    one.hours <= other.hours &&
    contains(one.abilities, other.abilities) &&
    (one.abilities & exact) === (other.abilities & exact)
  );
}

/** Leaves out what another bundle does as well for no more; `null` when the time is over. */
function undominated(
  bundles: readonly Bundle[],
  exact: Exact,
  isOver: () => boolean,
): readonly Bundle[] | null {
  const sorted = [...bundles].sort(
    (left, right) =>
      left.money - right.money ||
      left.hours - right.hours ||
      members(right.abilities).length - members(left.abilities).length ||
      (left.skills < right.skills ? -1 : 1),
  );
  const kept: Bundle[] = [];
  for (const [place, bundle] of sorted.entries()) {
    if (place % PAUSE === 0 && isOver()) return null;
    if (!kept.some((other) => isNoWorse(other, bundle, exact))) kept.push(bundle);
  }
  return kept;
}

/**
 * `null` when there are too many, or the time is over.
 * @param mostMoney what costs more is of no use
 * @param apart whether two people who learn a part each would do as well as one who learns both: only skills that serve
 *   several abilities together are then worth one person's while
 */
export function bundlesOf(
  learner: Learner,
  exact: Exact,
  apart: boolean,
  mostMoney: number,
  isOver: () => boolean,
): readonly Bundle[] | null {
  if (isOver()) return null;
  const { setsFor } = learner;
  const gained = setsFor.flatMap((sets) => (sets.includes(0n) ? [] : [sets]));
  const fits = (skills: BitSet) => isAffordable(learner, skills, mostMoney);
  const found = new Set<BitSet>([0n]);
  if (apart) {
    const parts = [...new Set(gained.flat())];
    const open = parts.filter(fits);
    for (const skills of open) found.add(skills);
    for (let skills = open.pop(); skills !== undefined; skills = open.pop()) {
      if (open.length % PAUSE === 0 && isOver()) return null;
      for (const part of parts) {
        const union = skills | part;
        if ((skills & part) === 0n || found.has(union) || !fits(union)) continue;
        found.add(union);
        open.push(union);
        if (found.size > MOST_BUNDLES) return null;
      }
    }
  } else {
    for (const sets of gained) {
      for (const skills of [...found]) {
        for (const set of sets) if (fits(skills | set)) found.add(skills | set);
        if (found.size > MOST_BUNDLES) return null;
      }
    }
  }
  const bundles: Bundle[] = [];
  for (const skills of found) {
    if (bundles.length % PAUSE === 0 && isOver()) return null;
    bundles.push(pricedBundle(learner, skills));
  }
  return undominated(bundles, exact, isOver);
}

/** The abilities that the person can come to have, each alone, within the own hours. */
export function reachable(learner: Pick<Learner, 'setsFor' | 'costs' | 'maxHours'>): BitSet {
  return learner.setsFor.reduce(
    (all, sets, ability) =>
      sets.some((set) => isAffordable(learner, set, Number.POSITIVE_INFINITY)) ? all | bit(ability) : all,
    0n,
  );
}
