import { describe, expect, it } from 'vitest';
import { type Expiring, expiringMonths } from '../../web/pages/overview/expiring-months.ts';

function expiring(on: string): Expiring {
  const person = { id: 'p', label: 'P', initials: 'P', firstName: null, lastName: null, email: null };
  const record = {
    id: on,
    person: 'p',
    skill: 'exam:70-764',
    title: '70-764',
    kind: 'exam',
    code: '70-764',
    achievedOn: '2018-01-01',
    expiresOn: null,
  };
  return { on, reason: 'expired', person, record };
}

describe('the timeline of what stops counting', () => {
  it('shows the month of the day and the twelve after it, over the end of the year', () => {
    const months = expiringMonths([], '2026-11-21').map(({ month }) => month);
    expect(months[0]).toBe('2026-11');
    expect(months[2]).toBe('2027-01');
    expect(months.at(-1)).toBe('2027-11');
  });

  it('puts every record into its month', () => {
    const months = expiringMonths([expiring('2026-12-15'), expiring('2026-12-31')], '2026-11-21');
    expect(months.map(({ records }) => records.length).filter((count) => count > 0)).toEqual([2]);
  });
});
