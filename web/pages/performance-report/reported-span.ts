import type { PerformanceLineDetail } from '../../../src/contract/performance-report.ts';
import type { UrlState } from '../../components/url-state.ts';

type Reported = PerformanceLineDetail['reported'][number];

/** Which reported figures are shown: those of a month, or all that make the sum at its end. */
export interface ReportedSpan {
  readonly month: string | undefined;
  readonly span: 'sum' | undefined;
  /** First month of the sum; without it the sum is of twelve months. */
  readonly from: string | undefined;
}

export const ALL_REPORTED: ReportedSpan = { month: undefined, span: undefined, from: undefined };

/** The month eleven months before, the first of the twelve that end with it. */
function firstOfTwelve(month: string): string {
  const [year = 0, number = 0] = month.split('-').map(Number);
  const at = year * 12 + number - 1 - 11;
  return `${Math.floor(at / 12)}-${String((at % 12) + 1).padStart(2, '0')}`;
}

/** `null` without a month: everything is shown. */
export function spanOf({ month, span, from }: UrlState): { from: string; to: string } | null {
  if (month === undefined) return null;
  if (span !== 'sum') return { from: month, to: month };
  return { from: from ?? firstOfTwelve(month), to: month };
}

export function reportedIn(reported: readonly Reported[], url: UrlState): readonly Reported[] {
  const span = spanOf(url);
  if (span === null) return reported;
  return reported.filter(({ month }) => span.from <= month && month <= span.to);
}
