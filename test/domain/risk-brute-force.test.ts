/** Risk against an independent, naive search: every set of leavers, every day. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Programme } from '../../src/domain/catalogue/catalogue.ts';
import type { FactsDocument, FactsMetric, FactsPerson } from '../../src/domain/facts/facts-document.ts';
import { fewestToRemove } from '../../src/domain/robustness/fewest-to-remove.ts';
import { arbitraryFacts, arbitraryRequirement } from './support/arbitrary-facts.ts';
import { ask, facts, person } from './support/ask.ts';
import { competency, option, programme } from './support/programme-builder.ts';
import { projected, risks } from './support/risk.ts';

const AS_OF = '2018-06-01';

function isMet(
  rules: Programme,
  document: FactsDocument,
  day: string,
  of: { competency: string; level: string },
) {
  return ask(rules, document, { asOf: day, explain: false }).competencies.some(
    (entry) => entry.competency === of.competency && entry.level === of.level && entry.outcome === 'met',
  );
}

function employed(person: FactsPerson): boolean {
  const { employedFrom, employedUntil } = person;
  return (employedFrom ?? '') <= AS_OF && (employedUntil ?? '9999-12-31') > AS_OF;
}

/** Ids of the same individual, by following `sameAs` in both directions. */
function individuals(people: readonly FactsPerson[]): readonly (readonly string[])[] {
  const groups: string[][] = people.map(({ id }) => [id]);
  for (const { id, sameAs } of people) {
    if (!sameAs) continue;
    const left = groups.find((group) => group.includes(id))!;
    const right = groups.find((group) => group.includes(sameAs));
    if (right === undefined || right === left) continue;
    left.push(...right);
    groups.splice(groups.indexOf(right), 1);
  }
  return groups;
}

function subsets<T>(of: readonly T[], size: number): readonly (readonly T[])[] {
  if (size === 0) return [[]];
  return of.flatMap((first, index) => subsets(of.slice(index + 1), size - 1).map((rest) => [first, ...rest]));
}

function without(document: FactsDocument, leavers: readonly string[]): FactsDocument {
  const people = (document.people ?? []).map((each) =>
    leavers.includes(each.id) && employed(each) ? { ...each, employedUntil: AS_OF } : each,
  );
  return { ...document, people };
}

function naiveDepartures(
  rules: Programme,
  document: FactsDocument,
  of: { competency: string; level: string },
) {
  const people = document.people ?? [];
  const working = individuals(people).filter((group) =>
    people.some((each) => group.includes(each.id) && employed(each)),
  );
  const loses = (leavers: readonly (readonly string[])[]) =>
    !isMet(rules, without(document, leavers.flat()), AS_OF, of);
  const critical = working
    .filter((group) => loses([group]))
    .map(
      (group) =>
        people
          .filter((each) => group.includes(each.id) && employed(each))
          .map(({ id }) => id)
          .sort()[0]!,
    )
    .sort();
  for (let size = 1; size <= working.length; size++) {
    if (subsets(working, size).some(loses)) return { survived: size - 1, critical };
  }
  return { survived: null, critical };
}

/** Metrics held at their present value: every month moves along with the question. */
function moved(document: FactsDocument, day: string): FactsDocument {
  const [year, month] = day.split('-').map(Number) as [number, number];
  const metrics = (document.metrics ?? []).map((entry): FactsMetric => {
    const [from, of] = entry.month.split('-').map(Number) as [number, number];
    const index = from * 12 + of - 1 + (year * 12 + month) - (2018 * 12 + 6);
    return { ...entry, month: `${Math.floor(index / 12)}-${String((index % 12) + 1).padStart(2, '0')}` };
  });
  return { ...document, metrics };
}

function naiveLoss(
  rules: Programme,
  document: FactsDocument,
  until: string,
  of: { competency: string; level: string },
) {
  for (let at = Date.parse(AS_OF); at <= Date.parse(until); at += 86_400_000) {
    const day = new Date(at).toISOString().slice(0, 10);
    if (!isMet(rules, moved(document, day), day, of)) return day;
  }
  return null;
}

/** One level with up to three options. */
const arbitraryLevel = fc
  .array(arbitraryRequirement, { minLength: 1, maxLength: 3 })
  .map((options) =>
    programme([competency('skilled', ...options.map((gold, index) => option(`o${index}`, { gold })))]),
  );

const SKILLS = ['exam:a', 'exam:b', 'exam:c', 'exam:d', 'cert:role-based', 'exam:h'];

const arbitraryTeam = fc
  .array(fc.uniqueArray(fc.constantFrom(...SKILLS), { minLength: 1, maxLength: 5 }), {
    minLength: 2,
    maxLength: 7,
  })
  .map((team) => facts(team.map((skills, index) => person(`p${index}`, skills))));

