import { CheckmarkCircleRegular } from '@fluentui/react-icons';
import { useInfiniteQuery } from '@tanstack/react-query';
import { unassociatedAccountsQuery } from '../../api/account-merges.ts';
import { EmptyState } from '../../components/EmptyState.tsx';
import { MorePages } from '../../components/MorePages.tsx';
import { QueryView } from '../../components/QueryView.tsx';
import { useDates } from '../../messages/use-dates.ts';
import { useText } from '../../messages/use-text.ts';
import { Bones } from '../../ui/Bones.tsx';
import table from '../../ui/Table.module.css';

/** Accounts with records that nobody has associated. */
export function UnassociatedList() {
  const t = useText();
  const dates = useDates();
  const query = useInfiniteQuery(unassociatedAccountsQuery);
  return (
    <QueryView query={query} skeleton={<Bones count={6} height={44} />}>
      {({ pages }) =>
        pages[0]!.value.length === 0 ? (
          <EmptyState icon={<CheckmarkCircleRegular />} title={t('merges.nothing.unassociated')} />
        ) : (
          <>
            <div className={table.card}>
              <table className={`${table.table} ${table.cards}`} aria-label={t('merges.show.unassociated')}>
                <thead>
                  <tr>
                    <th>{t('merges.column.account')}</th>
                    <th>{t('merges.dialog.provider')}</th>
                    <th>{t('merges.column.records')}</th>
                    <th>{t('merges.column.latest')}</th>
                  </tr>
                </thead>
                <tbody>
                  {pages
                    .flatMap(({ value }) => value)
                    .map(({ provider, accountId, records, lastAchievedOn }) => (
                      <tr key={`${provider} ${accountId}`}>
                        <td data-label={t('merges.column.account')}>{accountId}</td>
                        <td data-label={t('merges.dialog.provider')}>{provider}</td>
                        <td data-label={t('merges.column.records')}>{records}</td>
                        <td data-label={t('merges.column.latest')}>{dates.day(lastAchievedOn)}</td>
                      </tr>
                    ))}
                </tbody>
              </table>
            </div>
            <MorePages label={t('merges.more')} query={query} />
          </>
        )
      }
    </QueryView>
  );
}
