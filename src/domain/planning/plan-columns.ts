/**
 * The choices of a plan: so many people of a class learn a bundle. Choices that others replace for no more money and hours
 * are left out, which is what keeps plans of large companies small. The proof that no cheapest plan is lost: of those that
 * are equally cheap take the one that trains in the smallest parts, and of these the one with the earliest classes; it uses
 * no choice that is left out, because somebody who is not trained could take it over.
 */
import { type BitSet, bit, contains, members } from './abilities.ts';
import type { PeopleClass } from './people-classes.ts';
import { type Bundle, bundlesOf, singleBundles } from './training-bundles.ts';
import type { Way } from './ways-to-meet.ts';

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
  /** False when somebody could learn too many things to go through them all. */
  readonly complete: boolean;
}

/** Every bundle that is worth the while of somebody in its class. */
export function allColumns(
  classes: readonly PeopleClass[],
  targets: Targets,
  mostTrained: number,
  mostMoney: number,
): AllColumns {
  const exact = exactAbilities(targets);
  let complete = true;
  const bundlesFor = ({ learner, people }: PeopleClass): readonly Bundle[] => {
    const apart = exact === 0n && people.length > mostTrained;
    const found = bundlesOf(learner, exact, apart, mostMoney);
    if (found !== null) return found;
    complete = false;
    return bundlesOf(learner, exact, true, mostMoney) ?? singleBundles(learner);
  };
  const columns = classes.flatMap((one, of) =>
    one.trained ? bundlesFor(one).flatMap((bundle) => (bundle.skills === 0n ? [] : [{ of, bundle }])) : [],
  );
  return { columns, complete };
}

/** For each person and ability the ways to gain it alone. */
export function singleColumns(classes: readonly PeopleClass[]): readonly PlanColumn[] {
  return classes.flatMap(({ learner, trained }, of) =>
    trained ? singleBundles(learner).flatMap((bundle) => (bundle.skills === 0n ? [] : [{ of, bundle }])) : [],
  );
}

/** What a person of a column brings. */
interface Gain {
  readonly column: PlanColumn;
  readonly of: number;
  readonly money: number;
  readonly hours: number;
  readonly size: number;
  readonly skills: BitSet;
  /** Counts, or abilities, before and after. */
  readonly before: BitSet;
  readonly after: BitSet;
}

/** Whether the first is no dearer and, where it costs the same, comes first in the order of the proof. */
function costsNoMore(one: Gain, other: Gain): boolean {
  return one.money <= other.money && one.hours <= other.hours && one.size <= other.size;
}

function comesFirst(one: Gain, other: Gain): boolean {
  if (one.money > other.money || one.hours > other.hours) return false;
  if (one.money < other.money || one.hours < other.hours) return true;
  return one.size !== other.size ? one.size < other.size : one.of < other.of;
}

export interface LeavingOut {
  /** No cheapest plan trains more people than this. */
  readonly mostTrained: number;
  /** Nor does any cost more. */
  readonly mostMoney: number;
  /** Sharing limits look at who holds which seats: only whoever can do all of it takes over from somebody. */
  readonly joint: boolean;
}

/** Of one class, what another bundle brings for no more. */
function bestOfClass(gains: readonly Gain[]): readonly Gain[] {
  const sorted = [...gains].sort(
    (left, right) =>
      left.money - right.money ||
      left.hours - right.hours ||
      left.size - right.size ||
      (left.skills < right.skills ? -1 : 1),
  );
  const kept: Gain[] = [];
  for (const gain of sorted) {
    const isReplaced = kept.some(({ hours, after }) => hours <= gain.hours && contains(after, gain.after));
    if (!isReplaced && gain.after !== gain.before) kept.push(gain);
  }
  return kept;
}

/** Leaves out the columns that no cheapest plan needs. */
export function worthwhileColumns(
  columns: readonly PlanColumn[],
  classes: readonly PeopleClass[],
  targets: Targets,
  { mostTrained, mostMoney, joint }: LeavingOut,
): readonly PlanColumn[] {
  if (exactAbilities(targets) !== 0n) return columns;
  const counts = joint ? (abilities: BitSet) => abilities : countsOf(targets);
  const byClass = classes.map((): Gain[] => []);
  for (const column of columns) {
    const { of, bundle } = column;
    const { money, hours, skills, abilities } = bundle;
    const size = members(skills).length;
    const before = counts(classes[of]!.held);
    byClass[of]!.push({ column, of, money, hours, size, skills, before, after: counts(abilities) });
  }
  const best = byClass.map(bestOfClass);
  // The largest classes first: with them the question is soon settled.
  const donors = best
    .flatMap((list, of) => (list.length === 0 ? [] : [{ of, list, before: list[0]!.before }]))
    .sort((left, right) => classes[right.of]!.people.length - classes[left.of]!.people.length);
  const known = new Map<string, boolean>();
  const enough = (rest: Gain, needed: BitSet, strictly: boolean, fits: (held: BitSet) => boolean) => {
    let others = 0;
    for (const { of, list, before } of donors) {
      if (!fits(before)) continue;
      const can = list.some(
        (one) => contains(one.after, needed) && (strictly ? comesFirst(one, rest) : costsNoMore(one, rest)),
      );
      if (!can) continue;
      others += classes[of]!.people.length - (of === rest.of ? 1 : 0);
      if (others >= mostTrained) return true;
    }
    return false;
  };
  const remembered = (key: string, answer: () => boolean) => {
    const found = known.get(key) ?? answer();
    known.set(key, found);
    return found;
  };
  const isTakenOver = (gain: Gain) => {
    const needed = joint ? gain.after : gain.after & ~gain.before;
    const key = `${gain.of}:${needed}:${gain.before}:${gain.money}:${gain.hours}:${gain.size}`;
    return remembered(key, () => enough(gain, needed, true, (held) => contains(gain.before, held)));
  };
  // A part for the person, and the rest for somebody else.
  const isDivided = (gain: Gain) =>
    best[gain.of]!.some((part) => {
      if (part.skills === gain.skills || !contains(gain.skills, part.skills)) return false;
      const money = gain.money - part.money;
      const hours = gain.hours - part.hours;
      const size = gain.size - part.size;
      const needed = gain.after & ~part.after;
      const key = `${gain.of}:${needed}:${gain.before}:${money}:${hours}:${size}:part`;
      const fits = (held: BitSet) => (joint ? held === 0n : contains(gain.before, held));
      return remembered(key, () => enough({ ...gain, money, hours, size }, needed, false, fits));
    });
  const kept = new Set<PlanColumn>();
  best.forEach((list) => {
    for (const gain of list) {
      if (gain.money <= mostMoney && !isTakenOver(gain) && !isDivided(gain)) kept.add(gain.column);
    }
  });
  return columns.filter((column) => kept.has(column));
}
