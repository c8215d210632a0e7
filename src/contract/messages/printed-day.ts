import type { Locale } from '../common.ts';

const FORMATS: Readonly<Record<Locale, Intl.DateTimeFormat>> = {
  fr: new Intl.DateTimeFormat('fr', { dateStyle: 'long', timeZone: 'UTC' }),
  // The English of the product is British: 1 July 2017.
  en: new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'UTC' }),
};

/** The formats of the platform leave out what French writes after the first of a month. */
function withFirst(printed: string, locale: Locale): string {
  return locale === 'fr' ? printed.replace(/^1 /, '1er ') : printed;
}

/**
 * A day of the calendar as the language writes it in a sentence: « 1er février 2018 ».
 * @param day begins with `YYYY-MM-DD`
 */
export function printedDay(day: string, locale: Locale): string {
  return withFirst(FORMATS[locale].format(new Date(`${day.slice(0, 10)}T00:00:00Z`)), locale);
}

/** An instant in a time zone: « 1er février 2018 à 10:00 », 1 February 2018 at 10:00. */
export function printedInstant(at: Date, locale: Locale, timeZone: string): string {
  const format = new Intl.DateTimeFormat(locale === 'en' ? 'en-GB' : locale, {
    dateStyle: 'long',
    timeStyle: 'short',
    timeZone,
  });
  return withFirst(format.format(at), locale);
}
