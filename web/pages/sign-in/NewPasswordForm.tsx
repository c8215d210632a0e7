import { Button, Field, Input, MessageBar, MessageBarBody } from '@fluentui/react-components';
import { type FormEvent, useState } from 'react';
import { SHORTEST_PASSWORD } from '../../../src/contract/forms.ts';
import { type PasswordWeakness, passwordWeakness } from '../../../src/contract/password-rules.ts';
import { ProblemError } from '../../api/problem-error.ts';
import type { MessageId } from '../../messages/messages.ts';
import { useText } from '../../messages/use-text.ts';
import styles from './Entrance.module.css';

const WEAKNESS_TEXTS: Readonly<Record<PasswordWeakness, MessageId>> = {
  'too-short': 'welcome.tooShort',
  'too-long': 'password.tooLong',
  'too-common': 'password.tooCommon',
  'tells-who-you-are': 'password.tellsWho',
  'same-as-before': 'password.sameAsBefore',
};

/** What the server found wrong with a field of the form; the page itself does not know the person's name. */
function fieldProblem(error: unknown, field: string): string | null {
  if (!(error instanceof ProblemError)) return null;
  return error.problem.errors?.find((one) => one.field === field)?.code ?? null;
}

export interface NewPassword {
  readonly current: string | null;
  readonly password: string;
}

interface NewPasswordFormProps {
  readonly email: string;
  /** The present password is asked for too. */
  readonly asksCurrent?: boolean;
  readonly pending: boolean;
  readonly error: unknown;
  readonly onSubmit: (chosen: NewPassword) => void;
}

/** A new password, twice, with what is wrong with it said before anything is sent. */
export function NewPasswordForm(props: NewPasswordFormProps) {
  const { email, asksCurrent = false, pending, error, onSubmit } = props;
  const t = useText();
  const [current, setCurrent] = useState('');
  const [password, setPassword] = useState('');
  const [again, setAgain] = useState('');
  const [checked, setChecked] = useState(false);
  const [sent, setSent] = useState('');
  const refused = password === sent ? fieldProblem(error, 'password') : null;
  const weakness = passwordWeakness(password, [email]) ?? (refused as PasswordWeakness | null);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setChecked(true);
    if (passwordWeakness(password, [email]) !== null || password !== again) return;
    setSent(password);
    onSubmit({ current: asksCurrent ? current : null, password });
  };
  const weakText =
    checked && weakness !== null ? t(WEAKNESS_TEXTS[weakness], { count: SHORTEST_PASSWORD }) : undefined;
  const differentText =
    checked && weakness === null && password !== again ? t('welcome.different') : undefined;
  const wrongText = fieldProblem(error, 'current') === null ? undefined : t('password.wrongCurrent');
  const failed = error !== null && weakText === undefined && wrongText === undefined;
  return (
    <form className={styles.form} onSubmit={submit} noValidate>
      {failed && (
        <MessageBar intent="error" layout="multiline">
          <MessageBarBody>{t('welcome.failed')}</MessageBarBody>
        </MessageBar>
      )}
      <input type="hidden" autoComplete="username" value={email} readOnly />
      {asksCurrent && (
        <Field
          label={t('password.current')}
          required
          {...(wrongText === undefined ? {} : { validationMessage: wrongText })}
        >
          <Input
            type="password"
            autoComplete="current-password"
            value={current}
            onChange={(_, data) => setCurrent(data.value)}
          />
        </Field>
      )}
      <Field
        label={t('welcome.password')}
        hint={t('welcome.hint', { count: SHORTEST_PASSWORD })}
        required
        {...(weakText === undefined ? {} : { validationMessage: weakText })}
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
      <Button appearance="primary" size="large" type="submit" disabledFocusable={pending}>
        {t('welcome.submit')}
      </Button>
    </form>
  );
}
