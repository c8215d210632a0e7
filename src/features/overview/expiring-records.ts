import type { Overview } from '../../contract/competencies.ts';
import type { SkillsReportRow } from '../../contract/skills-report.ts';
import { addDays, addMonths, addYears, type Day, formatDay, parseDay } from '../../domain/time/day.ts';
import type { PartnerAnswer } from '../shared/partner-answer.ts';
import { personRef, recordRef } from '../shared/person-refs.ts';

interface Stop {
  readonly on: Day;
  readonly reason: 'expired' | 'retired' | 'pmc-window-over';
}

/** The first day on which a record that counts today no longer does; where days are equal, by the first reason. */
function firstStop(
  { expiresOn, retiredOn, associatedInPmc, associatedInPartnerCenter }: SkillsReportRow,
  { programme }: PartnerAnswer,
  windowOver: Day | null,
): Stop | null {
  let stop: Stop | null = null;
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

/** A large company has thousands of them: the overview tells the first of each month and counts the others. */
const SHOWN_PER_MONTH = 10;

/** Records that count today and stop within a year, in the order in which they stop. */
export function expiringRecords(
  answer: PartnerAnswer,
  rows: readonly SkillsReportRow[],
  mayNames: boolean,
): Pick<Overview, 'expiring' | 'expiringMonths'> {
  const until = addYears(parseDay(answer.asOf.validAt)!, 1);
  const moved = answer.partner.movedFromPmcOn;
  const windowOver = moved === null ? null : addMonths(parseDay(moved)!, answer.programme.pmcWindowMonths);
  const stopping: { readonly row: SkillsReportRow; readonly stop: Stop }[] = [];
  for (const row of rows) {
    const stop = row.countsNow ? firstStop(row, answer, windowOver) : null;
    if (stop !== null && stop.on <= until) stopping.push({ row, stop });
  }
  stopping.sort((a, b) => a.stop.on - b.stop.on || (a.row.id < b.row.id ? -1 : 1));
  const months = new Map<string, number>();
  const expiring: Overview['expiring'] = [];
  for (const { row, stop } of stopping) {
    const record = answer.recordOf(row.userId, row.recordId);
    if (record === undefined) continue;
    const on = formatDay(stop.on);
    const month = on.slice(0, 7);
    const count = (months.get(month) ?? 0) + 1;
    months.set(month, count);
    if (count > SHOWN_PER_MONTH) continue;
    expiring.push({
      on,
      reason: stop.reason,
      person: personRef(answer.directory, row.userId, mayNames),
      record: { ...recordRef(answer.programme, row.userId, record), expiresOn: row.expiresOn },
    });
  }
  return { expiring, expiringMonths: [...months].map(([month, count]) => ({ month, count })) };
}
