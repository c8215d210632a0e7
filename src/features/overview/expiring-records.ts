import type { Overview } from '../../contract/competencies.ts';
import type { SkillsReportRow } from '../../contract/skills-report.ts';
import { addDays, addMonths, addYears, type Day, formatDay, parseDay } from '../../domain/time/day.ts';
import type { PartnerAnswer } from '../shared/partner-answer.ts';
import { personRef, recordRef } from '../shared/person-refs.ts';

interface Stop {
  readonly on: Day;
  readonly reason: 'expired' | 'retired' | 'pmc-window-over';
}

/** The first day on which a record that counts today no longer does, by expiry, retirement or PMC window. */
function firstStop(row: SkillsReportRow, answer: PartnerAnswer): Stop | null {
  const { programme, partner } = answer;
  const stops: Stop[] = [];
  if (row.expiresOn !== null) stops.push({ on: addDays(parseDay(row.expiresOn)!, 1), reason: 'expired' });
  if (row.retiredOn !== null) {
    const last = addMonths(parseDay(row.retiredOn)!, programme.retirement.countsForMonths);
    stops.push({ on: addDays(last, 1), reason: 'retired' });
  }
  if (row.associatedInPmc && !row.associatedInPartnerCenter && partner.movedFromPmcOn !== null) {
    const over = addMonths(parseDay(partner.movedFromPmcOn)!, programme.pmcWindowMonths);
    stops.push({ on: over, reason: 'pmc-window-over' });
  }
  return stops.sort((a, b) => a.on - b.on)[0] ?? null;
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
  const stopping = rows
    .flatMap((row) => {
      const stop = row.countsNow ? firstStop(row, answer) : null;
      return stop === null || stop.on > until ? [] : [{ row, stop }];
    })
    .sort((a, b) => a.stop.on - b.stop.on || (a.row.id < b.row.id ? -1 : 1));
  const months = new Map<string, number>();
  const expiring: Overview['expiring'] = [];
  for (const { row, stop } of stopping) {
    const found = answer.recordsById().get(row.recordId);
    if (found === undefined) continue;
    const on = formatDay(stop.on);
    const month = on.slice(0, 7);
    const count = (months.get(month) ?? 0) + 1;
    months.set(month, count);
    if (count > SHOWN_PER_MONTH) continue;
    expiring.push({
      on,
      reason: stop.reason,
      person: personRef(answer.directory, row.userId, mayNames),
      record: { ...recordRef(answer.programme, row.userId, found.record), expiresOn: row.expiresOn },
    });
  }
  return { expiring, expiringMonths: [...months].map(([month, count]) => ({ month, count })) };
}
