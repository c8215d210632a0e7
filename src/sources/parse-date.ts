import { dayOf, daysInMonth, formatDay, parseDay } from '../domain/time/day.ts';

/** How a file writes its dates; `null` when nobody said: then a value with two readings is not guessed. */
export type DateOrder = 'iso' | 'dmy' | 'mdy';

export type ParsedDate =
  | { readonly kind: 'day'; readonly day: string }
  | { readonly kind: 'rejected'; readonly reason: 'bad-date' | 'ambiguous-date' };

const BAD: ParsedDate = { kind: 'rejected', reason: 'bad-date' };
const AMBIGUOUS: ParsedDate = { kind: 'rejected', reason: 'ambiguous-date' };

/** Nothing this product knows was achieved earlier; a smaller year is a mistyped one. */
const FIRST_YEAR = 1900;

const TIME = String.raw`(?:[T\s]\s*\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:\s*[AP]\.?M\.?)?)?`;
const ZONE = String.raw`(Z|[+-]\d{2}:?\d{2})?`;
const YEAR_FIRST = new RegExp(String.raw`^(\d{4})([-/.])(\d{1,2})\2(\d{1,2})(${TIME})\s*${ZONE}$`, 'i');
const YEAR_LAST = new RegExp(String.raw`^(\d{1,2})([-/.])(\d{1,2})\2(\d{4})${TIME}$`, 'i');

/**
 * Reads a day. An instant means its UTC day; a time without a zone is left aside. Year-first dates are read under
 * every setting because they have one reading; the others need the setting, unless only one reading exists.
 */
export function parseDate(text: string, order: DateOrder | null): ParsedDate {
  const value = text.trim();
  const yearFirst = YEAR_FIRST.exec(value);
  if (yearFirst) {
    const [, year, , month, day, time, zone] = yearFirst;
    const read = civilDay(Number(year), Number(month), Number(day));
    if (read === null) return BAD;
    return zone && time ? utcDay(read, time, zone) : { kind: 'day', day: read };
  }
  const yearLast = order === 'iso' ? null : YEAR_LAST.exec(value);
  if (!yearLast) return BAD;
  const [, first, , second, year] = yearLast;
  const dayFirst = order === 'mdy' ? null : civilDay(Number(year), Number(second), Number(first));
  const monthFirst = order === 'dmy' ? null : civilDay(Number(year), Number(first), Number(second));
  if (dayFirst !== null && monthFirst !== null && dayFirst !== monthFirst) return AMBIGUOUS;
  const day = dayFirst ?? monthFirst;
  return day === null ? BAD : { kind: 'day', day };
}

function civilDay(year: number, month: number, day: number): string | null {
  if (year < FIRST_YEAR || month < 1 || month > 12 || day < 1 || day > daysInMonth(year, month)) return null;
  return formatDay(dayOf(year, month, day));
}

function utcDay(day: string, time: string, zone: string): ParsedDate {
  const clock = time.trim().replace(/^T/i, '').padStart(5, '0');
  const offset = /^z$/i.test(zone) ? 'Z' : `${zone.slice(0, 3)}:${zone.slice(-2)}`;
  const ms = Date.parse(`${day}T${clock}${offset}`);
  return Number.isFinite(ms) ? { kind: 'day', day: new Date(ms).toISOString().slice(0, 10) } : BAD;
}

/** `YYYY-MM`, or the first day of the month, as a workbook keeps a month; `null` for anything else. */
export function parseMonthText(text: string): string | null {
  const value = text.trim();
  const month = /^\d{4}-\d{2}-01$/.test(value) ? value.slice(0, 7) : value;
  return /^\d{4}-\d{2}$/.test(month) && parseDay(`${month}-01`) !== null && month >= `${FIRST_YEAR}`
    ? month
    : null;
}
