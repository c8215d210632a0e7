/**
 * How many people may leave before options compete for those who are left. While nobody needs to take seats of several
 * options, each option that can be filled by itself is met, and nothing but its own people decides it.
 */
import { emptySeats } from '../assignment/empty-seats.ts';
import type { Market } from '../catalogue/catalogue.ts';
import type { CompiledSharing } from '../evaluation/compiled-programme.ts';
import type { CountedPeople } from '../evaluation/count-people.ts';
import { MET, UNDETERMINED } from '../evaluation/outcomes.ts';
import { marketsOf } from '../evaluation/share-seats.ts';
import { sharedOptions } from '../evaluation/shared-options.ts';
import { type JointModel, jointModel, type PlannedWay } from '../evaluation/shared-people.ts';
import type { FactsTable } from '../facts/facts-table.ts';
import type { TypePredicates } from './plan-bounds.ts';

/** Classes of seats are bits of a whole number; with more of them nothing is said. */
const MOST_CLASSES = 30;

/** Seats that the same people can fill, of which each person takes one. */
export interface CompetingSeats {
  /** Of one place each option keeps the seats filled by itself. */
  readonly place: string;
  /** The predicates that whoever sits here satisfies. */
  readonly needed: readonly number[];
  readonly count: number;
  /** The option has other ways: that these seats cannot be filled is not yet its end. */
  readonly loose: boolean;
}

/** Seats in places that some limit looks at; all others can be filled whoever sits where. */
function limitedSeats(
  { groups }: JointModel,
  { demands }: PlannedWay,
  option: number,
  loose: boolean,
): readonly CompetingSeats[] {
  const limited = new Set(demands.flatMap(({ limits, place }) => (limits.length > 0 ? [place] : [])));
  return demands.flatMap(({ place, group, bits, need }): readonly CompetingSeats[] => {
    if (!limited.has(place)) return [];
    const needed = groups[group]!.predicates.filter((_, bit) => bits & (1 << bit));
    return [{ place: `${option} ${place}`, needed, count: need, loose }];
  });
}

/** Whether people who fill the one place can fill the other as well, for the same competency. */
function covers(place: readonly CompetingSeats[], other: readonly CompetingSeats[]): boolean {
  return other.every(({ needed, count }) =>
    place.some((seats) => seats.needed.join() === needed.join() && seats.count >= count),
  );
}

/** `null` where it hangs on unknown facts who competes. */
function seatsInMarket(
  people: CountedPeople,
  sharing: CompiledSharing,
  facts: FactsTable,
  market: Market | null,
  isFilled: (place: number) => boolean,
): readonly CompetingSeats[] | null {
  const { compiled } = people;
  const model = jointModel(compiled, sharing);
  const options = sharedOptions(model, compiled, facts, people, market);
  if (options.some(({ company }) => company.includes(UNDETERMINED))) return null;
  const places: { readonly competency: number; readonly seats: readonly CompetingSeats[] }[] = [];
  options.forEach(({ place, competency, ways, company }, index) => {
    const way = ways[company.indexOf(MET)];
    if (way === undefined || !isFilled(place)) return;
    const seats = limitedSeats(model, way, index, ways.length > 1);
    for (const id of new Set(seats.map((one) => one.place))) {
      places.push({ competency, seats: seats.filter((one) => one.place === id) });
    }
  });
  const kept = places.filter(
    ({ competency, seats }, index) =>
      seats[0]!.loose ||
      !places.some(
        (other, at) =>
          at !== index &&
          other.competency === competency &&
          !other.seats[0]!.loose &&
          covers(other.seats, seats) &&
          (at < index || !covers(seats, other.seats)),
      ),
  );
  return kept.flatMap(({ seats }) => seats);
}

/**
 * The fewest leavers after which seats of different places may lack people, by Hall's condition: for sets of classes
 * that span several places, the people who can take any of them beyond the seats. The best set with two given classes
 * adds whatever the people of these two leave empty. Never more than `most`.
 */
export function fewestToCompete(
  classes: readonly CompetingSeats[],
  types: TypePredicates,
  counts: readonly number[],
  most: number,
): number {
  if (classes.length > MOST_CLASSES) return 0;
  const supply = new Map<number, number>();
  types.forEach((satisfied, type) => {
    let mask = 0;
    classes.forEach(({ needed }, bit) => {
      if (needed.every((predicate) => satisfied.has(predicate))) mask |= 1 << bit;
    });
    if (mask !== 0) supply.set(mask, (supply.get(mask) ?? 0) + counts[type]!);
  });
  const seats = classes.reduce((sum, { count }) => sum + count, 0);
  let fewest = most;
  classes.forEach((first, one) => {
    classes.slice(one).forEach((second, further) => {
      const other = one + further;
      if (first.place === second.place && !first.loose) return;
      const pair = (1 << one) | (1 << other);
      let able = 0;
      let inBoth = 0;
      const rest = new Map<number, number>();
      for (const [mask, people] of supply) {
        if ((mask & pair) === pair) inBoth += people;
        if ((mask & pair) === 0) rest.set(mask, people);
        else able += people;
      }
      // Classes without common people break one after the other, each by itself; and not all can lack people.
      if (inBoth === 0 || able - seats + 1 >= fewest) return;
      const needs = classes.map(({ count }, bit) => (pair & (1 << bit) ? 0 : count));
      const own = seats - needs.reduce((sum, count) => sum + count, 0);
      fewest = Math.min(fewest, able - own - emptySeats(needs, rest) + 1);
    });
  });
  return Math.max(0, fewest);
}

/** The fewest leavers after which coupled options may compete, at most `most`; 0 where nothing is known of that. */
export function departuresToCompete(
  facts: FactsTable,
  people: CountedPeople,
  sharing: CompiledSharing,
  types: TypePredicates,
  counts: readonly number[],
  isFilled: (place: number) => boolean,
  most: number,
): number {
  let fewest = most;
  for (const market of marketsOf(sharing, facts)) {
    const seats = seatsInMarket(people, sharing, facts, market, isFilled);
    if (seats === null) return 0;
    fewest = Math.min(fewest, fewestToCompete(seats, types, counts, fewest));
  }
  return fewest;
}
