/** `contacts` of a programme: whom to turn to for what cannot be done here. */
import type { Contact } from '../domain/catalogue/contact.ts';
import { type Cursor, fieldsOf, itemsOf, report } from './yaml-cursor.ts';
import { readLocalText, readOneOf, readText } from './yaml-values.ts';

const ABOUT = ['merge', 'missing-record', 'membership', 'catalogue'] as const;

/** A link of the pages: anything but a secure address of the web is refused. */
function readAddress(cursor: Cursor | undefined): string {
  const text = readText(cursor);
  if (text === '' || cursor === undefined) return text;
  if (/^https:\/\/[^\s/]+/.test(text) && URL.canParse(text)) return text;
  report(cursor, 'expected an address that begins with https://');
  return '';
}

export function readContacts(cursor: Cursor | undefined): readonly Contact[] {
  if (cursor === undefined) return [];
  const contacts = itemsOf(cursor).map((item): Contact => {
    const fields = fieldsOf(item, ['about', 'label', 'url'], ['source']);
    const source = fields.get('source');
    return {
      about: readOneOf(fields.get('about'), ABOUT, 'missing-record'),
      source: source === undefined ? null : readText(source),
      label: readLocalText(fields.get('label')),
      url: readAddress(fields.get('url')),
    };
  });
  return contacts.toSorted((a, b) => Number(a.source === null) - Number(b.source === null));
}
