/**
 * A proof that seats cannot all be filled, by prices: if every seat had a price, and every person a premium for
 * working in a group, the people could together earn no more than each can earn alone within the limits. Seats that
 * are worth more than that cannot all be filled. Any prices give a valid proof; they are improved for a while by
 * raising those of seats that nobody takes. Prices are whole numbers, so that no rounding enters the proof.
 */
import { emptySeats } from './empty-seats.ts';
import type { PersonLimit } from './person-limits.ts';
import type { SeatDemand, SeatFlow, Work } from './seat-flow.ts';

/** Divisible by what one person may usually hold, so that the first prices are fair between groups of people. */
const FIRST_PRICE = 120;
const FIRST_STEPS = [24, 24, 12, 12, 12, 6, 6, 6, 6, 3, 3, 3, 3, 2, 2, 2, 1, 1, 1, 1];
const FURTHER_STEPS = [12, 6, 6, 3, 3, 2, 1, 1];

/** Prices of seats by demand, and premiums by group of people. */
export interface Prices {
  readonly seats: Int32Array;
  readonly premiums: Int32Array;
  readonly improved: boolean;
}

/** Seats of which one person can hold one each, within the capacity of their home. */
interface HomeSeats {
  readonly capacity: number;
  readonly slots: readonly (readonly number[])[];
}

/** People of one kind: the seats open to them in each group that they can work in. */
interface Earner {
  readonly count: number;
  readonly roles: readonly { readonly role: number; readonly homes: readonly HomeSeats[] }[];
}

/** The limit to one group that the seats are subject to; -1 when there is none. */
function roleLimit(demands: readonly SeatDemand[], limits: readonly PersonLimit[]): number {
  return limits.findIndex(
    ({ atMost }, limit) =>
      atMost === null &&
      new Set(demands.flatMap((demand) => (demand.limits.includes(limit) ? [demand.role] : []))).size > 1,
  );
}

function homesOf(flow: SeatFlow, open: readonly number[]): readonly HomeSeats[] {
  const byHome = new Map<number, Map<number, number[]>>();
  for (const number of open) {
    const { slot } = flow.columns[number]!;
    const { home } = flow.slots[slot]!;
    const slots = byHome.get(home) ?? new Map<number, number[]>();
    byHome.set(home, slots);
    const known = slots.get(slot);
    if (known === undefined) slots.set(slot, [number]);
    else known.push(number);
  }
  return [...byHome].map(([home, slots]) => ({
    capacity: Math.min(slots.size, home < 0 ? slots.size : flow.capacity[home]!),
    slots: [...slots.values()],
  }));
}

export class SeatPrices {
  private readonly demands: readonly SeatDemand[];
  private readonly limit: number;
  /** Groups of people, by the number that demands give them; one that stands for all without a limit. */
  private readonly roles: readonly number[];

  constructor(demands: readonly SeatDemand[], limits: readonly PersonLimit[]) {
    this.demands = demands;
    this.limit = roleLimit(demands, limits);
    const limited = demands.filter((demand) => demand.limits.includes(this.limit));
    this.roles = this.limit < 0 ? [-1] : [...new Set(limited.map(({ role }) => role))];
  }

  private isOpen(number: number, role: number): boolean {
    const demand = this.demands[number]!;
    return this.limit < 0 || !demand.limits.includes(this.limit) || demand.role === role;
  }

  private earners(flow: SeatFlow): readonly Earner[] {
    const kinds = new Map<string, { count: number; person: number }>();
    for (let person = 0; person < flow.people; person++) {
      let key = '';
      for (const { can } of flow.columns) key += can[person];
      const known = kinds.get(key);
      if (known === undefined) kinds.set(key, { count: 1, person });
      else known.count++;
    }
    return [...kinds.values()].map(({ count, person }) => ({
      count,
      roles: this.roles.flatMap((role, index) => {
        const open = this.demands.flatMap((_, number) =>
          flow.columns[number]!.can[person] === 1 && this.isOpen(number, role) ? [number] : [],
        );
        return open.length === 0 ? [] : [{ role: index, homes: homesOf(flow, open) }];
      }),
    }));
  }

