import { useMemo } from 'react';
import {
  USERS_REPORT_COLUMNS,
  USERS_REPORT_HEADERS,
  type UsersReportColumn,
  type UsersReportRow,
} from '../../../src/contract/users-report.ts';
import { useRoleLabel, useUserStatusLabel } from '../../components/use-labels.ts';
import { TwoParts } from '../../components/virtual-table/TwoParts.tsx';
import type { TableColumn } from '../../components/virtual-table/table-column.ts';
import { useLocale } from '../../messages/locale.tsx';
import { useDates } from '../../messages/use-dates.ts';
import { useText } from '../../messages/use-text.ts';

const WIDTHS: Readonly<Record<UsersReportColumn, number>> = {
  firstName: 96,
  lastName: 104,
  workEmail: 190,
  userStatus: 100,
  roles: 170,
  technical: 104,
  lastSignIn: 116,
  partnerUniversity: 164,
  partnerUniversitySince: 108,
  associated: 140,
  associatedSince: 108,
  mcid: 92,
  learningEmail: 190,
  sameEmail: 84,
};

const PINNED: Partial<Record<UsersReportColumn, 'start'>> = { firstName: 'start', lastName: 'start' };

type Columns = readonly (TableColumn<UsersReportRow> & { readonly id: UsersReportColumn })[];

/** In the order of the files, under their headers as the screen writes apostrophes. */
export function useUsersReportColumns(): Columns {
  const t = useText();
  const dates = useDates();
  const { locale } = useLocale();
  const status = useUserStatusLabel();
  const role = useRoleLabel();
  return useMemo(() => {
    const text = (value: string) => <span title={value}>{value}</span>;
    const email = (value: string) => (value === '' ? '' : <TwoParts text={value} mark="@" />);
    const day = (on: string | null) => (on === null ? '' : dates.shortDay(on));
    const yesNo = (value: boolean | null) => (value === null ? '' : t(value ? 'common.yes' : 'common.no'));
    const cells: Readonly<Record<UsersReportColumn, (row: UsersReportRow) => React.ReactNode>> = {
      firstName: (row) => text(row.firstName),
      lastName: (row) => text(row.lastName),
      workEmail: (row) => email(row.workEmail),
      userStatus: (row) => status(row.userStatus),
      roles: (row) => text(row.roles.map(role).join(', ')),
      technical: (row) => yesNo(row.technical),
      lastSignIn: (row) => (row.lastSignIn === null ? t('users.never') : dates.instant(row.lastSignIn)),
      partnerUniversity: (row) => yesNo(row.partnerUniversity),
      partnerUniversitySince: (row) => day(row.partnerUniversitySince),
      associated: (row) => yesNo(row.associated),
      associatedSince: (row) => day(row.associatedSince),
      mcid: (row) => text(row.mcid),
      learningEmail: (row) => email(row.learningEmail),
      sameEmail: (row) => yesNo(row.sameEmail),
    };
    return USERS_REPORT_COLUMNS.map((id) => ({
      id,
      header: USERS_REPORT_HEADERS[id][locale].replaceAll("'", '’'),
      width: WIDTHS[id],
      sortable: true,
      pinned: PINNED[id],
      cell: cells[id],
    }));
  }, [t, dates, locale, status, role]);
}
