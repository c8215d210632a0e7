/**
 * The choices of a plan: so many people of a class learn a bundle. What others can learn for no more money and hours is left
 * out (see take-overs.ts), which is what keeps plans of large companies small.
 */
import { type BitSet, bit } from './abilities.ts';
import type { PeopleClass } from './people-classes.ts';
import { bestOfClass, gainOf, type LeavingOut, TakeOvers } from './take-overs.ts';
import {
  type Bundle,
  bundlesOf,
  isAffordable,
  type Learner,
  pricedBundle,
  singleBundles,
} from './training-bundles.ts';
import type { CountBound, Way } from './ways-to-meet.ts';

export interface PlanColumn {
  /** Place of the class. */
  readonly of: number;
  readonly bundle: Bundle;
}

type Targets = readonly (readonly Way[])[];

/** So many people are enough for all that any way asks for: whoever is trained beyond can be left out. */
export function mostNeeded(targets: Targets, survive: number): number {
  const least = new Map<BitSet, number>();
  for (const { bounds } of targets.flat()) {
    for (const bound of bounds) {
      least.set(bound.anyOf, Math.max(least.get(bound.anyOf) ?? 0, bound.least + survive));
    }
  }
  return [...least.values()].reduce((sum, count) => sum + count, 0);
}

/** The count of a way that asks for the most people. */
export function fullest({ bounds }: Way): CountBound {
  return bounds.reduce((most, bound) => (bound.least > most.least ? bound : most));
}

/** Abilities of which a target allows only so many people. */
export function exactAbilities(targets: Targets): BitSet {
  return targets
    .flat()
    .flatMap(({ bounds }) => bounds)
    .reduce((all, { anyOf, most }) => (most === null ? all : all | anyOf), 0n);
}

/** Abilities → the counts, by number, to which somebody with these abilities belongs. */
export function countsOf(targets: Targets): (abilities: BitSet) => BitSet {
  const sets = [...new Set(targets.flat().flatMap(({ bounds }) => bounds.map(({ anyOf }) => anyOf)))];
  const known = new Map<BitSet, BitSet>();
  return (abilities) => {
    let found = known.get(abilities);
    if (found === undefined) {
      found = sets.reduce((all, anyOf, number) => (anyOf & abilities ? all | bit(number) : all), 0n);
      known.set(abilities, found);
    }
    return found;
  };
}

export interface AllColumns {
  readonly columns: readonly PlanColumn[];
  /** False when somebody could learn too many things to go through them all, or the time is over. */
  readonly complete: boolean;
}

/** So many bundles of one class are gone through. */
const MOST_UNIONS = 4000;

/** What falls into parts with no skill in common is put together from those parts that nobody else takes over. */
function unionsOf(
  learner: Learner,
  parts: readonly BitSet[],
  mostMoney: number,
  isOver: () => boolean,
): readonly Bundle[] | null {
  const found = new Set<BitSet>([0n]);
  for (const part of parts) {
    for (const skills of [...found]) {
      if (isAffordable(learner, skills | part, mostMoney)) found.add(skills | part);
      if (found.size > MOST_UNIONS) return null;
    }
  }
  const bundles: Bundle[] = [];
  for (const skills of found) {
    if (isOver()) return null;
    bundles.push(pricedBundle(learner, skills));
  }
  return bundles;
}

/** Every bundle that is worth the while of somebody in its class, and that no cheapest plan can do without. */
export function planColumns(
  classes: readonly PeopleClass[],
  targets: Targets,
  leavingOut: LeavingOut,
  isOver: () => boolean,
): AllColumns {
  const { mostTrained, mostMoney, joint } = leavingOut;
  const exact = exactAbilities(targets);
  let complete = true;
  const connected = classes.map(({ learner, trained }) => {
    // Without all of them the plan is looked for in another way, but for sharing limits.
    if (!trained || (!complete && !joint)) return [];
    const bundles = bundlesOf(learner, exact, true, mostMoney, isOver);
    if (bundles === null) complete = false;
    return bundles ?? (joint ? singleBundles(learner) : []);
  });
  if (!complete && !joint) return { columns: [], complete };
  const isWhole = exact !== 0n || joint;
  const counts = joint ? (abilities: BitSet) => abilities : countsOf(targets);
  const gainsOf = (of: number, bundles: readonly Bundle[]) =>
    bundles.flatMap((bundle) =>
      bundle.skills === 0n
        ? []
        : [gainOf({ of, bundle }, counts(classes[of]!.held), counts(bundle.abilities))],
    );
  const parts = connected.map((bundles, of) => gainsOf(of, bundles));
  const takeOvers = new TakeOvers(classes, isWhole ? parts : parts.map(bestOfClass), leavingOut);
  const columns = classes.flatMap(({ learner, people, trained }, of): readonly PlanColumn[] => {
    if (isOver()) complete = false;
    if (!trained || (!complete && (!joint || isOver()))) return [];
    if (isWhole) {
      const bundles = bundlesOf(learner, exact, false, mostMoney, isOver);
      if (bundles === null) complete = false;
      const all = gainsOf(of, bundles ?? connected[of]!);
      return all.map(({ column }) => column);
    }
    const own = bestOfClass(parts[of]!).filter(
      (gain) => gain.money <= mostMoney && !isOver() && !takeOvers.isTakenOver(gain),
    );
    if (people.length > mostTrained) return own.map(({ column }) => column);
    const unions = unionsOf(
      learner,
      own.map(({ skills }) => skills),
      mostMoney,
      isOver,
    );
    if (unions === null) complete = false;
    const gains = unions === null ? own : bestOfClass(gainsOf(of, unions));
    return gains
      .filter((gain) => !isOver() && !takeOvers.isTakenOver(gain) && !takeOvers.isDivided(gain, gains))
      .map(({ column }) => column);
  });
  if (isOver()) complete = false;
  return { columns, complete };
}
