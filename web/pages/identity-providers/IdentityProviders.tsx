import { Button, MessageBar, MessageBarBody } from '@fluentui/react-components';
import { AddRegular, BuildingPeopleRegular } from '@fluentui/react-icons';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { IdentityProviderView } from '../../../src/contract/identity-providers.ts';
import { sendJson } from '../../api/client.ts';
import { identityProvidersQuery } from '../../api/queries.ts';
import { EmptyState } from '../../components/EmptyState.tsx';
import { QueryView } from '../../components/QueryView.tsx';
import { usePartnerId, useSession } from '../../components/session.tsx';
import { useRoleReason } from '../../components/use-role-reason.ts';
import { useText } from '../../messages/use-text.ts';
import { Bones } from '../../ui/Bones.tsx';
import styles from './IdentityProviders.module.css';
import { ProviderCard } from './ProviderCard.tsx';
import { ProviderForm } from './ProviderForm.tsx';
import { EMPTY_DRAFT, newProviderOf, type ProviderDraft } from './provider-draft.ts';
import { useProviderAct } from './use-provider-act.ts';

function AddProvider({ onClose, onAdded }: { onClose: () => void; onAdded: (name: string) => void }) {
  const t = useText();
  const partner = usePartnerId();
  const add = useProviderAct(
    (draft: ProviderDraft) =>
      sendJson<IdentityProviderView>('POST', `/partners/${partner}/identity-providers`, newProviderOf(draft)),
    ({ name, issuer }) => {
      // A directory of the installation's provider has nothing to register.
      if (issuer !== null) onAdded(name);
      onClose();
    },
  );
  return <ProviderForm title={t('idp.add')} before={EMPTY_DRAFT} isNew act={add} onClose={onClose} />;
}

function Providers({ providers }: { providers: readonly IdentityProviderView[] }) {
  const t = useText();
  const [adding, setAdding] = useState(false);
  const [added, setAdded] = useState<string | null>(null);
  const begin = () => {
    setAdded(null);
    setAdding(true);
  };
  return (
    <>
      {added !== null && providers.some(({ name }) => name === added) && (
        <MessageBar intent="success" layout="multiline">
          <MessageBarBody>{t('idp.added', { name: added })}</MessageBarBody>
        </MessageBar>
      )}
      {providers.length === 0 && !adding && (
        <EmptyState icon={<BuildingPeopleRegular />} title={t('idp.empty')}>
          {t('idp.empty.text')}
        </EmptyState>
      )}
      {providers.map((provider) => (
        <ProviderCard key={provider.providerId} provider={provider} />
      ))}
      {adding ? (
        <AddProvider onClose={() => setAdding(false)} onAdded={setAdded} />
      ) : (
        <div className={styles.buttons}>
          <Button icon={<AddRegular />} onClick={begin}>
            {t('idp.add')}
          </Button>
        </div>
      )}
    </>
  );
}

/** Where the people of the company have their work accounts, for those who may say so. */
export function IdentityProviders() {
  const t = useText();
  const { can } = useSession();
  const reason = useRoleReason('company-settings');
  const may = can('company-settings') || can('manage-directories');
  const query = useQuery({ ...identityProvidersQuery(usePartnerId()), enabled: may });
  return (
    <section className={styles.section} aria-label={t('idp.title')}>
      <h2>{t('idp.title')}</h2>
      <p>{t('idp.lead')}</p>
      {may ? (
        <QueryView query={query} skeleton={<Bones count={2} height={140} />} part>
          {({ value }) => <Providers providers={value} />}
        </QueryView>
      ) : (
        <span>{reason}</span>
      )}
    </section>
  );
}
