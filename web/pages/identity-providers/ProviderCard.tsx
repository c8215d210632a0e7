import { Button } from '@fluentui/react-components';
import { CopyRegular } from '@fluentui/react-icons';
import { useState } from 'react';
import type { IdentityProviderView } from '../../../src/contract/identity-providers.ts';
import { sendJson } from '../../api/client.ts';
import { AskFirst } from '../../components/AskFirst.tsx';
import { Failure } from '../../components/Failure.tsx';
import { usePartnerId } from '../../components/session.tsx';
import { useText } from '../../messages/use-text.ts';
import card from '../../ui/Card.module.css';
import styles from './IdentityProviders.module.css';
import { ProviderForm } from './ProviderForm.tsx';
import { draftOfProvider, type ProviderDraft, providerChangeOf } from './provider-draft.ts';
import { useProviderAct } from './use-provider-act.ts';

function RedirectAddress({ provider: { name, redirectAddress } }: { provider: IdentityProviderView }) {
  const t = useText();
  const [copied, setCopied] = useState(false);
  const copy = () => void navigator.clipboard.writeText(redirectAddress).then(() => setCopied(true));
  return (
    <>
      <code>{redirectAddress}</code>
      <Button
        size="small"
        appearance="subtle"
        icon={<CopyRegular />}
        aria-label={t('idp.copy', { name })}
        onClick={copy}
      />
      <span role="status">{copied && t('idp.copied')}</span>
    </>
  );
}

function Facts({ provider }: { provider: IdentityProviderView }) {
  const t = useText();
  const { issuer, directoryTenant, clientId, emailDomains, justInTime } = provider;
  return (
    <dl className={styles.facts}>
      <dt>{t('idp.issuer')}</dt>
      <dd>{issuer ?? t('idp.issuer.installation')}</dd>
      {directoryTenant !== null && (
        <>
          <dt>{t('idp.directory')}</dt>
          <dd>{directoryTenant}</dd>
        </>
      )}
      {clientId !== null && (
        <>
          <dt>{t('idp.clientId')}</dt>
          <dd>{clientId}</dd>
        </>
      )}
      <dt>{t('idp.domains')}</dt>
      <dd>{emailDomains.length === 0 ? t('idp.domains.none') : emailDomains.join(', ')}</dd>
      <dt>{t('idp.newcomers')}</dt>
      <dd>{t(justInTime ? 'idp.jit.on' : 'idp.jit.off')}</dd>
      {issuer !== null && (
        <>
          <dt>{t('idp.redirect')}</dt>
          <dd>
            <RedirectAddress provider={provider} />
            <span className={styles.hint}>{t('idp.redirect.hint')}</span>
          </dd>
        </>
      )}
    </dl>
  );
}

/** One provider: what is known of it, changed or taken away. */
export function ProviderCard({ provider }: { provider: IdentityProviderView }) {
  const t = useText();
  const [editing, setEditing] = useState(false);
  const { name, providerId } = provider;
  const path = `/partners/${usePartnerId()}/identity-providers/${providerId}`;
  const change = useProviderAct(
    (draft: ProviderDraft) => sendJson<IdentityProviderView>('PATCH', path, providerChangeOf(draft)),
    () => setEditing(false),
  );
  const remove = useProviderAct(
    () => sendJson<void>('DELETE', path),
    () => {},
  );
  if (editing) {
    return (
      <ProviderForm
        title={t('idp.editOne', { name })}
        before={draftOfProvider(provider)}
        isNew={false}
        act={change}
        onClose={() => setEditing(false)}
      />
    );
  }
  return (
    <article className={`${card.card} ${styles.card}`} aria-label={name}>
      <h3>{name}</h3>
      <Facts provider={provider} />
      {remove.failure !== null && <Failure>{remove.failure}</Failure>}
      <div className={styles.buttons}>
        <Button aria-label={t('idp.editOne', { name })} onClick={() => setEditing(true)}>
          {t('idp.edit')}
        </Button>
        <AskFirst
          label={t('idp.remove')}
          about={name}
          effect={t('idp.remove.effect', { name })}
          disabled={remove.isPending}
          onAct={() => remove.run(undefined)}
        />
      </div>
      {remove.dialog}
    </article>
  );
}
