/**
 * The counts of people that keep seats filled which have been filled once, by the same or by others: whoever satisfies
 * what a person sits for can sit there instead. Nobody takes the seats of two people, so Hall's condition is enough.
 */
import { emptySeats } from '../assignment/empty-seats.ts';
import type { ChosenSeats, SeatedPerson } from '../evaluation/joint-answer.ts';
import type { Seating } from '../evaluation/shared-outcomes.ts';
import { atLeast, type PeopleBound } from './fewest-departures.ts';
import { planBounds, type TypePredicates } from './plan-bounds.ts';

/** Classes that the same people can fill, beyond which the bounds on sets of them are not looked for. */
const MOST_CLASSES = 10;

/** Seats that the same people can take. */
interface PlaceClass {
  readonly needed: readonly number[];
  count: number;
}

function classesOf(seats: readonly ChosenSeats[]): readonly PlaceClass[] {
  const classes = new Map<string, PlaceClass>();
  for (const { needed, count } of seats) {
    const key = needed.join();
    const known = classes.get(key);
    if (known === undefined) classes.set(key, { needed, count });
    else known.count += count;
  }
  return [...classes.values()];
}

/** Classes connected by types that can fill several of them: between the parts nobody competes. */
function parts(classes: readonly PlaceClass[], types: TypePredicates): readonly (readonly PlaceClass[])[] {
  const found: (readonly PlaceClass[])[] = [];
  const open = new Set(classes);
  for (const first of open) {
    const part = new Set([first]);
    for (const one of part) {
      for (const other of open) {
        if (types.some((satisfied) => canTake(satisfied, one) && canTake(satisfied, other))) part.add(other);
      }
    }
    for (const one of part) open.delete(one);
    found.push([...part]);
  }
  return found;
}

function canTake(satisfied: ReadonlySet<number>, { needed }: PlaceClass): boolean {
  return needed.every((predicate) => satisfied.has(predicate));
}

/** So many of each type as sit now: enough in any case. */
function asTaken(
  people: readonly SeatedPerson[],
  typeOf: ReadonlyMap<number, number>,
): readonly PeopleBound[] {
  const taken = new Map<number, number>();
  for (const { person } of people) {
    const type = typeOf.get(person)!;
    taken.set(type, (taken.get(type) ?? 0) + 1);
  }
  return [...taken].map(([type, count]) => atLeast([type], count));
}

/** Bounds of seats that different people can take, with so many left of each type; `null` when they cannot. */
function apartBounds(
  seats: readonly ChosenSeats[],
  types: TypePredicates,
  left: readonly number[],
): readonly PeopleBound[] | null {
  const bounds: PeopleBound[] = [];
  for (const part of parts(classesOf(seats), types)) {
    if (part.length > MOST_CLASSES) return null;
    const supply = new Map<number, number>();
    const masks = types.map((satisfied, type) => {
      const mask = part.reduce(
        (bits, one, index) => (canTake(satisfied, one) ? bits | (1 << index) : bits),
        0,
      );
      supply.set(mask, (supply.get(mask) ?? 0) + left[type]!);
      return mask;
    });
    const needs = part.map(({ count }) => count);
    if (emptySeats(needs, supply) > 0) return null;
    bounds.push(...planBounds(part, masks));
  }
  return bounds;
}

/** Where there are enough people nobody needs to take more than one seat, and the bounds say most. */
export function seatBounds(
  { seats, people }: Seating,
  types: TypePredicates,
  typeOf: ReadonlyMap<number, number>,
  left: readonly number[],
): readonly PeopleBound[] {
  const together = people.map(({ needed }) => ({ needed, count: 1 }));
  return apartBounds(seats, types, left) ?? apartBounds(together, types, left) ?? asTaken(people, typeOf);
}
