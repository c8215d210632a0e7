import type { LearningAccount } from '../../../src/contract/profile.ts';
import { useProviderLabel } from '../../components/use-labels.ts';
import { useDates } from '../../messages/use-dates.ts';
import { useText } from '../../messages/use-text.ts';
import styles from './Profile.module.css';

/** Associations that have ended, the latest first. */
export function AssociationHistory({ accounts }: { accounts: readonly LearningAccount[] }) {
  const t = useText();
  const dates = useDates();
  const provider = useProviderLabel();
  const ended = accounts.filter(({ until }) => until !== null);
  if (ended.length === 0) return null;
  const latest = [...ended].sort((a, b) => (a.until! < b.until! ? 1 : -1));
  return (
    <section className={styles.card}>
      <h2>{t('learning.history')}</h2>
      <ul className={styles.list}>
        {latest.map((one) => (
          <li key={`${one.provider} ${one.accountId} ${one.via} ${one.since}`} className={styles.skill}>
            {t('learning.history.one', {
              provider: provider(one.provider),
              account: one.accountId,
              from: dates.day(one.since),
              until: dates.day(one.until!),
              via: t(one.via === 'pmc' ? 'via.pmc' : 'via.partnerCenter'),
            })}
          </li>
        ))}
      </ul>
    </section>
  );
}
