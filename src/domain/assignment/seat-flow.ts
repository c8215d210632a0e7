/**
 * A flow of people into the seats of several options at once, one seat at a time. It respects what a network can
 * express: who can fill which seats, one seat a person in each place, and of the limits on uses the one that looks
 * at the seat. What it cannot express (see joint-seats.ts) it avoids where that costs nothing and leaves to the
 * search. People are numbers; everything is kept in columns by seat, so that seats can be added to a copy.
 */

/** Seats of one class: `need` different people who can fill them. */
export interface SeatDemand {
  readonly need: number;
  /** Which mask of a person decides, and the bits it must have. */
  readonly group: number;
  readonly bits: number;
  /** Nobody sits twice in one place. */
  readonly place: number;
  readonly competency: number;
  /** Limits that look at these seats, by number. */
  readonly limits: readonly number[];
  /** Group of people, by number, for limits that allow only one; -1 without one. */
  readonly role: number;
}

/** Counts the steps of a search, so that it can be given up instead of going on for ever. */
export interface Work {
  left: number;
}

/** What the flow takes care of for one demand. */
interface Column {
  readonly demand: SeatDemand;
  /** 1 for the people who may sit here. */
  readonly can: Uint8Array;
  readonly slot: number;
  missing: number;
}

interface Slot {
  readonly place: number;
  /** The limit on uses that the flow respects here; -1 for none. */
  readonly home: number;
  /** Person → demand that he or she fills, or -1. */
  readonly seat: Int16Array;
}

interface Step {
  readonly demand: number;
  readonly person: number;
  readonly slot: number;
}

export class SeatFlow {
  readonly people: number;
  readonly columns: Column[];
  readonly slots: Slot[];
  /** Limit → person → seats held under it. */
  private readonly used: readonly Uint16Array[];
  /** Limit → seats that one person may hold under it at most. */
  readonly capacity: readonly number[];

  constructor(
    people: number,
    capacity: readonly number[],
    columns: Column[],
    slots: Slot[],
    used: readonly Uint16Array[],
  ) {
    this.people = people;
    this.capacity = capacity;
    this.columns = columns;
    this.slots = slots;
    this.used = used;
  }

  static empty(people: number, limits: number): SeatFlow {
    const used = Array.from({ length: limits }, () => new Uint16Array(people));
    return new SeatFlow(people, new Array(limits).fill(0), [], [], used);
  }

  /** A copy with the same people in the same seats; `capacity` is that of the demands it will have. */
  copy(capacity: readonly number[] = this.capacity): SeatFlow {
    return new SeatFlow(
      this.people,
      capacity,
      this.columns.map((column) => ({ ...column })),
      this.slots.map((slot) => ({ ...slot, seat: slot.seat.slice() })),
      this.used.map((counts) => counts.slice()),
    );
  }

  /** `home` is the limit on uses that the flow respects for these seats, or -1. */
  add(demand: SeatDemand, can: Uint8Array, home: number): void {
    let slot = this.slots.findIndex((one) => one.place === demand.place && one.home === home);
    if (slot < 0) {
      slot = this.slots.push({ place: demand.place, home, seat: new Int16Array(this.people).fill(-1) }) - 1;
    }
    this.columns.push({ demand, can, slot, missing: demand.need });
  }

  /** Demands whose seats a person fills. */
  seatsOf(person: number): number[] {
    const found: number[] = [];
    for (const { seat } of this.slots) if (seat[person]! >= 0) found.push(seat[person]!);
    return found;
  }

  /** Takes seats away from a person for good; whoever sat there stands up. */
  forbid(person: number, demands: readonly number[]): void {
    for (const number of demands) {
      const column = this.columns[number]!;
      if (column.can[person] === 0) continue;
      const can = column.can.slice();
      can[person] = 0;
      this.columns[number] = { ...column, can };
      const { seat, home } = this.slots[column.slot]!;
      if (seat[person] !== number) continue;
      seat[person] = -1;
      this.columns[number]!.missing++;
      if (home >= 0) this.used[home]![person]!--;
    }
  }

