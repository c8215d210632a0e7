/**
 * What one person may hold at once, as whole sets of seats ("patterns"), and the dearest of them when seats have
 * prices. Exact: every choice of groups that limits on groups leave is gone through, and competencies are taken one
 * after the other, with the uses under each limit on uses as the state.
 */
import type { PersonLimit } from './person-limits.ts';
import type { SeatDemand } from './seat-flow.ts';

/** Seats that one person may hold at once, and the teams that he or she thereby belongs to. */
export interface Pattern {
  readonly seats: readonly number[];
  /** Numbers of `SeatPatterns.teams`. */
  readonly teams: readonly number[];
}

export interface Dearest extends Pattern {
  readonly value: number;
}

/** Whoever works in one group of people, under a limit that allows one group only. */
export interface Team {
  readonly demands: readonly number[];
  /** The fewest people who can fill all its seats, going by numbers alone. */
  readonly fewest: number;
}

/** A set of limits under which a competency is used, and what one may then hold in it: of each place one seat. */
interface Use {
  /** State → state with these uses besides, or -1 when a limit is in the way. */
  readonly next: Int32Array;
  readonly places: readonly (readonly number[])[];
}

/** Seats that go together as far as limits on groups are concerned. */
interface Selection {
  readonly teams: readonly number[];
  readonly demands: readonly number[];
  readonly states: number;
  /** Of each competency the ways to use it. */
  readonly competencies: readonly (readonly Use[])[];
}

function grouped(numbers: readonly number[], key: (number: number) => number): readonly number[][] {
  const groups = new Map<number, number[]>();
  for (const number of numbers) {
    const known = groups.get(key(number));
    if (known === undefined) groups.set(key(number), [number]);
    else known.push(number);
  }
  return [...groups.values()];
}

/** All unions of some of the sets, the empty one among them. */
function unions(sets: readonly number[]): readonly number[] {
  const found = new Set([0]);
  for (const set of sets) for (const known of [...found]) found.add(known | set);
  return [...found];
}

function selection(
  demands: readonly SeatDemand[],
  limits: readonly PersonLimit[],
  teams: readonly number[],
  allowed: readonly number[],
): Selection {
  const byCompetency = grouped(allowed, (number) => demands[number]!.competency);
  const radix: number[] = [];
  const counted = limits.flatMap(({ atMost }, limit) => {
    const seen = byCompetency.filter((own) => own.some((number) => demands[number]!.limits.includes(limit)));
    if (atMost === null || seen.length <= atMost) return [];
    radix.push(atMost + 1);
    return [limit];
  });
  const usesOf = (number: number) =>
    counted.reduce(
      (bits, limit, bit) => (demands[number]!.limits.includes(limit) ? bits | (1 << bit) : bits),
      0,
    );
  const states = radix.reduce((product, size) => product * size, 1);
  const competencies = byCompetency.map((own) =>
    unions([...new Set(own.map(usesOf))]).map((uses): Use => {
      const open = own.filter((number) => (usesOf(number) & ~uses) === 0);
      return { next: transitions(radix, states, uses), places: grouped(open, (one) => demands[one]!.place) };
    }),
  );
  return { teams, demands: allowed, states, competencies };
}

function transitions(radix: readonly number[], states: number, uses: number): Int32Array {
  return Int32Array.from({ length: states }, (_, state) => {
    let step = 1;
    let next = state;
    for (let digit = 0; digit < radix.length; digit++) {
      const size = radix[digit]!;
      if (uses & (1 << digit)) {
        if (Math.floor(state / step) % size === size - 1) return -1;
        next += step;
      }
      step *= size;
    }
    return next;
  });
}

/** People needed for the seats of a team: those of its fullest place, and those whose uses suffice for all. */
function fewestPeople(
  demands: readonly SeatDemand[],
  limits: readonly PersonLimit[],
  own: readonly number[],
): number {
  const seats = (numbers: readonly number[]) =>
    numbers.reduce((sum, number) => sum + demands[number]!.need, 0);
  const fullest = (numbers: readonly number[]) =>
    Math.max(0, ...grouped(numbers, (number) => demands[number]!.place).map(seats));
  return limits.reduce((most, { atMost }, limit) => {
    if (atMost === null) return most;
    const seen = own.filter((number) => demands[number]!.limits.includes(limit));
    const uses = grouped(seen, (number) => demands[number]!.competency).map(fullest);
    return Math.max(most, Math.ceil(uses.reduce((sum, count) => sum + count, 0) / Math.max(1, atMost)));
  }, fullest(own));
}

