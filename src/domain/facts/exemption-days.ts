import type { Day } from '../time/day.ts';
import { parseDayOrInstant } from '../time/instant.ts';
import type { FactsExemption } from './facts-document.ts';

/** Whether an exemption is in force on a day. */
export function holdsOn({ from, until }: Pick<FactsExemption, 'from' | 'until'>, day: Day): boolean {
  const begin = from ? parseDayOrInstant(from) : null;
  if (begin !== null && day < begin) return false;
  const end = until ? parseDayOrInstant(until) : null;
  return end === null || day < end;
}
