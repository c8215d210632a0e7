const HOUR = 3_600_000;

/** A session ends after so long without use. */
const IDLE_MS = 8 * HOUR;
/** And after so long in any case. */
export const ABSOLUTE_MS = 30 * 24 * HOUR;

/** When a session begun at `createdAt` and used at `now` ends by itself. */
export function sessionEnd(createdAt: Date, now: Date): Date {
  return new Date(Math.min(now.getTime() + IDLE_MS, createdAt.getTime() + ABSOLUTE_MS));
}
