import { Button, Field, Select } from '@fluentui/react-components';
import { FilterRegular } from '@fluentui/react-icons';
import { useState } from 'react';
import { PARTNER_ROLES } from '../../../src/contract/roles.ts';
import { useUrlState } from '../../components/url-state.ts';
import { useRoleLabel, useUserStatusLabel } from '../../components/use-labels.ts';
import type { MessageId } from '../../messages/messages.ts';
import { useText } from '../../messages/use-text.ts';
import { usePhone } from '../../ui/use-phone.ts';
import styles from './Users.module.css';

export type UserFilter = 'status' | 'role' | 'associated' | 'technical' | 'signIn';

const LABELS: Readonly<Record<UserFilter, MessageId>> = {
  status: 'users.column.status',
  role: 'users.filter.role',
  associated: 'users.filter.associated',
  technical: 'users.column.technical',
  signIn: 'users.filter.signIn',
};

export const USER_FILTERS = Object.keys(LABELS) as UserFilter[];

const STATUSES = ['active', 'disabled', 'left'];

function Filters({ names }: { names: readonly UserFilter[] }) {
  const t = useText();
  const [url, patch] = useUrlState();
  const status = useUserStatusLabel();
  const role = useRoleLabel();
  const yesNo = [
    ['yes', t('common.yes')],
    ['no', t('common.no')],
  ] as const;
  const values: Readonly<Record<UserFilter, readonly (readonly [string, string])[]>> = {
    status: STATUSES.map((one) => [one, status(one)]),
    role: PARTNER_ROLES.map((one) => [one, role(one)]),
    associated: yesNo,
    technical: yesNo,
    signIn: [
      ['no-password', t('users.filter.noPassword')],
      ['never', t('users.filter.never')],
    ],
  };
  return (
    <>
      {names.map((name) => (
        <Field key={name} label={t(LABELS[name])} orientation="horizontal" className={styles.filter!}>
          <Select
            value={url[name] ?? ''}
            onChange={(_, data) => patch({ [name]: data.value === '' ? undefined : data.value })}
          >
            <option value="">{t('report.filter.any')}</option>
            {values[name].map(([value, label]) => (
              <option key={value} value={value}>
                {label}
              </option>
            ))}
          </Select>
        </Field>
      ))}
    </>
  );
}

interface UserFiltersProps {
  readonly names?: readonly UserFilter[];
}

/** On a phone they open at a touch: one below the other they would push the people off the screen. */
export function UserFilters({ names = USER_FILTERS }: UserFiltersProps) {
  const t = useText();
  const [url] = useUrlState();
  const phone = usePhone();
  const [open, setOpen] = useState(false);
  if (!phone) return <Filters names={names} />;
  const count = names.filter((name) => url[name] !== undefined && url[name] !== '').length;
  return (
    <>
      <Button icon={<FilterRegular />} aria-expanded={open} onClick={() => setOpen(!open)}>
        {t('report.filters', { count })}
      </Button>
      {open && <Filters names={names} />}
    </>
  );
}
