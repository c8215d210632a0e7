import type { Locale } from '../../src/contract/common.ts';

const WIDE = '\u00A0';
const NARROW = '\u202F';

/**
 * Puts the no-break spaces of French typography where a text was typed with plain ones: wide before a colon and
 * inside « », narrow before `;` `?` `!`. A mark typed without any space before it is left alone, because it may
 * belong to an address or to a message placeholder; so is `::`, which opens a number format.
 */
export function frenchSpacing(text: string): string {
  return text
    .replace(/[ \u202F](?=:(?!:)|»)/g, WIDE)
    .replace(/«[ \u202F]/g, `«${WIDE}`)
    .replace(/[ \u00A0](?=[;?!])/g, NARROW);
}

/** What a text needs before it is printed in a language. */
export function typographyOf(locale: Locale): (text: string) => string {
  return locale === 'fr' ? frenchSpacing : (text) => text;
}
