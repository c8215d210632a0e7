import type { LearningAccount } from '../../../src/contract/profile.ts';
import { useSession } from '../../components/session.tsx';
import { useProviderLabel } from '../../components/use-labels.ts';
import { useDates } from '../../messages/use-dates.ts';
import { useText } from '../../messages/use-text.ts';
import styles from './Profile.module.css';

function Account({ account }: { account: LearningAccount }) {
  const t = useText();
  const dates = useDates();
  const provider = useProviderLabel();
  const { me } = useSession();
  const via = t(account.via === 'pmc' ? 'via.pmc' : 'via.partnerCenter');
  return (
    <li className={styles.skill}>
      <strong>
        {provider(account.provider)} {account.accountId}
      </strong>
      <span className={styles.quiet}>
        {t('profile.account.since', { day: dates.day(account.since), via })}
      </span>
      {account.until !== null && (
        <span className={styles.quiet}>{t('profile.account.until', { day: dates.day(account.until) })}</span>
      )}
      {account.email !== null && (
        <span className={styles.quiet}>{t('profile.account.email', { email: account.email })}</span>
      )}
      {account.sameEmail === false && <span>{t('profile.account.otherEmail', { email: me.email })}</span>}
      {account.until === null && account.nextPossibleChangeOn !== null && (
        <span className={styles.quiet}>
          {t('profile.account.next', { day: dates.day(account.nextPossibleChangeOn) })}
        </span>
      )}
    </li>
  );
}

/** The accounts by which the reader's skills arrive, and since when. */
export function LearningAccounts({ accounts }: { accounts: readonly LearningAccount[] }) {
  const t = useText();
  return (
    <section className={styles.card}>
      <h2>{t('profile.accounts')}</h2>
      {accounts.length === 0 && <p className={styles.quiet}>{t('profile.accounts.none')}</p>}
      <ul className={styles.list}>
        {accounts.map((account) => (
          <Account
            key={`${account.provider}/${account.accountId}/${account.since}/${account.via}`}
            account={account}
          />
        ))}
      </ul>
    </section>
  );
}
