import type { DiagnosisContact } from '../../contract/diagnosis.ts';
import type { Programme } from '../../domain/catalogue/catalogue.ts';
import type { Contact } from '../../domain/catalogue/contact.ts';
import type { ContactKind } from '../../domain/diagnosis/finding.ts';

/** The contact of the source before the one of all sources. */
export function contactFor(
  programmes: readonly Programme[],
  about: ContactKind | null,
  source: string | null,
): DiagnosisContact | null {
  const fits = (one: Contact) => one.about === about && (one.source === null || one.source === source);
  const found = programmes.flatMap(({ contacts }) => contacts.filter(fits));
  const contact = found.find((one) => one.source !== null) ?? found[0];
  return contact === undefined ? null : { label: contact.label, url: contact.url };
}
