import { describe, expect, it } from 'vitest';
import { coveringTerms } from '../../../src/domain/membership/covering-terms.ts';
import {
  type LevelFacts,
  levelState,
  lifecycleHistory,
  type MetSpan,
} from '../../../src/domain/membership/lifecycle.ts';
import { holdingsOn } from '../../../src/domain/membership/membership-terms.ts';
import { shownLevels } from '../../../src/domain/membership/shown-levels.ts';
import { day, IN_PMC, LEVELS, memberships, NATIVE, POLICY, printed } from './support.ts';

interface Story {
  readonly held?: readonly string[];
  /** `2018-01-01..2018-06-01`; without an end it is still met. */
  readonly met?: readonly string[];
  readonly level?: string;
  readonly company?: typeof NATIVE;
}

function span(text: string): MetSpan {
  const [from, until] = text.split('..');
  return {
    from: from === '' ? null : day(from!),
    until: until ? day(until) : null,
    exempt: false,
    causes: [],
  };
}

function levelFacts({ held = [], met = [], level = 'gold', company = NATIVE }: Story): LevelFacts {
  const holdings = holdingsOn(POLICY, memberships(...held), company, day('2018-01-01'));
  return { spans: met.map(span), terms: coveringTerms(LEVELS, holdings, level) };
}

function state(on: string, story: Story, outlook: { started?: boolean; lostOn?: string } = {}) {
  const { started = false, lostOn } = outlook;
  const answer = levelState(levelFacts(story), { started, lostOn: lostOn ? day(lostOn) : null }, day(on));
  return answer?.state ?? null;
}

describe('a level without a membership', () => {
  it('is nothing, started, or qualified', () => {
    expect(state('2018-06-01', {})).toBeNull();
    expect(state('2018-06-01', {}, { started: true })).toBe('started');
    expect(state('2018-06-01', { met: ['2018-05-01'] }, { started: true })).toBe('qualified');
  });

  it('of gold is only qualified while silver is what was bought', () => {
    const story = { held: ['silver 2018-05-01'], met: ['2018-01-01'] };
    expect(state('2018-06-01', { ...story, level: 'gold' })).toBe('qualified');
    expect(state('2018-06-01', { ...story, level: 'silver' })).toBe('active');
  });
});

it('a renewal that an upgrade replaced before its first day keeps nothing', () => {
  const held = ['silver 2018-05-01', 'silver 2019-05-01', 'gold 2019-03-01'];
  const story = { held, met: ['2018-01-01'], level: 'silver', company: IN_PMC };
  expect(state('2020-02-28', story)).toBe('active');
  expect(state('2020-03-01', story)).toBe('lapsed');
});

describe('a level that was bought', () => {
  const held = ['gold 2018-05-01'];

  it.each([
    ['2018-04-30', 'qualified'],
    ['2018-05-01', 'active'],
    ['2019-04-30', 'active'],
    ['2019-05-01', 'in-grace'],
    ['2019-05-31', 'in-grace'],
    ['2019-06-01', 'lapsed'],
  ])('and not renewed is on %s %s', (on, expected) => {
    expect(state(on, { held, met: ['2018-01-01'] })).toBe(expected);
  });

  it('in PMC lapses on the day after the anniversary', () => {
    const story = { held, met: ['2018-01-01'], company: IN_PMC };
    expect([state('2019-05-01', story), state('2019-05-02', story)]).toEqual(['in-grace', 'lapsed']);
  });

  it.each([
    ['2019-04-30', 'at-risk'],
    ['2019-05-01', 'at-risk'],
    ['2019-05-02', 'active'],
  ])('and is known to be lost on %s is %s', (lostOn, expected) => {
    expect(state('2018-06-01', { held, met: ['2018-01-01'] }, { lostOn })).toBe(expected);
  });

  it('stays at risk until the year ends when it is not met any more', () => {
    const story = { held, met: ['2018-01-01..2018-08-01'] };
    expect([state('2018-07-31', story), state('2018-08-01', story), state('2019-04-30', story)]).toEqual([
      'active',
      'at-risk',
      'at-risk',
    ]);
  });

  it('is active again from the day of the repair', () => {
    expect(state('2018-10-01', { held, met: ['2018-01-01..2018-08-01', '2018-10-01'] })).toBe('active');
  });

  it('counts from the day on which a further competency meets it', () => {
    const story = { held, met: ['2018-07-01'] };
    expect([state('2018-06-30', story), state('2018-07-01', story)]).toEqual([null, 'active']);
  });

  it('is lost at the renewal when only another competency carried it', () => {
    const story = { held: [...held, 'gold 2019-05-01'], met: ['2018-01-01..2018-08-01'] };
    expect([state('2019-04-30', story), state('2019-05-01', story)]).toEqual(['at-risk', 'lapsed']);
  });

  it('that has lapsed is qualified only once it is met anew', () => {
    expect(state('2020-01-01', { held, met: ['2018-01-01'] })).toBe('lapsed');
    expect(state('2020-01-01', { held, met: ['2018-01-01..2019-07-01', '2019-12-01'] })).toBe('qualified');
  });

  it('goes on without grace when silver is upgraded to gold', () => {
    const story = { held: ['silver 2018-05-01', 'gold 2018-09-01'], met: ['2018-01-01'], level: 'silver' };
    expect([state('2018-09-01', story), state('2019-05-01', story), state('2019-09-01', story)]).toEqual([
      'active',
      'active',
      'in-grace',
    ]);
  });
});

