/** The kind of mail that asks a person to associate a learning account. */
export const ASSOCIATE_REMINDER_KIND = 'associate-reminder';

/** A person is reminded once in a cycle: a calendar month, `2026-11`. */
export function reminderCycle(now: Date): string {
  return now.toISOString().slice(0, 7);
}

/** First day of the cycle after the present one. */
export function nextCycleOn(now: Date): string {
  return new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() + 1, 1)).toISOString().slice(0, 10);
}

/** First day on which somebody who was reminded may be again; `null` when today. */
export function nextReminderOn(last: Date, now: Date): string | null {
  return reminderCycle(last) >= reminderCycle(now) ? nextCycleOn(now) : null;
}
