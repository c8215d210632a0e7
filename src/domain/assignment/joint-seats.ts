/**
 * Can these seats, of several options, all be filled at once? A flow answers most questions; where it seats a
 * person in a way that the limits forbid, the search splits: in every solution that person gives up some of those
 * seats, one way or another. A flow that fails proves that there is no solution with the seats given up so far.
 * What a few steps of this leave open is searched for with whole patterns of seats (see pattern-search.ts).
 */

import { type EqualPeople, PatternProgram } from './pattern-program.ts';
import { searchPatterns, type WholeShares } from './pattern-search.ts';
import { type Conflict, conflictAmong, mayHold, type PersonLimit } from './person-limits.ts';
import { type SeatDemand, SeatFlow, type Work } from './seat-flow.ts';
import { SeatPatterns } from './seat-patterns.ts';

/** People who can fill exactly the same seats. */
export interface PersonKind {
  /** Group of requirements → mask of satisfied predicates. */
  readonly satisfied: readonly number[];
  readonly count: number;
}

export function canFill({ satisfied }: PersonKind, { group, bits }: SeatDemand): boolean {
  return (satisfied[group]! & bits) === bits;
}

interface GroupOfPeople extends EqualPeople {
  readonly people: readonly number[];
}

/** The limit on uses that allows least is left to the flow. */
function homeOf({ limits: looking }: SeatDemand, limits: readonly PersonLimit[]): number {
  let home = -1;
  for (const limit of looking) {
    const { atMost } = limits[limit]!;
    if (atMost !== null && (home < 0 || atMost < limits[home]!.atMost!)) home = limit;
  }
  return home;
}

/** Seats that one person may hold under a limit, if each competency gave as many as it has places. */
function capacityOf(limit: number, limits: readonly PersonLimit[], demands: readonly SeatDemand[]): number {
  const { atMost } = limits[limit]!;
  if (atMost === null) return 0;
  const places = new Map<number, Set<number>>();
  for (const demand of demands) {
    if (homeOf(demand, limits) !== limit) continue;
    const known = places.get(demand.competency);
    if (known === undefined) places.set(demand.competency, new Set([demand.place]));
    else known.add(demand.place);
  }
  const sizes = [...places.values()].map((set) => set.size).sort((left, right) => right - left);
  return sizes.slice(0, atMost).reduce((sum, size) => sum + size, 0);
}

export class JointSeats {
  readonly demands: readonly SeatDemand[];
  private readonly flow: SeatFlow;

  constructor(demands: readonly SeatDemand[], flow: SeatFlow) {
    this.demands = demands;
    this.flow = flow;
  }

  /** Demands whose seats a person fills, by the person's number in `JointSearch.people`. */
  seatsOf(person: number): readonly number[] {
    return this.flow.seatsOf(person);
  }

  /** The flow to go on from. */
  get seated(): SeatFlow {
    return this.flow;
  }
}

/** Ways to give up seats that are gone through before patterns are used; and around people in patterns. */
const CHEAP_NODES = 16;
const NODES_AROUND_PATTERNS = 4;

/** Seats that are all filled, or demands that cannot all be filled (which says nothing when the work has run out). */
export type Attempt =
  | { readonly seats: JointSeats; readonly stuck: null }
  | { readonly seats: null; readonly stuck: readonly SeatDemand[] };

/** Seats found, or demands that cannot all be filled; `null` when so many steps do not tell. */
type Split = SeatFlow | readonly number[] | null;

function seatedIn(split: Split): SeatFlow | null {
  return split instanceof SeatFlow ? split : null;
}

export class JointSearch {
  /** Person number → kind; people of one kind stand together, in the order of the kinds. */
  readonly kindOf: Int32Array;
  readonly kinds: readonly PersonKind[];
  readonly work: Work;
  private readonly limits: readonly PersonLimit[];

  /** Of each kind at most `most(kind)` people are looked at: more than that can never be needed. */
  constructor(
    kinds: readonly PersonKind[],
    limits: readonly PersonLimit[],
    most: (kind: PersonKind) => number,
    work: Work,
  ) {
    this.kinds = kinds;
    this.limits = limits;
    this.work = work;
    this.kindOf = Int32Array.from(
      kinds.flatMap((kind, number) => new Array<number>(Math.min(kind.count, most(kind))).fill(number)),
    );
  }

  get nobody(): JointSeats {
    return new JointSeats([], SeatFlow.empty(this.kindOf.length, this.limits.length));
  }

  /** The same seats and more. */
  extend({ demands: before, seated }: JointSeats, more: readonly SeatDemand[]): Attempt {
    const demands = [...before, ...more];
    const flow = seated.copy(this.limits.map((_, limit) => capacityOf(limit, this.limits, demands)));
    for (const demand of more) {
      const can = Uint8Array.from(this.kindOf, (kind) => (canFill(this.kinds[kind]!, demand) ? 1 : 0));
      flow.add(demand, can, homeOf(demand, this.limits));
    }
    const unrestricted = flow.columns.map(({ can }) => can);
    const whole = flow.copy();
    const found = this.split(flow, demands, { left: CHEAP_NODES }) ?? this.byPatterns(whole, demands);
    if (!(found instanceof SeatFlow)) return { seats: null, stuck: found.map((number) => demands[number]!) };
    // What was given up on the way holds for these seats only.
    found.columns.forEach((column, number) => {
      found.columns[number] = { ...column, can: unrestricted[number]! };
    });
    return { seats: new JointSeats(demands, found), stuck: null };
  }

