/**
 * The facts of an example, written short. A partner without id is `example`; people may be a mapping of id to
 * their records or to the rest of a person; a record may be `<skill> <day>`, whose id is then the person's and
 * the place in the list: `ana-1`. Everything else is the facts document as it is, and the engine checks it.
 */
import type { FactsDocument } from '../domain/facts/facts-document.ts';

type Plain = Readonly<Record<string, unknown>>;

function isPlain(value: unknown): value is Plain {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

export function expandFacts(written: unknown): FactsDocument {
  const facts = isPlain(written) ? written : {};
  const partner = { id: 'example', ...(isPlain(facts.partner) ? facts.partner : {}) };
  const people = facts.people === undefined ? {} : { people: expandPeople(facts.people) };
  return { ...facts, partner, ...people };
}

function expandPeople(people: unknown): FactsDocument['people'] {
  const list: readonly unknown[] = isPlain(people)
    ? Object.entries(people).map(([id, person]) =>
        Array.isArray(person) ? { id, records: person } : { id, ...(isPlain(person) ? person : {}) },
      )
    : (people as readonly unknown[]);
  return list.map((person) => (isPlain(person) ? expandRecords(person) : person)) as FactsDocument['people'];
}

function expandRecords(person: Plain): Plain {
  if (!Array.isArray(person.records)) return person;
  const records = person.records.map((record: unknown, index) => {
    if (typeof record !== 'string') return record;
    const [skill, achievedOn] = record.split(/\s+/);
    return { id: `${String(person.id)}-${index + 1}`, skill, achievedOn };
  });
  return { ...person, records };
}
