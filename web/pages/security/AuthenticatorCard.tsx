import { Button } from '@fluentui/react-components';
import { useState } from 'react';
import type { NewAuthenticator, RecoveryCodes, Security } from '../../../src/contract/sign-in.ts';
import { sendJson } from '../../api/client.ts';
import { AskFirst } from '../../components/AskFirst.tsx';
import { useDates } from '../../messages/use-dates.ts';
import { useText } from '../../messages/use-text.ts';
import { AuthenticatorSetUp } from './AuthenticatorSetUp.tsx';
import { RecoveryCodesView } from './RecoveryCodes.tsx';
import styles from './Security.module.css';
import { SecurityCard } from './SecurityCard.tsx';
import { useSecurityAct } from './use-security-act.ts';

export function AuthenticatorCard({ authenticator }: { authenticator: Security['authenticator'] }) {
  const t = useText();
  const dates = useDates();
  const [made, setMade] = useState<NewAuthenticator | null>(null);
  const [codes, setCodes] = useState<readonly string[] | null>(null);
  const begin = useSecurityAct(() => sendJson<NewAuthenticator>('POST', '/me/authenticator'), setMade);
  const renew = useSecurityAct(
    () => sendJson<RecoveryCodes>('POST', '/me/authenticator/recovery-codes'),
    ({ recoveryCodes }) => setCodes(recoveryCodes),
  );
  const remove = useSecurityAct(() => sendJson('DELETE', '/me/authenticator'));
  const title = t('security.app');
  if (codes !== null) {
    return (
      <SecurityCard title={title} acts={[]}>
        <RecoveryCodesView codes={codes} onDone={() => setCodes(null)} />
      </SecurityCard>
    );
  }
  if (made !== null) {
    const done = (recoveryCodes: readonly string[]) => {
      setMade(null);
      setCodes(recoveryCodes);
    };
    return (
      <SecurityCard title={title} acts={[]}>
        <AuthenticatorSetUp made={made} onDone={done} onCancel={() => setMade(null)} />
      </SecurityCard>
    );
  }
  if (authenticator === null) {
    return (
      <SecurityCard title={title} acts={[begin]}>
        <p className={styles.quiet}>{t('security.app.off')}</p>
        <div className={styles.buttons}>
          <Button disabledFocusable={begin.isPending} onClick={() => begin.run(undefined)}>
            {t('security.app.add')}
          </Button>
        </div>
      </SecurityCard>
    );
  }
  const { since, recoveryCodesLeft: left } = authenticator;
  return (
    <SecurityCard title={title} acts={[renew, remove]}>
      <p>{t('security.app.on', { since: dates.day(since), left })}</p>
      <div className={styles.buttons}>
        <AskFirst
          label={t('security.codes.renew')}
          effect={t('security.codes.renew.text')}
          disabled={renew.isPending}
          onAct={() => renew.run(undefined)}
        />
        <AskFirst
          label={t('security.app.remove')}
          effect={t('security.app.remove.text')}
          disabled={remove.isPending}
          onAct={() => remove.run(undefined)}
        />
      </div>
    </SecurityCard>
  );
}
