/**
 * Departures that lose a level kept only across its ways, and what a plan must do about them. For one broken count of each
 * way people are told apart by the counts to which they belong; who leaves is then so many of each such kind. Whenever a
 * plan has so many people of these kinds, one of the counts must still hold without them: that is true of every plan that
 * survives, so no good plan is cut off.
 */
import { type BitSet, bit } from './abilities.ts';
import { asEntries, type PlanModel } from './plan-model.ts';
import type { CountBound, Way } from './ways-to-meet.ts';

/** Final abilities → how many people. */
export type People = ReadonlyMap<BitSet, number>;

export interface Departure {
  /** Final abilities of those who leave → how many of them. */
  readonly left: People;
  /** Of each way a count that no longer holds. */
  readonly broken: readonly CountBound[];
}

export function peopleAfter(model: PlanModel, values: readonly number[]): People {
  const people = new Map<BitSet, number>();
  const add = (abilities: BitSet, count: number) => {
    if (count > 0) people.set(abilities, (people.get(abilities) ?? 0) + count);
  };
  const idle = model.classes.map((one) => one.people.length);
  model.columns.forEach(({ of, bundle }, index) => {
    idle[of]! -= values[index]!;
    add(bundle.abilities, values[index]!);
  });
  model.classes.forEach(({ held }, place) => {
    add(held, idle[place]!);
  });
  return people;
}

function counted(people: People, anyOf: BitSet): number {
  let count = 0;
  for (const [abilities, number] of people) if (abilities & anyOf) count += number;
  return count;
}

function isBroken(people: People, { anyOf, least, most }: CountBound): boolean {
  const count = counted(people, anyOf);
  return count < least || (most !== null && count > most);
}

/** At most so many people whose leaving leaves no way met; `null` when the level is kept whoever leaves. */
export function losingDeparture(ways: readonly Way[], people: People, most: number): Departure | null {
  const left = new Map<BitSet, number>();
  const rest = new Map(people);
  function search(open: number): boolean {
    const kept = ways.find(({ bounds }) => !bounds.some((bound) => isBroken(rest, bound)));
    if (kept === undefined) return true;
    for (const { anyOf, least } of kept.bounds) {
      if (least === 0 || counted(rest, anyOf) - least >= open) continue;
      for (const abilities of [...rest.keys()]) {
        if ((abilities & anyOf) === 0n || rest.get(abilities) === 0) continue;
        rest.set(abilities, rest.get(abilities)! - 1);
        left.set(abilities, (left.get(abilities) ?? 0) + 1);
        if (search(open - 1)) return true;
        rest.set(abilities, rest.get(abilities)! + 1);
        left.set(abilities, left.get(abilities)! - 1);
      }
    }
    return false;
  }
  if (!search(most)) return null;
  for (const [abilities, count] of left) if (count === 0) left.delete(abilities);
  return { left, broken: ways.map(({ bounds }) => bounds.find((bound) => isBroken(rest, bound))!) };
}

/**
 * However many ways there are: whoever leaves, one of the counts must still hold, so all their people together are so many
 * more. A single row that settles most departures, above all those that leave nobody.
 */
export function bearTogether(model: PlanModel, counts: readonly CountBound[], survive: number): void {
  const least = Math.min(...counts.map((count) => count.least));
  if (least === 0) return;
  const { there, more } = model.count(counts.reduce((all, { anyOf }) => all | anyOf, 0n));
  if (there < least + survive) model.builder.atLeast(least + survive - there, more);
}

/** Adds to the model what keeps the level when so many people of the same kinds leave. */
export function bearDeparture(model: PlanModel, { left, broken }: Departure, survive: number): void {
  const { builder } = model;
  bearTogether(model, broken, survive);
  const kindOf = (abilities: BitSet) =>
    broken.reduce((kind, { anyOf }, way) => (abilities & anyOf ? kind | bit(way) : kind), 0n);
  const leavers = new Map<BitSet, number>();
  for (const [abilities, count] of left) {
    const kind = kindOf(abilities);
    leavers.set(kind, (leavers.get(kind) ?? 0) + count);
  }
  const present = [...leavers].map(([kind, count]) => {
    const there = model.classes.reduce(
      (sum, { held, people }) => (kindOf(held) === kind ? sum + people.length : sum),
      0,
    );
    const changes = model.columns.flatMap(({ of, bundle }, index) => {
      const change =
        Number(kindOf(bundle.abilities) === kind) - Number(kindOf(model.classes[of]!.held) === kind);
      return change === 0 ? [] : [[index, change] as const];
    });
    const possible = changes.reduce(
      (sum, [column, change]) => (change > 0 ? sum + builder.columns[column]!.upper : sum),
      there,
    );
    const enough = builder.binary();
    // So many or more people of the kind make `enough` 1.
    const beyond = Math.max(1, possible - count + 1);
    builder.atMost(count - 1 - there, [...changes, [enough, -beyond]]);
    return enough;
  });
  const held = broken.map((bound, way) => {
    let gone = 0;
    for (const [kind, count] of leavers) if (kind & bit(way)) gone += count;
    return model.whenChosen([bound], gone);
  });
  builder.atLeast(1 - present.length, [
    ...asEntries(held),
    ...present.map((enough) => [enough, -1] as const),
  ]);
}
