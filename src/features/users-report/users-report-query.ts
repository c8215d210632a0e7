import type {
  USERS_REPORT_FILTER_FIELDS,
  UsersReport,
  UsersReportColumn,
  UsersReportQuery,
  UsersReportRow,
} from '../../contract/users-report.ts';
import { type FieldValues, filterTest } from '../../domain/list-filter/matches-filter.ts';
import { searchKey, searchWords } from '../../domain/text/search-key.ts';
import { nextPage } from '../shared/paging.ts';

const FILTER_VALUES: FieldValues<UsersReportRow, keyof typeof USERS_REPORT_FILTER_FIELDS> = {
  firstName: (row) => row.firstName,
  lastName: (row) => row.lastName,
  workEmail: (row) => row.workEmail,
  userStatus: (row) => row.userStatus,
  roles: (row) => row.roles,
  technical: (row) => row.technical,
  lastSignIn: (row) => row.lastSignIn,
  partnerUniversity: (row) => row.partnerUniversity,
  partnerUniversitySince: (row) => row.partnerUniversitySince,
  associated: (row) => row.associated,
  associatedSince: (row) => row.associatedSince,
  mcid: (row) => row.mcid,
  learningEmail: (row) => row.learningEmail,
  sameEmail: (row) => row.sameEmail,
};

function matches(query: UsersReportQuery): (row: UsersReportRow) => boolean {
  const fits = query.filter === undefined ? () => true : filterTest(query.filter, FILTER_VALUES);
  const words = searchWords(query.search ?? '');
  const asked = (wanted: 'yes' | 'no' | undefined, is: boolean) =>
    wanted === undefined || (wanted === 'yes') === is;
  return (row) => {
    const text = searchKey(
      `${row.firstName} ${row.lastName} ${row.workEmail} ${row.mcid} ${row.learningEmail}`,
    );
    return (
      words.every((word) => text.includes(word)) &&
      (query.status === undefined || row.userStatus === query.status) &&
      asked(query.associated, row.associated) &&
      asked(query.technical, row.technical) &&
      fits(row)
    );
  };
}

function sortText(row: UsersReportRow, column: UsersReportColumn): string {
  const value = row[column];
  if (typeof value === 'boolean') return value ? '1' : '0';
  return value === null ? '' : String(value);
}

/** Filtered and sorted as the reader's language sorts; without an order by last name, then first name. */
export function chosenUserRows(
  rows: readonly UsersReportRow[],
  query: UsersReportQuery,
  locale: 'fr' | 'en',
): UsersReportRow[] {
  const usual = (['lastName', 'firstName', 'workEmail'] as const).map((field) => ({
    field,
    descending: false,
  }));
  const keys = [...(query.orderby ?? []), ...usual];
  const { compare } = new Intl.Collator(locale, { numeric: true, sensitivity: 'base' });
  return rows.filter(matches(query)).sort((a, b) => {
    for (const { field, descending } of keys) {
      const difference = compare(sortText(a, field), sortText(b, field));
      if (difference !== 0) return descending ? -difference : difference;
    }
    return a.userId < b.userId ? -1 : 1;
  });
}

/** Without `top` everything that fits one answer is given. */
const PAGE = 10_000;

export interface AskedUsersReport {
  readonly query: UsersReportQuery;
  readonly day: string;
  readonly locale: 'fr' | 'en';
  readonly url: string;
}

export function usersReport(rows: readonly UsersReportRow[], asked: AskedUsersReport): UsersReport {
  const { query, day, locale, url } = asked;
  const chosen = chosenUserRows(rows, query, locale);
  const { top = PAGE, skip = 0 } = query;
  return {
    value: chosen.slice(skip, skip + top),
    nextLink: skip + top < chosen.length ? nextPage(url, skip + top, top) : null,
    count: chosen.length,
    total: rows.length,
    asOf: { validAt: day, knownAt: null },
  };
}
