/** Random facts for properties: small, and full of the things that make records not count. */
import fc from 'fast-check';
import type { Predicate, Requirement } from '../../../src/domain/catalogue/catalogue.ts';
import type {
  FactsAssociation,
  FactsDocument,
  FactsPerson,
} from '../../../src/domain/facts/facts-document.ts';
import { allOf, anyOf, holds, people, performance } from './programme-builder.ts';

/** Days around 2018-06-01, on which properties are asked. */
const someDay = fc
  .integer({ min: 0, max: 900 })
  .map((offset) => new Date(Date.UTC(2017, 0, 1 + offset)).toISOString().slice(0, 10));

const later = (from: string, days: number) =>
  new Date(Date.parse(from) + days * 86_400_000).toISOString().slice(0, 10);

const skill = fc.constantFrom(
  'exam:a',
  'exam:b',
  'exam:c',
  'exam:d',
  'exam:retiring',
  'cert:role-based',
  'exam:h',
);

const rarely = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: undefined, freq: 3 });

function defined<T extends object>(value: T): T {
  return Object.fromEntries(Object.entries(value).filter(([, field]) => field !== undefined)) as T;
}

const association = fc
  .record({
    accountId: fc.constantFrom('M1', 'M2'),
    via: rarely(fc.constantFrom('partner-center', 'pmc')),
    from: someDay,
    lasts: fc.option(fc.integer({ min: 0, max: 500 })),
    partner: rarely(fc.constantFrom('contoso', 'fabrikam')),
  })
  .map(({ from, lasts, ...rest }): FactsAssociation => {
    return defined({ ...rest, from, until: lasts === null ? null : later(from, lasts) }) as FactsAssociation;
  });

const record = fc.record({
  accountId: rarely(fc.constantFrom('M1', 'M2', 'M3')),
  skill,
  achievedOn: someDay,
  expiresOn: rarely(someDay),
  revokedOn: rarely(someDay),
  source: rarely(fc.constantFrom('microsoft-learning', 'openedx')),
  recordedAt: rarely(someDay.map((day) => `${day}T12:00:00Z`)),
  voidedAt: rarely(someDay.map((day) => `${day}T12:00:00Z`)),
  certificateNumber: rarely(fc.constantFrom('C1', 'C2')),
});

const someone = fc.record({
  employment: fc.constantFrom(
    {},
    { employedFrom: '2018-06-01' },
    { employedFrom: '2018-06-02' },
    { employedUntil: '2018-06-01' },
    { employedFrom: '2017-01-01', employedUntil: '2018-06-02' },
  ),
  sameAs: rarely(fc.integer({ min: 0, max: 5 }).map((number) => `p${number}`)),
  accounts: rarely(fc.constant([{ accountId: 'M3', mergedInto: 'M1' }])),
  associations: fc.option(fc.array(association, { maxLength: 3 }), { nil: undefined, freq: 2 }),
  records: fc.array(record, { maxLength: 6 }),
});

const metric = fc.record({
  metric: fc.constantFrom('sales', 'seats'),
  month: fc.integer({ min: 4, max: 18 }).map((month) => {
    return `${2017 + Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, '0')}`;
  }),
  value: fc.constantFrom(0.1, 0.2, 0.3, 10, 100),
  association: rarely(fc.constantFrom('reseller', 'adviser')),
});

export const arbitraryFacts: fc.Arbitrary<FactsDocument> = fc
  .record({
    market: fc.constantFrom('developed', 'developing', undefined),
    moved: rarely(fc.constantFrom('2017-11-30', '2017-12-01')),
    people: fc.array(someone, { maxLength: 6 }),
    metrics: fc.array(metric, { maxLength: 20 }),
    complete: rarely(fc.constant(true)),
  })
  .map(({ market, moved, people: everybody, metrics, complete }) => {
    const listed = everybody.map(({ employment, ...person }, index): FactsPerson => {
      const records = person.records.map((entry, number) => defined({ id: `r${index}-${number}`, ...entry }));
      return defined({ id: `p${index}`, ...employment, ...person, records }) as FactsPerson;
    });
    const partner = defined({ id: 'contoso', market, movedFromPmcOn: moved });
    return defined({ partner, people: listed, metrics: metrics.map(defined), complete }) as FactsDocument;
  });

const arbitraryPredicate: fc.Arbitrary<Predicate> = fc.oneof(
  skill.map(holds),
  fc.array(skill, { minLength: 1, maxLength: 3 }).map((skills) => anyOf(...skills)),
  fc.array(skill, { minLength: 1, maxLength: 2 }).map((skills) => allOf(...skills)),
);

const arbitraryPeople = fc
  .record({
    count: fc.integer({ min: 1, max: 3 }),
    holder: arbitraryPredicate,
    ofWhich: fc.array(fc.record({ count: fc.integer({ min: 1, max: 3 }), alsoHolds: arbitraryPredicate }), {
      maxLength: 2,
    }),
    overlap: fc.constantFrom('distinct', 'distinct', 'allowed'),
  })
  .map(({ count, holder, ofWhich, overlap }) =>
    people(count, holder, {
      overlap,
      ofWhich: ofWhich.map((also) => ({ ...also, count: Math.min(also.count, count) })),
    }),
  );

const arbitraryLeaf: fc.Arbitrary<Requirement> = fc.oneof(
  { weight: 4, arbitrary: arbitraryPeople },
  {
    weight: 1,
    arbitrary: fc
      .record({
        min: fc.constantFrom(0.3, 100, 300),
        market: fc.constantFrom('developed', 'developing', null),
      })
      .map(({ min, market }) => performance('sales', min, { market, associations: ['reseller'] })),
  },
);

const { requirement } = fc.letrec<{ requirement: Requirement }>((tie) => ({
  requirement: fc.oneof(
    { maxDepth: 2, withCrossShrink: true },
    arbitraryLeaf,
    fc
      .array(tie('requirement'), { minLength: 1, maxLength: 3 })
      .map((of): Requirement => ({ kind: 'all-of', of })),
    fc
      .array(tie('requirement'), { minLength: 1, maxLength: 3 })
      .map((of): Requirement => ({ kind: 'any-of', of })),
  ),
}));

export const arbitraryRequirement = requirement;
