import type { Overview } from '../../../src/contract/competencies.ts';

export type Expiring = Overview['expiring'][number];

export interface ExpiringMonth {
  /** `YYYY-MM` */
  readonly month: string;
  readonly records: readonly Expiring[];
}

function monthAfter(month: string, count: number): string {
  const [year = 0, number = 1] = month.split('-').map(Number);
  const index = year * 12 + (number - 1) + count;
  return `${Math.floor(index / 12)}-${String((index % 12) + 1).padStart(2, '0')}`;
}

const MONTHS = 13;

/** The month of the day and the twelve after it, each with the records that stop counting in it. */
export function expiringMonths(expiring: readonly Expiring[], day: string): ExpiringMonth[] {
  const first = day.slice(0, 7);
  return Array.from({ length: MONTHS }, (_, index) => {
    const month = monthAfter(first, index);
    return { month, records: expiring.filter((one) => one.on.startsWith(month)) };
  });
}