export class SeatPatterns {
  readonly teams: readonly Team[];
  private readonly selections: readonly Selection[];

  constructor(demands: readonly SeatDemand[], limits: readonly PersonLimit[]) {
    const teams: Team[] = [];
    let chosen: { readonly teams: readonly number[]; readonly allowed: readonly number[] }[] = [
      { teams: [], allowed: demands.map((_, number) => number) },
    ];
    limits.forEach(({ atMost }, limit) => {
      if (atMost !== null) return;
      const limited = demands.flatMap((demand, number) => (demand.limits.includes(limit) ? [number] : []));
      const byRole = grouped(limited, (number) => demands[number]!.role);
      if (byRole.length < 2) return;
      const first = teams.length;
      for (const own of byRole) teams.push({ demands: own, fewest: fewestPeople(demands, limits, own) });
      chosen = chosen.flatMap((before) =>
        byRole.map((own, index) => ({
          teams: [...before.teams, first + index],
          allowed: before.allowed.filter((number) => !limited.includes(number) || own.includes(number)),
        })),
      );
    });
    this.teams = teams;
    this.selections = chosen.map((one) => selection(demands, limits, one.teams, one.allowed));
  }

  /** Steps of one question. */
  get steps(): number {
    return this.selections.reduce((sum, { demands, states }) => sum + demands.length * states, 0);
  }

  /**
   * The dearest pattern of somebody who may sit where `open` says. Whoever could take some seat of a team may belong
   * to it for its premium alone.
   */
  dearest(open: Uint8Array, prices: ArrayLike<number>, premiums: ArrayLike<number>): Dearest {
    let best: Dearest = { seats: [], teams: [], value: 0 };
    for (const one of this.selections) {
      const teams = one.teams.filter((team) => this.teams[team]!.demands.some((seat) => open[seat] === 1));
      const found = dearestOf(one, open, prices);
      const value = teams.reduce((sum, team) => sum + premiums[team]!, found.value);
      if (value > best.value) best = { seats: found.seats, teams, value };
    }
    return best;
  }
}

function dearestSeats(
  places: readonly (readonly number[])[],
  open: Uint8Array,
  prices: ArrayLike<number>,
): { readonly seats: readonly number[]; readonly value: number } {
  const seats: number[] = [];
  let value = 0;
  for (const own of places) {
    let dear = -1;
    for (const number of own) {
      if (open[number] === 1 && prices[number]! > (dear < 0 ? 0 : prices[dear]!)) dear = number;
    }
    if (dear < 0) continue;
    seats.push(dear);
    value += prices[dear]!;
  }
  return { seats, value };
}

function dearestOf(
  { states, competencies }: Selection,
  open: Uint8Array,
  prices: ArrayLike<number>,
): { readonly seats: readonly number[]; readonly value: number } {
  let values = new Float64Array(states).fill(-1);
  values[0] = 0;
  let held: (readonly number[])[] = [[]];
  for (const uses of competencies) {
    const ways = uses.map(({ next, places }) => ({ next, ...dearestSeats(places, open, prices) }));
    const most = Math.max(...ways.map(({ value }) => value));
    if (most === 0) continue;
    const before = values;
    const heldBefore = held;
    values = before.slice();
    held = [...heldBefore];
    for (const { next, seats, value } of ways) {
      if (value === 0) continue;
      for (let state = 0; state < states; state++) {
        const to = next[state]!;
        if (before[state]! < 0 || to < 0 || before[state]! + value <= values[to]!) continue;
        values[to] = before[state]! + value;
        held[to] = [...heldBefore[state]!, ...seats];
      }
    }
  }
  let best = 0;
  for (let state = 1; state < states; state++) if (values[state]! > values[best]!) best = state;
  return { seats: held[best]!, value: values[best]! };
}
