import { Link } from '@tanstack/react-router';
import { useMemo } from 'react';
import type { User } from '../../../src/contract/users.ts';
import type { UrlState } from '../../components/url-state.ts';
import { useProviderLabel, useRoleLabel, useUserStatusLabel } from '../../components/use-labels.ts';
import { TwoParts } from '../../components/virtual-table/TwoParts.tsx';
import type { TableColumn } from '../../components/virtual-table/table-column.ts';
import { useDates } from '../../messages/use-dates.ts';
import { useText } from '../../messages/use-text.ts';
import styles from './Users.module.css';

export function useUserColumns(): readonly TableColumn<User>[] {
  const t = useText();
  const dates = useDates();
  const status = useUserStatusLabel();
  const role = useRoleLabel();
  const provider = useProviderLabel();
  return useMemo(() => {
    const text = (value: string) => <span title={value}>{value}</span>;
    // One account may be associated twice, in PMC and here.
    const accountsOf = (user: User) =>
      [...new Set(user.learningAccounts.map((one) => `${provider(one.provider)} ${one.accountId}`))].sort();
    const associated = (user: User) =>
      user.learningAccounts.length === 0 ? (
        t('common.no')
      ) : (
        <div title={accountsOf(user).join(', ')}>
          {accountsOf(user).map((account) => (
            <span key={account} className={styles.account}>
              {account}
            </span>
          ))}
        </div>
      );
    return [
      {
        id: 'lastName',
        header: t('users.column.lastName'),
        width: 108,
        sortable: true,
        pinned: 'start',
        // A link, so that a person can be opened in another tab; with the keyboard the row is what is opened.
        cell: ({ userId, lastName }) => (
          <Link
            to="."
            search={(before: UrlState) => ({ ...before, user: userId })}
            resetScroll={false}
            tabIndex={-1}
            title={lastName}
            className={styles.name}
          >
            {lastName}
          </Link>
        ),
      },
      {
        id: 'firstName',
        header: t('users.column.firstName'),
        width: 98,
        sortable: true,
        pinned: 'start',
        cell: (user) => text(user.firstName),
      },
      {
        id: 'workEmail',
        header: t('users.column.workEmail'),
        width: 206,
        sortable: true,
        cell: (user) => <TwoParts text={user.workEmail} mark="@" />,
      },
      {
        id: 'status',
        header: t('users.column.status'),
        width: 84,
        sortable: true,
        cell: (user) => status(user.status),
      },
      {
        id: 'roles',
        header: t('users.column.roles'),
        width: 176,
        sortable: false,
        cell: (user) => text(user.roles.map(role).join(', ')),
      },
      {
        id: 'technical',
        header: t('users.column.technical'),
        width: 110,
        sortable: true,
        cell: (user) => t(user.technical ? 'common.yes' : 'common.no'),
      },
      {
        id: 'associated',
        header: t('users.column.associated'),
        width: 230,
        sortable: false,
        cell: associated,
      },
      {
        id: 'lastSignInAt',
        header: t('users.column.lastSignIn'),
        width: 112,
        sortable: true,
        cell: (user) => (user.lastSignInAt === null ? t('users.never') : dates.instant(user.lastSignInAt)),
      },
    ];
  }, [t, dates, status, role, provider]);
}
