import type { CompanyEffect, MergeEffect, RowChange } from '../../../src/contract/account-merges.ts';
import { useLevelName } from '../../components/use-level-name.ts';
import type { MessageId } from '../../messages/messages.ts';
import { useLocalText, useText } from '../../messages/use-text.ts';
import styles from './AccountMerges.module.css';

const CHANGES: Readonly<Record<RowChange, MessageId>> = {
  appears: 'merges.row.appears',
  disappears: 'merges.row.disappears',
  counts: 'merges.row.counts',
  stops: 'merges.row.stops',
  changes: 'merges.row.changes',
};

const LOSSES: readonly RowChange[] = ['stops', 'disappears'];

function CompanyView({ company }: { company: CompanyEffect }) {
  const t = useText();
  const local = useLocalText();
  const level = useLevelName();
  const { partnerName, people, levels } = company;
  return (
    <section className={styles.effect}>
      <h3>{partnerName}</h3>
      {people.length === 0 && <p>{t('merges.effect.noRow')}</p>}
      {people.map(({ userId, name, rows }) => (
        <div key={userId}>
          <strong>{name}</strong>
          <ul>
            {rows.map(({ skillId, skillTitle, change }) => (
              <li key={skillId} className={LOSSES.includes(change) ? styles.lost : undefined}>
                {t(CHANGES[change], { skill: skillTitle })}
              </li>
            ))}
          </ul>
        </div>
      ))}
      {levels.length === 0 && <p>{t('merges.effect.noLevel')}</p>}
      {levels.map(({ programme, competency, name, before, after }) => (
        <p key={`${programme} ${competency}`} className={after === null ? styles.lost : undefined}>
          {t('merges.effect.level', {
            competency: local(name),
            before: before === null ? 'none' : level(before),
            after: after === null ? 'none' : level(after),
          })}
        </p>
      ))}
    </section>
  );
}

/** What every company's report and levels would show differently. */
export function EffectView({ effect }: { effect: MergeEffect }) {
  const t = useText();
  return (
    <div className={styles.list} role="status" aria-label={t('merges.effect')}>
      {effect.companies.length === 0 && <p>{t('merges.effect.nobody')}</p>}
      {effect.companies.map((company) => (
        <CompanyView key={company.partnerId} company={company} />
      ))}
    </div>
  );
}
