/** Risk of levels that are judged by a score, against trying everything. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { GrowthMetric } from '../../src/domain/catalogue/catalogue.ts';
import type { FactsDocument } from '../../src/domain/facts/facts-document.ts';
import { facts, person } from './support/ask.ts';
import { AS_OF, naiveDepartures, naiveLoss } from './support/naive-risk.ts';
import {
  anyOf,
  both,
  competency,
  day,
  option,
  people,
  programme,
  score,
  step,
  steps,
} from './support/programme-builder.ts';
import { onlyRisk, risks } from './support/risk.ts';

const SKILLS = ['exam:a', 'exam:b', 'exam:c', 'exam:d'];

const arbitraryStep = fc
  .record({
    need: fc.integer({ min: 1, max: 3 }),
    skills: fc.subarray(SKILLS, { minLength: 1, maxLength: 2 }),
    gate: fc.boolean(),
    each: fc.option(fc.integer({ min: 1, max: 12 })),
    cap: fc.option(fc.integer({ min: 5, max: 30 })),
  })
  .map(({ need, skills, gate, each, cap }) => step(need, anyOf(...skills), { gate, each, cap }));

const arbitraryGrowth = fc
  .record({
    holds: fc.subarray(SKILLS, { minLength: 1, maxLength: 2 }),
    percent: fc.constantFrom(10, 50, 100),
    reached: fc.option(
      fc.record({ people: fc.integer({ min: 2, max: 4 }), forMonths: fc.integer({ min: 1, max: 5 }) }),
    ),
  })
  .map(
    ({ holds, percent, reached }): GrowthMetric => ({
      kind: 'growth',
      metric: 'growth',
      max: 30,
      holds: anyOf(...holds),
      since: day('2018-03-01'),
      bands: [
        { from: both(1), to: both(2), percent },
        { from: both(3), to: both(9), percent: 20 },
      ],
      reached: reached && { people: both(reached.people), forMonths: reached.forMonths },
    }),
  );

const arbitraryScore = fc
  .record({
    first: fc.array(arbitraryStep, { minLength: 1, maxLength: 3 }),
    second: fc.option(
      fc.oneof(
        arbitraryGrowth,
        arbitraryStep.map((only) => steps('second', 20, only)),
      ),
    ),
    threshold: fc.integer({ min: 5, max: 40 }),
    band: fc.option(fc.integer({ min: 5, max: 15 })),
    positive: fc.boolean(),
  })
  .map(({ first, second, threshold, band, positive }) =>
    score(threshold, [steps('first', 60, ...first), ...(second === null ? [] : [second])], {
      below: band === null ? null : threshold + band,
      everyMetricPositive: positive,
    }),
  );

const arbitraryLevel = fc
  .array(
    fc.oneof(
      { weight: 3, arbitrary: arbitraryScore },
      fc
        .record({
          count: fc.integer({ min: 1, max: 3 }),
          skills: fc.subarray(SKILLS, { minLength: 1, maxLength: 2 }),
        })
        .map(({ count, skills }) => people(count, anyOf(...skills))),
    ),
    { minLength: 1, maxLength: 3 },
  )
  .map((options) =>
    programme([competency('skilled', ...options.map((gold, index) => option(`o${index}`, { gold })))]),
  );

const aDay = (from: string, days: number) =>
  fc
    .integer({ min: 1, max: days })
    .map((after) => new Date(Date.parse(from) + after * 86_400_000).toISOString().slice(0, 10));

const arbitraryCompany = fc
  .record({
    team: fc.array(
      fc.record({
        held: fc.uniqueArray(
          fc.record({
            skill: fc.constantFrom(...SKILLS),
            achievedOn: aDay('2018-01-01', 150),
            expiresOn: fc.option(aDay('2018-05-01', 300), { freq: 2 }),
          }),
          { minLength: 1, maxLength: 4, selector: ({ skill }) => skill },
        ),
        until: fc.option(aDay(AS_OF, 200), { freq: 2 }),
      }),
      { minLength: 2, maxLength: 7 },
    ),
    renewed: fc.option(aDay(AS_OF, 200)),
  })
  .map(({ team, renewed }): FactsDocument => {
    const everybody = team.map(({ held, until }, index) => {
      const records = held.map((record, at) => ({ id: `r${index}-${at}`, ...record }));
      return { id: `p${index}`, employedUntil: until, records };
    });
    const memberships = renewed === null ? [] : [{ offer: 'gold', activeFrom: renewed }];
    return facts(everybody, { memberships });
  });

describe('a level judged by scores', () => {
  it('survives as many departures as letting every set of people leave shows', () => {
    let met = 0;
    fc.assert(
      fc.property(arbitraryLevel, arbitraryCompany, (rules, document) => {
        for (const level of risks(rules, document, { asOf: AS_OF, until: AS_OF })) {
          met++;
          const { survived, critical } = naiveDepartures(rules, document, level);
          expect([level.departuresSurvived, level.criticalPeople]).toEqual([survived, critical]);
        }
      }),
      { numRuns: 300 },
    );
    expect(met).toBeGreaterThan(50);
  });

  it('is lost on the first day on which asking anew says not met', () => {
    const until = '2019-01-15';
    const kinds = new Set<string>();
    fc.assert(
      fc.property(arbitraryLevel, arbitraryCompany, (rules, document) => {
        for (const level of risks(rules, document, { asOf: AS_OF, until })) {
          expect(level.firstLossDate).toBe(naiveLoss(rules, document, until, level));
          if (level.cause !== null) expect(level.cause).not.toEqual([]);
          for (const cause of level.cause ?? []) kinds.add(cause.kind);
        }
      }),
      { numRuns: 120 },
    );
    expect([...kinds].sort()).toEqual(['expired', 'person-left', 'score-changed']);
  });

  it('below a limit is lost when somebody more earns points beyond it', () => {
    const rules = programme([
      competency(
        'skilled',
        option('only', {
          gold: score(10, [steps('people', 40, step(1, 'exam:a', { each: 10 }))], { below: 20 }),
        }),
      ),
    ]);
    const document = facts([
      person('p1', ['exam:a']),
      person('p2', ['exam:a'], { employedFrom: '2018-09-10' }),
    ]);
    expect(onlyRisk(rules, document, { asOf: AS_OF, until: '2019-01-01' })).toMatchObject({
      firstLossDate: '2018-09-10',
      cause: [{ kind: 'score-changed', options: ['only'] }],
      departuresSurvived: 0,
      criticalPeople: ['p1'],
    });
  });
});
