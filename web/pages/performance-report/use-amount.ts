import { useCallback } from 'react';
import { useIntl } from 'react-intl';
import type { PerformanceLine } from '../../../src/contract/performance-report.ts';
import { useLocalText, useText } from '../../messages/use-text.ts';
import { isSigned } from './use-report-view.ts';

export interface Amounts {
  /** 12 000 $; yes or no of what the company has or has not. */
  amount(line: PerformanceLine, value: number | null): string;
  /** What a time has added: +2 of people. */
  added(line: PerformanceLine, value: number | null): string;
}

const POINTS = { maximumFractionDigits: 2 } as const;

/** Figures of a line with their unit, in the language of the page. */
export function useAmounts(): Amounts {
  const t = useText();
  const local = useLocalText();
  const { formatNumber } = useIntl();
  const withUnit = useCallback(
    ({ unit, basis }: PerformanceLine, figure: string, value: number) => {
      if (basis === 'skills') return t('performance.amount.people', { figure, count: Math.abs(value) });
      return unit === null ? figure : t('performance.amount', { figure, unit: local(unit) });
    },
    [t, local],
  );
  return {
    amount(line, value) {
      if (value === null) return t('performance.unknown');
      if (line.basis === 'company') return t(value > 0 ? 'performance.yes' : 'performance.no');
      return withUnit(line, formatNumber(value, POINTS), value);
    },
    added(line, value) {
      // Points and what the company has are not told by month.
      if (value === null) return line.basis === 'performance' ? t('performance.nothing') : '–';
      const signDisplay = isSigned(line) ? 'exceptZero' : 'auto';
      return withUnit(line, formatNumber(value, { ...POINTS, signDisplay }), value);
    },
  };
}
