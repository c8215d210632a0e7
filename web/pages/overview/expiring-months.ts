import type { Overview } from '../../../src/contract/competencies.ts';

interface ExpiringMonth {
  /** `YYYY-MM` */
  readonly month: string;
  /** How many stop counting in it, those included that the overview does not name. */
  readonly count: number;
}

function monthAfter(month: string, count: number): string {
  const [year = 0, number = 1] = month.split('-').map(Number);
  const index = year * 12 + (number - 1) + count;
  return `${Math.floor(index / 12)}-${String((index % 12) + 1).padStart(2, '0')}`;
}

const MONTHS = 13;

/** The month of the day and the twelve after it, each with the number of records that stop counting in it. */
export function expiringMonths(months: Overview['expiringMonths'], day: string): ExpiringMonth[] {
  const counts = new Map(months.map(({ month, count }) => [month, count]));
  const first = day.slice(0, 7);
  return Array.from({ length: MONTHS }, (_, index) => {
    const month = monthAfter(first, index);
    return { month, count: counts.get(month) ?? 0 };
  });
}
