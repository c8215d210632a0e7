import { describe, expect, it } from 'vitest';
import type { FactsDocument } from '../../src/domain/facts/facts-document.ts';
import { ask, askOnly, facts, reasonFor, record } from './support/ask.ts';
import { anyOf, goldFor, people } from './support/programme-builder.ts';

const PROGRAMME = goldFor(people(1, anyOf('exam:a', 'exam:retiring', 'cert:role-based')));

function holder(of: Parameters<typeof record>[2], skill = 'exam:a', person = {}): FactsDocument {
  return facts([{ id: 'p1', records: [record('r1', skill, of)], ...person }]);
}

describe.each([
  ['an expiry counts through its day', holder({ expiresOn: '2018-05-31' }), '2018-05-31', true, null],
  [
    'and no longer on the next',
    holder({ expiresOn: '2018-05-31' }),
    '2018-06-01',
    false,
    { reason: 'expired', params: { on: '2018-05-31' } },
  ],
  [
    'an expiry given as an instant means that day',
    holder({ expiresOn: '2018-05-31T23:59:59Z' }),
    '2018-05-31',
    true,
    null,
  ],
  [
    'an instant with an offset means its UTC day',
    holder({ expiresOn: '2018-05-31T23:30:00-02:00' }),
    '2018-06-01',
    true,
    null,
  ],
  [
    'a record counts from the day it was achieved',
    holder({ achievedOn: '2018-03-01' }),
    '2018-03-01',
    true,
    null,
  ],
  [
    'and not on the day before',
    holder({ achievedOn: '2018-03-01' }),
    '2018-02-28',
    false,
    { reason: 'not-yet-achieved', params: { on: '2018-03-01' } },
  ],
  ['a revocation leaves the day before alone', holder({ revokedOn: '2018-03-01' }), '2018-02-28', true, null],
  [
    'and ends counting on its day',
    holder({ revokedOn: '2018-03-01' }),
    '2018-03-01',
    false,
    { reason: 'revoked', params: { on: '2018-03-01' } },
  ],
  [
    'a retired exam counts through the same day a year later',
    holder({}, 'exam:retiring'),
    '2018-12-31',
    true,
    null,
  ],
  [
    'and no longer the day after',
    holder({}, 'exam:retiring'),
    '2019-01-01',
    false,
    { reason: 'retired', params: { on: '2017-12-31', countsUntil: '2018-12-31' } },
  ],
  [
    'a retired exam passed on its last day counts',
    holder({ achievedOn: '2017-12-31' }, 'exam:retiring'),
    '2018-06-01',
    true,
    null,
  ],
  [
    'a retired exam passed after its retirement never counts',
    holder({ achievedOn: '2018-01-01' }, 'exam:retiring'),
    '2018-06-01',
    false,
    { reason: 'retired', params: { on: '2017-12-31', countsUntil: null } },
  ],
  [
    'a role-based certification lasts two years when earned before 30 June 2021',
    holder({ achievedOn: '2021-06-29' }, 'cert:role-based'),
    '2023-06-29',
    true,
    null,
  ],
  [
    'and one year when earned from then on',
    holder({ achievedOn: '2021-06-30' }, 'cert:role-based'),
    '2022-07-01',
    false,
    { reason: 'expired', params: { on: '2022-06-30' } },
  ],
  [
    'one earned on 29 February expires on 28 February',
    holder({ achievedOn: '2020-02-29' }, 'cert:role-based'),
    '2022-03-01',
    false,
    { reason: 'expired', params: { on: '2022-02-28' } },
  ],
  [
    'an expiry given by the source wins over the computed one',
    holder({ achievedOn: '2020-02-29', expiresOn: '2025-01-01' }, 'cert:role-based'),
    '2024-06-01',
    true,
    null,
  ],
  [
    'a person counts on the day before leaving',
    holder({}, 'exam:a', { employedUntil: '2018-05-01' }),
    '2018-04-30',
    true,
    null,
  ],
  [
    'and not on the day of leaving',
    holder({}, 'exam:a', { employedUntil: '2018-05-01' }),
    '2018-05-01',
    false,
    { reason: 'person-left', params: { on: '2018-05-01' } },
  ],
  [
    'a person counts from the first day of employment',
    holder({}, 'exam:a', { employedFrom: '2018-05-01' }),
    '2018-05-01',
    true,
    null,
  ],
  [
    'and not before',
    holder({}, 'exam:a', { employedFrom: '2018-05-01' }),
    '2018-04-30',
    false,
    { reason: 'not-yet-employed', params: { on: '2018-05-01' } },
  ],
])('%s', (_name, document, asOf, counts, reason) => {
  it(`on ${asOf}`, () => {
    expect(askOnly(PROGRAMME, document, asOf).outcome).toBe(counts ? 'met' : 'unmet');
    const entry = reasonFor(PROGRAMME, document, asOf, 'r1');
    expect(entry && { reason: entry.reason, params: entry.params }).toEqual(reason);
  });
});

describe('what was known', () => {
  const recorded = holder({ recordedAt: '2018-03-02T10:00:00Z', voidedAt: '2018-05-02T10:00:00Z' });
  it.each([
    ['2018-03-01', 'unmet', null],
    ['2018-03-02', 'met', null],
    ['2018-03-02T09:59:59Z', 'unmet', null],
    ['2018-03-02T10:00:00Z', 'met', null],
    ['2018-05-01', 'met', null],
    ['2018-05-02', 'unmet', 'voided'],
  ])('at %s the record makes it %s', (knownAt, outcome, reason) => {
    const answer = ask(PROGRAMME, recorded, { asOf: '2018-06-01', knownAt });
    expect(answer.competencies[0]!.outcome).toBe(outcome);
    expect(answer.notCounted!.map((entry) => entry.reason)).toEqual(reason === null ? [] : [reason]);
    expect(answer.asOf).toEqual({ validAt: '2018-06-01', knownAt });
  });

  it('without a bound is everything, and a voided record stays voided', () => {
    const answer = ask(PROGRAMME, recorded, { asOf: '2018-06-01' });
    expect(answer.notCounted).toMatchObject([{ reason: 'voided', params: { at: '2018-05-02T10:00:00Z' } }]);
    expect(answer.asOf.knownAt).toBeNull();
  });
});
