import type { FactsDocument } from '../../domain/facts/facts-document.ts';

/** The facts as they would be if these people left on the day; who has left before stays as he or she is. */
export function withoutPeople(facts: FactsDocument, leaving: ReadonlySet<string>, on: string): FactsDocument {
  return {
    ...facts,
    people: (facts.people ?? []).map((person) =>
      leaving.has(person.id)
        ? { ...person, employedFrom: null, employedUntil: earlier(person.employedUntil ?? null, on) }
        : person,
    ),
  };
}

function earlier(known: string | null, on: string): string {
  return known !== null && known < on ? known : on;
}
