import { Button, Field, Input, MessageBar, MessageBarBody } from '@fluentui/react-components';
import { useMutation } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { type FormEvent, useRef, useState } from 'react';
import type { Me } from '../../../src/contract/session.ts';
import { sendJson } from '../../api/client.ts';
import { useUrlState } from '../../components/url-state.ts';
import { useLocale } from '../../messages/locale.tsx';
import { useText } from '../../messages/use-text.ts';
import { PATHS } from '../../paths.ts';
import table from '../../ui/Table.module.css';
import styles from './Entrance.module.css';
import { Entrance } from './Entrance.tsx';
import { failureText } from './failure-text.ts';
import { safeReturn, useEntering } from './use-entering.ts';

/** Signs in, keeps the answer and goes back to where the reader wanted to go. */
function useSignIn(returnTo: string) {
  const enter = useEntering(returnTo);
  const { choose, locale } = useLocale();
  return useMutation({
    mutationFn: (secret: { email: string; password: string }) => sendJson<Me>('POST', '/sign-in', secret),
    onSuccess: (me) => {
      if (me.locale !== null && me.locale !== locale) choose(me.locale);
      enter(me);
    },
  });
}

export function SignInPage() {
  const t = useText();
  const [{ returnTo, expired }] = useUrlState();
  const [email, setEmail] = useState('');
  const [password, setPassword] = useState('');
  const passwordField = useRef<HTMLInputElement>(null);
  const signIn = useSignIn(safeReturn(returnTo));
  const submit = (event: FormEvent) => {
    event.preventDefault();
    signIn.mutate({ email: email.trim(), password }, { onError: () => passwordField.current?.select() });
  };
  return (
    <Entrance title={t('signIn.title')}>
      {expired === 'yes' && !signIn.isError && <p className={styles.text}>{t('signIn.expired')}</p>}
      <form className={styles.form} onSubmit={submit}>
        {signIn.isError && (
          <MessageBar intent="error" layout="multiline">
            <MessageBarBody>{failureText(t, signIn.error)}</MessageBarBody>
          </MessageBar>
        )}
        <Field label={t('signIn.email')} required>
          <Input
            type="email"
            autoComplete="username"
            value={email}
            onChange={(_, data) => setEmail(data.value)}
          />
        </Field>
        <Field label={t('signIn.password')} required>
          <Input
            ref={passwordField}
            type="password"
            autoComplete="current-password"
            value={password}
            onChange={(_, data) => setPassword(data.value)}
          />
        </Field>
        <Button appearance="primary" size="large" type="submit" disabledFocusable={signIn.isPending}>
          {t(signIn.isPending ? 'signIn.working' : 'signIn.submit')}
        </Button>
      </form>
      <p className={styles.below}>
        <Link to={PATHS.forgottenPassword} className={table.link}>
          {t('password.forgotten')}
        </Link>
      </p>
    </Entrance>
  );
}
