import { useIntl } from 'react-intl';
import type { PERFORMANCE_WINDOWS } from '../../src/contract/explanation.ts';
import type { MessageId } from '../messages/messages.ts';
import { useText } from '../messages/use-text.ts';

type WindowKind = (typeof PERFORMANCE_WINDOWS)[number];

const SPANS: Readonly<Record<WindowKind, MessageId>> = {
  'trailing-12-months': 'competency.performance.span.trailing-12-months',
  'last-month': 'competency.performance.span.last-month',
  'anniversary-year': 'competency.performance.span.anniversary-year',
  'fiscal-year': 'competency.performance.span.fiscal-year',
  'year-over-year': 'competency.performance.span.year-over-year',
};

interface PerformanceRule {
  readonly metric: string;
  readonly unit: string;
  readonly need: number;
  readonly window?: WindowKind | undefined;
  readonly measure?: 'sum' | 'count' | undefined;
}

/** What a performance rule asks for: the metric, its threshold and the months over which it is measured. */
export function usePerformanceSentence(): (rule: PerformanceRule) => string {
  const t = useText();
  const { formatNumber } = useIntl();
  return ({ metric, unit, need, window = 'trailing-12-months', measure = 'sum' }) => {
    const span = t(SPANS[window]);
    return measure === 'count'
      ? t('competency.performance.atLeastTimes', { metric, need, window: span })
      : t('competency.performance.atLeast', { metric, need: formatNumber(need), unit, window: span });
  };
}
