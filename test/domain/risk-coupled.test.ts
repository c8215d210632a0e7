/** Risk where options are coupled, against an independent, naive search: every set of leavers, every day. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Programme, Requirement, SharingLimit } from '../../src/domain/catalogue/catalogue.ts';
import type { FactsDocument, FactsPerson } from '../../src/domain/facts/facts-document.ts';
import { atLeast, type KeptBy } from '../../src/domain/robustness/fewest-departures.ts';
import { departuresOf } from '../../src/domain/robustness/level-departures.ts';
import { WorkLimit } from '../../src/domain/robustness/work-limit.ts';
import { facts, person } from './support/ask.ts';
import { AS_OF, naiveDepartures, naiveLoss } from './support/naive-risk.ts';
import {
  all,
  any,
  anyOf,
  competency,
  option,
  people,
  performance,
  programme,
} from './support/programme-builder.ts';
import { risks } from './support/risk.ts';

const SKILLS = ['exam:a', 'exam:b', 'exam:c'];
const skill = fc.constantFrom(...SKILLS);

const seat = fc
  .record({ count: fc.constantFrom(1, 1, 2), held: skill, group: fc.constantFrom('sales', 'design', null) })
  .map(({ count, held, group }) => people(count, held, { group }));
const share = fc
  .record({ percent: fc.constantFrom(20, 34, 50), atMost: fc.constantFrom(null, 2), held: skill })
  .map(
    ({ percent, atMost, held }): Requirement => ({
      kind: 'percent-of-staff',
      percent,
      atMost,
      holds: anyOf(held, 'exam:d'),
    }),
  );
const unknown = performance('seats', 1);
const audit: Requirement = { kind: 'asset', asset: 'audit' };

function attainedLevel(id: string, level: string): Requirement {
  return { kind: 'attained', anyOf: [{ competency: id, level }] };
}

const seats = fc.oneof(
  { weight: 3, arbitrary: seat },
  { weight: 2, arbitrary: fc.tuple(seat, seat).map((both) => all(...both)) },
  { weight: 1, arbitrary: fc.tuple(seat, seat).map((either) => any(...either)) },
);

/** Rules of a competency at one level; levels of `needs` come before it. */
function rule(needs: readonly Requirement[], withShares: boolean): fc.Arbitrary<Requirement> {
  const further: fc.Arbitrary<Requirement>[] = [
    fc.constant(audit),
    ...needs.map((need) => fc.constant(need)),
  ];
  if (withShares) further.push(share);
  return fc
    .record({
      part: seats,
      more: fc.option(fc.oneof(...further), { freq: 2 }),
      or: fc.option(fc.constant(unknown), { freq: 8 }),
    })
    .map(({ part, more, or }) => {
      const whole = more === null ? part : all(part, more);
      if (or === null) return whole;
      return any(whole, all(part, or));
    });
}

function competencies(withShares: boolean) {
  const first = fc.record({
    silver: rule([], withShares),
    gold: rule([attainedLevel('c0', 'silver')], withShares),
  });
  const second = fc.record({
    silver: rule([attainedLevel('c0', 'silver'), attainedLevel('c0', 'gold')], withShares),
    gold: rule([attainedLevel('c1', 'silver'), attainedLevel('c0', 'gold')], withShares),
  });
  return fc
    .tuple(first, second)
    .map((levels) => levels.map((each, index) => competency(`c${index}`, option('only', each))));
}

const limit: fc.Arbitrary<SharingLimit> = fc.oneof(
  fc.record({
    kind: fc.constant('at-most' as const),
    atMost: fc.constantFrom(1, 2),
    levels: fc.constantFrom(null, ['gold']),
    groups: fc.constantFrom(null, ['sales'], ['sales', 'design']),
    exempt: fc.constantFrom<readonly string[]>([], ['c1']),
  }),
  fc.record({
    kind: fc.constant('one-of-groups' as const),
    groups: fc.constant(['sales', 'design']),
    levels: fc.constantFrom(null, ['gold']),
    exempt: fc.constantFrom<readonly string[]>([], ['c0']),
  }),
);

