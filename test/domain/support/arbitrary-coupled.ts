/** Random programmes whose options depend on each other, and small companies to ask them about. */
import fc from 'fast-check';
import type { Programme, Requirement, SharingLimit } from '../../../src/domain/catalogue/catalogue.ts';
import type { FactsDocument, FactsPerson } from '../../../src/domain/facts/facts-document.ts';
import { facts } from './ask.ts';
import { AS_OF } from './naive-risk.ts';
import { all, any, anyOf, competency, option, people, performance, programme } from './programme-builder.ts';

export const COUPLED_SKILLS = ['exam:a', 'exam:b', 'exam:c'];
const skill = fc.constantFrom(...COUPLED_SKILLS);

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

export function attainedLevel(id: string, level: string): Requirement {
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

/** A company of so many people, two of whom may be one individual. */
function teamOf(fewest: number, most: number): fc.Arbitrary<FactsDocument> {
  return fc
    .record({
      members: fc.array(
        fc.record({
          held: fc.uniqueArray(skill, { maxLength: 3 }),
          from: seldom(soon),
          until: seldom(soon),
          later: seldom(fc.record({ held: skill, on: soon })),
          expiresOn: seldom(soon),
        }),
        { minLength: fewest, maxLength: most },
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
}

export const team = teamOf(3, 7);
export const largerTeam = teamOf(8, 11);

export const COUPLED_PROGRAMMES: readonly (readonly [string, fc.Arbitrary<Programme>])[] = [
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
