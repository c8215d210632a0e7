import { describe, expect, it } from 'vitest';
import type { Outcome } from '../../../src/domain/evaluation/evaluation-result.ts';
import { holdingsOn } from '../../../src/domain/membership/membership-terms.ts';
import { offerStandings } from '../../../src/domain/membership/offer-eligibility.ts';
import { day, IN_PMC, memberships, NATIVE, POLICY, printed } from './support.ts';

interface Company {
  readonly on?: string;
  readonly held?: readonly string[];
  readonly met?: readonly string[];
  readonly unknown?: readonly string[];
  readonly openOrders?: readonly string[];
  readonly company?: typeof NATIVE;
}

function standings({
  on = '2018-06-01',
  held = [],
  met = [],
  unknown = [],
  openOrders = [],
  company = NATIVE,
}: Company) {
  const levels = new Map<string, Outcome>([
    ...unknown.map((level) => [level, 'undetermined'] as const),
    ...met.map((level) => [level, 'met'] as const),
  ]);
  const holdings = holdingsOn(POLICY, memberships(...held), company, day(on));
  return offerStandings(POLICY, { holdings, levels, openOrders, day: day(on) });
}

function standing(id: string, company: Company) {
  const { act, reason, because, price, begins } = standings(company).find(({ offer }) => offer.id === id)!;
  return { act, reason, because, pays: price?.money.minor ?? null, begins: printed(begins) };
}

describe('a company that holds nothing', () => {
  it('buys silver as soon as one competency meets silver', () => {
    expect(standing('silver', { met: ['silver'] })).toEqual({
      act: 'purchase',
      reason: null,
      because: null,
      pays: 200_000,
      begins: '2018-06-01',
    });
  });

  it('cannot buy a level that no competency meets', () => {
    expect(standing('gold', { met: ['silver'] })).toMatchObject({ act: 'purchase', reason: 'level-not-met' });
  });

  it('is told when it is only not known whether a competency meets the level', () => {
    expect(standing('gold', { unknown: ['gold'] }).reason).toBe('level-undetermined');
  });

  it('buys the pack without any level, at its full price', () => {
    expect(standing('pack', {})).toMatchObject({ act: 'purchase', reason: null, pays: 40_001 });
  });

  it('does not order a second level while the first order waits for its payment', () => {
    const company = { met: ['silver', 'gold'], openOrders: ['silver'] };
    expect(standing('gold', company)).toMatchObject({ reason: 'order-open', because: 'silver' });
    expect(standing('pack', company).reason).toBeNull();
  });
});

describe('a holder of silver', () => {
  const held = ['silver 2018-05-01'];

  it('upgrades to gold for a quarter less, for a year from that day', () => {
    expect(standing('gold', { held, met: ['silver', 'gold'] })).toEqual({
      act: 'upgrade',
      reason: null,
      because: null,
      pays: 300_002,
      begins: '2018-06-01',
    });
  });

  it('gets the pack for a fifth less', () => {
    expect(standing('pack', { held }).pays).toBe(32_001);
  });

  it.each([
    ['2019-05-01', 'window-not-open'],
    ['2019-05-02', null],
    ['2019-05-31', null],
  ])('may renew it on %s: %s', (on, reason) => {
    const answer = standing('silver', { held, met: ['silver'], on });
    expect(answer).toMatchObject({ act: 'renewal', reason, begins: '2019-05-01' });
  });

  it('that let the window pass buys anew, from the day of the purchase', () => {
    expect(standing('silver', { held, met: ['silver'], on: '2019-06-01' })).toMatchObject({
      act: 'purchase',
      reason: null,
      begins: '2019-06-01',
    });
  });

  it('in PMC renews before the anniversary, once', () => {
    const company = { company: IN_PMC, met: ['silver'], on: '2019-03-01' };
    expect(standing('silver', { ...company, held })).toMatchObject({
      act: 'renewal',
      reason: null,
      begins: '2019-05-01',
    });
    expect(standing('silver', { ...company, held: [...held, 'silver 2019-05-01'] }).reason).toBe(
      'already-renewed',
    );
  });

  it('whose silver is no longer met is refused with the level as the reason', () => {
    expect(standing('silver', { held, on: '2019-05-10' })).toMatchObject({
      act: 'renewal',
      reason: 'level-not-met',
    });
  });
});

describe('a holder of gold', () => {
  const held = ['gold 2018-05-01'];

  it('cannot buy silver', () => {
    expect(standing('silver', { held, met: ['silver', 'gold'] })).toMatchObject({
      reason: 'excluded',
      because: 'gold',
    });
  });

  it('that no longer meets gold at the renewal is offered silver, which it meets', () => {
    const company = { held, met: ['silver'], on: '2019-05-10' };
    expect(standing('gold', company)).toMatchObject({ act: 'renewal', reason: 'level-not-met' });
    expect(standing('silver', company)).toMatchObject({
      act: 'renewal',
      reason: null,
      pays: 200_000,
      begins: '2019-05-01',
    });
  });

  it('that still meets gold renews gold and nothing less', () => {
    const company = { held, met: ['silver', 'gold'], on: '2019-05-10' };
    expect(standing('gold', company)).toMatchObject({ act: 'renewal', reason: null });
    expect(standing('silver', company).reason).toBe('excluded');
  });
});
