import { MessageBar, MessageBarBody } from '@fluentui/react-components';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { Provisioning } from '../../../src/contract/provisioning.ts';
import { provisioningQuery, signInSettingsQuery } from '../../api/queries.ts';
import { PageFrame } from '../../components/PageFrame.tsx';
import { QueryView } from '../../components/QueryView.tsx';
import { usePartnerId } from '../../components/session.tsx';
import { useText } from '../../messages/use-text.ts';
import { PATHS } from '../../paths.ts';
import { Bones } from '../../ui/Bones.tsx';
import card from '../../ui/Card.module.css';
import table from '../../ui/Table.module.css';
import { UsersTabs } from '../users/UsersTabs.tsx';
import { GroupsCard } from './GroupsCard.tsx';
import styles from './Provisioning.module.css';
import { TokenCard } from './TokenCard.tsx';

function Cards({ provisioning }: { provisioning: Provisioning }) {
  const t = useText();
  const { address, people, token, groups } = provisioning;
  return (
    <div className={styles.layout}>
      <section className={`${card.card} ${styles.card}`}>
        <h2>{t('provisioning.directory')}</h2>
        <dl className={styles.facts}>
          <dt>{t('provisioning.address')}</dt>
          <dd>
            <code>{address}</code>
          </dd>
          <dt>{t('provisioning.people')}</dt>
          <dd>{t('provisioning.peopleCount', { count: people })}</dd>
        </dl>
      </section>
      <WithoutMails />
      <TokenCard token={token} />
      <GroupsCard groups={groups} />
    </div>
  );
}

/** People whom the directory sends would wait for a link that nobody sends them. */
function WithoutMails() {
  const t = useText();
  const settings = useQuery(signInSettingsQuery(usePartnerId()));
  if (settings.data === undefined || settings.data.mailServer) return null;
  return (
    <MessageBar intent="warning" layout="multiline">
      <MessageBarBody>
        {t('provisioning.noMail')}{' '}
        <Link to={PATHS.signInSettings} className={table.link}>
          {t('signInSettings.title')}
        </Link>
      </MessageBarBody>
    </MessageBar>
  );
}

/** How the directory of the company sends its people and groups. */
export function ProvisioningPage() {
  const t = useText();
  const query = useQuery(provisioningQuery(usePartnerId()));
  return (
    <PageFrame
      page="provisioning"
      title={t('provisioning.title')}
      crumbs={[{ to: PATHS.users, label: t('users.title') }]}
      lead={t('provisioning.lead')}
      ability="company-settings"
    >
      <UsersTabs selected="provisioning" />
      <QueryView query={query} skeleton={<Bones count={3} height={96} />}>
        {(provisioning) => <Cards provisioning={provisioning} />}
      </QueryView>
    </PageFrame>
  );
}
