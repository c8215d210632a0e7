import {
  Button,
  DrawerBody,
  DrawerHeader,
  DrawerHeaderTitle,
  MessageBar,
  MessageBarBody,
  OverlayDrawer,
  Switch,
} from '@fluentui/react-components';
import { DismissRegular } from '@fluentui/react-icons';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { User } from '../../../src/contract/users.ts';
import { sendJson } from '../../api/client.ts';
import { byAccount } from '../../components/by-account.ts';
import { usePartnerId, useSession } from '../../components/session.tsx';
import { useProviderLabel, useRoleLabel, useUserStatusLabel } from '../../components/use-labels.ts';
import { useRoleReason } from '../../components/use-role-reason.ts';
import { useDates } from '../../messages/use-dates.ts';
import { useText } from '../../messages/use-text.ts';
import { PATHS } from '../../paths.ts';
import table from '../../ui/Table.module.css';
import styles from './Users.module.css';

function TechnicalSwitch({ user, onChange }: { user: User; onChange: (user: User) => void }) {
  const t = useText();
  const partner = usePartnerId();
  const client = useQueryClient();
  const reason = useRoleReason('manage-users');
  const change = useMutation({
    mutationFn: (technical: boolean) =>
      sendJson<User>('PATCH', `/partners/${partner}/users/${encodeURIComponent(user.userId)}`, { technical }),
    onSuccess: (changed) => {
      onChange(changed);
      void client.invalidateQueries({ queryKey: ['partner', partner] });
    },
  });
  return (
    <div>
      <Switch
        label={t('users.column.technical')}
        checked={user.technical}
        disabled={reason !== null || change.isPending}
        onChange={(_, data) => change.mutate(data.checked)}
      />
      <p className={styles.hint}>{reason ?? t('users.technical.hint')}</p>
      {change.isError && (
        <MessageBar intent="error">
          <MessageBarBody>{t('users.technical.failed')}</MessageBarBody>
        </MessageBar>
      )}
    </div>
  );
}

function Accounts({ user }: { user: User }) {
  const t = useText();
  const dates = useDates();
  const provider = useProviderLabel();
  if (user.learningAccounts.length === 0) return <p>{t('users.noAccount')}</p>;
  return (
    <ul className={styles.accounts}>
      {byAccount(user.learningAccounts).map(([first, ...others]) => (
        <li key={first.provider + first.accountId}>
          {provider(first.provider)} {first.accountId}
          {[first, ...others].map((one) => (
            <span key={one.via + one.since} className={styles.hint}>
              {t('users.account.since', { day: dates.day(one.since) })}{' '}
              {t(one.via === 'pmc' ? 'via.pmc' : 'via.partnerCenter')}
            </span>
          ))}
        </li>
      ))}
    </ul>
  );
}

function Details({ user, onChange }: { user: User; onChange: (user: User) => void }) {
  const t = useText();
  const dates = useDates();
  const role = useRoleLabel();
  const status = useUserStatusLabel();
  const { can } = useSession();
  return (
    <div className={styles.panel}>
      <dl className={styles.facts}>
        <dt>{t('users.column.workEmail')}</dt>
        <dd>{user.workEmail}</dd>
        <dt>{t('users.column.status')}</dt>
        <dd>{status(user.status)}</dd>
        <dt>{t('users.column.roles')}</dt>
        <dd>{user.roles.length === 0 ? t('common.none') : user.roles.map(role).join(', ')}</dd>
        <dt>{t('users.column.lastSignIn')}</dt>
        <dd>{user.lastSignInAt === null ? t('users.never') : dates.instant(user.lastSignInAt)}</dd>
        {user.employedUntil !== null && (
          <>
            <dt>{t('users.leftOn')}</dt>
            <dd>{dates.day(user.employedUntil)}</dd>
          </>
        )}
      </dl>
      <h3>{t('users.column.associated')}</h3>
      <Accounts user={user} />
      <TechnicalSwitch user={user} onChange={onChange} />
      {can('skills-report') && (
        <Link to={PATHS.skillsReport} search={{ user: user.userId }} className={table.link}>
          {t('users.skills', { count: user.skills.total })}
        </Link>
      )}
    </div>
  );
}

interface UserPanelProps {
  readonly user: User | null;
  readonly onChange: (user: User | null) => void;
}

export function UserPanel({ user, onChange }: UserPanelProps) {
  const t = useText();
  const close = (
    <Button
      appearance="subtle"
      aria-label={t('common.close')}
      icon={<DismissRegular />}
      onClick={() => onChange(null)}
    />
  );
  return (
    <OverlayDrawer
      position="end"
      size="medium"
      open={user !== null}
      onOpenChange={(_, data) => !data.open && onChange(null)}
    >
      <DrawerHeader>
        <DrawerHeaderTitle action={close}>
          {user?.firstName} {user?.lastName}
        </DrawerHeaderTitle>
      </DrawerHeader>
      <DrawerBody>{user !== null && <Details user={user} onChange={onChange} />}</DrawerBody>
    </OverlayDrawer>
  );
}
