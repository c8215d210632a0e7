import { useInfiniteQuery } from '@tanstack/react-query';
import { partnerMergesQuery } from '../../api/partner-merges.ts';
import { MorePages } from '../../components/MorePages.tsx';
import { QueryView } from '../../components/QueryView.tsx';
import { useDates } from '../../messages/use-dates.ts';
import { useText } from '../../messages/use-text.ts';
import { Bones } from '../../ui/Bones.tsx';
import styles from './MergeCompanies.module.css';

/** What was merged before, with the reason. */
export function MergesDone() {
  const t = useText();
  const dates = useDates();
  const query = useInfiniteQuery(partnerMergesQuery);
  return (
    <section className={styles.section}>
      <h2 className={styles.heading}>{t('mergeCompanies.past')}</h2>
      <QueryView query={query} skeleton={<Bones count={2} height={32} />}>
        {({ pages }) => {
          const merges = pages.flatMap(({ value }) => value);
          if (merges.length === 0) return <p className={styles.text}>{t('mergeCompanies.past.none')}</p>;
          return (
            <>
              <ul className={styles.plain}>
                {merges.map(({ from, into, mergedAt, reason, counts }) => (
                  <li key={from.partnerId}>
                    {t('mergeCompanies.past.one', {
                      company: from.name,
                      into: into.name,
                      at: dates.instant(mergedAt),
                      people: counts.people,
                    })}
                    <span className={styles.note}>{reason}</span>
                  </li>
                ))}
              </ul>
              <MorePages label={t('networkAudit.more')} query={query} />
            </>
          );
        }}
      </QueryView>
    </section>
  );
}
