import { Button, Link as FluentLink, Input } from '@fluentui/react-components';
import { type FormEvent, useState } from 'react';
import type { NewAuthenticator, RecoveryCodes } from '../../../src/contract/sign-in.ts';
import { sendJson } from '../../api/client.ts';
import { Failure } from '../../components/Failure.tsx';
import { NeededField } from '../../components/NeededField.tsx';
import { useText } from '../../messages/use-text.ts';
import { QrCode } from '../../ui/QrCode.tsx';
import styles from './Security.module.css';
import { useSecurityAct } from './use-security-act.ts';

interface SetUpProps {
  readonly made: NewAuthenticator;
  readonly onDone: (codes: readonly string[]) => void;
  readonly onCancel: () => void;
}

/** The key of the app, and the first code that shows that it arrived there. */
export function AuthenticatorSetUp({ made, onDone, onCancel }: SetUpProps) {
  const t = useText();
  const [code, setCode] = useState('');
  const [sent, setSent] = useState(false);
  const confirm = useSecurityAct(
    (digits: string) => sendJson<RecoveryCodes>('POST', '/me/authenticator/confirm', { code: digits }),
    ({ recoveryCodes }) => onDone(recoveryCodes),
    (problem) => (problem === 'wrong-code' ? t('security.app.wrong') : null),
  );
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setSent(true);
    if (code.trim() !== '') confirm.run(code.trim());
  };
  return (
    <form className={styles.stack} onSubmit={submit} noValidate>
      <p>{t('security.app.scan')}</p>
      <QrCode text={made.address} label={t('security.app.qr')} />
      <p className={styles.quiet}>{t('security.app.key')}</p>
      <code className={styles.key}>{made.key.replace(/(.{4})(?=.)/g, '$1 ')}</code>
      <FluentLink href={made.address}>{t('security.app.openHere')}</FluentLink>
      {confirm.failure !== null && <Failure>{confirm.failure}</Failure>}
      {confirm.dialog}
      <NeededField label={t('security.app.code')} value={code} sent={sent}>
        <Input
          autoComplete="one-time-code"
          inputMode="numeric"
          value={code}
          onChange={(_, data) => setCode(data.value)}
        />
      </NeededField>
      <div className={styles.buttons}>
        <Button appearance="primary" type="submit" disabledFocusable={confirm.isPending}>
          {t('security.app.confirm')}
        </Button>
        <Button onClick={onCancel}>{t('security.cancel')}</Button>
      </div>
    </form>
  );
}
