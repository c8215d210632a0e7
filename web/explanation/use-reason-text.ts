import { IntlMessageFormat } from 'intl-messageformat';
import { useCallback } from 'react';
import type { Reason } from '../../src/contract/explanation.ts';
import { REASON_NAMES, REASON_TEXTS } from '../../src/contract/messages/reason-texts.ts';
import { useCompetencyName } from '../components/use-competency-name.ts';
import { useProviderLabel } from '../components/use-labels.ts';
import { useLevelName } from '../components/use-level-name.ts';
import { useLocale } from '../messages/locale.tsx';
import { useDates } from '../messages/use-dates.ts';

type Code = Reason['code'];
type Params = Reason['params'];

const DAY = /^\d{4}-\d{2}-\d{2}/;

/** A parameter that an older answer lacks must not take the whole page down. */
const MISSING = {
  on: '–',
  at: '–',
  countsUntil: '–',
  account: '',
  into: '–',
  source: '–',
  competency: '–',
  level: '–',
  atMost: 0,
};

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
  const level = useLevelName();
  const competency = useCompetencyName();
  return useCallback(
    ({ code, params }) => {
      const printed = Object.fromEntries(
        Object.entries(params).map(([name, value]) => {
          if (typeof value === 'string' && DAY.test(value)) return [name, dates.day(value)];
          if (typeof value !== 'string') return [name, value ?? (name === 'atMost' ? 0 : '–')];
          if (name === 'source') return [name, provider(value)];
          if (name === 'competency') return [name, competency(value)];
          return [name, name === 'level' ? level(value) : value];
        }),
      );
      const values = { ...MISSING, ...printed };
      return String(formatOf(REASON_TEXTS[locale][code], locale).format(values));
    },
    [locale, dates, provider, competency, level],
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
