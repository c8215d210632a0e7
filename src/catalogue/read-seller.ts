/** `seller` of `membership.yaml`: who invoices, where transfers go, and what is said of taxes. */
import { isIban, type Seller } from '../domain/membership/billing.ts';
import { type Cursor, fieldsOf, itemsOf, report } from './yaml-cursor.ts';
import { readLocalText, readText, readTexts } from './yaml-values.ts';

function readIban(cursor: Cursor | undefined): string {
  const iban = readText(cursor);
  if (cursor !== undefined && iban !== '' && !isIban(iban)) {
    report(cursor, 'expected an IBAN; its check digits do not fit');
  }
  return iban;
}

export function readSeller(cursor: Cursor | undefined): Seller | null {
  if (cursor === undefined) return null;
  const required = ['name', 'address', 'contact', 'account', 'tax-note'] as const;
  const fields = fieldsOf(cursor, required, ['identifiers', 'terms']);
  const account = fields.get('account');
  const named = account === undefined ? null : fieldsOf(account, ['holder', 'iban', 'bic']);
  const identifiers = fields.get('identifiers');
  const terms = fields.get('terms');
  return {
    name: readText(fields.get('name')),
    address: readTexts(fields.get('address')),
    identifiers: (identifiers === undefined ? [] : itemsOf(identifiers)).map((item) => {
      const each = fieldsOf(item, ['label', 'value']);
      return { label: readLocalText(each.get('label')), value: readText(each.get('value')) };
    }),
    contact: readText(fields.get('contact')),
    account: {
      holder: readText(named?.get('holder')),
      iban: readIban(named?.get('iban')),
      bic: readText(named?.get('bic')),
    },
    taxNote: readLocalText(fields.get('tax-note')),
    terms: terms === undefined ? null : readLocalText(terms),
  };
}
