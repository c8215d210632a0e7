import type { MergedAccount } from '../../../src/contract/account-merges.ts';
import { useDates } from '../../messages/use-dates.ts';
import { useText } from '../../messages/use-text.ts';
import styles from './AccountMerges.module.css';

/** A learning account: how much is on it, and who has associated it where. */
export function AccountCard({ account, part }: { account: MergedAccount; part: 'merged' | 'survivor' }) {
  const t = useText();
  const dates = useDates();
  const { accountId, records, holders } = account;
  return (
    <div className={styles.account}>
      <span className={styles.quiet}>{t(part === 'merged' ? 'merges.merged' : 'merges.survivor')}</span>
      <strong>{accountId}</strong>
      <span>{t('merges.records', { count: records })}</span>
      {holders.length === 0 ? (
        <span className={styles.quiet}>{t('merges.nobody')}</span>
      ) : (
        <ul className={styles.holders}>
          {holders.map(({ partnerId, partnerName, userId, name, via, since, until }) => (
            <li key={`${partnerId} ${userId} ${via} ${since}`}>
              {t('merges.holder', {
                name: name === '' ? t('merges.erased') : name,
                company: partnerName,
                since: dates.day(since),
                until: until === null ? 'none' : dates.day(until),
                via,
              })}
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
