import { useCallback } from 'react';
import { useIntl } from 'react-intl';

/** Names of which all are meant, as a sentence says them: “a, b and c”. */
export function useAllOf(): (names: readonly string[]) => string {
  const { locale } = useIntl();
  return useCallback((names) => new Intl.ListFormat(locale, { type: 'conjunction' }).format(names), [locale]);
}
