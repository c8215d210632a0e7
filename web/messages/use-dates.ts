import { useMemo } from 'react';
import { useIntl } from 'react-intl';
import { printedDay } from '../../src/contract/messages/printed-day.ts';

const DAY = 86_400_000;

/** Days are calendar days: they are read and printed in UTC, whatever the zone of the browser. */
function dayNumber(day: string): number {
  return Math.floor(Date.parse(`${day.slice(0, 10)}T00:00:00Z`) / DAY);
}

/** A day of the calendar, `YYYY-MM-DD`. */
export function isDay(text: string | undefined): boolean {
  if (text === undefined || !/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const at = Date.parse(`${text}T00:00:00Z`);
  return !Number.isNaN(at) && new Date(at).toISOString().startsWith(text);
}

export function addDays(day: string, days: number): string {
  return new Date((dayNumber(day) + days) * DAY).toISOString().slice(0, 10);
}

/** The same day of the next year; of a 29 February the day before, as for every year that is added to a day. */
export function yearAfter(day: string): string {
  const next = `${Number(day.slice(0, 4)) + 1}${day.slice(4)}`;
  return next.endsWith('-02-29') ? next.replace('-29', '-28') : next;
}

function relativeUnit(days: number): [number, 'day' | 'week' | 'month' | 'year'] {
  const size = Math.abs(days);
  if (size < 14) return [days, 'day'];
  if (size < 60) return [Math.round(days / 7), 'week'];
  if (size < 730) return [Math.round(days / 30.44), 'month'];
  return [Math.round(days / 365.25), 'year'];
}

export interface Dates {
  /** 12 mars 2027 */
  day(day: string): string;
  /** 12/03/2027 */
  shortDay(day: string): string;
  /** L M M J V S D: the days of a week, which begins on Monday */
  readonly weekdays: readonly { readonly name: string; readonly initial: string }[];
  /** mars 2027, from `2027-03` or a day */
  month(month: string): string;
  /** mars, from `2027-03` */
  shortMonth(month: string): string;
  /** M, from `2027-03`, where the name has no room */
  monthInitial(month: string): string;
  /** 12 mars 2027 à 14:05, in the zone of the reader */
  instant(instant: string): string;
  /** dans 3 mois */
  relative(day: string, today: string): string;
}

export function useDates(): Dates {
  const { locale } = useIntl();
  return useMemo(() => {
    const utc = { timeZone: 'UTC' } as const;
    // The English of the product is British: 1 July 2017.
    const language = locale === 'en' ? 'en-GB' : locale;
    const short = new Intl.DateTimeFormat(language, {
      ...utc,
      day: '2-digit',
      month: locale === 'fr' ? '2-digit' : 'short',
      year: 'numeric',
    });
    const month = new Intl.DateTimeFormat(language, { ...utc, month: 'long', year: 'numeric' });
    const monthOnly = new Intl.DateTimeFormat(language, { ...utc, month: 'short' });
    const initial = new Intl.DateTimeFormat(language, { ...utc, month: 'narrow' });
    const weekday = new Intl.DateTimeFormat(language, { ...utc, weekday: 'long' });
    const weekdayInitial = new Intl.DateTimeFormat(language, { ...utc, weekday: 'narrow' });
    const instant = new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeStyle: 'short' });
    const relative = new Intl.RelativeTimeFormat(language, { numeric: 'auto' });
    const at = (day: string) => new Date(dayNumber(day) * DAY);
    return {
      day: (day) => printedDay(day, locale === 'fr' ? 'fr' : 'en'),
      shortDay: (day) => short.format(at(day)),
      // Of a week that begins on a Monday.
      weekdays: Array.from({ length: 7 }, (_, day) => {
        const on = at(addDays('2024-01-01', day));
        return { name: weekday.format(on), initial: weekdayInitial.format(on) };
      }),
      month: (text) => month.format(at(`${text.slice(0, 7)}-01`)),
      shortMonth: (text) => monthOnly.format(at(`${text.slice(0, 7)}-01`)),
      monthInitial: (text) => initial.format(at(`${text.slice(0, 7)}-01`)),
      instant: (text) => instant.format(new Date(text)),
      relative: (day, today) => relative.format(...relativeUnit(dayNumber(day) - dayNumber(today))),
    };
  }, [locale]);
}
