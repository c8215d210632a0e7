import type { Overview } from '../../contract/competencies.ts';
import type { SkillsReportRow } from '../../contract/skills-report.ts';
import { formatDay, formatMonth, type Month, monthOf } from '../../domain/time/day.ts';
import type { PartnerAnswer } from '../shared/partner-answer.ts';
import { personRef, recordRef } from '../shared/person-refs.ts';
import { type RecordStop, stopWithinYear } from '../shared/record-stop.ts';

/** A large company has thousands of them: the overview tells the first of each month and counts the others. */
const SHOWN_PER_MONTH = 10;

interface Stopping extends RecordStop {
  readonly row: SkillsReportRow;
}

function isBefore(left: Stopping, right: Stopping): boolean {
  return left.on !== right.on ? left.on < right.on : left.row.id < right.row.id;
}

class StoppingMonth {
  count = 0;
  /** The first ones, in order. */
  readonly shown: Stopping[] = [];

  add(stopping: Stopping): void {
    this.count++;
    const { shown } = this;
    let place = shown.length;
    while (place > 0 && isBefore(stopping, shown[place - 1]!)) place--;
    if (place === SHOWN_PER_MONTH) return;
    shown.splice(place, 0, stopping);
    if (shown.length > SHOWN_PER_MONTH) shown.pop();
  }
}

/** Records that count today and stop within a year, in the order in which they stop. */
export function expiringRecords(
  answer: PartnerAnswer,
  rows: readonly SkillsReportRow[],
  mayNames: boolean,
): Pick<Overview, 'expiring' | 'expiringMonths'> {
  const stopOf = stopWithinYear(answer);
  const months = new Map<Month, StoppingMonth>();
  for (const row of rows) {
    const stop = stopOf(row);
    if (stop === null) continue;
    const number = monthOf(stop.on);
    const month = months.get(number) ?? new StoppingMonth();
    months.set(number, month);
    month.add({ row, ...stop });
  }
  const ordered = [...months].sort(([left], [right]) => left - right);
  return {
    expiring: ordered.flatMap(([, { shown }]) =>
      shown.map(({ row, on, reason }) => {
        const record = answer.recordOf(row.userId, row.recordId)!;
        return {
          on: formatDay(on),
          reason,
          person: personRef(answer.directory, row.userId, mayNames),
          record: { ...recordRef(answer.programme, row.userId, record), expiresOn: row.expiresOn },
        };
      }),
    ),
    expiringMonths: ordered.map(([month, { count }]) => ({ month: formatMonth(month), count })),
  };
}
