import { IntlMessageFormat } from 'intl-messageformat';
import { useCallback } from 'react';
import type { Reason } from '../../src/contract/explanation.ts';
import { REASON_NAMES, REASON_TEXTS } from '../../src/contract/messages/reason-texts.ts';
import { useProviderLabel } from '../components/use-labels.ts';
import { useLocale } from '../messages/locale.tsx';
import { useDates } from '../messages/use-dates.ts';

type Code = Reason['code'];
type Params = Reason['params'];

const DAY = /^\d{4}-\d{2}-\d{2}/;

const formats = new Map<string, IntlMessageFormat>();

function formatOf(text: string, locale: string): IntlMessageFormat {
  let format = formats.get(text);
  if (format === undefined) {
    format = new IntlMessageFormat(text, locale);
    formats.set(text, format);
  }
  return format;
}

/** Why a record does not count, as a sentence with its parameters in the language of the page. */
export function useReasonText(): (reason: { code: Code; params: Params }) => string {
  const { locale } = useLocale();
  const dates = useDates();
  const provider = useProviderLabel();
  return useCallback(
    ({ code, params }) => {
      const printed = Object.fromEntries(
        Object.entries(params).map(([name, value]) => {
          if (typeof value === 'string' && DAY.test(value)) return [name, dates.day(value)];
          if (name === 'source' && typeof value === 'string') return [name, provider(value)];
          return [name, value ?? '–'];
        }),
      );
      // A parameter that an older answer lacks must not take the whole page down.
      const values = { on: '–', at: '–', countsUntil: '–', account: '', into: '–', source: '–', ...printed };
      return String(formatOf(REASON_TEXTS[locale][code], locale).format(values));
    },
    [locale, dates, provider],
  );
}

/** The short name of a reason, for chips and filters; codes of a newer server are printed as they are. */
export function useReasonName(): (code: string) => string {
  const { locale } = useLocale();
  return useCallback(
    (code) => (REASON_NAMES[locale] as Readonly<Record<string, string>>)[code] ?? code,
    [locale],
  );
}
