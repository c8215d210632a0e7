import type { Locale } from '../../contract/common.ts';
import { labelOf, ROLE_LABELS, USER_STATUS_LABELS } from '../../contract/messages/labels.ts';
import type { UsersReportColumn, UsersReportRow } from '../../contract/users-report.ts';
import type { OutputCell } from '../../files/output-table.ts';
import { plain, yesNo } from './report-file.ts';

/** One cell as a file prints it. */
export function usersReportCell(row: UsersReportRow, column: UsersReportColumn, locale: Locale): OutputCell {
  switch (column) {
    case 'userStatus':
      return labelOf(USER_STATUS_LABELS[locale], row.userStatus);
    case 'roles':
      return plain(row.roles.map((role) => ROLE_LABELS[locale][role]).join('; '));
    case 'lastSignIn':
      return row.lastSignIn?.slice(0, 10) ?? null;
    case 'technical':
    case 'partnerUniversity':
    case 'associated':
      return yesNo(row[column], locale);
    case 'sameEmail':
      return row.sameEmail === null ? null : yesNo(row.sameEmail, locale);
    default:
      return row[column];
  }
}
