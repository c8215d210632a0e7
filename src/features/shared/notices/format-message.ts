import { IntlMessageFormat } from 'intl-messageformat';
import type { Locale } from '../../../contract/common.ts';
import { withElision } from '../../../contract/messages/french-elision.ts';

type Values = Readonly<Record<string, string | number>>;

const formats = new Map<string, IntlMessageFormat>();

/** Fills an ICU message of a language. Each message is read once. */
export function formatMessage(message: string, locale: Locale, values: Values): string {
  const key = `${locale} ${message}`;
  let format = formats.get(key);
  if (format === undefined) {
    format = new IntlMessageFormat(message, locale);
    formats.set(key, format);
  }
  const fill = (filling: Values) => String(format.format({ ...filling }));
  return locale === 'fr' ? withElision(values, fill) : fill(values);
}
