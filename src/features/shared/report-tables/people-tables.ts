/** The skills report and the users report as programs read them: the cells of their files, with days and yes or no as such. */
import type { Locale } from '../../../contract/common.ts';
import { SKILLS_REPORT_COLUMNS, SKILLS_REPORT_FILTER_FIELDS } from '../../../contract/skills-report.ts';
import {
  USERS_REPORT_COLUMNS,
  USERS_REPORT_FILTER_FIELDS,
  type UsersReportRow,
} from '../../../contract/users-report.ts';
import type { FieldKind } from '../../../domain/list-filter/list-filter.ts';
import type { PartnerAnswer } from '../partner-answer.ts';
import { cellPrinter } from '../skills-report-cells.ts';
import { usersReportCell } from '../users-report-cells.ts';
import type { ReportCell, ReportColumn, ReportTable } from './report-table.ts';

/** `firstName` → `FirstName`, as the other tables are written. */
function columnName(id: string): string {
  return `${id.charAt(0).toUpperCase()}${id.slice(1)}`;
}

function columnOf(id: string, kind: FieldKind): ReportColumn {
  return { name: columnName(id), kind: kind === 'texts' ? 'text' : kind };
}

/** Yes and no stay what they are; an empty text is no value. */
function asValue(value: unknown, printed: ReportCell): ReportCell {
  if (typeof value === 'boolean') return value;
  return printed === '' ? null : printed;
}

export const SKILLS_TABLE_COLUMNS: readonly ReportColumn[] = SKILLS_REPORT_COLUMNS.map((id) =>
  // The reason is told as a sentence: a filter for it looks into that.
  columnOf(id, SKILLS_REPORT_FILTER_FIELDS[id]),
);

export function skillsTable(answer: PartnerAnswer, locale: Locale): ReportTable {
  const rows = answer.reportRows(false);
  const ids = new Map(SKILLS_REPORT_COLUMNS.map((id) => [columnName(id), id]));
  const printer = cellPrinter(locale, answer.programme);
  return {
    columns: SKILLS_TABLE_COLUMNS,
    length: rows.length,
    keyOf: (at) => `${rows[at]!.userId}~${rows[at]!.skillId}`,
    reader: (name) => {
      const id = ids.get(name)!;
      const printed = printer(id);
      return (at) => asValue(rows[at]![id], printed(rows[at]!));
    },
  };
}

export const USERS_TABLE_COLUMNS: readonly ReportColumn[] = USERS_REPORT_COLUMNS.map((id) =>
  columnOf(id, USERS_REPORT_FILTER_FIELDS[id]),
);

export function usersTable(rows: readonly UsersReportRow[], locale: Locale): ReportTable {
  const ids = new Map(USERS_REPORT_COLUMNS.map((id) => [columnName(id), id]));
  return {
    columns: USERS_TABLE_COLUMNS,
    length: rows.length,
    keyOf: (at) => rows[at]!.userId,
    reader: (name) => {
      const id = ids.get(name)!;
      if (id === 'lastSignIn') return (at) => rows[at]!.lastSignIn;
      return (at) => asValue(rows[at]![id], usersReportCell(rows[at]!, id, locale));
    },
  };
}
