/**
 * Calendar days as whole numbers: days since 1970-01-01 in UTC. Rules work on days, never on instants,
 * so that the answer does not depend on the time zone of the server.
 */
export type Day = number & { readonly __brand: 'Day' };

/** Days before the first day of each month in a common year. */
const DAYS_BEFORE_MONTH = [0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334];

function isLeapYear(year: number): boolean {
  return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
}

export function daysInMonth(year: number, month: number): number {
  if (month === 2) return isLeapYear(year) ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

/** The day of a civil date; `month` is 1–12. The caller has checked that the date exists. */
export function dayOf(year: number, month: number, dayOfMonth: number): Day {
  const past = year - 1;
  // Whole divisions of whole numbers: the compiler keeps them in integers.
  const leapDays = ((past / 4) | 0) - ((past / 100) | 0) + ((past / 400) | 0);
  const beforeYear = past * 365 + leapDays - 719_162;
  const leapShift = month > 2 && isLeapYear(year) ? 1 : 0;
  return (beforeYear + DAYS_BEFORE_MONTH[month - 1]! + leapShift + dayOfMonth - 1) as Day;
}

/** Stands for a character that is no digit: whatever is put together with it lies far below any year or day. */
const NO_DIGIT = -1_000_000;

function digit(text: string, at: number): number {
  const code = text.charCodeAt(at) - 48;
  return code >= 0 && code <= 9 ? code : NO_DIGIT;
}

/** Parses `YYYY-MM-DD` strictly; `null` for anything else, impossible dates included. */
export function parseDay(text: string): Day | null {
  return text.length === 10 ? parseDayPrefix(text) : null;
}

/** Parses the ten first characters as `YYYY-MM-DD`; `null` when they are not an existing date. */
export function parseDayPrefix(text: string): Day | null {
  if (text.charCodeAt(4) !== 45 || text.charCodeAt(7) !== 45) return null;
  const year = digit(text, 0) * 1000 + digit(text, 1) * 100 + digit(text, 2) * 10 + digit(text, 3);
  const month = digit(text, 5) * 10 + digit(text, 6);
  const dayOfMonth = digit(text, 8) * 10 + digit(text, 9);
  if (year < 1 || month < 1 || month > 12 || dayOfMonth < 1) return null;
  return dayOfMonth <= daysInMonth(year, month) ? dayOf(year, month, dayOfMonth) : null;
}

export interface CivilDate {
  readonly year: number;
  /** 1–12 */
  readonly month: number;
  readonly dayOfMonth: number;
}

/** Days from 1 March of the year 0 to 1970-01-01: a year that begins in March ends with its leap day. */
const DAYS_BEFORE_1970 = 719_468;
const DAYS_PER_400_YEARS = 146_097;

/** By whole divisions alone (H. Hinnant, "chrono-Compatible Low-Level Date Algorithms"): reports ask for it very often. */
function civilDate(day: Day): CivilDate {
  const since = day + DAYS_BEFORE_1970;
  const era = Math.floor(since / DAYS_PER_400_YEARS);
  const dayOfEra = since - era * DAYS_PER_400_YEARS;
  const leapDays =
    Math.floor(dayOfEra / 1460) - Math.floor(dayOfEra / 36_524) + Math.floor(dayOfEra / 146_096);
  const yearOfEra = Math.floor((dayOfEra - leapDays) / 365);
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  // Months of 31, 30, 31, 30 and 31 days follow one another from March on.
  const monthFromMarch = Math.floor((5 * dayOfYear + 2) / 153);
  const month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9;
  return {
    year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0),
    month,
    dayOfMonth: dayOfYear - Math.floor((153 * monthFromMarch + 2) / 5) + 1,
  };
}

/** The first day after those whose texts are kept: 2140 is later than anything that facts speak of. */
const FIRST_UNKEPT = 62_091;

/** Reports name few days and very often; by day. */
const dayTexts: (string | undefined)[] = new Array(FIRST_UNKEPT).fill(undefined);

export function formatDay(day: Day): string {
  if (!(day >= 0 && day < FIRST_UNKEPT)) return printDay(day);
  let text = dayTexts[day];
  if (text === undefined) {
    text = printDay(day);
    dayTexts[day] = text;
  }
  return text;
}

function printDay(day: Day): string {
  const { year, month, dayOfMonth } = civilDate(day);
  return `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(dayOfMonth).padStart(2, '0')}`;
}

export function addDays(day: Day, days: number): Day {
  return (day + days) as Day;
}

/** The same day of the month `months` later, or the last day of that month where it is shorter. */
export function addMonths(day: Day, months: number): Day {
  const { year, month, dayOfMonth } = civilDate(day);
  const index = year * 12 + (month - 1) + months;
  const targetYear = Math.floor(index / 12);
  const targetMonth = (index % 12) + 1;
  return dayOf(targetYear, targetMonth, Math.min(dayOfMonth, daysInMonth(targetYear, targetMonth)));
}

/** The same day `years` later; 29 February becomes 28 February. */
export function addYears(day: Day, years: number): Day {
  return addMonths(day, years * 12);
}

/** Calendar months as whole numbers: `year * 12 + (month - 1)`. */
export type Month = number & { readonly __brand: 'Month' };

export function monthOf(day: Day): Month {
  const { year, month } = civilDate(day);
  return (year * 12 + month - 1) as Month;
}

export function firstDayOf(month: Month): Day {
  return dayOf(Math.floor(month / 12), (month % 12) + 1, 1);
}

/** Parses `YYYY-MM` strictly; `null` for anything else. */
export function parseMonth(text: string): Month | null {
  if (text.length !== 7 || text.charCodeAt(4) !== 45) return null;
  const year = digit(text, 0) * 1000 + digit(text, 1) * 100 + digit(text, 2) * 10 + digit(text, 3);
  const month = digit(text, 5) * 10 + digit(text, 6);
  return year >= 1 && month >= 1 && month <= 12 ? ((year * 12 + month - 1) as Month) : null;
}

export function formatMonth(month: Month): string {
  return `${String(Math.floor(month / 12)).padStart(4, '0')}-${String((month % 12) + 1).padStart(2, '0')}`;
}
