/**
 * Can these seats, of several options, all be filled at once? A flow answers most questions; where it seats a
 * person in a way that the limits forbid, the search splits: in every solution that person gives up some of those
 * seats, one way or another. A flow that fails proves that there is no solution with the seats given up so far, and so do prices (see
 * seat-prices.ts), which see the limits that the flow does not.
 */
import { type Conflict, conflictAmong, type PersonLimit } from './person-limits.ts';
import { type SeatDemand, SeatFlow, type Work } from './seat-flow.ts';
import { type Prices, SeatPrices } from './seat-prices.ts';

/** People who can fill exactly the same seats. */
export interface PersonKind {
  /** Group of requirements → mask of satisfied predicates. */
  readonly satisfied: readonly number[];
  readonly count: number;
}

export function canFill({ satisfied }: PersonKind, { group, bits }: SeatDemand): boolean {
  return (satisfied[group]! & bits) === bits;
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

/** Steps of one search after which prices are used against what is left of it. */
const CHEAP_NODES = 16;

/** One search, over all its branches. */
interface SearchTree {
  readonly model: SeatPrices;
  nodes: number;
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

  /** The same seats and more, or null when they cannot all be filled (or `work.left` is below zero). */
  extend({ demands: before, seated }: JointSeats, more: readonly SeatDemand[]): JointSeats | null {
    const demands = [...before, ...more];
    const flow = seated.copy(this.limits.map((_, limit) => capacityOf(limit, this.limits, demands)));
    for (const demand of more) {
      const can = Uint8Array.from(this.kindOf, (kind) => (canFill(this.kinds[kind]!, demand) ? 1 : 0));
      flow.add(demand, can, homeOf(demand, this.limits));
    }
    const unrestricted = flow.columns.map(({ can }) => can);
    const model = new SeatPrices(demands, this.limits);
    const found = this.search(flow, demands, model.first(flow), { model, nodes: 0 });
    if (found === null) return null;
    // What was given up on the way holds for these seats only.
    found.columns.forEach((column, number) => {
      found.columns[number] = { ...column, can: unrestricted[number]! };
    });
    return new JointSeats(demands, found);
  }

  private search(
    flow: SeatFlow,
    demands: readonly SeatDemand[],
    before: Prices,
    tree: SearchTree,
  ): SeatFlow | null {
    const isClean = (state: SeatFlow, person: number, demand: number) => {
      this.work.left -= flow.slots.length;
      return conflictAmong(demands, this.limits, [...state.seatsOf(person), demand]) === null;
    };
    this.work.left -= flow.people * flow.slots.length;
    if (!flow.fill(this.work, isClean)) return null;
    const found = this.firstConflict(flow, demands);
    if (found === null) return flow;
    // Most searches end after a few steps; prices are worth their cost for the others.
    tree.nodes++;
    const prices = tree.nodes > CHEAP_NODES ? tree.model.improve(flow, before, this.work) : before;
    if (prices === null || this.work.left < 0 || tree.model.lacksPeople(flow)) return null;
    const { person, conflict } = found;
    const equals = conflict.byRole ? this.equalsOf(flow, person) : [];
    for (const given of conflict.ways) {
      const next = flow.copy();
      next.forbid(person, given);
      const solution = this.search(next, demands, prices, tree);
      if (solution !== null || this.work.left < 0) return solution;
      // With this person in that role there is no solution, hence none with an equal in it either.
      const kept = demands.flatMap((demand, number) =>
        !given.includes(number) && conflict.ways.some((way) => way.includes(number)) && demand.role >= 0
          ? [number]
          : [],
      );
      for (const equal of equals) flow.forbid(equal, kept);
    }
    return null;
  }

  private firstConflict(
    flow: SeatFlow,
    demands: readonly SeatDemand[],
  ): { readonly person: number; readonly conflict: Conflict } | null {
    for (let person = 0; person < flow.people; person++) {
      const conflict = conflictAmong(demands, this.limits, flow.seatsOf(person));
      if (conflict !== null) return { person, conflict };
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
