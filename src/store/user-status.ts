import type { UserStatus } from './schema.ts';

/** The UTC day of an instant, `YYYY-MM-DD`. */
export function dayOf(instant: Date): string {
  return instant.toISOString().slice(0, 10);
}

/**
 * The status of a user at an instant. A departure may lie ahead: nothing is written when its day comes, and from
 * that day on the person has left.
 */
export function statusOn(status: UserStatus, employedUntil: string | null, now: Date): UserStatus {
  if (status === 'deleted' || employedUntil === null) return status;
  return employedUntil <= dayOf(now) ? 'left' : status;
}
