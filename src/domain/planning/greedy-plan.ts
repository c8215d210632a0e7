/**
 * A plan that is found at once and need not be the cheapest: target by target the way that costs least when always the skills
 * are learned next that fill most for their price. It bounds what the cheapest plan costs, and stands in when time runs out.
 */
import { type BitSet, bit, members } from './abilities.ts';
import type { PeopleClass } from './people-classes.ts';
import { countsOf, type PlanColumn } from './plan-columns.ts';
import { type Bundle, pricedBundle } from './training-bundles.ts';
import type { Way } from './ways-to-meet.ts';

/** People of one class who have learned the same so far. */
interface Learned {
  readonly of: number;
  readonly skills: BitSet;
  people: number;
}

interface Team {
  readonly learned: readonly Learned[];
  /** People in each count. */
  readonly counts: readonly number[];
  readonly money: number;
}

/** One thing more that somebody may learn. */
interface Step {
  readonly bundle: Bundle;
  readonly money: number;
  /** By which it is measured against others: money, and a little for the time. */
  readonly price: number;
  /** Counts to which the person belongs only then. */
  readonly gained: BitSet;
}

/** What fills most for its price of that which is open. */
interface Best {
  readonly open: BitSet;
  readonly step: Step | null;
  readonly worth: number;
}

class GreedySearch {
  private readonly classes: readonly PeopleClass[];
  private readonly countsFor: (abilities: BitSet) => BitSet;
  private readonly parts = new Map<number, readonly BitSet[]>();
  private readonly known = new Map<string, readonly Step[]>();
  private readonly best = new WeakMap<readonly Step[], Best>();

  constructor(classes: readonly PeopleClass[], countsFor: (abilities: BitSet) => BitSet) {
    this.classes = classes;
    this.countsFor = countsFor;
  }

  private partsOf(of: number): readonly BitSet[] {
    const known = this.parts.get(of);
    if (known !== undefined) return known;
    const { learner, trained } = this.classes[of]!;
    const parts = new Set<BitSet>();
    if (trained) for (const sets of learner.setsFor) for (const set of sets) parts.add(set);
    const all = [...parts];
    this.parts.set(of, all);
    return all;
  }

  /** Of steps that gain the same, the cheapest. */
  private stepsFrom({ of, skills }: Learned): readonly Step[] {
    const key = `${of}:${skills}`;
    const known = this.known.get(key);
    if (known !== undefined) return known;
    const { learner } = this.classes[of]!;
    const now = pricedBundle(learner, skills);
    const before = this.countsFor(now.abilities);
    const steps = new Map<BitSet, Step>();
    for (const set of this.partsOf(of)) {
      if ((set & ~skills) === 0n) continue;
      const bundle = pricedBundle(learner, skills | set);
      if (learner.maxHours !== null && bundle.hours > learner.maxHours) continue;
      const gained = this.countsFor(bundle.abilities) & ~before;
      if (gained === 0n) continue;
      const money = bundle.money - now.money;
      const price = money + 1e-3 * (bundle.hours - now.hours + 1);
      const alike = steps.get(gained);
      if (alike === undefined || price < alike.price) steps.set(gained, { bundle, money, price, gained });
    }
    const found = [...steps.values()];
    this.known.set(key, found);
    return found;
  }

  private bestOf(from: Learned, open: BitSet): Best {
    const steps = this.stepsFrom(from);
    const known = this.best.get(steps);
    if (known?.open === open) return known;
    let best: Best = { open, step: null, worth: 0 };
    for (const step of steps) {
      const useful = step.gained & open;
      if (useful === 0n) continue;
      const worth = members(useful).length / step.price;
      if (worth > best.worth) best = { open, step, worth };
    }
    this.best.set(steps, best);
    return best;
  }

  /** The team with what else it takes for a way; `null` when nobody can learn what is missing. */
  fill(team: Team, demands: readonly { readonly count: number; readonly least: number }[]): Team | null {
    const learned = team.learned.map((one) => ({ ...one }));
    const counts = [...team.counts];
    let { money } = team;
    for (;;) {
      const open = demands.reduce(
        (all, { count, least }) => (counts[count]! < least ? all | bit(count) : all),
        0n,
      );
      if (open === 0n) return { learned, counts, money };
      let most: Best = { open, step: null, worth: 0 };
      let from: Learned | null = null;
      for (const one of learned) {
        if (one.people === 0) continue;
        const best = this.bestOf(one, open);
        if (best.worth <= most.worth) continue;
        most = best;
        from = one;
      }
      const { step } = most;
      if (step === null || from === null) return null;
      from.people--;
      const { of } = from;
      const { skills } = step.bundle;
      const alike = learned.find((one) => one.of === of && one.skills === skills);
      if (alike === undefined) learned.push({ of, skills, people: 1 });
      else alike.people++;
      money += step.money;
      for (const count of members(step.gained)) counts[count]!++;
    }
  }
}

export interface GreedyPlan {
  readonly columns: readonly PlanColumn[];
  /** How many people of each column. */
  readonly values: readonly number[];
}

/** So many classes are looked at. */
const MOST_CLASSES = 600;

/** The largest classes and those who lack least: whoever else is trained costs time and seldom less. */
function lookedAt(
  classes: readonly PeopleClass[],
  countsFor: (abilities: BitSet) => BitSet,
): readonly number[] {
  const all = classes.map((_, of) => of);
  if (all.length <= MOST_CLASSES) return all;
  const belongs = classes.map(({ held }) => members(countsFor(held)).length);
  const bySize = [...all].sort((one, other) => classes[other]!.people.length - classes[one]!.people.length);
  const byHeld = [...all].sort((one, other) => belongs[other]! - belongs[one]!);
  const half = MOST_CLASSES / 2;
  const kept = new Set([...bySize.slice(0, half), ...byHeld.slice(0, half)]);
  return all.filter((of) => kept.has(of));
}

/** `null` when this way of going about it finds no plan. */
export function greedyPlan(
  classes: readonly PeopleClass[],
  targets: readonly (readonly Way[])[],
  survive: number,
): GreedyPlan | null {
  const countsFor = countsOf(targets);
  const sets = [...new Set(targets.flat().flatMap(({ bounds }) => bounds.map(({ anyOf }) => anyOf)))];
  const numberOf = new Map<BitSet, number>(sets.map((anyOf, number) => [anyOf, number]));
  const search = new GreedySearch(classes, countsFor);
  const looked = lookedAt(classes, countsFor);
  let team: Team = {
    learned: looked.map((of) => ({ of, skills: 0n, people: classes[of]!.people.length })),
    counts: sets.map((anyOf) =>
      classes.reduce((sum, { held, people }) => (held & anyOf ? sum + people.length : sum), 0),
    ),
    money: 0,
  };
  for (const ways of targets) {
    let best: Team | null = null;
    for (const { bounds } of ways) {
      const demands = bounds.map(({ anyOf, least }) => ({
        count: numberOf.get(anyOf)!,
        least: least === 0 ? 0 : least + survive,
      }));
      const filled: Team | null = search.fill(team, demands);
      if (filled !== null && (best === null || filled.money < best.money)) best = filled;
    }
    if (best === null) return null;
    team = best;
  }
  const trained = team.learned.filter(({ skills, people }) => skills !== 0n && people > 0);
  return {
    columns: trained.map(({ of, skills }) => ({ of, bundle: pricedBundle(classes[of]!.learner, skills) })),
    values: trained.map(({ people }) => people),
  };
}
