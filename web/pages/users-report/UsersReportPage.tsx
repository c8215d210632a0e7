import { PeopleSearchRegular } from '@fluentui/react-icons';
import { useNavigate } from '@tanstack/react-router';
import {
  USERS_REPORT_COLUMNS,
  type UsersReport,
  type UsersReportColumn,
  type UsersReportRow,
} from '../../../src/contract/users-report.ts';
import { getJson } from '../../api/client.ts';
import { ColumnChooser } from '../../components/ColumnChooser.tsx';
import { EmptyState } from '../../components/EmptyState.tsx';
import { PageFrame } from '../../components/PageFrame.tsx';
import { QueryView } from '../../components/QueryView.tsx';
import { usePartnerId, useSession } from '../../components/session.tsx';
import { UrlSearchBox } from '../../components/UrlSearchBox.tsx';
import { useUrlState } from '../../components/url-state.ts';
import { useChosenColumns } from '../../components/use-chosen-columns.ts';
import { useUserStatusLabel } from '../../components/use-labels.ts';
import { PrintedRows } from '../../components/virtual-table/PrintedRows.tsx';
import { nextOrder, parseOrder } from '../../components/virtual-table/table-column.ts';
import { VirtualCards } from '../../components/virtual-table/VirtualCards.tsx';
import { VirtualTable } from '../../components/virtual-table/VirtualTable.tsx';
import { useWindowedRows, type WindowedRows } from '../../components/windowed-rows.ts';
import { useDates } from '../../messages/use-dates.ts';
import { useText } from '../../messages/use-text.ts';
import { PATHS } from '../../paths.ts';
import { Bones } from '../../ui/Bones.tsx';
import { usePhone } from '../../ui/use-phone.ts';
import { UserFilters } from '../users/UserFilters.tsx';
import styles from '../users/Users.module.css';
import { UsersTabs } from '../users/UsersTabs.tsx';
import { ExportUsersReport } from './ExportUsersReport.tsx';
import { useUsersReportColumns } from './users-report-columns.tsx';

const FILTERS = ['status', 'associated', 'technical'] as const;

const ON_PAPER: readonly (readonly UsersReportColumn[])[] = [
  ['firstName', 'lastName'],
  ['workEmail'],
  ['userStatus'],
  ['roles'],
  ['lastSignIn'],
  ['partnerUniversity', 'partnerUniversitySince'],
  ['associated', 'associatedSince'],
  ['mcid', 'learningEmail'],
];

function PersonCard({ row }: { row: UsersReportRow }) {
  const t = useText();
  const dates = useDates();
  const status = useUserStatusLabel();
  const since = row.associatedSince;
  return (
    <>
      <strong>
        {row.firstName} {row.lastName}
      </strong>
      <span>{row.workEmail}</span>
      <span className={styles.hint}>
        {status(row.userStatus)} ·{' '}
        {since === null
          ? t('usersReport.noAccount')
          : t('usersReport.account', { mcid: row.mcid, day: dates.day(since) })}
      </span>
    </>
  );
}

interface ReportRowsProps {
  readonly rows: WindowedRows<UsersReportRow, UsersReport>;
  readonly columns: ReturnType<typeof useUsersReportColumns>;
}

/** A row leads to the person in the list of users. */
function ReportRows({ rows, columns }: ReportRowsProps) {
  const t = useText();
  const phone = usePhone();
  const navigate = useNavigate();
  const [url, patch] = useUrlState();
  const order = parseOrder(url.orderby);
  if (rows.count === 0) return <EmptyState icon={<PeopleSearchRegular />} title={t('usersReport.nothing')} />;
  const shared = {
    label: t('usersReport.title'),
    count: rows.count,
    rowAt: rows.rowAt,
    onRange: rows.onRange,
    onOpen: (row: UsersReportRow) => void navigate({ to: PATHS.users, search: { user: row.userId } }),
  };
  return (
    <>
      {phone ? (
        <VirtualCards {...shared} card={(row) => <PersonCard row={row} />} />
      ) : (
        <VirtualTable
          {...shared}
          columns={columns}
          order={order}
          onOrder={(column) => patch({ orderby: nextOrder(order, column) })}
          stale={rows.head.isPlaceholderData}
        />
      )}
      <PrintedRows rows={rows} columns={columns} paper={ON_PAPER} />
    </>
  );
}

/** The users report on screen; the download sends the same parameters as the table. */
export function UsersReportPage() {
  const t = useText();
  const dates = useDates();
  const partner = usePartnerId();
  const { times, day } = useSession();
  const [url] = useUrlState();
  const columns = useUsersReportColumns();
  const { chosen, choose } = useChosenColumns<UsersReportColumn>({
    all: USERS_REPORT_COLUMNS,
    usual: USERS_REPORT_COLUMNS,
    storedAs: 'jalon.users-report.columns',
  });
  const asked = ['search', 'orderby', ...FILTERS].map((name) => [name, url[name]]);
  const parameters = { ...Object.fromEntries(asked), asOf: times.asOf };
  const rows = useWindowedRows<UsersReportRow, UsersReport>(
    ['partner', partner, 'users-report', parameters],
    (skip, top, signal) =>
      getJson<UsersReport>(`/partners/${partner}/users-report`, { ...parameters, skip, top }, signal),
  );
  return (
    <PageFrame
      page="users-report"
      title={t('usersReport.title')}
      crumbs={[{ to: PATHS.users, label: t('users.title') }]}
      ability="users"
      lead={t('usersReport.lead')}
      fill
      actions={
        <ExportUsersReport
          parameters={{ ...parameters, columns: chosen.join(',') }}
          contents={t('usersReport.contents', {
            count: rows.count,
            columns: chosen.length,
            day: dates.day(day),
          })}
          primary
        />
      }
    >
      <UsersTabs selected="report" />
      <QueryView query={rows.head} skeleton={<Bones count={12} height={36} />}>
        {() => (
          <>
            <div className={`${styles.toolbar} no-print`}>
              <UrlSearchBox label={t('usersReport.search')} width={330} />
              <UserFilters names={FILTERS} />
              <ColumnChooser columns={columns} chosen={chosen} onChoose={choose} />
              <span className={styles.hint}>{t('users.count', { count: rows.count })}</span>
            </div>
            <ReportRows rows={rows} columns={columns.filter(({ id }) => chosen.includes(id))} />
          </>
        )}
      </QueryView>
    </PageFrame>
  );
}
