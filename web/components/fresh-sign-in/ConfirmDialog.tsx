import {
  Button,
  Dialog,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
  Input,
} from '@fluentui/react-components';
import { startAuthentication } from '@simplewebauthn/browser';
import { useMutation, useQuery } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import type { BegunRound, Security } from '../../../src/contract/sign-in.ts';
import { sendJson } from '../../api/client.ts';
import { problemStatus } from '../../api/problem-error.ts';
import { securityQuery } from '../../api/queries.ts';
import { useText } from '../../messages/use-text.ts';
import { Failure } from '../Failure.tsx';
import { NeededField } from '../NeededField.tsx';
import styles from './ConfirmDialog.module.css';

type PasskeyOptions = Parameters<typeof startAuthentication>[0]['optionsJSON'];

function PasswordPart({ code, onProved }: { code: boolean; onProved: () => void }) {
  const t = useText();
  const [password, setPassword] = useState('');
  const [digits, setDigits] = useState('');
  const [sent, setSent] = useState(false);
  const confirm = useMutation({
    mutationFn: () => sendJson('POST', '/me/confirm', { password, ...(code ? { code: digits } : {}) }),
    onSuccess: onProved,
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setSent(true);
    if (password !== '' && (!code || digits.trim() !== '')) confirm.mutate();
  };
  return (
    <form className={styles.form} onSubmit={submit} noValidate>
      {confirm.isError && (
        <Failure>
          {problemStatus(confirm.error) === 429 ? t('signIn.tooMany', { minutes: 15 }) : t('confirm.failed')}
        </Failure>
      )}
      <NeededField label={t('confirm.password')} value={password} sent={sent}>
        <Input
          type="password"
          autoFocus
          autoComplete="current-password"
          value={password}
          onChange={(_, data) => setPassword(data.value)}
        />
      </NeededField>
      {code && (
        <NeededField label={t('confirm.code')} value={digits} sent={sent}>
          <Input autoComplete="one-time-code" value={digits} onChange={(_, data) => setDigits(data.value)} />
        </NeededField>
      )}
      <Button appearance="primary" type="submit" disabledFocusable={confirm.isPending}>
        {t('confirm.submit')}
      </Button>
    </form>
  );
}

/** Ways without the password: a passkey, or the work account shown anew, which leaves the page and comes back. */
function OtherParts({ security, onProved }: { security: Security; onProved: () => void }) {
  const t = useText();
  const passkey = useMutation({
    mutationFn: async () => {
      const optionsJSON = await sendJson<PasskeyOptions>('POST', '/me/confirm/passkey/options');
      await sendJson('POST', '/me/confirm/passkey', { answer: await startAuthentication({ optionsJSON }) });
    },
    onSuccess: onProved,
  });
  const account = useMutation({
    mutationFn: (provider: string) =>
      sendJson<BegunRound>('POST', '/me/confirm/work-account', {
        provider,
        returnTo: window.location.pathname + window.location.search,
      }),
    onSuccess: ({ address }) => window.location.assign(address),
  });
  const accounts = security.workAccounts.length > 0 ? security.providers : [];
  return (
    <>
      {(passkey.isError || account.isError) && <Failure>{t('confirm.failed')}</Failure>}
      {security.passkeys.length > 0 && (
        <Button onClick={() => passkey.mutate()}>{t('confirm.passkey')}</Button>
      )}
      {accounts.map(({ provider, name }) => (
        <Button key={provider} onClick={() => account.mutate(provider)}>
          {t('confirm.workAccount', { provider: name })}
        </Button>
      ))}
    </>
  );
}

/** Asks who is at the browser, by any of the ways that the person has. */
export function ConfirmDialog({ onAnswer }: { onAnswer: (confirmed: boolean) => void }) {
  const t = useText();
  const { data: security } = useQuery(securityQuery);
  return (
    <Dialog open onOpenChange={(_, data) => !data.open && onAnswer(false)}>
      <DialogSurface className={styles.surface!}>
        <DialogBody>
          <DialogTitle>{t('confirm.title')}</DialogTitle>
          <DialogContent className={styles.form!}>
            <p className={styles.text}>{t('confirm.text')}</p>
            {security?.password === true && (
              <PasswordPart code={security.authenticator !== null} onProved={() => onAnswer(true)} />
            )}
            {security !== undefined && <OtherParts security={security} onProved={() => onAnswer(true)} />}
            <Button appearance="subtle" onClick={() => onAnswer(false)}>
              {t('security.cancel')}
            </Button>
          </DialogContent>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  );
}
