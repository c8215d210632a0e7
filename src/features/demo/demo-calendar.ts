/** Dates of the demo network: every one is told from the day on which the network is made. */
import {
  addDays,
  addMonths,
  type Day,
  formatDay,
  formatMonth,
  type Month,
  monthOf,
} from '../../domain/time/day.ts';

export interface DemoCalendar {
  readonly today: string;
  daysAgo(days: number): string;
  inDays(days: number): string;
  monthsAgo(months: number, days?: number): string;
  inMonths(months: number): string;
  /** The `count` complete calendar months before the present one, oldest first. */
  lastMonths(count: number): readonly string[];
}

export function demoCalendar(today: Day): DemoCalendar {
  return {
    today: formatDay(today),
    daysAgo: (days) => formatDay(addDays(today, -days)),
    inDays: (days) => formatDay(addDays(today, days)),
    monthsAgo: (months, days = 0) => formatDay(addDays(addMonths(today, -months), -days)),
    inMonths: (months) => formatDay(addMonths(today, months)),
    lastMonths: (count) =>
      Array.from({ length: count }, (_, index) => formatMonth((monthOf(today) - count + index) as Month)),
  };
}
