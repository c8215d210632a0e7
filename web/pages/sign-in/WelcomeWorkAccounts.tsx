import { Button, Divider } from '@fluentui/react-components';
import { useState } from 'react';
import { Failure } from '../../components/Failure.tsx';
import { useText } from '../../messages/use-text.ts';
import styles from './Entrance.module.css';
import { failureText } from './failure-text.ts';
import { useProviders, useWorkAccount } from './OtherWays.tsx';

/** In place of a first password: the account that the person has in the company already. */
export function WelcomeWorkAccounts({ token, email }: { token: string; email: string }) {
  const t = useText();
  const [failure, setFailure] = useState<unknown>(null);
  const providers = useProviders(email).data?.value ?? [];
  const workAccount = useWorkAccount(setFailure);
  if (providers.length === 0) return null;
  return (
    <div className={styles.form}>
      <Divider>{t('signIn.or')}</Divider>
      <p className={styles.text}>{t('welcome.workAccount')}</p>
      {failure !== null && <Failure>{failureText(t, failure)}</Failure>}
      {providers.map(({ provider, name }) => (
        <Button
          key={provider}
          disabledFocusable={workAccount.isPending}
          onClick={() => workAccount.mutate({ provider, link: token, email })}
        >
          {t('signIn.workAccount', { provider: name })}
        </Button>
      ))}
    </div>
  );
}
