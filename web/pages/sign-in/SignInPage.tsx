import { Button, Field, Input, MessageBar, MessageBarBody } from '@fluentui/react-components';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useRouter } from '@tanstack/react-router';
import { type FormEvent, useRef, useState } from 'react';
import type { Me } from '../../../src/contract/session.ts';
import { rememberCsrfToken, sendJson } from '../../api/client.ts';
import { ProblemError, UnreachableError } from '../../api/problem-error.ts';
import { meQuery } from '../../api/queries.ts';
import { announceSession } from '../../components/session-signal.ts';
import { useUrlState } from '../../components/url-state.ts';
import { useLocale } from '../../messages/locale.tsx';
import { type Translate, useText } from '../../messages/use-text.ts';
import styles from './Entrance.module.css';
import { Entrance } from './Entrance.tsx';

function failureText(t: Translate, error: unknown): string {
  if (error instanceof UnreachableError)
    return `${t('error.unreachable.title')}. ${t('error.unreachable.text')}`;
  if (error instanceof ProblemError && error.problem.status === 429) {
    return t('signIn.tooMany', { minutes: Math.max(1, Math.ceil((error.retryAfterSeconds ?? 60) / 60)) });
  }
  if (error instanceof ProblemError && error.problem.status === 401) return t('signIn.failed');
  return t('error.other.text', { code: error instanceof ProblemError ? error.problem.code : 'page-error' });
}

/** Only addresses of this site: a link may not send somebody elsewhere after sign-in. */
function safeReturn(address: string | undefined): string {
  return address?.startsWith('/') === true && !address.startsWith('//') ? address : '/';
}

/** Signs in, keeps the answer and goes back to where the reader wanted to go. */
function useSignIn(returnTo: string) {
  const client = useQueryClient();
  const router = useRouter();
  const { choose, locale } = useLocale();
  return useMutation({
    mutationFn: (secret: { email: string; password: string }) => sendJson<Me>('POST', '/sign-in', secret),
    onSuccess: (me) => {
      rememberCsrfToken(me.csrfToken);
      announceSession();
      client.clear();
      client.setQueryData(meQuery.queryKey, me);
      if (me.locale !== null && me.locale !== locale) choose(me.locale);
      void router.navigate({ href: returnTo, replace: true });
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
    </Entrance>
  );
}