  /** The fewest people who can fill the limited seats of a group, going by number alone. */
  private fewest(flow: SeatFlow, role: number): number {
    if (this.limit < 0) return 0;
    const limited = this.demands.flatMap((demand, number) =>
      demand.limits.includes(this.limit) && demand.role === role ? [number] : [],
    );
    const seats = limited.reduce((sum, number) => sum + this.demands[number]!.need, 0);
    const most = homesOf(flow, limited).reduce((sum, { capacity }) => sum + capacity, 0);
    return Math.max(
      Math.ceil(seats / Math.max(1, most)),
      ...limited.map((number) => this.demands[number]!.need),
    );
  }

  /** A seat costs as much of a person's capacity as it takes. */
  first(flow: SeatFlow): Prices {
    const seats = Int32Array.from(this.demands, (_, number) => {
      const { home } = flow.slots[flow.columns[number]!.slot]!;
      return Math.max(1, Math.round(FIRST_PRICE / (home < 0 ? 1 : Math.max(1, flow.capacity[home]!))));
    });
    return { seats, premiums: new Int32Array(this.roles.length), improved: false };
  }

  /**
   * Whether the groups, by number of people alone, need more people than there are: one person works in one group,
   * and whoever may work in several may serve any of them.
   */
  lacksPeople(flow: SeatFlow): boolean {
    if (this.limit < 0) return false;
    const needed = this.roles.map((role) => this.fewest(flow, role));
    const people = new Map<number, number>();
    for (let person = 0; person < flow.people; person++) {
      let groups = 0;
      this.demands.forEach((demand, number) => {
        if (flow.columns[number]!.can[person] === 0 || !demand.limits.includes(this.limit)) return;
        groups |= 1 << this.roles.indexOf(demand.role);
      });
      people.set(groups, (people.get(groups) ?? 0) + 1);
    }
    return emptySeats(needed, people) > 0;
  }

  /** Better prices for these people and seats; `null` when some prove that the seats cannot all be filled. */
  improve(flow: SeatFlow, before: Prices, work: Work): Prices | null {
    const people = this.earners(flow);
    const needed = this.roles.map((role) => this.fewest(flow, role));
    const prices = { seats: before.seats.slice(), premiums: before.premiums.slice(), improved: true };
    for (const step of before.improved ? FURTHER_STEPS : FIRST_STEPS) {
      work.left -= people.length * this.demands.length;
      const { surplus, taken, working } = this.surplus(people, needed, prices);
      if (surplus > 0) return null;
      for (let number = 0; number < taken.length; number++) {
        const missing = Math.max(-2, Math.min(2, this.demands[number]!.need - taken[number]!));
        prices.seats[number] = Math.max(0, prices.seats[number]! + step * missing);
      }
      for (let role = 0; role < needed.length; role++) {
        const missing = Math.max(-2, Math.min(2, needed[role]! - working[role]!));
        prices.premiums[role] = Math.max(0, prices.premiums[role]! + step * missing);
      }
    }
    return prices;
  }

  /** What seats and groups are worth beyond what the people can earn, and what each would choose. */
  private surplus(
    people: readonly Earner[],
    needed: readonly number[],
    { seats, premiums }: Pick<Prices, 'seats' | 'premiums'>,
  ): { readonly surplus: number; readonly taken: Int32Array; readonly working: Int32Array } {
    const taken = new Int32Array(seats.length);
    const working = new Int32Array(premiums.length);
    let surplus = 0;
    this.demands.forEach(({ need }, number) => {
      surplus += need * seats[number]!;
    });
    for (let role = 0; role < needed.length; role++) surplus += needed[role]! * premiums[role]!;
    for (const { count, roles } of people) {
      let most = 0;
      let chosen: readonly number[] = [];
      let group = -1;
      for (const { role, homes } of roles) {
        const held = homes.flatMap((home) => dearest(home, seats));
        let value = premiums[role]!;
        for (const number of held) value += seats[number]!;
        if (value <= most) continue;
        most = value;
        chosen = held;
        group = role;
      }
      surplus -= most * count;
      for (const number of chosen) taken[number]! += count;
      if (group >= 0) working[group]! += count;
    }
    return { surplus, taken, working };
  }
}

/** The dearest seat of each slot, as many as the home allows. */
function dearest({ capacity, slots }: HomeSeats, prices: Int32Array): readonly number[] {
  const best = slots.map((demands) =>
    demands.reduce((dear, number) => (prices[number]! > prices[dear]! ? number : dear)),
  );
  if (best.length <= capacity) return best;
  return best.sort((left, right) => prices[right]! - prices[left]!).slice(0, capacity);
}