  /** Only these of the seats that are filled. */
  part({ demands: all, seated }: JointSeats, demands: readonly SeatDemand[]): JointSeats {
    const flow = SeatFlow.empty(seated.people, this.limits.length).copy(
      this.limits.map((_, limit) => capacityOf(limit, this.limits, demands)),
    );
    const numbers = new Map(demands.map((demand, number) => [demand, number]));
    for (const demand of demands) {
      flow.add(demand, seated.columns[all.indexOf(demand)]!.can, homeOf(demand, this.limits));
    }
    for (let person = 0; person < flow.people; person++) {
      flow.take(
        person,
        seated.seatsOf(person).flatMap((seat) => numbers.get(all[seat]!) ?? []),
      );
    }
    return new JointSeats(demands, flow);
  }

  private split(flow: SeatFlow, demands: readonly SeatDemand[], nodes: { left: number }): Split {
    const isClean = (state: SeatFlow, person: number, demand: number) => {
      this.work.left -= flow.slots.length;
      return mayHold(demands, this.limits, [...state.seatsOf(person), demand]);
    };
    this.work.left -= flow.people * flow.slots.length;
    const stuck = flow.fill(this.work, isClean);
    if (stuck !== null) return stuck;
    const found = this.firstConflict(flow, demands);
    if (found === null) return flow;
    nodes.left--;
    if (nodes.left < 0) return null;
    const { person, conflict } = found;
    const equals = conflict.byRole ? this.equalsOf(flow, person) : [];
    const impossible = new Set<number>();
    for (const given of conflict.ways) {
      const next = flow.copy();
      next.forbid(person, given);
      const solution = this.split(next, demands, nodes);
      if (solution === null || solution instanceof SeatFlow) return solution;
      for (const number of solution) impossible.add(number);
      // With this person in that role there is no solution, hence none with an equal in it either.
      const kept = demands.flatMap((demand, number) =>
        !given.includes(number) && conflict.ways.some((way) => way.includes(number)) && demand.role >= 0
          ? [number]
          : [],
      );
      for (const equal of equals) flow.forbid(equal, kept);
    }
    return [...impossible];
  }

  private byPatterns(flow: SeatFlow, demands: readonly SeatDemand[]): SeatFlow | readonly number[] {
    const patterns = new SeatPatterns(demands, this.limits);
    for (const together of [true, false]) {
      const groups = this.groupsOf(flow, together);
      const program = new PatternProgram(demands, patterns, groups, this.work);
      const found = searchPatterns(program, (held) => this.tryOut(flow, demands, groups, held));
      if (found.kind === 'seated') return found.seats;
      if (found.kind === 'impossible') return found.demands;
      // Where equal people cannot be told apart the search may be at a loss; one by one it never is.
    }
    this.work.left = -1;
    return [];
  }

  private groupsOf(flow: SeatFlow, together: boolean): readonly GroupOfPeople[] {
    const groups = new Map<string, { open: Uint8Array; people: number[] }>();
    for (let person = 0; person < flow.people; person++) {
      const open = Uint8Array.from(flow.columns, ({ can }) => can[person]!);
      if (!open.includes(1)) continue;
      const key = together ? open.join('') : String(person);
      const known = groups.get(key);
      if (known === undefined) groups.set(key, { open, people: [person] });
      else known.people.push(person);
    }
    return [...groups.values()].map((group) => ({ ...group, count: group.people.length }));
  }

  private tryOut(
    base: SeatFlow,
    demands: readonly SeatDemand[],
    groups: readonly GroupOfPeople[],
    held: WholeShares,
  ): SeatFlow | null {
    const flow = base.vacated();
    groups.forEach(({ people }, group) => {
      const seats = held[group]!.flatMap((share) =>
        new Array<readonly number[]>(share.people).fill(share.seats),
      );
      seats.forEach((own, index) => {
        flow.take(people[index]!, own);
      });
    });
    return seatedIn(this.split(flow, demands, { left: NODES_AROUND_PATTERNS }));
  }

  private firstConflict(
    flow: SeatFlow,
    demands: readonly SeatDemand[],
  ): { readonly person: number; readonly conflict: Conflict } | null {
    for (let person = 0; person < flow.people; person++) {
      const seats = flow.seatsOf(person);
      if (mayHold(demands, this.limits, seats)) continue;
      return { person, conflict: conflictAmong(demands, this.limits, seats)! };
    }
    return null;
  }

  /** People of the same kind with the same seats open to them; the person among them. */
  private equalsOf(flow: SeatFlow, person: number): readonly number[] {
    const same: number[] = [];
    for (let other = 0; other < flow.people; other++) {
      if (this.kindOf[other] !== this.kindOf[person]) continue;
      if (flow.columns.every(({ can }) => can[other] === can[person])) same.push(other);
    }
    return same;
  }
}
