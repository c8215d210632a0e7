import type { SkillsReportRow } from '../../contract/skills-report.ts';
import { addDays, addMonths, addYears, type Day, parseDay } from '../../domain/time/day.ts';
import type { PartnerAnswer } from './partner-answer.ts';

/** When and why a record that counts today will no longer count. */
export interface RecordStop {
  readonly on: Day;
  readonly reason: 'expired' | 'retired' | 'pmc-window-over';
}

/** The first day on which a record that counts today no longer does; where days are equal, by the first reason. */
function firstStop(
  { expiresOn, retiredOn, associatedInPmc, associatedInPartnerCenter }: SkillsReportRow,
  { programme }: PartnerAnswer,
  windowOver: Day | null,
): RecordStop | null {
  let stop: RecordStop | null = null;
  if (expiresOn !== null) stop = { on: addDays(parseDay(expiresOn)!, 1), reason: 'expired' };
  if (retiredOn !== null) {
    const on = addDays(addMonths(parseDay(retiredOn)!, programme.retirement.countsForMonths), 1);
    if (stop === null || on < stop.on) stop = { on, reason: 'retired' };
  }
  if (windowOver !== null && associatedInPmc && !associatedInPartnerCenter) {
    if (stop === null || windowOver < stop.on) stop = { on: windowOver, reason: 'pmc-window-over' };
  }
  return stop;
}

/**
 * Says of each row of the report when it stops counting within a year of the answer's day; null of a row that does
 * not count, or goes on counting. The overview counts by it and the report filters by it: the same rows in both.
 */
export function stopWithinYear(answer: PartnerAnswer): (row: SkillsReportRow) => RecordStop | null {
  const until = addYears(parseDay(answer.asOf.validAt)!, 1);
  const moved = answer.partner.movedFromPmcOn;
  const windowOver = moved === null ? null : addMonths(parseDay(moved)!, answer.programme.pmcWindowMonths);
  return (row) => {
    const stop = row.countsNow ? firstStop(row, answer, windowOver) : null;
    return stop === null || stop.on > until ? null : stop;
  };
}
