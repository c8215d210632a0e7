import { describe, expect, it } from 'vitest';
import { holdingsOn } from '../../../src/domain/membership/membership-terms.ts';
import {
  reminderDays,
  reminderOwed,
  reportCheckOpensOn,
} from '../../../src/domain/membership/reminder-days.ts';
import { day, IN_PMC, memberships, NATIVE, POLICY, printed } from './support.ts';

const GOLD = memberships('gold 2018-05-01');

function owed(on: string, facts = GOLD, company = NATIVE) {
  const [holding] = holdingsOn(POLICY, facts, company, day(on));
  return reminderOwed(POLICY, holding!, day(on))?.offset ?? null;
}

describe('reminders of the anniversary 2019-05-01', () => {
  it('are due 90 and 15 days before and 23 days after it', () => {
    const [holding] = holdingsOn(POLICY, GOLD, NATIVE, day('2019-01-01'));
    expect(reminderDays(POLICY, holding!).map(({ on }) => printed(on))).toEqual([
      '2019-01-31',
      '2019-04-16',
      '2019-05-24',
    ]);
  });

  it.each([
    ['2019-01-30', null],
    ['2019-01-31', -90],
    ['2019-04-15', -90],
    ['2019-04-16', -15],
    ['2019-05-23', -15],
    ['2019-05-24', 23],
    ['2019-05-31', 23],
    ['2019-06-01', null],
  ])('on %s the latest one owed is %s', (on, offset) => {
    expect(owed(on)).toBe(offset);
  });

  it('end with the renewal', () => {
    expect(owed('2019-05-24', memberships('gold 2018-05-01', 'gold 2019-05-01'))).toBeNull();
  });

  it('of a company in PMC end with the anniversary, when nothing can be renewed any more', () => {
    const [holding] = holdingsOn(POLICY, GOLD, IN_PMC, day('2019-01-01'));
    expect(reminderDays(POLICY, holding!).map(({ offset }) => offset)).toEqual([-90, -15]);
  });
});

describe('the task to check the skills report', () => {
  it.each([
    ['2019-05-01', '2019-02-01'],
    ['2019-05-31', '2019-02-28'],
    ['2020-05-31', '2020-02-29'],
  ])('before the anniversary %s opens on %s', (anniversary, opens) => {
    expect(printed(reportCheckOpensOn(POLICY, day(anniversary)))).toBe(opens);
  });
});
