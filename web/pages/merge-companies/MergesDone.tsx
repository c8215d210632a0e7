import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { PartnerMergeRunView } from '../../../src/contract/partner-merges.ts';
import { isMergeUnderWay, partnerMergesQuery } from '../../api/partner-merges.ts';
import { MorePages } from '../../components/MorePages.tsx';
import { QueryView } from '../../components/QueryView.tsx';
import { useDates } from '../../messages/use-dates.ts';
import { useText } from '../../messages/use-text.ts';
import { PATHS } from '../../paths.ts';
import { Bones } from '../../ui/Bones.tsx';
import table from '../../ui/Table.module.css';
import styles from './MergeCompanies.module.css';

/** Merges of any operator that are under way or have failed; each leads to how far it is, or to why. */
function Open({ runs }: { runs: readonly PartnerMergeRunView[] }) {
  const t = useText();
  const dates = useDates();
  if (runs.length === 0) return null;
  return (
    <section className={styles.section}>
      <h2 className={styles.heading}>{t('mergeCompanies.open')}</h2>
      <ul className={styles.plain}>
        {runs.map((run) => (
          <li key={run.mergeId}>
            <Link to={PATHS.mergeCompanies} search={{ merge: run.mergeId }} className={table.link}>
              {t('mergeCompanies.run.title', { company: run.from.name, into: run.into.name })}
            </Link>
            <span className={styles.note}>
              {t(isMergeUnderWay(run) ? 'mergeCompanies.open.underWay' : 'mergeCompanies.open.failed', {
                at: dates.instant(run.requestedAt),
              })}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}

/**
 * What is being merged and what was merged before, with the reason.
 * @param shown the merge that the page shows already
 */
export function MergesDone({ shown }: { shown: string | undefined }) {
  const t = useText();
  const dates = useDates();
  const query = useInfiniteQuery(partnerMergesQuery);
  const open = query.data?.pages[0]?.open ?? [];
  return (
    <>
      <Open runs={open.filter(({ mergeId }) => mergeId !== shown)} />
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
    </>
  );
}
