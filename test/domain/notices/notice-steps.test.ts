import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  endingTarget,
  expiryTarget,
  nextStepDay,
  type StepTarget,
  stepComeDue,
  stepOwed,
} from '../../../src/domain/notices/notice-steps.ts';
import { addDays, type Day, formatDay, parseDay } from '../../../src/domain/time/day.ts';

const day = (text: string) => parseDay(text)!;

describe('the steps towards the end of a certificate', () => {
  const target = expiryTarget(day('2024-05-29'), [90, 60, 30, 7]);

  it.each([
    ['2024-02-28', null],
    ['2024-02-29', -90],
    ['2024-03-29', -90],
    ['2024-03-30', -60],
    ['2024-04-29', -30],
    ['2024-05-21', -30],
    ['2024-05-22', -7],
    ['2024-05-29', -7],
    ['2024-05-30', null],
  ])('on %s it owes %s', (on, offset) => {
    expect(stepOwed(target, day(on))?.offset ?? null).toBe(offset);
  });

  it('says nothing more on the first day on which an override no longer holds', () => {
    const ending = endingTarget(day('2024-05-30'), [90, 30, 7]);
    expect(stepOwed(ending, day('2024-05-29'))?.offset).toBe(-7);
    expect(stepOwed(ending, day('2024-05-30'))).toBeNull();
  });
});

const arbitraryTarget = fc
  .record({
    on: fc.integer({ min: 17_000, max: 17_400 }),
    offsets: fc.uniqueArray(fc.integer({ min: -120, max: 40 }), { minLength: 1, maxLength: 5 }),
    lasts: fc.integer({ min: 0, max: 45 }),
  })
  .map(
    ({ on, offsets, lasts }): StepTarget => ({
      on: on as Day,
      offsets: [...offsets].sort((left, right) => left - right),
      over: addDays(on as Day, lasts),
    }),
  );

/** Days on which the round ran: several times on some of them, and on others not at all. */
const arbitraryRounds = fc
  .array(fc.integer({ min: 16_850, max: 17_500 }), { maxLength: 60 })
  .map((days) => days.sort((left, right) => left - right) as Day[]);

/** What rounds tell that know which steps they have told. */
function toldByKey(target: StepTarget, rounds: readonly Day[]) {
  const told = new Map<number, Day>();
  for (const round of rounds) {
    const step = stepOwed(target, round);
    if (step !== null && !told.has(step.offset)) told.set(step.offset, round);
  }
  return [...told];
}

/** What rounds tell that know only when they ran last. */
function toldSinceLast(target: StepTarget, rounds: readonly Day[]) {
  const told: [number, Day][] = [];
  let last: Day | null = null;
  for (const round of rounds) {
    const step = stepComeDue(target, last, round);
    if (step !== null) told.push([step.offset, round]);
    last = round;
  }
  return told;
}

it('of a programme without reminders nothing is owed, ever', () => {
  const target = endingTarget(day('2024-05-30'), []);
  expect([stepOwed(target, day('2024-05-29')), nextStepDay(target, day('2024-01-01'))]).toEqual([null, null]);
});

describe('whatever the days on which the round runs', () => {
  it('each step is told at most once, by the first round after its day, and only as long as it is the latest', () => {
    fc.assert(
      fc.property(arbitraryTarget, arbitraryRounds, (target, rounds) => {
        const expected = target.offsets.flatMap((offset, index) => {
          const from = addDays(target.on, offset);
          const next = target.offsets[index + 1];
          const until = Math.min(target.over, next === undefined ? target.over : addDays(target.on, next));
          const first = rounds.find((round) => round >= from && round < until);
          return first === undefined ? [] : [[offset, first]];
        });
        expect(toldByKey(target, rounds)).toEqual(expected);
      }),
    );
  });

  it('a round that remembers its last day tells the same as one that remembers every step', () => {
    fc.assert(
      fc.property(arbitraryTarget, arbitraryRounds, (target, rounds) => {
        expect(toldSinceLast(target, rounds)).toEqual(toldByKey(target, rounds));
      }),
    );
  });

  it('a round on the days that are named as the next ones misses no step', () => {
    fc.assert(
      fc.property(arbitraryTarget, (target) => {
        const rounds: Day[] = [];
        for (let next: Day | null = 16_800 as Day; next !== null; next = nextStepDay(target, next)) {
          rounds.push(next);
        }
        const due = target.offsets
          .map((offset) => addDays(target.on, offset))
          .filter((on) => on < target.over);
        expect(rounds.slice(1).map(formatDay)).toEqual(due.map(formatDay));
      }),
    );
  });
});
