/**
 * What a search has found out about sets of demands, so that nothing is searched for twice: a set with demands that
 * cannot all be filled cannot be filled either, and a part of a set that was filled can be.
 */
import type { JointSearch, JointSeats } from './joint-seats.ts';
import type { SeatDemand } from './seat-flow.ts';

export class KnownSeats {
  private readonly search: JointSearch;
  private readonly bits = new Map<SeatDemand, bigint>();
  /** Sets of demands that cannot all be filled. */
  private readonly impossible: bigint[] = [];
  private readonly filled: { readonly set: bigint; readonly seats: JointSeats }[] = [];

  constructor(search: JointSearch) {
    this.search = search;
  }

  /** The same seats and more, or `null` when they cannot all be filled (or the work has run out). */
  extend(before: JointSeats, more: readonly SeatDemand[]): JointSeats | null {
    const demands = [...before.demands, ...more];
    const set = this.setOf(demands);
    const { work } = this.search;
    work.left -= this.impossible.length + this.filled.length;
    if (this.impossible.some((one) => (one & set) === one)) return null;
    const known = this.filled.find((one) => (one.set & set) === set);
    if (known !== undefined) return this.search.part(known.seats, demands);
    const { seats, stuck } = this.search.extend(before, more);
    if (seats !== null) {
      this.filled.push({ set, seats });
      return seats;
    }
    if (work.left >= 0) this.impossible.push(this.setOf(stuck));
    return null;
  }

  isImpossible(demands: readonly SeatDemand[]): boolean {
    const set = this.setOf(demands);
    return this.impossible.some((one) => (one & set) === one);
  }

  private setOf(demands: readonly SeatDemand[]): bigint {
    let set = 0n;
    for (const demand of demands) {
      let bit = this.bits.get(demand);
      if (bit === undefined) {
        bit = 1n << BigInt(this.bits.size);
        this.bits.set(demand, bit);
      }
      set |= bit;
    }
    return set;
  }
}
