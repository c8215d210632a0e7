import { useQuery } from '@tanstack/react-query';
import { securityQuery } from '../../api/queries.ts';
import { Failure } from '../../components/Failure.tsx';
import { PageFrame } from '../../components/PageFrame.tsx';
import { QueryView } from '../../components/QueryView.tsx';
import { useUrlState } from '../../components/url-state.ts';
import { workAccountProblem } from '../../components/work-account-problem.ts';
import { useText } from '../../messages/use-text.ts';
import { PATHS } from '../../paths.ts';
import { Bones } from '../../ui/Bones.tsx';
import { AuthenticatorCard } from './AuthenticatorCard.tsx';
import { PasskeysCard } from './PasskeysCard.tsx';
import { PasswordCard } from './PasswordCard.tsx';
import styles from './Security.module.css';
import { SessionsCard } from './SessionsCard.tsx';
import { WorkAccountsCard } from './WorkAccountsCard.tsx';

/** How the reader signs in, and where his or her account is open. */
export function SecurityPage() {
  const t = useText();
  const [{ problem }] = useUrlState();
  const security = useQuery(securityQuery);
  const cameBack = workAccountProblem(t, problem);
  return (
    <PageFrame
      page="security"
      title={t('security.title')}
      crumbs={[{ to: PATHS.profile, label: t('nav.profile') }]}
      lead={t('security.lead')}
    >
      <div className={styles.layout}>
        {cameBack !== null && <Failure>{cameBack}</Failure>}
        <QueryView query={security} skeleton={<Bones count={4} height={140} />}>
          {({ password, authenticator, passkeys, workAccounts, providers, sessions }) => (
            <>
              <PasswordCard hasPassword={password} />
              <AuthenticatorCard authenticator={authenticator} />
              <PasskeysCard passkeys={passkeys} />
              <WorkAccountsCard workAccounts={workAccounts} providers={providers} />
              <SessionsCard sessions={sessions} />
            </>
          )}
        </QueryView>
      </div>
    </PageFrame>
  );
}
