import { Button, Divider, Field, Input, MessageBar, MessageBarBody } from '@fluentui/react-components';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useParams, useRouter } from '@tanstack/react-router';
import { type FormEvent, useState } from 'react';
import type { Me } from '../../../src/contract/session.ts';
import { getJson, rememberCsrfToken, sendJson } from '../../api/client.ts';
import { problemCode, problemStatus } from '../../api/problem-error.ts';
import { meQuery } from '../../api/queries.ts';
import { ErrorView } from '../../components/ErrorView.tsx';
import { Failure } from '../../components/Failure.tsx';
import { useText } from '../../messages/use-text.ts';
import { Bones } from '../../ui/Bones.tsx';
import styles from './Entrance.module.css';
import { Entrance } from './Entrance.tsx';
import { useProviders, useWorkAccount } from './OtherWays.tsx';
import { SecondStepForm } from './SecondStepForm.tsx';
import { signInFailure } from './sign-in-failure.ts';
import { useWelcome } from './use-welcome.ts';

const SHORTEST_PASSWORD = 12;

function useRedeem(token: string) {
  const client = useQueryClient();
  const router = useRouter();
  return useMutation({
    mutationFn: (password: string) => sendJson<Me>('POST', '/redeem-link', { token, password }),
    onSuccess: (me) => {
      rememberCsrfToken(me.csrfToken);
      client.setQueryData(meQuery.queryKey, me);
      void router.navigate({ href: '/', replace: true });
    },
  });
}

function PasswordForm({ token, email }: { token: string; email: string }) {
  const t = useText();
  const [password, setPassword] = useState('');
  const [again, setAgain] = useState('');
  const [checked, setChecked] = useState(false);
  const redeem = useRedeem(token);
  const welcome = useWelcome('/');
  const tooShort = password.length < SHORTEST_PASSWORD;
  const different = password !== again;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setChecked(true);
    if (!tooShort && !different) redeem.mutate(password);
  };
  // Whoever has an authenticator app shows its code also after a new password.
  if (problemCode(redeem.error) === 'second-step-needed') {
    return <SecondStepForm onWelcome={welcome} onOver={() => redeem.reset()} />;
  }
  const shortText = checked && tooShort ? t('welcome.tooShort', { count: SHORTEST_PASSWORD }) : undefined;
  const differentText = checked && !tooShort && different ? t('welcome.different') : undefined;
  return (
    <form className={styles.form} onSubmit={submit} noValidate>
      <p className={styles.text}>{t('welcome.text', { email })}</p>
      {redeem.isError && (
        <MessageBar intent="error" layout="multiline">
          <MessageBarBody>{t('welcome.failed')}</MessageBarBody>
        </MessageBar>
      )}
      <input type="hidden" autoComplete="username" value={email} readOnly />
      <Field
        label={t('welcome.password')}
        hint={t('welcome.hint', { count: SHORTEST_PASSWORD })}
        required
        {...(shortText === undefined ? {} : { validationMessage: shortText })}
      >
        <Input
          type="password"
          autoComplete="new-password"
          value={password}
          onChange={(_, data) => setPassword(data.value)}
        />
      </Field>
      <Field
        label={t('welcome.again')}
        required
        {...(differentText === undefined ? {} : { validationMessage: differentText })}
      >
        <Input
          type="password"
          autoComplete="new-password"
          value={again}
          onChange={(_, data) => setAgain(data.value)}
        />
      </Field>
      <Button appearance="primary" size="large" type="submit" disabledFocusable={redeem.isPending}>
        {t('welcome.submit')}
      </Button>
    </form>
  );
}

/** In place of a password: the account that the person has in the company already. */
function WorkAccounts({ token, email }: { token: string; email: string }) {
  const t = useText();
  const [failure, setFailure] = useState<unknown>(null);
  const providers = useProviders(email).data?.value ?? [];
  const workAccount = useWorkAccount(setFailure);
  if (providers.length === 0) return null;
  return (
    <div className={styles.form}>
      <Divider>{t('signIn.or')}</Divider>
      <p className={styles.text}>{t('welcome.workAccount')}</p>
      {failure !== null && <Failure>{signInFailure(t, failure)}</Failure>}
      {providers.map(({ provider, name }) => (
        <Button
          key={provider}
          size="large"
          disabledFocusable={workAccount.isPending}
          onClick={() => workAccount.mutate({ provider, link: token, email })}
        >
          {t('signIn.workAccount', { provider: name })}
        </Button>
      ))}
    </div>
  );
}

/** First sign-in by a one-time link. */
export function WelcomePage() {
  const t = useText();
  const { token } = useParams({ from: '/welcome/$token' });
  const link = useQuery({
    queryKey: ['redeem-link', token],
    retry: false,
    queryFn: () => getJson<{ purpose: string; email: string }>(`/redeem-link/${encodeURIComponent(token)}`),
  });
  return (
    <Entrance title={t('welcome.title')}>
      {link.data !== undefined && (
        <>
          <PasswordForm token={token} email={link.data.email} />
          {link.data.purpose !== 'password-reset' && <WorkAccounts token={token} email={link.data.email} />}
        </>
      )}
      {link.isPending && <Bones count={3} height={52} />}
      {link.isError &&
        (problemStatus(link.error) === 404 ? (
          <p className={styles.text}>{t('welcome.notValid')}</p>
        ) : (
          <ErrorView error={link.error} onRetry={() => void link.refetch()} />
        ))}
    </Entrance>
  );
}
