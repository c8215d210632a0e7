import type { Locale } from '../common.ts';

const FORMATS: Readonly<Record<Locale, Intl.DateTimeFormat>> = {
  fr: new Intl.DateTimeFormat('fr', { dateStyle: 'long', timeZone: 'UTC' }),
  // The English of the product is British: 1 July 2017.
  en: new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'UTC' }),
};

/**
 * A day of the calendar as the language writes it in a sentence. French writes the first of a month « 1er », which
 * the formats of the platform leave out.
 * @param day begins with `YYYY-MM-DD`
 */
export function printedDay(day: string, locale: Locale): string {
  const printed = FORMATS[locale].format(new Date(`${day.slice(0, 10)}T00:00:00Z`));
  return locale === 'fr' ? printed.replace(/^1 /, '1er ') : printed;
}