  /** Gives a person the seats of these demands that are still empty. */
  take(person: number, demands: readonly number[]): void {
    for (const number of demands) {
      const column = this.columns[number]!;
      if (column.missing === 0) continue;
      this.sit(person, number);
      column.missing--;
    }
  }

  /** The same seats with nobody in them. */
  vacated(): SeatFlow {
    return new SeatFlow(
      this.people,
      this.capacity,
      this.columns.map((column) => ({ ...column, missing: column.demand.need })),
      this.slots.map((slot) => ({ ...slot, seat: new Int16Array(this.people).fill(-1) })),
      this.used.map((counts) => new Uint16Array(counts.length)),
    );
  }

  /** Fills every seat; else the demands that cannot all be filled, which says nothing when the work has run out. */
  fill(
    work: Work,
    isClean: (flow: SeatFlow, person: number, demand: number) => boolean,
  ): readonly number[] | null {
    for (let demand = 0; demand < this.columns.length; demand++) {
      while (this.columns[demand]!.missing > 0) {
        const stuck = this.seatOneMore(demand, work, isClean);
        if (stuck !== null) return stuck;
      }
    }
    return null;
  }

  /**
   * The shortest chain of people who move up, ending with one who was free; one without conflicts if there is. Where
   * there is no chain, whoever can fill the demands it came by sits in them already: they are the answer.
   */
  private seatOneMore(
    first: number,
    work: Work,
    isClean: (flow: SeatFlow, person: number, demand: number) => boolean,
  ): readonly number[] | null {
    const { columns, slots, used, capacity, people } = this;
    const from: (Step | null)[] = new Array(columns.length).fill(null);
    const reached = new Uint8Array(columns.length);
    const openedHomes = new Set<number>();
    const queue = [first];
    reached[first] = 1;
    let makeshift: Step | null = null;
    for (let at = 0; at < queue.length; at++) {
      const current = queue[at]!;
      const { can, slot } = columns[current]!;
      const { seat, home } = slots[slot]!;
      work.left -= people;
      if (work.left < 0) return queue;
      for (let person = 0; person < people; person++) {
        if (can[person] === 0) continue;
        const occupant = seat[person]!;
        if (occupant === current) continue;
        if (occupant >= 0) {
          if (reached[occupant] === 0) {
            reached[occupant] = 1;
            from[occupant] = { demand: current, person, slot };
            queue.push(occupant);
          }
          continue;
        }
        if (home < 0 || used[home]![person]! < capacity[home]!) {
          const step = { demand: current, person, slot };
          if (isClean(this, person, current)) {
            this.moveUp(step, from);
            return null;
          }
          makeshift ??= step;
          continue;
        }
        const key = home * people + person;
        if (openedHomes.has(key)) continue;
        openedHomes.add(key);
        for (let other = 0; other < slots.length; other++) {
          const held = slots[other]!.home === home ? slots[other]!.seat[person]! : -1;
          if (held < 0 || reached[held] === 1) continue;
          reached[held] = 1;
          from[held] = { demand: current, person, slot: other };
          queue.push(held);
        }
      }
    }
    if (makeshift === null) return queue;
    this.moveUp(makeshift, from);
    return null;
  }

  /** The last person sits down; along the chain each gives the seat found to the one before. */
  private moveUp(last: Step, from: readonly (Step | null)[]): void {
    let step: Step = last;
    this.sit(step.person, step.demand);
    for (let back = from[step.demand]; back; back = from[step.demand]) {
      // `back.person` leaves the seat of `step.demand` and takes one of `back.demand`.
      const { seat, home } = this.slots[back.slot]!;
      seat[back.person] = -1;
      if (home >= 0) this.used[home]![back.person]!--;
      this.sit(back.person, back.demand);
      step = back;
    }
    this.columns[step.demand]!.missing--;
  }

  private sit(person: number, demand: number): void {
    const { seat, home } = this.slots[this.columns[demand]!.slot]!;
    seat[person] = demand;
    if (home >= 0) this.used[home]![person]!++;
  }
}
