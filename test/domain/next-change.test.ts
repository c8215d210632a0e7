import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { evaluate, evaluateWithVerdicts, isFailure } from '../../src/domain/evaluation/evaluate.ts';
import type { FactsDocument } from '../../src/domain/facts/facts-document.ts';
import { nextChange, nextLevelChange } from '../../src/domain/projection/next-change.ts';
import { skillsReportRows } from '../../src/domain/skills-report/skills-report-rows.ts';
import { addDays, addYears, type Day, formatDay, parseDay } from '../../src/domain/time/day.ts';
import { POLICY } from './membership/support.ts';
import { arbitraryFacts, arbitraryRequirement } from './support/arbitrary-facts.ts';
import { goldFor, holds, people } from './support/programme-builder.ts';

const day = (text: string) => parseDay(text)!;
const plain = goldFor(people(1, holds('exam:a')));

/** What pages say of the partner on a day, apart from the day itself. */
function saidOn(facts: FactsDocument, programme: typeof plain, on: Day): string {
  const explained = evaluateWithVerdicts(facts, programme, { validAt: formatDay(on), knownAt: null });
  if (isFailure(explained)) throw new Error(explained.kind);
  const { asOf: _asOf, ...result } = explained.result;
  return JSON.stringify([
    result,
    skillsReportRows(facts.people ?? [], explained.verdicts, { programme, day: on }),
  ]);
}

function metOn(facts: FactsDocument, programme: typeof plain, on: Day) {
  const answer = evaluate(facts, programme, { validAt: formatDay(on), knownAt: null });
  if (isFailure(answer)) throw new Error(answer.kind);
  return answer.competencies.map(({ outcome }) => outcome);
}

function changeAfter(text: string, facts: Partial<FactsDocument>, programme = plain): string {
  return formatDay(nextChange({ partner: { id: 'contoso' }, ...facts }, programme, day(text)));
}

describe('the next change of what is said of a partner', () => {
  it('is never later than the first day on which the answer differs', () => {
    fc.assert(
      fc.property(
        arbitraryFacts,
        arbitraryRequirement,
        fc.integer({ min: 0, max: 700 }),
        (facts, requirement, offset) => {
          const programme = goldFor(requirement);
          const from = addDays(day('2017-06-01'), offset);
          const until = nextChange(facts, programme, from);
          expect(until).toBeGreaterThan(from);
          const said = saidOn(facts, programme, from);
          for (let on = addDays(from, 1); on < until; on = addDays(on, 1)) {
            expect([formatDay(on), saidOn(facts, programme, on)]).toEqual([formatDay(on), said]);
          }
          // Nor does a year ahead begin or end to be seen in between.
          const ahead = saidOn(facts, programme, addYears(from, 1));
          for (let on = addDays(from, 1); on < until; on = addDays(on, 1)) {
            expect(saidOn(facts, programme, addYears(on, 1))).toBe(ahead);
          }
        },
      ),
      { numRuns: 60 },
    );
  });

  const holding = (record: object) => ({
    people: [{ id: 'p1', records: [{ id: 'r1', skill: 'exam:a', achievedOn: '2015-01-10', ...record }] }],
  });

  it.each([
    ['the start of the next month, when nothing is known to happen', '2018-06-10', {}, '2018-07-01'],
    ['the day after an expiry', '2018-06-10', holding({ expiresOn: '2018-06-20' }), '2018-06-21'],
    ['the day of a revocation', '2018-06-10', holding({ revokedOn: '2018-06-20' }), '2018-06-20'],
    [
      'the day on which an expiry is a year away',
      '2018-06-10',
      holding({ expiresOn: '2019-06-19' }),
      '2018-06-20',
    ],
    [
      'the end of employment',
      '2018-06-10',
      { people: [{ id: 'p1', employedUntil: '2018-06-15' }] },
      '2018-06-15',
    ],
    [
      'a year after somebody left',
      '2018-06-10',
      { people: [{ id: 'p1', employedUntil: '2017-06-15' }] },
      '2018-06-15',
    ],
    [
      'an anniversary',
      '2018-06-10',
      { memberships: [{ offer: 'gold', activeFrom: '2017-06-12', anniversary: '2018-06-12' }] },
      '2018-06-12',
    ],
    ['tomorrow, when a day does not fit', '2018-06-10', holding({ expiresOn: '2190-01-01' }), '2018-06-11'],
  ])('is %s', (_what, on, facts, expected) => {
    expect(changeAfter(on, facts as Partial<FactsDocument>)).toBe(expected);
  });

  it.each([
    ['the first day after a renewal window', '2018-07-10', '2018-07-13'],
    ['the day on which a lapse is told no more', '2019-06-10', '2019-06-12'],
  ])('is %s, where memberships are sold', (_what, on, expected) => {
    const sold = { ...plain, membership: POLICY };
    const held = { memberships: [{ offer: 'gold', activeFrom: '2017-06-12', anniversary: '2018-06-12' }] };
    expect(changeAfter(on, held, sold)).toBe(expected);
  });
});

describe('the next change of levels', () => {
  const figure = { metric: 'revenue', month: '2018-05', value: 1 };
  const after = (facts: Partial<FactsDocument>, programme = plain) =>
    formatDay(nextLevelChange({ partner: { id: 'contoso' }, ...facts }, programme, day('2018-06-10')));

  it.each([
    ['waits a year where nothing is known to happen', {}, plain, '2019-06-10'],
    ['comes with the next month where there are figures', { metrics: [figure] }, plain, '2018-07-01'],
    [
      'comes with the next month where past months decide',
      {},
      { ...plain, qualificationWindowMonths: 5 },
      '2018-07-01',
    ],
    [
      'comes with the day on which somebody leaves',
      { people: [{ id: 'p1', employedUntil: '2018-08-15' }] },
      plain,
      '2018-08-15',
    ],
  ])('%s', (_what, facts, programme, expected) => {
    expect(after(facts, programme)).toBe(expected);
  });

  it('is never later than the first day on which a level is met or is not any more', () => {
    fc.assert(
      fc.property(
        arbitraryFacts,
        arbitraryRequirement,
        fc.integer({ min: 0, max: 700 }),
        (facts, requirement, offset) => {
          const programme = goldFor(requirement);
          const from = addDays(day('2017-06-01'), offset);
          const until = nextLevelChange(facts, programme, from);
          const met = metOn(facts, programme, from);
          for (let on = addDays(from, 1); on < until; on = addDays(on, 1)) {
            expect([formatDay(on), metOn(facts, programme, on)]).toEqual([formatDay(on), met]);
          }
        },
      ),
      { numRuns: 60 },
    );
  });
});
