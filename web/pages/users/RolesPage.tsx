import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { rolesQuery } from '../../api/queries.ts';
import { PageFrame } from '../../components/PageFrame.tsx';
import { QueryView } from '../../components/QueryView.tsx';
import { usePartnerId, useSession } from '../../components/session.tsx';
import { useRoleLabel } from '../../components/use-labels.ts';
import { useText } from '../../messages/use-text.ts';
import { PATHS } from '../../paths.ts';
import { Bones } from '../../ui/Bones.tsx';
import table from '../../ui/Table.module.css';
import styles from './Users.module.css';
import { UsersTabs } from './UsersTabs.tsx';

/** Who holds which role: whom to ask. */
export function RolesPage() {
  const t = useText();
  const label = useRoleLabel();
  const query = useQuery(rolesQuery(usePartnerId()));
  // Everybody may know whom to ask; the list of users opens for those who administer them.
  const may = useSession().can('users');
  return (
    <PageFrame
      page="roles"
      title={t('roles.title')}
      crumbs={[{ to: PATHS.users, label: t('users.title') }]}
      lead={t('roles.lead')}
      ability="own-profile"
    >
      <UsersTabs selected="roles" />
      <QueryView query={query} skeleton={<Bones count={6} height={44} />}>
        {(roles) => (
          <div className={table.card}>
            <table className={`${table.table} ${table.cards}`}>
              <thead>
                <tr>
                  <th style={{ width: '40%' }}>{t('roles.column.role')}</th>
                  <th>{t('roles.column.holders')}</th>
                </tr>
              </thead>
              <tbody>
                {roles.value.map(({ role, holders }) => (
                  <tr key={role}>
                    <td data-label="">
                      {may ? (
                        <Link to={PATHS.users} search={{ role }} className={table.link}>
                          {label(role)}
                        </Link>
                      ) : (
                        label(role)
                      )}
                    </td>
                    <td data-label={t('roles.column.holders')}>
                      {holders.length === 0 ? (
                        <span className={table.quiet}>{t('roles.nobody')}</span>
                      ) : (
                        <ul className={styles.holders}>
                          {holders.map(({ userId, displayName, location }) => (
                            <li key={userId}>
                              {may ? (
                                <Link to={PATHS.users} search={{ user: userId }} className={table.link}>
                                  {displayName}
                                </Link>
                              ) : (
                                displayName
                              )}
                              {location !== null && ` (${location})`}
                            </li>
                          ))}
                        </ul>
                      )}
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
        )}
      </QueryView>
    </PageFrame>
  );
}
