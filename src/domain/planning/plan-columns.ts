/**
 * The choices of a plan: so many people of a class learn a bundle. Choices that some other choice replaces for no more money
 * and hours are left out, which is what keeps plans of large companies small.
 */
import { type BitSet, contains } from './abilities.ts';
import type { PeopleClass } from './people-classes.ts';
import { type Bundle, bundlesOf } from './training-bundles.ts';
import type { Way } from './ways-to-meet.ts';

export interface PlanColumn {
  /** Place of the class. */
  readonly of: number;
  readonly bundle: Bundle;
}

/** So many people are enough for all that any way asks for: whoever is trained beyond can be left out. */
export function mostNeeded(targets: readonly (readonly Way[])[], survive: number): number {
  const least = new Map<BitSet, number>();
  for (const { bounds } of targets.flat()) {
    for (const bound of bounds) {
      least.set(bound.anyOf, Math.max(least.get(bound.anyOf) ?? 0, bound.least + survive));
    }
  }
  return [...least.values()].reduce((sum, count) => sum + count, 0);
}

/** Abilities of which a target allows only so many people. */
export function exactAbilities(targets: readonly (readonly Way[])[]): BitSet {
  return targets
    .flat()
    .flatMap(({ bounds }) => bounds)
    .reduce((all, { anyOf, most }) => (most === null ? all : all | anyOf), 0n);
}

/** Whether a part for this person and the rest for somebody who can do nothing yet would serve as well. */
function isSplit(
  { abilities, skills, money, hours }: Bundle,
  held: BitSet,
  own: readonly Bundle[],
  spare: readonly Bundle[],
): boolean {
  const gained = abilities & ~held;
  return own.some((part) => {
    if (part.skills === skills || !contains(skills, part.skills)) return false;
    const missing = gained & ~part.abilities;
    return spare.some(
      (rest) =>
        contains(rest.abilities, missing) &&
        part.money + rest.money <= money &&
        part.hours + rest.hours <= hours,
    );
  });
}

export function planColumns(
  classes: readonly PeopleClass[],
  targets: readonly (readonly Way[])[],
  survive: number,
): readonly PlanColumn[] {
  const most = mostNeeded(targets, survive);
  const exact = exactAbilities(targets);
  const bundles = classes.map(({ learner, people, trained }) => {
    const apart = exact === 0n && people.length > most;
    return trained ? bundlesOf(learner, exact, apart) : [];
  });
  const spares = classes.flatMap(({ held, people }, place) =>
    exact === 0n && held === 0n && people.length > most ? [place] : [],
  );
  return classes.flatMap(({ held }, place) => {
    const own = bundles[place]!;
    return own.flatMap((bundle) => {
      if (bundle.skills === 0n) return [];
      const replaced = spares.some((spare) => spare !== place && isSplit(bundle, held, own, bundles[spare]!));
      return replaced ? [] : [{ of: place, bundle }];
    });
  });
}
