/**
 * A plan that is found at once and need not be the cheapest: target by target the way that costs least when always the skills
 * are learned next that fill most for their price. It bounds what the cheapest plan costs, and stands in when time runs out.
 */
import { type BitSet, bit, members } from './abilities.ts';
import type { PeopleClass } from './people-classes.ts';
import { countsOf, type PlanColumn } from './plan-columns.ts';
import { abilitiesWith, type Bundle, pricedBundle } from './training-bundles.ts';
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
  readonly hours: number;
  /** Counts to which the person belongs only then. */
  readonly gained: BitSet;
}

class GreedySearch {
  private readonly classes: readonly PeopleClass[];
  private readonly countsFor: (abilities: BitSet) => BitSet;
  private readonly known = new Map<string, readonly Step[]>();

  constructor(classes: readonly PeopleClass[], countsFor: (abilities: BitSet) => BitSet) {
    this.classes = classes;
    this.countsFor = countsFor;
  }

  private stepsFrom({ of, skills }: Learned): readonly Step[] {
    const key = `${of}:${skills}`;
    const known = this.known.get(key);
    if (known !== undefined) return known;
    const { learner, trained } = this.classes[of]!;
    const now = pricedBundle(learner, skills);
    const before = this.countsFor(abilitiesWith(learner, skills));
    const sets = trained ? new Set(learner.setsFor.flat()) : [];
    const steps = [...sets].flatMap((set): readonly Step[] => {
      if ((set & ~skills) === 0n) return [];
      const bundle = pricedBundle(learner, skills | set);
      if (learner.maxHours !== null && bundle.hours > learner.maxHours) return [];
      const gained = this.countsFor(bundle.abilities) & ~before;
      if (gained === 0n) return [];
      return [{ bundle, money: bundle.money - now.money, hours: bundle.hours - now.hours, gained }];
    });
    this.known.set(key, steps);
    return steps;
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
      let best: { readonly from: Learned; readonly step: Step } | null = null;
      let most = 0;
      for (const from of learned) {
        if (from.people === 0) continue;
        for (const step of this.stepsFrom(from)) {
          const useful = step.gained & open;
          if (useful === 0n) continue;
          const worth = members(useful).length / (step.money + 1e-3 * (step.hours + 1));
          if (worth <= most) continue;
          most = worth;
          best = { from, step };
        }
      }
      if (best === null) return null;
      const { from, step } = best;
      from.people--;
      const { skills } = step.bundle;
      const alike = learned.find((one) => one.of === from.of && one.skills === skills);
      if (alike === undefined) learned.push({ of: from.of, skills, people: 1 });
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
