/**
 * How many people may leave before an option, that can be filled by itself, may lack people because others take them.
 *
 * Let every person take one seat only. A set of classes of seats then lacks people by Hall's condition, and what is
 * left of the people for the rest is known: take the set of other options' classes that lacks most, with all people
 * who can sit there, away. Within the rest nobody else lacks people; as long as no set with a class of the option does,
 * its seats can be filled besides any seats of others that can be: these, as they were within the set taken away, and
 * one person a seat outside it. More is always better than less, so the option is then met. With fewer leavers than
 * the people beyond the seats of such a set none lacks people.
 */
import { emptySeats, fillSeats } from '../assignment/empty-seats.ts';

/** Classes of seats are bits of a whole number; with more of them nothing is said. */
const MOST_CLASSES = 30;

/** Seats that the same people can fill. */
export interface SeatsOfClass {
  /** The predicates that whoever sits here satisfies. */
  readonly needed: readonly number[];
  readonly count: number;
}

/** People told apart by the classes they can fill: mask of classes → how many. */
type Supply = ReadonlyMap<number, number>;

function supplyFor(
  classes: readonly SeatsOfClass[],
  types: readonly ReadonlySet<number>[],
  counts: readonly number[],
): Supply {
  const supply = new Map<number, number>();
  types.forEach((satisfied, type) => {
    let mask = 0;
    classes.forEach(({ needed }, bit) => {
      if (needed.every((predicate) => satisfied.has(predicate))) mask |= 1 << bit;
    });
    if (mask !== 0) supply.set(mask, (supply.get(mask) ?? 0) + counts[type]!);
  });
  return supply;
}

function among(supply: Supply, isMeant: (mask: number) => boolean): Supply {
  return new Map([...supply].filter(([mask]) => isMeant(mask)));
}

function people(supply: Supply): number {
  return [...supply.values()].reduce((sum, count) => sum + count, 0);
}

/** The smallest set of classes that lacks most people: those to which the seats left empty lead. */
function lackingMost(needs: readonly number[], supply: Supply): number {
  const masks = [...supply.keys()];
  const { empty, seated } = fillSeats(needs, supply);
  let lacking = empty.reduce((set, seats, bit) => (seats > 0 ? set | (1 << bit) : set), 0);
  for (let before = 0; before !== lacking; ) {
    before = lacking;
    masks.forEach((mask, group) => {
      if ((mask & lacking) === 0) return;
      seated[group]!.forEach((sitting, bit) => {
        if (sitting > 0) lacking |= 1 << bit;
      });
    });
  }
  return lacking;
}

/**
 * The fewest leavers after which seats of `own` may lack people because of `others`, or because of themselves; 0 where
 * they may today, or nothing is known.
 */
export function fewestToLack(
  own: readonly SeatsOfClass[],
  others: readonly SeatsOfClass[],
  types: readonly ReadonlySet<number>[],
  counts: readonly number[],
): number {
  const classes = [...own, ...others];
  if (classes.length > MOST_CLASSES) return 0;
  const supply = supplyFor(classes, types, counts);
  const needs = classes.map(({ count }) => count);
  const lacking = lackingMost(
    needs.map((count, bit) => (bit < own.length ? 0 : count)),
    supply,
  );
  const rest = among(supply, (mask) => (mask & lacking) === 0);
  const needed = needs.map((count, bit) => (lacking & (1 << bit) ? 0 : count));
  let fewest = Number.POSITIVE_INFINITY;
  own.forEach(({ count }, bit) => {
    const able = people(among(rest, (mask) => (mask & (1 << bit)) !== 0));
    const unable = among(rest, (mask) => (mask & (1 << bit)) === 0);
    // The best set with this class takes in whatever its people leave empty.
    fewest = Math.min(fewest, able - count - emptySeats(needed.with(bit, 0), unable) + 1);
  });
  return Math.max(0, fewest);
}
