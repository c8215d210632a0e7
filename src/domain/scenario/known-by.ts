import type { FactsDocument, FactsRecord } from '../facts/facts-document.ts';
import { parseInstant, parseKnownBound } from '../time/instant.ts';

/**
 * The facts without what was recorded of skills after the bound, and with what was voided after it.
 * @param bound a day, whose end is meant, or an RFC 3339 instant; `null`: everything is known
 */
export function knownBy(facts: FactsDocument, bound: string | null): FactsDocument {
  const known = bound === null ? null : parseKnownBound(bound);
  if (known === null) return facts;
  const isLater = (instant: string | null | undefined) => {
    const at = instant == null ? null : parseInstant(instant);
    return at !== null && at > known;
  };
  const records = (all: readonly FactsRecord[]) =>
    all
      .filter(({ recordedAt }) => !isLater(recordedAt))
      .map((record) => (isLater(record.voidedAt) ? { ...record, voidedAt: null } : record));
  return {
    ...facts,
    people: (facts.people ?? []).map((person) => ({ ...person, records: records(person.records ?? []) })),
  };
}
