import { Button } from '@fluentui/react-components';
import { CheckmarkCircleRegular } from '@fluentui/react-icons';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { UnmatchedRecord } from '../../../src/contract/unmatched-records.ts';
import { sendJson } from '../../api/client.ts';
import { unmatchedQuery } from '../../api/sources.ts';
import { AskFirst } from '../../components/AskFirst.tsx';
import { DateText } from '../../components/DateText.tsx';
import { EmailText } from '../../components/EmailText.tsx';
import { EmptyState } from '../../components/EmptyState.tsx';
import { PageFrame } from '../../components/PageFrame.tsx';
import { QueryView } from '../../components/QueryView.tsx';
import { useSession } from '../../components/session.tsx';
import { UrlSearchBox } from '../../components/UrlSearchBox.tsx';
import { useUrlState } from '../../components/url-state.ts';
import { useProviderLabel } from '../../components/use-labels.ts';
import { useDates } from '../../messages/use-dates.ts';
import { useText } from '../../messages/use-text.ts';
import { PATHS } from '../../paths.ts';
import { Bones } from '../../ui/Bones.tsx';
import table from '../../ui/Table.module.css';
import styles from './Sources.module.css';
import { SourcesTabs } from './SourcesTabs.tsx';
import { useSourceAct } from './use-source-act.ts';

function Row({ record }: { record: UnmatchedRecord }) {
  const t = useText();
  const dates = useDates();
  const provider = useProviderLabel();
  const { can } = useSession();
  const { recordId, partnerId, partnerName, workEmail, skill, achievedOn, recordedAt, cause } = record;
  const withdraw = useSourceAct(() =>
    sendJson<void>('POST', `/partners/${partnerId}/unmatched-records/${recordId}/withdraw`),
  );
  return (
    <tr>
      <td data-label="">
        <Link to={PATHS.users} search={{ partner: partnerId, search: workEmail }} className={table.link}>
          {partnerName}
        </Link>
      </td>
      <td data-label={t('unmatched.email')} className={styles.text}>
        <EmailText address={workEmail} />
      </td>
      <td data-label={t('unmatched.skill')} className={styles.text}>
        {skill} <DateText on={achievedOn} short />
      </td>
      <td data-label={t('unmatched.since')}>{dates.instant(recordedAt)}</td>
      <td data-label={t('unmatched.why')}>
        {cause === 'no-user'
          ? t('unmatched.why.no-user')
          : t('unmatched.why.not-associated', { provider: provider(record.provider) })}
      </td>
      <td data-label="">
        {can('run-network') && (
          <AskFirst
            label={t('unmatched.withdraw')}
            about={`${skill} ${workEmail}`}
            effect={t('unmatched.withdraw.effect')}
            disabled={withdraw.isPending}
            onAct={() => withdraw.mutate(undefined)}
          />
        )}
      </td>
    </tr>
  );
}

/** Records of all companies that wait for an account, and why. */
export function UnmatchedPage() {
  const t = useText();
  const [{ search = '' }] = useUrlState();
  const query = useInfiniteQuery(unmatchedQuery(search));
  return (
    <PageFrame page="unmatched" title={t('unmatched.title')} lead={t('unmatched.lead')}>
      <div className={styles.layout}>
        <SourcesTabs selected="unmatched" />
        <UrlSearchBox label={t('unmatched.search')} />
        <QueryView query={query} skeleton={<Bones count={6} height={44} />}>
          {({ pages }) =>
            pages[0]!.count === 0 ? (
              <EmptyState
                icon={<CheckmarkCircleRegular />}
                title={t(search === '' ? 'unmatched.none' : 'unmatched.none.search')}
              />
            ) : (
              <>
                <p className={styles.quiet} role="status">
                  {t('unmatched.count', { count: pages[0]!.count })}
                </p>
                <div className={table.card}>
                  <table className={`${table.table} ${table.cards}`} aria-label={t('unmatched.title')}>
                    <thead>
                      <tr>
                        <th>{t('unmatched.company')}</th>
                        <th>{t('unmatched.email')}</th>
                        <th>{t('unmatched.skill')}</th>
                        <th>{t('unmatched.since')}</th>
                        <th>{t('unmatched.why')}</th>
                        <th>
                          <span className="visually-hidden">{t('unmatched.withdraw')}</span>
                        </th>
                      </tr>
                    </thead>
                    <tbody>
                      {pages
                        .flatMap(({ value }) => value)
                        .map((record) => (
                          <Row key={record.recordId} record={record} />
                        ))}
                    </tbody>
                  </table>
                </div>
                {query.hasNextPage && (
                  <Button onClick={() => void query.fetchNextPage()}>{t('sources.more')}</Button>
                )}
              </>
            )
          }
        </QueryView>
      </div>
    </PageFrame>
  );
}
