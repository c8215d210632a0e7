import type { Locale } from '../../contract/common.ts';

const formats = new Map<Locale, Intl.DateTimeFormat>();

/** The formats of the platform leave out what French writes after the first of a month. */
function withFirst(printed: string, locale: Locale): string {
  return locale === 'fr' ? printed.replace(/^1 /, '1er ') : printed;
}

/**
 * A day, `YYYY-MM-DD` or an instant of UTC, as the language writes it: « 1er février 2018 », 1 February 2018. The English
 * of the product is British.
 */
export function printedDay(day: string, locale: Locale): string {
  let format = formats.get(locale);
  if (format === undefined) {
    format = new Intl.DateTimeFormat(locale === 'en' ? 'en-GB' : locale, {
      dateStyle: 'long',
      timeZone: 'UTC',
    });
    formats.set(locale, format);
  }
  return withFirst(format.format(new Date(`${day.slice(0, 10)}T00:00:00Z`)), locale);
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
