/** When a company is reminded of an anniversary, and when the task to check its skills report opens. */
import { addDays, addMonths, type Day } from '../time/day.ts';
import type { MembershipPolicy } from './membership-policy.ts';
import type { Holding } from './membership-terms.ts';

export interface Reminder {
  readonly on: Day;
  /** Days after the anniversary; before it they are negative. */
  readonly offset: number;
}

/** In order; reminders after the last day on which the membership can be renewed would help nobody. */
export function reminderDays(
  { reminders }: MembershipPolicy,
  { anniversary, window }: Holding,
): readonly Reminder[] {
  return reminders
    .map((offset) => ({ on: addDays(anniversary, offset), offset }))
    .filter(({ on }) => on <= window.closes)
    .sort((left, right) => left.on - right.on);
}

/**
 * The reminder that a day's round owes: the latest one whose day has come, so that a round that did not run for a week
 * sends one and not two. Null for memberships that were renewed, replaced or have lapsed, and before the first day.
 */
export function reminderOwed(policy: MembershipPolicy, holding: Holding, day: Day): Reminder | null {
  const { state, renewed } = holding;
  if (renewed || (state !== 'active' && state !== 'in-grace')) return null;
  return reminderDays(policy, holding).findLast(({ on }) => on <= day) ?? null;
}

/** Open from this day until it is marked as done. */
export function reportCheckOpensOn({ reportCheckMonthsBefore }: MembershipPolicy, anniversary: Day): Day {
  return addMonths(anniversary, -reportCheckMonthsBefore);
}
