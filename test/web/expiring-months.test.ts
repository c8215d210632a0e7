import { describe, expect, it } from 'vitest';
import { expiringMonths } from '../../web/pages/overview/expiring-months.ts';

describe('the timeline of what stops counting', () => {
  it('shows the month of the day and the twelve after it, over the end of the year', () => {
    const months = expiringMonths([], '2026-11-21').map(({ month }) => month);
    expect(months[0]).toBe('2026-11');
    expect(months[2]).toBe('2027-01');
    expect(months.at(-1)).toBe('2027-11');
  });

  it('gives every month its number, whatever the overview names of it', () => {
    const months = expiringMonths([{ month: '2026-12', count: 12_000 }], '2026-11-21');
    expect(months.filter(({ count }) => count > 0)).toEqual([{ month: '2026-12', count: 12_000 }]);
  });
});