describe('the history of a level', () => {
  const told = (story: Story, until: string) =>
    lifecycleHistory(levelFacts(story), day(until)).map(
      ({ on, state: to, cause, offer }) =>
        `${printed(on)} ${to} ${cause}${offer === null ? '' : ` ${offer}`}`,
    );

  it('tells every change with its date and its cause', () => {
    const held = ['silver 2018-05-01', 'gold 2018-09-01', 'gold 2019-09-01'];
    const met = ['2018-03-01..2018-12-01', '2019-02-01'];
    expect(told({ held, met, level: 'silver' }, '2020-12-31')).toEqual([
      '2018-03-01 qualified requirements-met',
      '2018-05-01 active bought silver',
      '2018-09-01 active upgraded gold',
      '2018-12-01 at-risk requirements-lost',
      '2019-02-01 active requirements-met',
      '2019-09-01 active renewed gold',
      '2020-08-31 in-grace anniversary-passed gold',
      '2020-10-01 lapsed not-renewed gold',
    ]);
  });

  it('tells that a level was not met at the renewal of the membership', () => {
    const story = { held: ['gold 2018-05-01', 'gold 2019-05-01'], met: ['2018-03-01..2018-12-01'] };
    expect(told(story, '2019-06-01').at(-1)).toBe('2019-05-01 lapsed not-met-at-renewal gold');
  });

  it('ends with the day that is asked for', () => {
    expect(told({ held: ['gold 2018-05-01'], met: ['2018-03-01'] }, '2018-04-30')).toHaveLength(1);
  });
});

describe('the business profile', () => {
  const shown = (
    states: readonly (readonly [string, string, 'active' | 'at-risk' | 'in-grace' | 'qualified'])[],
    inGrace = false,
  ) =>
    shownLevels(
      { shownInGrace: inGrace },
      LEVELS,
      states.map(([competency, level, state]) => ({
        competency,
        level,
        state,
        anniversary: day('2019-05-01'),
        graceUntil: state === 'in-grace' ? day('2019-05-31') : null,
      })),
    ).map(({ competency, level, validThrough }) => `${competency} ${level} ${printed(validThrough)}`);

  it('shows each competency at its highest level that is bought, until the year ends', () => {
    expect(
      shown([
        ['data', 'silver', 'active'],
        ['data', 'gold', 'active'],
        ['cloud', 'silver', 'at-risk'],
      ]),
    ).toEqual(['data gold 2019-04-30', 'cloud silver 2019-04-30']);
  });

  it('with silver bought shows silver, and leaves out what is met at gold alone', () => {
    expect(
      shown([
        ['data', 'silver', 'active'],
        ['data', 'gold', 'qualified'],
        ['cloud', 'gold', 'qualified'],
      ]),
    ).toEqual(['data silver 2019-04-30']);
  });

  it('shows levels in grace only where the policy says so', () => {
    expect(shown([['data', 'gold', 'in-grace']])).toEqual([]);
    expect(shown([['data', 'gold', 'in-grace']], true)).toEqual(['data gold 2019-05-31']);
  });
});
