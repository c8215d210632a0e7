import { Checkbox } from '@fluentui/react-components';
import type { SameCandidate } from '../../../src/contract/partner-merges.ts';
import type { MessageId } from '../../messages/messages.ts';
import { useText } from '../../messages/use-text.ts';
import card from '../../ui/Card.module.css';
import styles from './MergeCompanies.module.css';

const CAUSES: Readonly<Record<SameCandidate['because'], MessageId>> = {
  person: 'mergeCompanies.same.person',
  account: 'mergeCompanies.same.account',
  name: 'mergeCompanies.same.name',
};

interface SamePeopleProps {
  readonly from: string;
  readonly into: string;
  readonly candidates: readonly SameCandidate[];
  /** Who was named as one person: id there → id of who stays. */
  readonly same: ReadonlyMap<string, string>;
  readonly onSame: (same: ReadonlyMap<string, string>) => void;
}

/** People who probably have an account at both: of those who are named as one, the account that stays is said. */
export function SamePeople({ from, into, candidates, same, onSame }: SamePeopleProps) {
  const t = useText();
  if (candidates.length === 0) return null;
  const name = (userId: string, keepUserId: string, checked: boolean) => {
    const named = new Map(same);
    if (checked) named.set(userId, keepUserId);
    else named.delete(userId);
    onSame(named);
  };
  return (
    <section className={card.card}>
      <h2 className={styles.heading}>{t('mergeCompanies.same')}</h2>
      <p className={styles.text}>{t('mergeCompanies.same.lead', { company: from, into })}</p>
      <ul className={styles.plain}>
        {candidates.map(({ userId, keepUserId, because, ...people }) => (
          <li key={userId}>
            <Checkbox
              checked={same.has(userId)}
              onChange={(_, { checked }) => name(userId, keepUserId, checked === true)}
              label={t('mergeCompanies.same.pair', people)}
            />
            <span className={styles.note}>{t(CAUSES[because])}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
