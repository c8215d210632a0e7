/** People as a facts document may give them, with every oddity that the format allows in a text, a day or a list. */
import fc from 'fast-check';
import type { FactsPerson } from '../../../src/domain/facts/facts-document.ts';

const oddText = fc.oneof(
  fc.constantFrom('', 'é', '\ud800', '漢字', "' OR 1=1", '\u0000', 'a'.repeat(300)),
  fc.string({ unit: 'binary' }),
);
const uuid = fc.uuid();
const id = fc.oneof(
  { weight: 6, arbitrary: uuid },
  uuid.map((text) => text.toUpperCase()),
  oddText,
);
const day = fc
  .oneof(
    {
      weight: 6,
      arbitrary: fc.date({ min: new Date('1971-01-01'), max: new Date('2140-01-01'), noInvalidDate: true }),
    },
    fc.date({ min: new Date('0001-01-01'), max: new Date('9999-01-01'), noInvalidDate: true }),
  )
  .map((date) => date.toISOString().slice(0, 10));
const oddDay = fc.oneof(
  { weight: 5, arbitrary: day },
  fc.constantFrom('2018-01-10T23:59:59Z', '2018-02-30', 'soon'),
);
const instant = fc.oneof(
  {
    weight: 5,
    arbitrary: fc
      .date({ min: new Date('2000-01-01'), max: new Date('2060-01-01'), noInvalidDate: true })
      .map((date) => date.toISOString()),
  },
  fc.constantFrom(
    '2018-01-11T00:00:00Z',
    '2018-01-11T00:00:00.123456Z',
    '2018-01-11',
    '2018-01-11T02:00:00+02:00',
  ),
);
const word = fc.oneof(fc.constantFrom('microsoft-learning', 'exam:70-764', 'pmc'), oddText);
const account = fc.oneof(fc.constantFrom('MCID-1', 'MCID-2'), oddText);
const grade = fc.oneof(
  fc.integer({ min: -1, max: 300 }),
  fc.double({ min: 0.1, noNaN: true, noDefaultInfinity: true }),
);

/** Absent, null, or a value. */
const optional = <T>(value: fc.Arbitrary<T>) =>
  fc.oneof(
    { weight: 4, arbitrary: value as fc.Arbitrary<T | null | undefined> },
    fc.constant(null),
    fc.constant(undefined),
  );
const list = <T>(item: fc.Arbitrary<T>) =>
  fc.option(fc.array(item, { maxLength: 4 }), { nil: undefined, freq: 5 });

function stated<T extends object>(value: T): T {
  return Object.fromEntries(Object.entries(value).filter(([, field]) => field !== undefined)) as T;
}

const someAccount = fc
  .record({ accountId: account, provider: optional(word), mergedInto: optional(account) })
  .map(stated);
const someAssociation = fc
  .record({
    accountId: account,
    provider: optional(word),
    via: optional(fc.constantFrom('partner-center', 'pmc')),
    from: oddDay,
    until: optional(oddDay),
    partner: optional(word),
  })
  .map(stated);
const someRecord = fc
  .record({
    id,
    accountId: optional(account),
    skill: word,
    achievedOn: oddDay,
    expiresOn: optional(oddDay),
    revokedOn: optional(oddDay),
    source: optional(word),
    recordedAt: optional(instant),
    voidedAt: optional(instant),
    certificateNumber: optional(oddText),
    grade: optional(grade),
  })
  .map(stated);

const oddPerson = fc
  .record({
    id,
    employedFrom: optional(oddDay),
    employedUntil: optional(oddDay),
    sameAs: optional(id),
    accounts: list(someAccount),
    associations: list(someAssociation),
    records: list(someRecord),
  })
  .map((person) => stated(person) as FactsPerson);

export const oddPeople = fc.uniqueArray(oddPerson, {
  maxLength: 8,
  selector: ({ id: personId }) => personId,
});
