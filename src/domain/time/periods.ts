import { addDays, type Day, firstDayOf, type Month, monthOf } from './day.ts';

export const FREQUENCIES = ['daily', 'weekly', 'monthly'] as const;
export type Frequency = (typeof FREQUENCIES)[number];

/** 1970-01-01 was a Thursday; weeks begin on Mondays. */
const DAYS_FROM_MONDAY = 3;

/** First day of the day, week or month in which a day lies. */
export function periodOf(day: Day, frequency: Frequency): Day {
  switch (frequency) {
    case 'daily':
      return day;
    case 'weekly':
      return addDays(day, -((((day + DAYS_FROM_MONDAY) % 7) + 7) % 7));
    case 'monthly':
      return firstDayOf(monthOf(day));
  }
}

/**
 * The last day that a report of the period before this one knew whole: what has come since then is news. Reports are made
 * when a period has just begun, and then that day has just begun too.
 */
export function dayBeforeLastPeriod(day: Day, frequency: Frequency): Day {
  const lastDay = addDays(periodOf(day, frequency), -1);
  return addDays(periodOf(lastDay, frequency), -1);
}

/** First day of the one after it. */
export function nextPeriod(day: Day, frequency: Frequency): Day {
  switch (frequency) {
    case 'daily':
      return addDays(day, 1);
    case 'weekly':
      return addDays(periodOf(day, frequency), 7);
    case 'monthly':
      return firstDayOf((monthOf(day) + 1) as Month);
  }
}
