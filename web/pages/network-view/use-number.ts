import { useMemo } from 'react';
import { useLocale } from '../../messages/locale.tsx';

/** A count as the language writes it. */
export function useNumber(): (count: number) => string {
  const { locale } = useLocale();
  return useMemo(() => {
    const format = new Intl.NumberFormat(locale);
    return (count) => format.format(count);
  }, [locale]);
}
