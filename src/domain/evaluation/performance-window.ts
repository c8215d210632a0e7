/** Which months a performance requirement measures on a day: always complete months, the last one before the day's. */
import type { PerformanceWindow } from '../catalogue/catalogue.ts';
import type { FactsMembership } from '../facts/facts-document.ts';
import { addDays, type Day, firstDayOf, formatMonth, type Month, monthOf } from '../time/day.ts';
import { parseDayOrInstant } from '../time/instant.ts';
import type { PrintedMonths } from './compiled-programme.ts';

/** A membership year; see the ruling on anniversaries. */
const YEAR_OF_MEMBERSHIP = 365;

function months(from: number, to: number): PrintedMonths {
  const [first, last] = [formatMonth(from as Month), formatMonth(to as Month)];
  return { from: from as Month, to: to as Month, first, last };
}

/** `null` for the anniversary year, which the programme alone does not know. */
export function windowOn(window: PerformanceWindow, day: Day, fiscalYearStart: number): PrintedMonths | null {
  const last = monthOf(day) - 1;
  switch (window) {
    case 'trailing-12-months':
    case 'year-over-year':
      return months(last - 11, last);
    case 'last-month':
      return months(last, last);
    case 'fiscal-year':
      // Months are numbered from January of the year 0, so the remainder is the month of the year from 0.
      return months(last - ((last - (fiscalYearStart - 1)) % 12), last);
    case 'anniversary-year':
      return null;
  }
}

/** The twelve months before those of a window of twelve. */
export function yearBefore({ from, to }: PrintedMonths): PrintedMonths {
  return months(from - 12, to - 12);
}

/** The day on which the year of the membership turns; `null` when no membership has begun. */
function turningDay(memberships: readonly FactsMembership[], day: Day): Day | null {
  let latest: Day | null = null;
  let turning: Day | null = null;
  for (const { activeFrom, anniversary } of memberships) {
    const from = parseDayOrInstant(activeFrom);
    if (from === null || from > day) continue;
    const turns = (anniversary ? parseDayOrInstant(anniversary) : null) ?? from;
    if (latest === null || from > latest || (from === latest && turns > turning!)) {
      latest = from;
      turning = turns;
    }
  }
  return turning;
}

/**
 * The anniversary year in which the last complete month ends, from its first month through that month; `null`
 * when no membership is known.
 */
export function anniversaryYear(memberships: readonly FactsMembership[], day: Day): PrintedMonths | null {
  const turning = turningDay(memberships, day);
  if (turning === null) return null;
  const lastDay = addDays(firstDayOf(monthOf(day)), -1);
  const start = addDays(turning, Math.floor((lastDay - turning) / YEAR_OF_MEMBERSHIP) * YEAR_OF_MEMBERSHIP);
  return months(monthOf(start), monthOf(lastDay));
}
