/** A plan is told when its time is over: nothing on the way goes on without looking at the clock. */
import { describe, expect, it } from 'vitest';
import type { IntegerSolver } from '../../../src/domain/planning/integer-programme.ts';
import { jointDeparture } from '../../../src/domain/planning/joint-departures.ts';
import { PlanTime } from '../../../src/domain/planning/plan-time.ts';
import { facts, person } from '../support/ask.ts';
import { all, anyOf, competency, option, people, programme } from '../support/programme-builder.ts';
import { planFor } from './support/plans.ts';

/** A clock that a test moves, and a solver that finds nothing and notes how long it was given. */
function timed() {
  const clock = { now: 100, given: [] as number[] };
  const solver: IntegerSolver = {
    now: () => clock.now,
    solve: (_, seconds) => {
      clock.given.push(seconds);
      clock.now += seconds;
      return { status: 'unknown', bound: 0 };
    },
  };
  return { clock, solver };
}

const BY = '2018-06-01';
const RULES = programme([
  competency('c0', option('o0', { gold: all(people(2, 'exam:a'), people(1, anyOf('exam:b', 'exam:c'))) })),
]);
const GOLD = { targets: [{ competency: 'c0', level: 'gold' }], by: BY, survive: 1 };

describe('the time of a plan', () => {
  it('leaves for finding out why there is none what is left, or a moment', () => {
    const { clock, solver } = timed();
    const time = new PlanTime(solver, 5, {});
    clock.now += 2;
    expect(time.explaining().left).toBe(3);
    clock.now += 10;
    expect(time.isOver).toBe(true);
    expect(time.explaining().left).toBeCloseTo(0.4);
    expect(new PlanTime(solver, 0.1, {}).explaining().left).toBeCloseTo(0.1);
  });

  it('is not outrun by a solver that finds nothing in it', () => {
    const { clock, solver } = timed();
    const plan = planFor(RULES, facts(['p0', 'p1', 'p2', 'p3'].map((id) => person(id, []))), GOLD, solver, 1);
    expect(plan.status).toBe('feasible');
    expect(clock.given.reduce((sum, seconds) => sum + seconds, 0)).toBeLessThanOrEqual(1);
  });

  it('ends the trial of departures one by one', () => {
    const persons = new Map(Array.from({ length: 40 }, (_, kind) => [1n << BigInt(kind), [kind]]));
    let tried = 0;
    const bears = () => {
      tried++;
      return true;
    };
    expect(jointDeparture(persons, 2, bears, () => tried === 25)).toBe('undecided');
    expect(tried).toBe(25);
    expect(jointDeparture(persons, 1, bears, () => false)).toBe('none');
    expect(
      jointDeparture(
        persons,
        2,
        (left) => left.length < 2,
        () => false,
      ),
    ).toEqual(
      new Map([
        [1n, 1],
        [2n, 1],
      ]),
    );
  });

  it('is not needed where nothing need be learned: that is proved at once', () => {
    const { clock, solver } = timed();
    const team = ['p0', 'p1', 'p2', 'p3'].map((id) => person(id, ['exam:a', 'exam:b']));
    const plan = planFor(RULES, facts(team), GOLD, solver, 1);
    expect(plan).toMatchObject({ status: 'optimal', cost: 0, bound: 0, gap: 0, actions: [] });
    expect(clock.given).toEqual([]);
  });
});
