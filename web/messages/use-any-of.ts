import { useCallback } from 'react';
import { useIntl } from 'react-intl';

/** Names of which one is enough, as a sentence says them: “a, b or c”. */
export function useAnyOf(): (names: readonly string[]) => string {
  const { locale } = useIntl();
  return useCallback((names) => new Intl.ListFormat(locale, { type: 'disjunction' }).format(names), [locale]);
}