const soon = fc
  .integer({ min: 1, max: 120 })
  .map((days) => new Date(Date.parse(AS_OF) + days * 86_400_000).toISOString().slice(0, 10));
const seldom = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: null, freq: 3 });

const team: fc.Arbitrary<FactsDocument> = fc
  .record({
    members: fc.array(
      fc.record({
        held: fc.uniqueArray(skill, { maxLength: 3 }),
        from: seldom(soon),
        until: seldom(soon),
        later: seldom(fc.record({ held: skill, on: soon })),
        expiresOn: seldom(soon),
      }),
      { minLength: 3, maxLength: 7 },
    ),
    audit: seldom(soon),
    exemption: seldom(fc.record({ level: fc.constantFrom('silver', 'gold'), until: soon })),
    same: fc.integer({ min: 0, max: 4 }),
  })
  .map(({ members, audit: ends, exemption, same }) => {
    const everybody = members.map(({ held, from, until, later, expiresOn }, index): FactsPerson => {
      const records = held.map((each, at) => {
        return { id: `r${index}-${at}`, skill: each, achievedOn: '2018-02-01', expiresOn };
      });
      const coming = later === null ? [] : [{ id: `r${index}-l`, skill: later.held, achievedOn: later.on }];
      return {
        id: `p${index}`,
        employedFrom: index > 4 ? from : null,
        employedUntil: until !== null && from !== null && until <= from ? null : until,
        records: [...records, ...coming],
        ...(index === 1 && same === 0 && { sameAs: 'p0' }),
      };
    });
    const exemptions = exemption === null ? [] : [{ competency: 'c0', ...exemption }];
    return facts(everybody, { assets: [{ asset: 'audit', until: ends }], exemptions });
  });

const KINDS: readonly (readonly [string, fc.Arbitrary<Programme>])[] = [
  ['levels that ask for others', competencies(false).map((list) => programme(list))],
  ['shares of the staff', competencies(true).map((list) => programme(list))],
  [
    'limits on sharing people',
    fc
      .tuple(competencies(false), fc.array(limit, { minLength: 1, maxLength: 2 }))
      .map(([list, sharingLimits]) => programme(list, { sharingLimits })),
  ],
  [
    'limits on sharing people and shares of the staff',
    fc
      .tuple(competencies(true), fc.array(limit, { minLength: 1, maxLength: 2 }))
      .map(([list, sharingLimits]) => programme(list, { sharingLimits })),
  ],
];

describe('a programme with', () => {
  it.each(KINDS)('%s survives as many departures as letting every set of people leave shows', (_, rules) => {
    const survivals = new Set<number | null>();
    fc.assert(
      fc.property(rules, team, (asked, document) => {
        for (const level of risks(asked, document, { asOf: AS_OF, until: AS_OF })) {
          const { survived, critical } = naiveDepartures(asked, document, level);
          survivals.add(survived);
          expect([level.departuresSurvived, level.criticalPeople]).toEqual([survived, critical]);
        }
      }),
      { numRuns: 200 },
    );
    expect(survivals.size).toBeGreaterThan(2);
  });

  it.each(KINDS)('%s loses a level on the first day on which asking anew says not met', (_, rules) => {
    const until = '2018-10-01';
    let lost = 0;
    fc.assert(
      fc.property(rules, team, (asked, document) => {
        for (const level of risks(asked, document, { asOf: AS_OF, until })) {
          const on = naiveLoss(asked, document, until, level);
          expect(level.firstLossDate).toBe(on);
          expect(level.cause === null).toBe(on === null);
          if (level.cause !== null) expect(level.cause).not.toEqual([]);
          if (on !== null) lost++;
        }
      }),
      { numRuns: 120 },
    );
    expect(lost).toBeGreaterThan(0);
  });
});

