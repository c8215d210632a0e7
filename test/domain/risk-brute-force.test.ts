/** Risk against an independent, naive search: every set of leavers, every day. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { RequirementSet } from '../../src/domain/catalogue/catalogue.ts';
import type { FactsAssociation, FactsDocument, FactsPerson } from '../../src/domain/facts/facts-document.ts';
import { fewestToRemove } from '../../src/domain/robustness/fewest-to-remove.ts';
import { arbitraryFacts, arbitraryRequirement } from './support/arbitrary-facts.ts';
import { facts, person } from './support/ask.ts';
import { AS_OF, naiveDepartures, naiveLoss } from './support/naive-risk.ts';
import { all, competency, day, option, programme } from './support/programme-builder.ts';
import { projected, risks } from './support/risk.ts';

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
      { numRuns: 200 },
    );
    expect(met).toBeGreaterThan(50);
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
