import { PeopleSearchRegular, PersonAddRegular } from '@fluentui/react-icons';
import { Link, useNavigate } from '@tanstack/react-router';
import type { User, UserList } from '../../../src/contract/users.ts';
import { getJson } from '../../api/client.ts';
import { EmptyState } from '../../components/EmptyState.tsx';
import { ExplainedButton } from '../../components/ExplainedButton.tsx';
import { PageFrame } from '../../components/PageFrame.tsx';
import { QueryView } from '../../components/QueryView.tsx';
import { usePartnerId, useSession } from '../../components/session.tsx';
import { UrlSearchBox } from '../../components/UrlSearchBox.tsx';
import { useUrlState } from '../../components/url-state.ts';
import { useUserStatusLabel } from '../../components/use-labels.ts';
import { useRoleReason } from '../../components/use-role-reason.ts';
import { PrintedRows } from '../../components/virtual-table/PrintedRows.tsx';
import { nextOrder, parseOrder } from '../../components/virtual-table/table-column.ts';
import { VirtualCards } from '../../components/virtual-table/VirtualCards.tsx';
import { VirtualTable } from '../../components/virtual-table/VirtualTable.tsx';
import { useWindowedRows, type WindowedRows } from '../../components/windowed-rows.ts';
import { useText } from '../../messages/use-text.ts';
import { PATHS } from '../../paths.ts';
import { Bones } from '../../ui/Bones.tsx';
import table from '../../ui/Table.module.css';
import { usePhone } from '../../ui/use-phone.ts';
import { ExportUsersReport } from '../users-report/ExportUsersReport.tsx';
import { AddFromFile } from './AddFromFile.tsx';
import { USER_FILTERS, UserFilters } from './UserFilters.tsx';
import { UserPanel } from './UserPanel.tsx';
import styles from './Users.module.css';
import { UsersTabs } from './UsersTabs.tsx';
import { useUserColumns } from './user-columns.tsx';

const ON_PAPER = [
  ['lastName', 'firstName'],
  ['workEmail'],
  ['status'],
  ['roles'],
  ['technical'],
  ['associated'],
  ['lastSignInAt'],
];

function UserCard({ user }: { user: User }) {
  const t = useText();
  const status = useUserStatusLabel();
  return (
    <>
      <strong>
        {user.firstName} {user.lastName}
      </strong>
      <span>{user.workEmail}</span>
      <span className={styles.hint}>
        {status(user.status)} ·{' '}
        {t(user.learningAccounts.length === 0 ? 'users.card.alone' : 'users.card.associated')}
      </span>
    </>
  );
}

function Users({ rows }: { rows: WindowedRows<User, UserList> }) {
  const t = useText();
  const phone = usePhone();
  const columns = useUserColumns();
  const [url, patch] = useUrlState();
  const order = parseOrder(url.orderby);
  if (rows.count === 0) return <EmptyState icon={<PeopleSearchRegular />} title={t('users.nothing')} />;
  const shared = {
    label: t('users.tab'),
    count: rows.count,
    rowAt: rows.rowAt,
    onRange: rows.onRange,
    onOpen: ({ userId }: User) => patch({ user: userId }, { push: true }),
  };
  return (
    <>
      {phone ? (
        <VirtualCards {...shared} card={(user) => <UserCard user={user} />} />
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

function AddOne() {
  const t = useText();
  const navigate = useNavigate();
  const reason = useRoleReason('manage-users');
  return (
    <ExplainedButton
      reason={reason}
      icon={<PersonAddRegular />}
      primary
      onClick={() => void navigate({ to: PATHS.addUser })}
    >
      {t('people.add')}
    </ExplainedButton>
  );
}

export function UsersPage() {
  const t = useText();
  const partner = usePartnerId();
  const [url, patch] = useUrlState();
  const { times, can } = useSession();
  const parameters = {
    ...Object.fromEntries(['search', 'orderby', ...USER_FILTERS].map((name) => [name, url[name]])),
    ...times,
  };
  const rows = useWindowedRows<User, UserList>(
    ['partner', partner, 'users', parameters],
    (skip, top, signal) =>
      getJson<UserList>(`/partners/${partner}/users`, { ...parameters, skip, top }, signal),
  );
  const actions = (
    <>
      <AddOne />
      <AddFromFile />
      <ExportUsersReport parameters={{ asOf: times.asOf }} />
    </>
  );
  return (
    <PageFrame page="users" title={t('users.title')} ability="users" actions={actions} fill>
      <UsersTabs selected="users" />
      <QueryView query={rows.head} skeleton={<Bones count={12} height={36} />}>
        {() => (
          <>
            <div className={`${styles.toolbar} no-print`}>
              <UrlSearchBox label={t('users.search')} width={270} />
              <UserFilters />
              <span className={styles.hint}>{t('users.count', { count: rows.count })}</span>
              {can('skills-report') && (
                <Link to={PATHS.diagnosis} className={table.link}>
                  {t('diagnosis.openCompany')}
                </Link>
              )}
            </div>
            <Users rows={rows} />
          </>
        )}
      </QueryView>
      <UserPanel userId={url.user ?? null} onClose={() => patch({ user: undefined })} />
    </PageFrame>
  );
}
