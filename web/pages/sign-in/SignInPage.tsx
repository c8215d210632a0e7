import { Button, Input } from '@fluentui/react-components';
import { useMutation } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { type FormEvent, useRef, useState } from 'react';
import type { Me } from '../../../src/contract/session.ts';
import { sendJson } from '../../api/client.ts';
import { problemCode } from '../../api/problem-error.ts';
import { Failure } from '../../components/Failure.tsx';
import { NeededField } from '../../components/NeededField.tsx';
import { useUrlState } from '../../components/url-state.ts';
import { workAccountProblem } from '../../components/work-account-problem.ts';
import { useText } from '../../messages/use-text.ts';
import { PATHS } from '../../paths.ts';
import table from '../../ui/Table.module.css';
import styles from './Entrance.module.css';
import { Entrance } from './Entrance.tsx';
import { failureText } from './failure-text.ts';
import { OtherWays } from './OtherWays.tsx';
import { SecondStepForm } from './SecondStepForm.tsx';
import { safeReturn, useEntering } from './use-entering.ts';

export function SignInPage() {
  const t = useText();
  const [{ returnTo, expired, problem }] = useUrlState();
  const [email, setEmail] = useState('');
  const [password, setPassword] = useState('');
  const [sent, setSent] = useState(false);
  const [secondStep, setSecondStep] = useState(false);
  const [failure, setFailure] = useState<unknown>(null);
  const passwordField = useRef<HTMLInputElement>(null);
  const destination = safeReturn(returnTo);
  const welcome = useEntering(destination);
  const signIn = useMutation({
    mutationFn: () => sendJson<Me>('POST', '/sign-in', { email: email.trim(), password }),
    onSuccess: welcome,
    onError: (error) => {
      if (problemCode(error) === 'second-step-needed') {
        setFailure(null);
        setSecondStep(true);
        return;
      }
      setFailure(error);
      passwordField.current?.select();
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setSent(true);
    if (email.trim() !== '' && password !== '') signIn.mutate();
  };
  const startAgain = (error: unknown) => {
    setFailure(error);
    setPassword('');
    setSecondStep(false);
  };
  if (secondStep) {
    return (
      <Entrance title={t('signIn.code.title')}>
        <SecondStepForm onWelcome={welcome} onOver={startAgain} />
      </Entrance>
    );
  }
  const cameBack = workAccountProblem(t, problem);
  return (
    <Entrance title={t('signIn.title')}>
      {expired === 'yes' && failure === null && <p className={styles.text}>{t('signIn.expired')}</p>}
      <div className={styles.form}>
        {failure !== null && <Failure>{failureText(t, failure)}</Failure>}
        {failure === null && cameBack !== null && <Failure>{cameBack}</Failure>}
        <form className={styles.form} onSubmit={submit} noValidate>
          <NeededField label={t('signIn.email')} value={email} sent={sent}>
            <Input
              type="email"
              autoComplete="username"
              value={email}
              onChange={(_, data) => setEmail(data.value)}
            />
          </NeededField>
          <NeededField label={t('signIn.password')} value={password} sent={sent}>
            <Input
              ref={passwordField}
              type="password"
              autoComplete="current-password"
              value={password}
              onChange={(_, data) => setPassword(data.value)}
            />
          </NeededField>
          <Button appearance="primary" size="large" type="submit" disabledFocusable={signIn.isPending}>
            {t(signIn.isPending ? 'signIn.working' : 'signIn.submit')}
          </Button>
        </form>
        <OtherWays email={email} returnTo={destination} onWelcome={welcome} onError={setFailure} />
      </div>
      <p className={styles.below}>
        <Link to={PATHS.forgottenPassword} className={table.link}>
          {t('password.forgotten')}
        </Link>
      </p>
      <p className={styles.below}>
        <Link to={PATHS.join} className={table.link}>
          {t('join.fromSignIn')}
        </Link>
      </p>
    </Entrance>
  );
}
