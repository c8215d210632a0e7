import { describe, expect, it } from 'vitest';
import { holdingsOn, nextAnniversary } from '../../../src/domain/membership/membership-terms.ts';
import {
  anniversaryOf,
  companyEra,
  isOpen,
  renewalWindow,
} from '../../../src/domain/membership/renewal-window.ts';
import { day, IN_PMC, memberships, NATIVE, POLICY, printed } from './support.ts';

describe('the renewal window of Partner Center', () => {
  it.each([
    ['2019-04-30', false],
    ['2019-05-01', false],
    ['2019-05-02', true],
    ['2019-05-31', true],
    ['2019-06-01', false],
  ])('of the anniversary 2019-05-01 is on %s open: %s', (on, open) => {
    expect(isOpen(renewalWindow(POLICY, day('2019-05-01'), NATIVE, day(on)), day(on))).toBe(open);
  });

  it('counts the days of a leap February', () => {
    const window = renewalWindow(POLICY, day('2024-02-10'), NATIVE, day('2024-02-10'));
    expect([window.opens, window.closes].map(printed)).toEqual(['2024-02-11', '2024-03-11']);
  });
});

describe('the renewal window of PMC', () => {
  it.each([
    ['2019-01-30', false],
    ['2019-01-31', true],
    ['2019-05-01', true],
    ['2019-05-02', false],
  ])('of the anniversary 2019-05-01 is on %s open: %s', (on, open) => {
    expect(isOpen(renewalWindow(POLICY, day('2019-05-01'), IN_PMC, day(on)), day(on))).toBe(open);
  });

  it.each([
    ['before the move', '2019-04-09', 'pmc'],
    ['from the day of the move', '2019-04-10', 'partner-center'],
    ['after the anniversary', '2019-05-20', 'partner-center'],
  ])('follows a company that moves before the anniversary: %s', (_when, on, era) => {
    const moved = companyEra(day('2019-04-10'));
    expect(renewalWindow(POLICY, day('2019-05-01'), moved, day(on)).era).toBe(era);
  });

  it('that was missed does not come back by a move after the anniversary', () => {
    const moved = companyEra(day('2019-05-10'));
    const window = renewalWindow(POLICY, day('2019-05-01'), moved, day('2019-05-20'));
    expect([window.era, isOpen(window, day('2019-05-20'))]).toEqual(['pmc', false]);
  });
});

describe('a policy that changes by date', () => {
  const policy = {
    ...POLICY,
    renewalWindows: [
      ...POLICY.renewalWindows,
      { era: 'partner-center', from: day('2020-01-01'), opens: -30, closes: 30 } as const,
    ],
  };

  it.each([
    ['2019-12-31', '2020-01-01'],
    ['2020-01-01', '2019-12-02'],
  ])('opens the window of the anniversary %s on %s', (anniversary, opens) => {
    const window = renewalWindow(policy, day(anniversary), NATIVE, day(anniversary));
    expect(printed(window.opens)).toBe(opens);
  });
});

describe('an anniversary', () => {
  it.each([
    ['2018-05-01', '2019-05-01'],
    ['2020-02-29', '2021-02-28'],
    ['2019-03-01', '2020-02-29'],
    ['2023-12-31', '2024-12-30'],
  ])('of a membership from %s is exactly 365 days later: %s', (from, anniversary) => {
    expect(printed(anniversaryOf(POLICY, day(from)))).toBe(anniversary);
  });
});

describe('a membership', () => {
  const states = (company: typeof NATIVE, ...texts: string[]) => {
    const facts = memberships(...texts);
    return (on: string) => holdingsOn(POLICY, facts, company, day(on)).map(({ state }) => state);
  };

  it.each([
    ['2018-04-30', 'upcoming'],
    ['2018-05-01', 'active'],
    ['2019-04-30', 'active'],
    ['2019-05-01', 'in-grace'],
    ['2019-05-31', 'in-grace'],
    ['2019-06-01', 'lapsed'],
  ])('that is not renewed is on %s %s', (on, state) => {
    expect(states(NATIVE, 'gold 2018-05-01')(on)).toEqual([state]);
  });

  it('in PMC has lapsed on the day after the anniversary', () => {
    const of = states(IN_PMC, 'gold 2018-05-01');
    expect([of('2019-05-01'), of('2019-05-02')]).toEqual([['in-grace'], ['lapsed']]);
  });

  it('that is renewed goes on from its anniversary without a gap', () => {
    const of = states(NATIVE, 'gold 2018-05-01', 'gold 2019-05-01');
    expect([of('2019-04-30'), of('2019-05-01')]).toEqual([
      ['active', 'upcoming'],
      ['renewed', 'active'],
    ]);
  });

  it('of silver is replaced on the day on which gold is bought', () => {
    const of = states(NATIVE, 'silver 2018-05-01', 'gold 2018-09-01');
    expect([of('2018-08-31'), of('2018-09-01')]).toEqual([
      ['active', 'upcoming'],
      ['replaced', 'active'],
    ]);
  });

  it('that was renewed ahead is replaced as well, before its first day', () => {
    const of = states(IN_PMC, 'silver 2018-05-01', 'silver 2019-05-01', 'gold 2019-03-01');
    expect([of('2019-02-28'), of('2019-03-01'), of('2019-06-01')]).toEqual([
      ['active', 'upcoming', 'upcoming'],
      ['replaced', 'active', 'replaced'],
      ['replaced', 'active', 'replaced'],
    ]);
  });

  it('bought after a lapse begins anew and renews nothing', () => {
    expect(states(NATIVE, 'gold 2018-05-01', 'gold 2019-06-10')('2019-06-10')).toEqual(['lapsed', 'active']);
  });

  it('of another programme is left out', () => {
    expect(states(NATIVE, 'platinum 2018-05-01')('2018-06-01')).toEqual([]);
  });
});

describe('the next anniversary', () => {
  const next = (on: string, ...texts: string[]) =>
    printed(nextAnniversary(holdingsOn(POLICY, memberships(...texts), NATIVE, day(on)), day(on)));

  it('is the earliest one of what is held and not renewed', () => {
    expect(next('2018-06-01', 'pack 2018-03-01', 'gold 2018-05-01')).toBe('2019-03-01');
  });

  it('is that of gold once gold has replaced silver', () => {
    expect(next('2018-09-01', 'silver 2018-05-01', 'gold 2018-09-01')).toBe('2019-09-01');
  });

  it('is that of the renewal once it is paid', () => {
    expect(next('2019-05-20', 'gold 2018-05-01', 'gold 2019-05-01')).toBe('2020-04-30');
  });

  it('is unknown in grace and without a membership', () => {
    expect([next('2019-05-10', 'gold 2018-05-01'), next('2019-05-10')]).toEqual([null, null]);
  });
});