describe('departures survived and critical people', () => {
  it('are what letting every set of people leave shows', () => {
    let met = 0;
    fc.assert(
      fc.property(arbitraryLevel, arbitraryTeam, (rules, document) => {
        for (const level of risks(rules, document, { asOf: AS_OF, until: AS_OF })) {
          met++;
          const { survived, critical } = naiveDepartures(rules, document, level);
          expect([level.departuresSurvived, level.criticalPeople]).toEqual([survived, critical]);
        }
      }),
      { numRuns: 600 },
    );
    expect(met).toBeGreaterThan(100);
  });

  it('are so for people who are employed, associated, or the same individual in all kinds of ways', () => {
    fc.assert(
      fc.property(arbitraryLevel, arbitraryFacts, (rules, document) => {
        for (const level of risks(rules, document, { asOf: AS_OF, until: AS_OF })) {
          const { survived, critical } = naiveDepartures(rules, document, level);
          expect([level.departuresSurvived, level.criticalPeople]).toEqual([survived, critical]);
        }
      }),
      { numRuns: 400 },
    );
  });
});

describe('the first loss date', () => {
  it('is the first day on which asking anew says not met', () => {
    const until = '2019-03-01';
    let lost = 0;
    fc.assert(
      fc.property(arbitraryLevel, fc.oneof(arbitraryFacts, arbitraryTeam), (rules, document) => {
        for (const level of risks(rules, document, { asOf: AS_OF, until })) {
          expect(level.firstLossDate).toBe(naiveLoss(rules, document, until, level));
          expect(level.cause === null).toBe(level.firstLossDate === null);
          if (level.firstLossDate !== null) lost++;
          for (const cause of level.cause ?? []) expect(Object.keys(cause).length).toBeGreaterThan(1);
          if (level.firstLossDate !== null) expect(level.cause).not.toEqual([]);
        }
      }),
      { numRuns: 150 },
    );
    expect(lost).toBeGreaterThan(5);
  });

  it('and everything beside it do not depend on the order of the facts', () => {
    const question = { asOf: AS_OF, until: '2019-03-01' };
    fc.assert(
      fc.property(arbitraryLevel, arbitraryFacts, (rules, document) => {
        const people = [...(document.people ?? [])].reverse().map((each) => ({
          ...each,
          records: [...(each.records ?? [])].reverse(),
          ...(each.associations && { associations: [...each.associations].reverse() }),
        }));
        const turned = { ...document, people, metrics: [...(document.metrics ?? [])].reverse() };
        expect(JSON.stringify(projected(rules, turned, question))).toBe(
          JSON.stringify(projected(rules, document, question)),
        );
      }),
      { numRuns: 300 },
    );
  });
});

describe('the fewest people to remove', () => {
  function naive(
    kinds: readonly { count: number; demands: readonly number[] }[],
    demands: readonly number[],
  ): number {
    if (kinds.length === 0) return demands.every((demand) => demand <= 0) ? 0 : Number.POSITIVE_INFINITY;
    const [kind, ...rest] = kinds as [(typeof kinds)[0], ...(typeof kinds)[0][]];
    let best = Number.POSITIVE_INFINITY;
    for (let removed = 0; removed <= kind.count; removed++) {
      const open = demands.map((demand, index) => demand - (kind.demands.includes(index) ? removed : 0));
      best = Math.min(best, removed + naive(rest, open));
    }
    return best;
  }

  it('is what trying every number of each kind finds', () => {
    const kind = fc.record({
      count: fc.integer({ min: 1, max: 4 }),
      demands: fc.uniqueArray(fc.integer({ min: 0, max: 3 }), { minLength: 1, maxLength: 3 }),
    });
    fc.assert(
      fc.property(
        fc.array(kind, { minLength: 1, maxLength: 5 }),
        fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 4, maxLength: 4 }),
        (kinds, shares) => {
          const demands = shares.map((share, index) => {
            const all = kinds.reduce(
              (sum, { count, demands }) => sum + (demands.includes(index) ? count : 0),
              0,
            );
            return Math.round(share * all);
          });
          const removed = fewestToRemove(kinds, demands);
          demands.forEach((demand, index) => {
            const met = kinds.reduce(
              (sum, { demands }, at) => sum + (demands.includes(index) ? removed[at]! : 0),
              0,
            );
            expect(met).toBeGreaterThanOrEqual(demand);
          });
          removed.forEach((count, index) => {
            expect(count).toBeLessThanOrEqual(kinds[index]!.count);
          });
          expect(removed.reduce((sum, count) => sum + count, 0)).toBe(naive(kinds, demands));
        },
      ),
      { numRuns: 500 },
    );
  });

  it('takes halves of three overlapping sets as they are', () => {
    const kinds = [
      { count: 5000, demands: [0, 1] },
      { count: 5000, demands: [0, 2] },
      { count: 5000, demands: [1, 2] },
    ];
    const removed = fewestToRemove(kinds, [4001, 4001, 4001]);
    expect(removed.reduce((sum, count) => sum + count, 0)).toBe(6002);
  });
});
