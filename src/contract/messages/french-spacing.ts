import type { Locale } from '../common.ts';

const NARROW = '\u202F';

/**
 * Puts the narrow no-break space of French typography before `:` `;` `?` `!` and inside « », where a text was typed
 * with a plain one. A mark typed without any space before it is left alone, because it may belong to an address or
 * to a message placeholder; so is `::`, which opens a number format.
 */
export function frenchSpacing(text: string): string {
  return text.replace(/ (?=[;?!»]|:(?!:))/g, NARROW).replace(/« /g, `«${NARROW}`);
}

/** What a text needs before it is printed in a language. */
export function typographyOf(locale: Locale): (text: string) => string {
  return locale === 'fr' ? frenchSpacing : (text) => text;
}
