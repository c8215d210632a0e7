import { Button, Input } from '@fluentui/react-components';
import { useMutation } from '@tanstack/react-query';
import { type FormEvent, useRef, useState } from 'react';
import type { Me } from '../../../src/contract/session.ts';
import { sendJson } from '../../api/client.ts';
import { problemCode } from '../../api/problem-error.ts';
import { Failure } from '../../components/Failure.tsx';
import { NeededField } from '../../components/NeededField.tsx';
import { useText } from '../../messages/use-text.ts';
import styles from './Entrance.module.css';
import { failureText } from './failure-text.ts';

interface SecondStepProps {
  readonly onWelcome: (me: Me) => void;
  /** Back to the first step, with what went wrong. */
  readonly onOver: (error: unknown) => void;
}

/** After the password: the code of the authenticator app, or a recovery code. */
export function SecondStepForm({ onWelcome, onOver }: SecondStepProps) {
  const t = useText();
  const [code, setCode] = useState('');
  const [sent, setSent] = useState(false);
  const field = useRef<HTMLInputElement>(null);
  const step = useMutation({
    mutationFn: () => sendJson<Me>('POST', '/sign-in/second-step', { code: code.trim() }),
    onSuccess: onWelcome,
    onError: (error) => {
      if (problemCode(error) === 'second-step-over') onOver(error);
      else field.current?.select();
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setSent(true);
    if (code.trim() !== '') step.mutate();
  };
  return (
    <form className={styles.form} onSubmit={submit} noValidate>
      <p className={styles.text}>{t('signIn.code.text')}</p>
      {step.isError && <Failure>{failureText(t, step.error)}</Failure>}
      <NeededField label={t('signIn.code')} value={code} sent={sent}>
        <Input
          ref={field}
          autoFocus
          autoComplete="one-time-code"
          value={code}
          onChange={(_, data) => setCode(data.value)}
        />
      </NeededField>
      <Button appearance="primary" size="large" type="submit" disabledFocusable={step.isPending}>
        {t('signIn.code.submit')}
      </Button>
      <Button appearance="subtle" onClick={() => onOver(null)}>
        {t('signIn.code.back')}
      </Button>
    </form>
  );
}
