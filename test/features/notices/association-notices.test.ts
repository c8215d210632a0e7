import { describe, expect, it } from 'vitest';
import type { FactsDocument } from '../../../src/domain/facts/facts-document.ts';
import { parseDay } from '../../../src/domain/time/day.ts';
import { associationNotices } from '../../../src/features/notices/association-notices.ts';
import { inTimeZone, TIME_ZONES } from '../../support/time-zones.ts';

/** Somebody whose association ended at an instant. */
function ended(until: string, person = {}, others: object[] = []): { facts: FactsDocument } {
  const association = {
    accountId: 'A',
    provider: 'microsoft-learning',
    via: 'partner-center',
    from: '2017-01-01',
  };
  const associations = [{ ...association, until }, ...others.map((other) => ({ ...association, ...other }))];
  const people = [{ id: 'p', associations, ...person }] as FactsDocument['people'];
  return { facts: { partner: { id: 'c' }, people } };
}

function told(answer: { facts: FactsDocument }, on: string, ranOn: string | null) {
  return associationNotices(answer, parseDay(on)!, ranOn === null ? null : parseDay(ranOn)).length;
}

describe.each(TIME_ZONES)('an association that ended, on a server in %s', (zone) => {
  inTimeZone(zone);

  it.each([
    // The last second of 29 February, and the first of 1 March, of UTC.
    ['2020-02-29T23:59:59Z', '2020-02-28', '2020-02-28', 0],
    ['2020-02-29T23:59:59Z', '2020-02-29', '2020-02-28', 1],
    ['2020-03-01T00:00:00Z', '2020-02-29', '2020-02-28', 0],
    ['2020-03-01T00:00:00Z', '2020-03-01', '2020-02-29', 1],
    // Seven days are looked back, over the 29 February too.
    ['2020-02-24T10:00:00Z', '2020-03-02', '2020-03-01', 1],
    ['2020-02-24T10:00:00Z', '2020-03-03', '2020-03-02', 0],
    ['2021-02-24T10:00:00Z', '2021-03-03', '2021-03-02', 1],
    ['2021-02-24T10:00:00Z', '2021-03-04', '2021-03-03', 0],
    // Further where the round did not run, and nothing is news before the first one.
    ['2020-02-24T10:00:00Z', '2020-03-20', '2020-02-24', 1],
    ['2020-02-23T10:00:00Z', '2020-03-20', '2020-02-24', 0],
    ['2020-02-29T10:00:00Z', '2020-02-29', null, 0],
  ])('at %s is told on %s after a round on %s so many times: %i', (until, on, ranOn, times) => {
    expect(told(ended(until), on, ranOn)).toBe(times);
  });

  it('is not told of who has left by that day, and is of who leaves on the next', () => {
    const answer = (employedUntil: string) => ended('2020-02-29T10:00:00Z', { employedUntil });
    expect(told(answer('2020-02-29'), '2020-02-29', '2020-02-28')).toBe(0);
    expect(told(answer('2020-03-01'), '2020-02-29', '2020-02-28')).toBe(1);
  });

  it('is not told when the account goes on in another association from that day', () => {
    const again = { via: 'partner-center', from: '2020-02-29', until: null };
    expect(told(ended('2020-02-29T10:00:00Z', {}, [again]), '2020-02-29', '2020-02-28')).toBe(0);
  });
});
