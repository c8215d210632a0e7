import { Button, Input, MessageBar, MessageBarBody } from '@fluentui/react-components';
import { useMutation } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { type FormEvent, useState } from 'react';
import { sendJson } from '../../api/client.ts';
import { NeededField } from '../../components/NeededField.tsx';
import { useText } from '../../messages/use-text.ts';
import { PATHS } from '../../paths.ts';
import table from '../../ui/Table.module.css';
import styles from './Entrance.module.css';
import { Entrance } from './Entrance.tsx';
import { failureText } from './failure-text.ts';

/** Asks for a link; the answer tells nobody whether an address is known. */
export function ForgottenPasswordPage() {
  const t = useText();
  const [email, setEmail] = useState('');
  const [sent, setSent] = useState(false);
  const ask = useMutation({
    mutationFn: () => sendJson<void>('POST', '/password-reset', { email: email.trim() }),
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setSent(true);
    if (email.trim() !== '') ask.mutate();
  };
  return (
    <Entrance title={t('password.forgotten.title')}>
      {ask.isSuccess ? (
        <p className={styles.text} role="status">
          {t('password.forgotten.done')}
        </p>
      ) : (
        <form className={styles.form} onSubmit={submit} noValidate>
          <p className={styles.text}>{t('password.forgotten.text')}</p>
          {ask.isError && (
            <MessageBar intent="error" layout="multiline">
              <MessageBarBody>{failureText(t, ask.error)}</MessageBarBody>
            </MessageBar>
          )}
          <NeededField label={t('signIn.email')} value={email} sent={sent}>
            <Input
              type="email"
              autoComplete="username"
              value={email}
              onChange={(_, data) => setEmail(data.value)}
            />
          </NeededField>
          <Button appearance="primary" size="large" type="submit" disabledFocusable={ask.isPending}>
            {t('password.forgotten.submit')}
          </Button>
        </form>
      )}
      <p className={styles.below}>
        <Link to={PATHS.signIn} className={table.link}>
          {t('password.forgotten.back')}
        </Link>
      </p>
    </Entrance>
  );
}
