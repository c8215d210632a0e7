import { IntlMessageFormat } from 'intl-messageformat';
import type { Locale } from '../../contract/common.ts';
import type { Reason } from '../../contract/explanation.ts';
import { labelOf, PROVIDER_LABELS } from '../../contract/messages/labels.ts';
import { printedDay } from '../../contract/messages/printed-day.ts';
import { REASON_TEXTS } from '../../contract/messages/reason-texts.ts';
import type { Programme } from '../../domain/catalogue/catalogue.ts';

const formats = new Map<string, IntlMessageFormat>();

const DAY = /^\d{4}-\d{2}-\d{2}(T|$)/;

/** Names instead of the ids that a reason carries. */
function named(name: string, value: string, locale: Locale, programme: Programme): string {
  if (name === 'source') return labelOf(PROVIDER_LABELS[locale], value);
  if (name === 'competency')
    return programme.competencies.find(({ id }) => id === value)?.name[locale] ?? value;
  if (name === 'level') return programme.levels.find(({ id }) => id === value)?.name[locale] ?? value;
  return value;
}

/** A reason as one sentence in the reader's language, with days printed as that language prints them. */
export function reasonSentence(reason: Reason, locale: Locale, programme: Programme): string {
  const key = `${locale} ${reason.code}`;
  let format = formats.get(key);
  if (format === undefined) {
    format = new IntlMessageFormat(REASON_TEXTS[locale][reason.code], locale);
    formats.set(key, format);
  }
  const values = Object.entries(reason.params).map(([name, value]) => {
    if (typeof value !== 'string') return [name, value ?? (name === 'atMost' ? 0 : '')] as const;
    return [
      name,
      DAY.test(value) ? printedDay(value, locale) : named(name, value, locale, programme),
    ] as const;
  });
  return String(format.format(Object.fromEntries(values)));
}
