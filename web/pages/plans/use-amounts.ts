import { useMemo } from 'react';
import { useIntl } from 'react-intl';

export interface Amounts {
  /** 1 250 €, with cents only where there are some. */
  money(amount: number): string;
  /** 40 h */
  hours(amount: number): string;
  percent(share: number): string;
  /** The currency as a field names it: €. */
  readonly unit: string;
}

/** Amounts of a plan in the language of the page; `currency` is the one the plan tells. */
export function useAmounts(currency: string): Amounts {
  const { locale } = useIntl();
  return useMemo(() => {
    // The English of the product is British.
    const language = locale === 'en' ? 'en-GB' : locale;
    const format = (amount: number) =>
      new Intl.NumberFormat(language, {
        style: 'currency',
        currency,
        minimumFractionDigits: Number.isInteger(amount) ? 0 : 2,
        maximumFractionDigits: 2,
      });
    const hours = new Intl.NumberFormat(language, {
      style: 'unit',
      unit: 'hour',
      unitDisplay: 'short',
      maximumFractionDigits: 1,
    });
    const percent = new Intl.NumberFormat(language, { style: 'percent', maximumFractionDigits: 1 });
    return {
      money: (amount) => format(amount).format(amount),
      hours: (amount) => hours.format(amount),
      percent: (share) => percent.format(share),
      unit:
        format(0)
          .formatToParts(0)
          .find(({ type }) => type === 'currency')?.value ?? currency,
    };
  }, [locale, currency]);
}
