import { MessageBar, MessageBarBody, Switch } from '@fluentui/react-components';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { SignInSettings } from '../../../src/contract/session.ts';
import { sendJson } from '../../api/client.ts';
import { signInSettingsQuery } from '../../api/queries.ts';
import { PageFrame } from '../../components/PageFrame.tsx';
import { QueryView } from '../../components/QueryView.tsx';
import { usePartnerId, useSession } from '../../components/session.tsx';
import { useRoleReason } from '../../components/use-role-reason.ts';
import { useText } from '../../messages/use-text.ts';
import { PATHS } from '../../paths.ts';
import { Bones } from '../../ui/Bones.tsx';
import table from '../../ui/Table.module.css';
import { IdentityProviders } from '../identity-providers/IdentityProviders.tsx';
import styles from './Users.module.css';
import { UsersTabs } from './UsersTabs.tsx';

function Settings({ settings }: { settings: SignInSettings }) {
  const t = useText();
  const partner = usePartnerId();
  const client = useQueryClient();
  const { me, can } = useSession();
  const reason = useRoleReason('company-settings');
  const change = useMutation({
    mutationFn: (selfServiceReset: boolean) =>
      sendJson<SignInSettings>('PATCH', `/partners/${partner}/sign-in-settings`, { selfServiceReset }),
    onSuccess: (changed) => client.setQueryData(signInSettingsQuery(partner).queryKey, changed),
  });
  return (
    <section className={styles.form}>
      <Switch
        label={t('signInSettings.reset')}
        checked={settings.selfServiceReset}
        disabled={reason !== null || change.isPending}
        onChange={(_, data) => change.mutate(data.checked)}
      />
      <p className={styles.hint}>{reason ?? t('signInSettings.reset.hint')}</p>
      {settings.mailServer && can('manage-users') && (
        <Link to={PATHS.outbox} className={table.link}>
          {t(me.outbox ? 'outbox.title' : 'outbox.title.mails')}
        </Link>
      )}
      {!settings.mailServer && (
        <MessageBar intent="warning" layout="multiline">
          <MessageBarBody>{t('signInSettings.noMail')}</MessageBarBody>
        </MessageBar>
      )}
      {change.isError && (
        <MessageBar intent="error">
          <MessageBarBody>{t('signInSettings.failed')}</MessageBarBody>
        </MessageBar>
      )}
    </section>
  );
}

/** What the company decides about how its people sign in. */
export function SignInSettingsPage() {
  const t = useText();
  const query = useQuery(signInSettingsQuery(usePartnerId()));
  return (
    <PageFrame
      page="sign-in-settings"
      title={t('signInSettings.title')}
      crumbs={[{ to: PATHS.users, label: t('users.title') }]}
      lead={t('signInSettings.lead')}
      ability="company-settings"
    >
      <UsersTabs selected="sign-in" />
      <QueryView query={query} skeleton={<Bones count={2} height={44} />}>
        {(settings) => <Settings settings={settings} />}
      </QueryView>
      <IdentityProviders />
    </PageFrame>
  );
}
