import { Button } from '@fluentui/react-components';
import type { BegunRound, Security } from '../../../src/contract/sign-in.ts';
import { sendJson } from '../../api/client.ts';
import { AskFirst } from '../../components/AskFirst.tsx';
import { useDates } from '../../messages/use-dates.ts';
import { useText } from '../../messages/use-text.ts';
import { PATHS } from '../../paths.ts';
import styles from './Security.module.css';
import { SecurityCard } from './SecurityCard.tsx';
import { useSecurityAct } from './use-security-act.ts';

type WorkAccountsProps = Pick<Security, 'workAccounts' | 'providers'>;

/** The accounts of the company's directory that open this account. */
export function WorkAccountsCard({ workAccounts, providers }: WorkAccountsProps) {
  const t = useText();
  const dates = useDates();
  const link = useSecurityAct(
    (provider: string) =>
      sendJson<BegunRound>('POST', '/me/work-accounts', { provider, returnTo: PATHS.security }),
    ({ address }) => window.location.assign(address),
  );
  const remove = useSecurityAct((id: string) => sendJson('DELETE', `/me/work-accounts/${id}`));
  return (
    <SecurityCard title={t('security.accounts')} acts={[link, remove]}>
      {workAccounts.length === 0 && (
        <p className={styles.quiet}>
          {t(providers.length === 0 ? 'security.accounts.unavailable' : 'security.accounts.none')}
        </p>
      )}
      <ul className={styles.list}>
        {workAccounts.map(({ identityId, name, provider, linkedAt, lastUsedAt }) => {
          const shown = name ?? t('security.accounts.unnamed');
          return (
            <li key={identityId} className={styles.row}>
              <span className={styles.stackTight}>
                <strong>{shown}</strong>
                <span className={styles.quiet}>
                  {provider}. {t('security.added', { at: dates.day(linkedAt) })},{' '}
                  {lastUsedAt === null
                    ? t('security.never')
                    : t('security.lastUsed', { at: dates.instant(lastUsedAt) })}
                </span>
              </span>
              <AskFirst
                label={t('security.remove')}
                about={shown}
                effect={t('security.accounts.remove.text', { name: shown })}
                disabled={remove.isPending}
                onAct={() => remove.run(identityId)}
              />
            </li>
          );
        })}
      </ul>
      <div className={styles.buttons}>
        {providers.map(({ provider, name }) => (
          <Button key={provider} disabledFocusable={link.isPending} onClick={() => link.run(provider)}>
            {t('security.accounts.add', { provider: name })}
          </Button>
        ))}
      </div>
    </SecurityCard>
  );
}
