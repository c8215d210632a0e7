import { Button, Input } from '@fluentui/react-components';
import { browserSupportsWebAuthn, startRegistration } from '@simplewebauthn/browser';
import { type FormEvent, useState } from 'react';
import type { Security } from '../../../src/contract/sign-in.ts';
import { sendJson } from '../../api/client.ts';
import { AskFirst } from '../../components/AskFirst.tsx';
import { NeededField } from '../../components/NeededField.tsx';
import { useDates } from '../../messages/use-dates.ts';
import { useText } from '../../messages/use-text.ts';
import styles from './Security.module.css';
import { SecurityCard } from './SecurityCard.tsx';
import { type SecurityAct, useSecurityAct } from './use-security-act.ts';

type CreationOptions = Parameters<typeof startRegistration>[0]['optionsJSON'];

async function createPasskey(name: string): Promise<void> {
  const optionsJSON = await sendJson<CreationOptions>('POST', '/me/passkeys/options');
  await sendJson('POST', '/me/passkeys', { name, answer: await startRegistration({ optionsJSON }) });
}

function NewPasskeyForm({ act, onCancel }: { act: SecurityAct<string>; onCancel: () => void }) {
  const t = useText();
  const [name, setName] = useState('');
  const [sent, setSent] = useState(false);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setSent(true);
    if (name.trim() !== '') act.run(name.trim());
  };
  return (
    <form className={styles.stack} onSubmit={submit} noValidate>
      <NeededField
        label={t('security.passkeys.name')}
        hint={t('security.passkeys.name.hint')}
        value={name}
        sent={sent}
      >
        <Input autoFocus maxLength={60} value={name} onChange={(_, data) => setName(data.value)} />
      </NeededField>
      <div className={styles.buttons}>
        <Button appearance="primary" type="submit" disabledFocusable={act.isPending}>
          {t('security.passkeys.create')}
        </Button>
        <Button onClick={onCancel}>{t('security.cancel')}</Button>
      </div>
    </form>
  );
}

export function PasskeysCard({ passkeys }: { passkeys: Security['passkeys'] }) {
  const t = useText();
  const dates = useDates();
  const [adding, setAdding] = useState(false);
  const add = useSecurityAct(
    createPasskey,
    () => setAdding(false),
    (code, error) =>
      code === 'passkey-refused' || (error instanceof Error && error.name.endsWith('Error') && code === null)
        ? t('security.passkeys.refused')
        : null,
  );
  const remove = useSecurityAct((id: string) => sendJson('DELETE', `/me/passkeys/${encodeURIComponent(id)}`));
  const supported = browserSupportsWebAuthn();
  return (
    <SecurityCard title={t('security.passkeys')} acts={[add, remove]}>
      {passkeys.length === 0 && <p className={styles.quiet}>{t('security.passkeys.none')}</p>}
      <ul className={styles.list}>
        {passkeys.map(({ passkeyId, name, createdAt, lastUsedAt }) => (
          <li key={passkeyId} className={styles.row}>
            <span className={styles.stackTight}>
              <strong>{name}</strong>
              <span className={styles.quiet}>
                {t('security.added', { at: dates.day(createdAt) })},{' '}
                {lastUsedAt === null
                  ? t('security.never')
                  : t('security.lastUsed', { at: dates.instant(lastUsedAt) })}
              </span>
            </span>
            <AskFirst
              label={t('security.remove')}
              about={name}
              effect={t('security.passkeys.remove.text', { name })}
              disabled={remove.isPending}
              onAct={() => remove.run(passkeyId)}
            />
          </li>
        ))}
      </ul>
      {adding ? (
        <NewPasskeyForm act={add} onCancel={() => setAdding(false)} />
      ) : supported ? (
        <div className={styles.buttons}>
          <Button onClick={() => setAdding(true)}>{t('security.passkeys.add')}</Button>
        </div>
      ) : (
        <p className={styles.quiet}>{t('security.passkeys.unsupported')}</p>
      )}
    </SecurityCard>
  );
}
