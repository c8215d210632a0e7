import { IntlMessageFormat } from 'intl-messageformat';
import type { Locale } from '../../contract/common.ts';
import type { Reason } from '../../contract/explanation.ts';
import { REASON_TEXTS } from '../../contract/messages/reason-texts.ts';

const formats = new Map<string, IntlMessageFormat>();
const dates = new Map<Locale, Intl.DateTimeFormat>();

function printedDay(text: string, locale: Locale): string {
  let format = dates.get(locale);
  if (format === undefined) {
    format = new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: 'UTC' });
    dates.set(locale, format);
  }
  return format.format(new Date(`${text.slice(0, 10)}T00:00:00Z`));
}

const DAY = /^\d{4}-\d{2}-\d{2}(T|$)/;

/** A reason as one sentence in the reader's language, with days printed as that language prints them. */
export function reasonSentence(reason: Reason, locale: Locale): string {
  const key = `${locale} ${reason.code}`;
  let format = formats.get(key);
  if (format === undefined) {
    format = new IntlMessageFormat(REASON_TEXTS[locale][reason.code], locale);
    formats.set(key, format);
  }
  const values = Object.entries(reason.params).map(([name, value]) => {
    const printed = typeof value === 'string' && DAY.test(value) ? printedDay(value, locale) : value;
    return [name, printed ?? ''] as const;
  });
  return String(format.format(Object.fromEntries(values)));
}
