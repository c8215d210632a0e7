/**
 * What one person may do at once: one seat in each place, a bounded number of competencies under a limit on uses,
 * one group under a limit on groups. All limits are hereditary: whoever may hold some seats may hold fewer.
 */
import type { SeatDemand } from './seat-flow.ts';

/** A limit by its number: at most so many competencies, or (`atMost` null) only one group. */
export interface PersonLimit {
  readonly atMost: number | null;
}

/** Seats of one person that may not be held together, and the ways to give some of them up. */
export interface Conflict {
  /** Each way is a set of demands that the person gives up; one of them holds in every solution. */
  readonly ways: readonly (readonly number[])[];
  /** The ways split by group of people: what fails for one person fails for his or her equals. */
  readonly byRole: boolean;
}

function twoSeatsInOnePlace(demands: readonly SeatDemand[], seats: readonly number[]): Conflict | null {
  const seatAt = new Map<number, number>();
  for (const seat of seats) {
    const { place } = demands[seat]!;
    const other = seatAt.get(place);
    if (other !== undefined) return { ways: [[other], [seat]], byRole: false };
    seatAt.set(place, seat);
  }
  return null;
}

function tooManyUses(
  demands: readonly SeatDemand[],
  seats: readonly number[],
  limit: number,
  atMost: number,
): Conflict | null {
  const competencies = new Set<number>();
  for (const seat of seats) {
    if (demands[seat]!.limits.includes(limit)) competencies.add(demands[seat]!.competency);
  }
  if (competencies.size <= atMost) return null;
  // Of one competency more than allowed, at least one has to go.
  const ways = [...competencies]
    .slice(0, atMost + 1)
    .map((competency) =>
      demands.flatMap((demand, number) =>
        demand.competency === competency && demand.limits.includes(limit) ? [number] : [],
      ),
    );
  return { ways, byRole: false };
}

function tooManyRoles(
  demands: readonly SeatDemand[],
  seats: readonly number[],
  limit: number,
): Conflict | null {
  const limited = (demand: SeatDemand) => demand.limits.includes(limit);
  const held = new Map<number, number>();
  for (const seat of seats) {
    const demand = demands[seat]!;
    if (limited(demand)) held.set(demand.role, (held.get(demand.role) ?? 0) + 1);
  }
  if (held.size <= 1) return null;
  const roles = [...new Set(demands.filter(limited).map(({ role }) => role))];
  const byUse = roles.sort((left, right) => (held.get(right) ?? 0) - (held.get(left) ?? 0) || left - right);
  const ways = byUse.map((role) =>
    demands.flatMap((demand, number) => (limited(demand) && demand.role !== role ? [number] : [])),
  );
  return { ways, byRole: true };
}

/** The first conflict among the seats of one person, or null when they may all be held. */
export function conflictAmong(
  demands: readonly SeatDemand[],
  limits: readonly PersonLimit[],
  seats: readonly number[],
): Conflict | null {
  if (seats.length < 2) return null;
  for (let limit = 0; limit < limits.length; limit++) {
    const { atMost } = limits[limit]!;
    if (atMost !== null) continue;
    const conflict = tooManyRoles(demands, seats, limit);
    if (conflict !== null) return conflict;
  }
  const conflict = twoSeatsInOnePlace(demands, seats);
  if (conflict !== null) return conflict;
  for (let limit = 0; limit < limits.length; limit++) {
    const { atMost } = limits[limit]!;
    if (atMost === null) continue;
    const over = tooManyUses(demands, seats, limit, atMost);
    if (over !== null) return over;
  }
  return null;
}

/** Whether one person may hold these seats: there is no conflict among them. */
export function mayHold(
  demands: readonly SeatDemand[],
  limits: readonly PersonLimit[],
  seats: readonly number[],
): boolean {
  for (let index = 1; index < seats.length; index++) {
    const { place } = demands[seats[index]!]!;
    for (let other = 0; other < index; other++) if (demands[seats[other]!]!.place === place) return false;
  }
  return seats.length < 2 || limits.every(({ atMost }, limit) => keepsLimit(demands, limit, atMost, seats));
}

function keepsLimit(
  demands: readonly SeatDemand[],
  limit: number,
  atMost: number | null,
  seats: readonly number[],
): boolean {
  const uses: number[] = [];
  for (const seat of seats) {
    const { limits, competency, role } = demands[seat]!;
    const use = atMost === null ? role : competency;
    if (!limits.includes(limit) || uses.includes(use)) continue;
    uses.push(use);
    if (uses.length > (atMost ?? 1)) return false;
  }
  return true;
}
