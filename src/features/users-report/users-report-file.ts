import type { Locale } from '../../contract/common.ts';
import {
  USERS_REPORT_HEADERS,
  type UsersReportColumn,
  type UsersReportRow,
} from '../../contract/users-report.ts';
import type { OutputColumn, OutputRow } from '../../files/output-table.ts';
import { type AboutReport, aboutRows } from '../shared/report-about.ts';
import { type ReportFile, type ReportFileFormat, reportFile } from '../shared/report-file.ts';
import { usersReportCell } from '../shared/users-report-cells.ts';

const DAYS: ReadonlySet<UsersReportColumn> = new Set([
  'lastSignIn',
  'partnerUniversitySince',
  'associatedSince',
]);

const WIDTHS: Partial<Record<UsersReportColumn, number>> = { workEmail: 32, roles: 40, learningEmail: 32 };

function columnOf(column: UsersReportColumn, locale: Locale): OutputColumn {
  return {
    header: USERS_REPORT_HEADERS[column][locale],
    type: DAYS.has(column) ? 'day' : 'text',
    width: WIDTHS[column] ?? 20,
  };
}

const TITLES: Readonly<Record<Locale, { readonly sheet: string; readonly file: string }>> = {
  en: { sheet: 'Users report', file: 'users-report' },
  fr: { sheet: 'Rapport des utilisateurs', file: 'rapport-des-utilisateurs' },
};

export interface UsersReportOrder {
  readonly partnerId: string;
  readonly rows: readonly UsersReportRow[];
  readonly columns: readonly UsersReportColumn[];
  readonly format: ReportFileFormat;
  readonly locale: Locale;
  readonly about: Omit<AboutReport, 'programme' | 'rows'>;
}

function* cellsOf({ rows, columns, locale }: UsersReportOrder): Generator<OutputRow> {
  for (const row of rows) yield columns.map((column) => usersReportCell(row, column, locale));
}

/** The rows that the screen shows, in its order. */
export function usersReportFile(order: UsersReportOrder): ReportFile {
  const { partnerId, rows, columns, format, locale, about } = order;
  const { sheet, file } = TITLES[locale];
  return reportFile({
    fileStem: `${file}-${partnerId}-${about.asOf.validAt}`,
    sheet,
    columns: columns.map((column) => columnOf(column, locale)),
    rows: cellsOf(order),
    about: aboutRows({ ...about, programme: null, rows: rows.length }, locale),
    format,
    locale,
  });
}