const ONCE: SharingLimit = { kind: 'at-most', atMost: 1, levels: null, groups: null, exempt: [] };
const ASKED = { asOf: AS_OF, until: '2018-10-01' };

/** Two competencies that ask for somebody who holds the one or the other skill; gold wants the first skill. */
function sharedRules() {
  return programme(
    [
      competency('first', option('only', { silver: people(1, anyOf('exam:a', 'exam:b')) })),
      competency('second', option('only', { gold: people(1, 'exam:a') })),
    ],
    { sharingLimits: [ONCE] },
  );
}

describe('a level is lost', () => {
  it('when its people are used for a better one', () => {
    const coming = { id: 'r2', skill: 'exam:a', achievedOn: '2018-08-01' };
    const both = [{ id: 'r1', skill: 'exam:b', achievedOn: '2018-02-01' }, coming];
    expect(risks(sharedRules(), facts([{ id: 'p1', records: both }]), ASKED)).toMatchObject([
      {
        competency: 'first',
        firstLossDate: '2018-08-01',
        cause: [{ kind: 'people-used-elsewhere', options: ['only'] }],
        departuresSurvived: 0,
        criticalPeople: ['p1'],
      },
    ]);
  });

  it('when the staff grows and its share of qualified people is too small', () => {
    const half: Requirement = { kind: 'percent-of-staff', percent: 50, atMost: null, holds: anyOf('exam:a') };
    const rules = programme([competency('skilled', option('only', { gold: half }))]);
    const staff = [
      person('p1', ['exam:a']),
      person('p2', []),
      person('p3', [], { employedFrom: '2018-07-01' }),
    ];
    expect(risks(rules, facts(staff), ASKED)).toMatchObject([
      {
        firstLossDate: '2018-07-01',
        cause: [{ kind: 'staff-grown', people: ['p3'] }],
        departuresSurvived: 0,
        criticalPeople: ['p1'],
      },
    ]);
  });

  it('when the exemption ends that gave the level it asks for', () => {
    const rules = programme([
      competency('base', option('only', { silver: people(9, 'exam:a') })),
      competency('skilled', option('only', { gold: attainedLevel('base', 'silver') })),
    ]);
    const exemptions = [{ competency: 'base', level: 'silver', until: '2018-07-01' }];
    expect(risks(rules, facts([], { exemptions }), ASKED)).toMatchObject([
      { firstLossDate: '2018-07-01', cause: [{ kind: 'exemption-ended' }], departuresSurvived: null },
    ]);
  });

  it('when somebody leaves on whom a level that it asks for rests', () => {
    const rules = programme([
      competency('base', option('only', { silver: people(1, 'exam:a') })),
      competency(
        'skilled',
        option('only', { gold: all(attainedLevel('base', 'silver'), people(1, 'exam:b')) }),
      ),
    ]);
    const staff = [person('p1', ['exam:a'], { employedUntil: '2018-07-01' }), person('p2', ['exam:b'])];
    expect(risks(rules, facts(staff), ASKED)[1]).toMatchObject({
      competency: 'skilled',
      firstLossDate: '2018-07-01',
      cause: [{ kind: 'person-left', people: ['p1'] }],
      departuresSurvived: 0,
      criticalPeople: ['p1', 'p2'],
    });
  });
});

describe('a search that is given up', () => {
  const types = [{ individuals: [0, 1, 2], predicates: [0] }];
  const kept: KeptBy = ([left]) => (left! > 0 ? [atLeast([0], 1)] : null);

  it('says what it has proved and that it is not all', () => {
    expect(departuresOf(types, kept, new WorkLimit(0))).toEqual({ survived: 0, critical: [], proved: false });
    expect(departuresOf(types, kept, new WorkLimit(1e9))).toEqual({
      survived: 2,
      critical: [],
      proved: true,
    });
  });
});
