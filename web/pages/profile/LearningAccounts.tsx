import type { LearningAccount } from '../../../src/contract/profile.ts';
import { byAccount } from '../../components/by-account.ts';
import { useSession } from '../../components/session.tsx';
import { useProviderLabel } from '../../components/use-labels.ts';
import { useDates } from '../../messages/use-dates.ts';
import { useText } from '../../messages/use-text.ts';
import styles from './Profile.module.css';

function Association({ account }: { account: LearningAccount }) {
  const t = useText();
  const dates = useDates();
  const via = t(account.via === 'pmc' ? 'via.pmc' : 'via.partnerCenter');
  return (
    <>
      <span className={styles.quiet}>
        {t('profile.account.since', { day: dates.day(account.since), via })}
      </span>
      {account.until !== null && (
        <span className={styles.quiet}>{t('profile.account.until', { day: dates.day(account.until) })}</span>
      )}
    </>
  );
}

function Account({ associations }: { associations: readonly [LearningAccount, ...LearningAccount[]] }) {
  const t = useText();
  const dates = useDates();
  const provider = useProviderLabel();
  const { me } = useSession();
  const [account] = associations;
  return (
    <li className={styles.skill}>
      <strong>
        {provider(account.provider)} {account.accountId}
      </strong>
      {associations.map((one) => (
        <Association key={one.via + one.since} account={one} />
      ))}
      {account.email !== null && (
        <span className={styles.quiet}>{t('profile.account.email', { email: account.email })}</span>
      )}
      {account.sameEmail === false && <span>{t('profile.account.otherEmail', { email: me.email })}</span>}
      {account.until === null && account.nextPossibleChangeOn !== null && (
        <span className={styles.quiet}>
          {account.nextPossibleChangeOn <= me.today
            ? t('profile.account.nextNow')
            : t('profile.account.next', { day: dates.day(account.nextPossibleChangeOn) })}
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
        {byAccount(accounts).map((associations) => (
          <Account key={associations[0].provider + associations[0].accountId} associations={associations} />
        ))}
      </ul>
    </section>
  );
}
