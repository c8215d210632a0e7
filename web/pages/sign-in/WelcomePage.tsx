import { useMutation, useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import type { Me } from '../../../src/contract/session.ts';
import { getJson, sendJson } from '../../api/client.ts';
import { problemCode, problemStatus } from '../../api/problem-error.ts';
import { ErrorView } from '../../components/ErrorView.tsx';
import { useText } from '../../messages/use-text.ts';
import { PATHS } from '../../paths.ts';
import { Bones } from '../../ui/Bones.tsx';
import table from '../../ui/Table.module.css';
import styles from './Entrance.module.css';
import { Entrance } from './Entrance.tsx';
import { NewPasswordForm } from './NewPasswordForm.tsx';
import { SecondStepForm } from './SecondStepForm.tsx';
import { useEntering } from './use-entering.ts';
import { WelcomeWorkAccounts } from './WelcomeWorkAccounts.tsx';

function PasswordForm({ token, email }: { token: string; email: string }) {
  const t = useText();
  const enter = useEntering('/');
  const redeem = useMutation({
    mutationFn: (password: string) => sendJson<Me>('POST', '/redeem-link', { token, password }),
    onSuccess: enter,
  });
  // Whoever has an authenticator app shows its code also after a new password.
  if (problemCode(redeem.error) === 'second-step-needed') {
    return <SecondStepForm onWelcome={enter} onOver={() => redeem.reset()} />;
  }
  return (
    <>
      <p className={styles.text}>{t('welcome.text', { email })}</p>
      <NewPasswordForm
        email={email}
        pending={redeem.isPending}
        error={redeem.error}
        onSubmit={({ password }) => redeem.mutate(password)}
      />
    </>
  );
}

/** First sign-in, or a new password, by a one-time link. */
export function WelcomePage() {
  const t = useText();
  const { token } = useParams({ from: '/welcome/$token' });
  const link = useQuery({
    queryKey: ['redeem-link', token],
    retry: false,
    queryFn: () => getJson<{ purpose: string; email: string }>(`/redeem-link/${encodeURIComponent(token)}`),
  });
  const over = problemStatus(link.error) === 404;
  const renews = link.data?.purpose === 'password-reset';
  return (
    <Entrance title={t(over ? 'welcome.notValid.title' : renews ? 'password.reset.title' : 'welcome.title')}>
      {link.data !== undefined && <PasswordForm token={token} email={link.data.email} />}
      {link.data !== undefined && !renews && <WelcomeWorkAccounts token={token} email={link.data.email} />}
      {link.isPending && <Bones count={3} height={52} />}
      {link.isError &&
        (over ? (
          <>
            <p className={styles.text}>{t('welcome.notValid')}</p>
            <p className={styles.below}>
              <Link to={PATHS.signIn} className={table.link}>
                {t('password.forgotten.back')}
              </Link>
            </p>
          </>
        ) : (
          <ErrorView error={link.error} onRetry={() => void link.refetch()} />
        ))}
    </Entrance>
  );
}
