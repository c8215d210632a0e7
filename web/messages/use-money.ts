import { useCallback } from 'react';
import { useIntl } from 'react-intl';
import type { MoneyView } from '../../src/contract/memberships.ts';

/** An amount as the language of the page writes it. */
export function useMoney(): (money: MoneyView) => string {
  const { locale } = useIntl();
  return useCallback(
    ({ minor, currency }) => {
      // The English of the product is British.
      const language = locale === 'en' ? 'en-GB' : locale;
      const format = new Intl.NumberFormat(language, { style: 'currency', currency });
      return format.format(minor / 10 ** (format.resolvedOptions().maximumFractionDigits ?? 2));
    },
    [locale],
  );
}
