/**
 * Who comes first among the people that satisfy something: as many as seats can take, in the order of ids. Seats are
 * given to the first people who can sit there without costing a seat elsewhere, so nobody behind these is ever seated.
 */
import type { CompiledProgramme, SeatGroup } from '../evaluation/compiled-programme.ts';
import { type Holders, seatGroup } from '../evaluation/seat-option.ts';

/** People of one mask of a coupled group. */
interface Alike {
  readonly mask: number;
  readonly people: number[];
}

function seatsIn({ leaves }: SeatGroup): number {
  return leaves.reduce((sum, { need }) => sum + need, 0);
}

export class FirstHolders {
  private readonly compiled: CompiledProgramme;
  /** How many to keep of each predicate, and where they stand in `people`. */
  private readonly limit: Int32Array;
  private readonly firstPlace: Int32Array;
  private readonly people: Int32Array;
  /** How many were kept for the partner at hand. */
  private readonly kept: Int32Array;
  private readonly seated: Int32Array;
  private readonly masks: Int32Array;
  private readonly alike: readonly Map<number, Alike>[];

  constructor(compiled: CompiledProgramme) {
    this.compiled = compiled;
    this.limit = new Int32Array(compiled.predicates.length);
    const raise = (predicate: number, most: number) => {
      this.limit[predicate] = Math.max(this.limit[predicate]!, most);
    };
    for (const { alternatives } of compiled.options) {
      for (const group of alternatives.flatMap(({ groups }) => groups)) {
        if (group.coupled >= 0) continue;
        for (const { base, need, ofWhich } of group.leaves) {
          raise(base, 2 * need);
          for (const { both } of ofWhich) raise(both, need);
        }
      }
    }
    this.firstPlace = new Int32Array(compiled.predicates.length);
    let places = 0;
    this.limit.forEach((most, predicate) => {
      this.firstPlace[predicate] = places;
      places += most;
    });
    this.people = new Int32Array(places);
    this.kept = new Int32Array(compiled.predicates.length);
    this.seated = new Int32Array(this.limit.reduce((most, people) => Math.max(most, people), 0));
    this.masks = new Int32Array(compiled.coupledGroups.length);
    this.alike = compiled.coupledGroups.map(() => new Map());
  }

  start(): void {
    this.kept.fill(0);
    for (const alike of this.alike) if (alike.size > 0) alike.clear();
  }

  /** People come in the order of their ids; the first `count` places of `found` are the predicates satisfied. */
  add(individual: number, found: Int32Array, count: number): void {
    const { limit, kept } = this;
    for (let index = 0; index < count; index++) {
      const predicate = found[index]!;
      const place = kept[predicate]!;
      if (place === limit[predicate]) continue;
      this.people[this.firstPlace[predicate]! + place] = individual;
      kept[predicate] = place + 1;
    }
    if (this.masks.length > 0) this.addToGroups(individual, found, count);
  }

  private addToGroups(individual: number, found: Int32Array, count: number): void {
    const { compiled, masks, alike } = this;
    for (let index = 0; index < count; index++) {
      for (const { group, bit } of compiled.coupledBits[found[index]!]!) masks[group]! |= bit;
    }
    for (let group = 0; group < masks.length; group++) {
      const mask = masks[group]!;
      if (mask === 0) continue;
      masks[group] = 0;
      const known = alike[group]!.get(mask);
      if (known === undefined) alike[group]!.set(mask, { mask, people: [individual] });
      else if (known.people.length < seatsIn(compiled.coupledGroups[group]!)) known.people.push(individual);
    }
  }

  /** Tells for each leaf of a group that is full who sits there: the first `count` places of `people`. */
  seats(group: SeatGroup, tell: (leaf: number, people: ArrayLike<number>, count: number) => void): void {
    if (group.coupled >= 0) {
      for (const [leaf, people] of this.coupledSeats(group)) tell(leaf, people, people.length);
      return;
    }
    const { number, base, need, ofWhich } = group.leaves[0]!;
    const also = ofWhich[0];
    if (also !== undefined) this.seatSpecial(base, need, also.both, also.count);
    else this.seatFirst(base, need);
    tell(number, this.seated, need);
  }

  private seatFirst(base: number, need: number): void {
    const { people, seated } = this;
    const first = this.firstPlace[base]!;
    for (let index = 0; index < need; index++) seated[index] = people[first + index]!;
  }

  /** The first `special` of those who satisfy both, and the first others; all in the order of ids. */
  private seatSpecial(base: number, need: number, both: number, special: number): void {
    const { people, seated, kept } = this;
    const firstSpecial = this.firstPlace[both]!;
    const last = this.firstPlace[base]! + kept[base]!;
    let count = 0;
    for (; count < special; count++) seated[count] = people[firstSpecial + count]!;
    for (let place = this.firstPlace[base]!; place < last && count < need; place++) {
      const person = people[place]!;
      let at = 0;
      while (at < special && seated[at] !== person) at++;
      if (at === special) seated[count++] = person;
    }
    if (special > 0) seated.subarray(0, need).sort();
  }

  private coupledSeats(group: SeatGroup): Iterable<readonly [number, ArrayLike<number>]> {
    const alike = [...this.alike[group.coupled]!.values()];
    const everybody = alike.flatMap(({ people }) => people);
    const holders: number[][] = [];
    group.predicates.forEach((predicate, index) => {
      const able = alike.flatMap(({ mask, people }) => (mask & (1 << index) ? people : []));
      holders[predicate] = able.sort((left, right) => left - right);
    });
    const rank = new Int32Array(everybody.reduce((most, person) => Math.max(most, person), 0) + 1);
    for (let person = 0; person < rank.length; person++) rank[person] = person;
    const people: Holders = { holders, rank };
    return seatGroup(group.leaves, people, () => true);
  }
}
