import { IntlMessageFormat } from 'intl-messageformat';
import { useCallback } from 'react';
import { typographyOf } from '../../../src/contract/messages/french-spacing.ts';
import { lossCauseSentence } from '../../../src/contract/messages/loss-cause-sentence.ts';
import type { LossCauseView } from '../../../src/contract/risk.ts';
import { useLocale } from '../../messages/locale.tsx';

const formats = new Map<string, IntlMessageFormat>();

function printed(text: string, locale: string, values: Readonly<Record<string, string | number>>): string {
  let format = formats.get(text);
  if (format === undefined) {
    format = new IntlMessageFormat(text, locale);
    formats.set(text, format);
  }
  return String(format.format({ ...values }));
}

/** What takes a level away, in the language of the page. */
export function useLossCauses(): (causes: readonly LossCauseView[]) => string {
  const { locale } = useLocale();
  return useCallback(
    (causes) =>
      typographyOf(locale)(
        lossCauseSentence(causes, locale, (text, values) => printed(text, locale, values)),
      ),
    [locale],
  );
}
