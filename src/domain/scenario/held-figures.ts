/** Figures of months to come are not known: for a plan they are held as they are today, as they are for risk. */
import { type Day, formatMonth, type Month, monthOf, parseMonth } from '../time/day.ts';
import type { Supposed } from './scenario-changes.ts';

const MONTHS = 12;

/**
 * What is measured on `day` is measured on `later` too: all months of figures move with the day, and the fiscal year
 * with them.
 */
export function withFiguresHeld({ facts, programme }: Supposed, day: Day, later: Day): Supposed {
  const months = monthOf(later) - monthOf(day);
  if (months <= 0) return { facts, programme };
  const metrics = (facts.metrics ?? []).map((metric) => {
    const month = parseMonth(metric.month);
    return month === null ? metric : { ...metric, month: formatMonth((month + months) as Month) };
  });
  const fiscalYearStart = ((programme.fiscalYearStart - 1 + months) % MONTHS) + 1;
  return { facts: { ...facts, metrics }, programme: { ...programme, fiscalYearStart } };
}
