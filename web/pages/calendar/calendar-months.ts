import type { CalendarEventView } from '../../../src/contract/calendar.ts';

export interface CalendarMonth {
  /** `YYYY-MM` */
  readonly month: string;
  readonly days: number;
  /** Days of the week before its first one, weeks beginning on Monday. */
  readonly before: number;
  readonly events: readonly CalendarEventView[];
}

function monthAfter(month: string): string {
  const [year, number] = month.split('-').map(Number) as [number, number];
  return number === 12 ? `${year + 1}-01` : `${year}-${String(number + 1).padStart(2, '0')}`;
}

function shapeOf(month: string): Pick<CalendarMonth, 'days' | 'before'> {
  const first = Date.parse(`${month}-01T00:00:00Z`);
  const next = Date.parse(`${monthAfter(month)}-01T00:00:00Z`);
  return { days: (next - first) / 86_400_000, before: (new Date(first).getUTCDay() + 6) % 7 };
}

/** Every month that two days have between them, theirs among them, each with its events in their order. */
export function calendarMonths(
  events: readonly CalendarEventView[],
  from: string,
  until: string,
): readonly CalendarMonth[] {
  const months: CalendarMonth[] = [];
  for (let month = from.slice(0, 7); month <= until.slice(0, 7); month = monthAfter(month)) {
    months.push({ month, ...shapeOf(month), events: events.filter(({ on }) => on.startsWith(month)) });
  }
  return months;
}
