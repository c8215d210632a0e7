import { describe, expect, it } from 'vitest';
import { companyCalendar, type ProgrammeStanding } from '../../../src/domain/calendar/company-calendar.ts';
import { type CountingRecord, retirements } from '../../../src/domain/calendar/skill-events.ts';
import { addYears, formatDay } from '../../../src/domain/time/day.ts';
import { day } from '../membership/support.ts';

const TODAY = day('2018-03-01');
const YEAR = { from: TODAY, until: addYears(TODAY, 1) };

function standing(more: Partial<ProgrammeStanding> = {}): ProgrammeStanding {
  return {
    programme: {
      id: 'mpn',
      membership: null,
      pmcWindowMonths: 6,
      retirement: { countsForMonths: 12, listedForMonths: 24 },
    },
    facts: { partner: { id: 'p' } },
    holdings: [],
    risk: { risk: { partner: 'p', asOf: '2018-03-01', until: '2019-03-01', levels: [] }, ends: [] },
    counting: [],
    ...more,
  };
}

function record(recordId: string, more: Partial<CountingRecord> = {}): CountingRecord {
  const person = recordId.split('/')[0]!;
  return { recordId, person, skill: 'exam:1', title: 'One', expiresOn: null, retiredOn: null, ...more };
}

function told(standings: readonly ProgrammeStanding[], time = YEAR) {
  return companyCalendar(standings, [], TODAY, time).map(({ kind, on }) => `${kind} ${formatDay(on)}`);
}

describe('certificates that expire', () => {
  const counting = [
    record('ann/1', { expiresOn: day('2018-05-01') }),
    record('ben/1', { expiresOn: day('2018-05-01') }),
    record('ben/2', { expiresOn: day('2018-04-01') }),
  ];

  it('are told by the last day on which they count, one event a day, in the order of the days', () => {
    const events = companyCalendar([standing({ counting })], [], TODAY, YEAR);
    expect(events).toMatchObject([
      { on: day('2018-04-01'), certificates: [{ person: 'ben' }] },
      { on: day('2018-05-01'), certificates: [{ person: 'ann' }, { person: 'ben' }] },
    ]);
  });

  it('are counted once when they count in two programmes', () => {
    const [one] = companyCalendar([standing({ counting }), standing({ counting })], [], TODAY, YEAR).slice(1);
    expect(one).toMatchObject({ certificates: [{ person: 'ann' }, { person: 'ben' }] });
  });

  it.each([
    ['2018-02-28', 0],
    ['2018-03-01', 1],
    ['2019-03-01', 1],
    ['2019-03-02', 0],
  ])('on %s are told within the time alone, its first and last day among it', (on, count) => {
    expect(told([standing({ counting: [record('ann/1', { expiresOn: day(on) })] })])).toHaveLength(count);
  });
});

describe('skills that are retired', () => {
  it('are told on the day of the retirement and on the last day on which they count, with who holds them', () => {
    const counting = ['ann/1', 'ann/2', 'ben/1'].map((id) => record(id, { retiredOn: day('2018-02-28') }));
    expect(told([standing({ counting })])).toEqual(['retired-skill-ends 2019-02-28']);
    expect(retirements(counting, 12)).toMatchObject([{ people: 2 }, { people: 2 }]);
  });

  it('on 29 February count through 28 February of the next year', () => {
    const events = retirements([record('ann/1', { retiredOn: day('2020-02-29') })], 12);
    expect(events.map(({ on }) => formatDay(on))).toEqual(['2020-02-29', '2021-02-28']);
  });
});

describe('the window after a move from PMC', () => {
  it.each([
    ['2018-01-15', '2018-07-14'],
    ['2017-10-31', '2018-04-29'],
  ])('of a company that moved on %s has its last day on %s', (movedFromPmcOn, last) => {
    const people = [
      {
        id: 'ann',
        associations: [{ accountId: 'a', via: 'pmc' as const, from: '2017-01-01' }],
      },
    ];
    const facts = { partner: { id: 'p', movedFromPmcOn }, people };
    const events = companyCalendar([standing({ facts })], [], TODAY, YEAR);
    expect(events).toMatchObject([{ kind: 'pmc-window-ends', on: day(last), people: 1 }]);
  });

  it('is told once of a company in two programmes', () => {
    const facts = { partner: { id: 'p', movedFromPmcOn: '2018-01-15' } };
    expect(told([standing({ facts }), standing({ facts })])).toEqual(['pmc-window-ends 2018-07-14']);
  });
});

it('orders that wait for their payment are told by the last day on which they can be paid', () => {
  const order = { orderId: '7', programme: 'mpn', offer: 'gold', payBy: day('2018-03-31') };
  const events = companyCalendar([], [order], TODAY, YEAR);
  expect(events).toMatchObject([{ id: 'order-to-pay 7', on: day('2018-03-31'), offer: 'gold' }]);
});
