/** What the papers of an order say of those who trade. */
import type { LocalText } from '../catalogue/catalogue.ts';

/** Whoever sells the memberships of a programme, as its papers print it. */
export interface Seller {
  readonly name: string;
  readonly address: readonly string[];
  /** Numbers by which it is registered, where it is. */
  readonly identifiers: readonly { readonly label: LocalText; readonly value: string }[];
  readonly contact: string;
  readonly account: BankAccount;
  /** Stands where a tax would: why none is charged, or how it is settled. */
  readonly taxNote: LocalText;
  readonly terms: LocalText | null;
}

/** Where transfers go. */
export interface BankAccount {
  readonly holder: string;
  readonly iban: string;
  readonly bic: string;
}

export interface Buyer {
  readonly name: string;
  readonly legalName: string | null;
  readonly city: string | null;
  /** ISO 3166, two letters. */
  readonly country: string | null;
  readonly mpnId: string | null;
}

/** An invoice as it was issued: neither a new name nor a new policy changes it afterwards. */
export interface BilledContent {
  /** `null` when the programme names no seller. */
  readonly seller: Seller | null;
  readonly buyer: Buyer;
  readonly offer: LocalText;
  /** First and last day of what was bought, `YYYY-MM-DD`. */
  readonly from: string;
  readonly through: string;
}

/** Whether the two check digits belong to the rest, as ISO 13616 counts: as one long number it leaves 1 over 97. */
export function isIban(text: string): boolean {
  const plain = text.replaceAll(' ', '');
  if (!/^[A-Z]{2}\d{2}[A-Z0-9]{11,30}$/.test(plain)) return false;
  let rest = 0;
  for (const letter of plain.slice(4) + plain.slice(0, 4)) {
    const value = Number.parseInt(letter, 36);
    rest = (rest * (value > 9 ? 100 : 10) + value) % 97;
  }
  return rest === 1;
}
