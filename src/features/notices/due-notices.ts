import type { Day } from '../../domain/time/day.ts';
import type { NoticeDraft } from '../shared/notices/raise-notices.ts';

/** What is owed on a day, and the next day on which something may be by what is known. */
export interface DueNotices {
  readonly drafts: readonly NoticeDraft[];
  readonly next: Day | null;
}

/** The earliest of the days that there are. */
export function earliest(days: readonly (Day | null)[]): Day | null {
  const given = days.filter((day) => day !== null);
  return given.length === 0 ? null : (Math.min(...given) as Day);
}
