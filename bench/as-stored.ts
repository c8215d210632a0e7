import type { FactsPerson } from '../src/domain/facts/facts-document.ts';

/** The store gives ids that are UUIDs and instants to the millisecond, which is what packed columns are made for. */
export function asStored(person: FactsPerson, partner: number, place: number): FactsPerson {
  const id = (of: number) =>
    `${of.toString(16).padStart(8, '0')}-0000-4000-8000-${partner.toString(16).padStart(12, '0')}`;
  const instant = (text: string | null | undefined) => text?.replace('Z', '.000Z') ?? null;
  const { sameAs } = person;
  return {
    ...person,
    id: id(place),
    ...(sameAs != null && { sameAs: id(Number(sameAs.slice(1))) }),
    records: (person.records ?? []).map((record) => ({
      ...record,
      id: id(Number(record.id.slice(1))),
      recordedAt: instant(record.recordedAt),
      voidedAt: instant(record.voidedAt),
    })),
  };
}
