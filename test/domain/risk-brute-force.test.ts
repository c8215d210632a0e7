/** Risk against an independent, naive search: every set of leavers, every day. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Programme, RequirementSet } from '../../src/domain/catalogue/catalogue.ts';
import type {
  FactsAssociation,
  FactsDocument,
  FactsMetric,
  FactsPerson,
} from '../../src/domain/facts/facts-document.ts';
import { fewestToRemove } from '../../src/domain/robustness/fewest-to-remove.ts';
import { arbitraryFacts, arbitraryRequirement } from './support/arbitrary-facts.ts';
import { ask, facts, person } from './support/ask.ts';
import { all, competency, day, option, programme } from './support/programme-builder.ts';
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
      { numRuns: 300 },
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

/** Days of the months after the question. */
const soon = fc
  .integer({ min: 1, max: 300 })
  .map((days) => new Date(Date.parse(AS_OF) + days * 86_400_000).toISOString().slice(0, 10));

const seldom = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: null, freq: 2 });

/** People who hold a lot today and for whom something known ends, or begins, in the months after. */
const arbitraryFuture = fc
  .record({
    team: fc.array(
      fc.record({
        until: seldom(soon),
        linked: seldom(fc.record({ via: fc.constantFrom('pmc', 'partner-center'), until: seldom(soon) })),
        held: fc.array(
          fc.record({ skill: fc.constantFrom(...SKILLS), expires: seldom(soon), revoked: seldom(soon) }),
          { minLength: 2, maxLength: 6 },
        ),
        later: seldom(fc.record({ skill: fc.constantFrom(...SKILLS), on: soon })),
      }),
      { minLength: 3, maxLength: 7 },
    ),
    audit: seldom(soon),
    movedFromPmcOn: fc.constantFrom('2018-01-31', '2018-03-15'),
  })
  .map(({ team, audit, movedFromPmcOn }): FactsDocument => {
    const people = team.map(({ until, linked, held, later }, index): FactsPerson => {
      const id = `p${index}`;
      const records = held.map(({ skill, expires, revoked }, at) => {
        return { id: `${id}-${at}`, skill, achievedOn: '2018-02-01', expiresOn: expires, revokedOn: revoked };
      });
      const coming = later === null ? [] : [{ id: `${id}-later`, skill: later.skill, achievedOn: later.on }];
      const link = linked && { accountId: `M${index}`, from: '2018-01-01', ...linked };
      return {
        id,
        employedUntil: until,
        records: [...records, ...coming],
        ...(link && { associations: [link as FactsAssociation] }),
      };
    });
    return { partner: { id: 'contoso', movedFromPmcOn }, people, assets: [{ asset: 'audit', until: audit }] };
  });

/** One level whose options ask for an asset or change their rules now and then. */
const arbitraryChangingLevel = fc
  .array(
    fc.record({
      before: arbitraryRequirement,
      after: arbitraryRequirement,
      on: seldom(soon),
      audit: fc.boolean(),
    }),
    {
      minLength: 1,
      maxLength: 3,
    },
  )
  .map((options) =>
    programme([
      competency(
        'skilled',
        ...options.map(({ before, after, on, audit }, index) => {
          const first = audit ? all(before, { kind: 'asset', asset: 'audit' }) : before;
          const plain = option(`o${index}`, { gold: first });
          const [set] = plain.levels[0]!.sets as [RequirementSet];
          if (on === null) return plain;
          const sets = [
            { ...set, until: day(on) },
            { ...set, from: day(on), requirement: after },
          ];
          return { ...plain, levels: [{ level: 'gold', sets }] };
        }),
      ),
    ]),
  );

describe('the first loss date', () => {
  it('is the first day on which asking anew says not met', () => {
    const until = '2019-03-01';
    const kinds = new Set<string>();
    fc.assert(
      fc.property(arbitraryChangingLevel, fc.oneof(arbitraryFuture, arbitraryFacts), (rules, document) => {
        for (const level of risks(rules, document, { asOf: AS_OF, until })) {
          expect(level.firstLossDate).toBe(naiveLoss(rules, document, until, level));
          expect(level.cause === null).toBe(level.firstLossDate === null);
          if (level.cause !== null) expect(level.cause).not.toEqual([]);
          for (const cause of level.cause ?? []) kinds.add(cause.kind);
        }
      }),
      { numRuns: 250 },
    );
    expect([...kinds].sort()).toEqual(
      expect.arrayContaining(['asset-ended', 'expired', 'person-left', 'revoked', 'rules-changed']),
    );
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
  type Kinds = readonly { readonly count: number; readonly sets: readonly number[] }[];
  type Losses = readonly { readonly least: number; readonly most: number }[];

  const lostBy = (kinds: Kinds, removed: readonly number[], set: number) =>
    kinds.reduce((sum, { sets }, index) => sum + (sets.includes(set) ? removed[index]! : 0), 0);

  function naive(kinds: Kinds, losses: Losses, removed: readonly number[] = []): number {
    if (removed.length < kinds.length) {
      const counts = Array.from({ length: kinds[removed.length]!.count + 1 }, (_, count) => count);
      return Math.min(...counts.map((count) => naive(kinds, losses, [...removed, count])));
    }
    const fits = losses.every(({ least, most }, set) => {
      const lost = lostBy(kinds, removed, set);
      return lost >= least && lost <= most;
    });
    return fits ? removed.reduce((sum, count) => sum + count, 0) : Number.POSITIVE_INFINITY;
  }

  const arbitraryKind = fc.record({
    count: fc.integer({ min: 1, max: 4 }),
    sets: fc.uniqueArray(fc.integer({ min: 0, max: 3 }), { minLength: 1, maxLength: 3 }),
  });
  const arbitraryLoss = fc.record({
    least: fc.integer({ min: 0, max: 6 }),
    most: fc.oneof(
      { weight: 3, arbitrary: fc.constant(Number.POSITIVE_INFINITY) },
      fc.integer({ min: 0, max: 4 }),
    ),
  });

  it('is what trying every number of each kind finds, or that there is none', () => {
    fc.assert(
      fc.property(
        fc.array(arbitraryKind, { minLength: 1, maxLength: 5 }),
        fc.array(arbitraryLoss, { minLength: 4, maxLength: 4 }),
        (kinds, losses) => {
          const removed = fewestToRemove(kinds, losses);
          const best = naive(kinds, losses);
          expect(removed === null).toBe(best === Number.POSITIVE_INFINITY);
          if (removed === null) return;
          expect(removed.reduce((sum, count) => sum + count, 0)).toBe(best);
          removed.forEach((count, index) => {
            expect(count).toBeLessThanOrEqual(kinds[index]!.count);
          });
          losses.forEach(({ least, most }, set) => {
            expect(lostBy(kinds, removed, set)).toBeGreaterThanOrEqual(least);
            expect(lostBy(kinds, removed, set)).toBeLessThanOrEqual(most);
          });
        },
      ),
      { numRuns: 1000 },
    );
  });

  it('takes halves of three overlapping sets as they are', () => {
    const kinds = [
      { count: 5000, sets: [0, 1] },
      { count: 5000, sets: [0, 2] },
      { count: 5000, sets: [1, 2] },
    ];
    const loss = { least: 4001, most: Number.POSITIVE_INFINITY };
    const removed = fewestToRemove(kinds, [loss, loss, loss])!;
    expect(removed.reduce((sum, count) => sum + count, 0)).toBe(6002);
  });
});
