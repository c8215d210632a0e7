import { Button } from '@fluentui/react-components';
import { useInfiniteQuery } from '@tanstack/react-query';
import type { DeliveryView } from '../../../src/contract/source-health.ts';
import { sendJson } from '../../api/client.ts';
import { deliveriesQuery } from '../../api/sources.ts';
import { QueryView } from '../../components/QueryView.tsx';
import { useSession } from '../../components/session.tsx';
import { useDates } from '../../messages/use-dates.ts';
import { useText } from '../../messages/use-text.ts';
import { Bones } from '../../ui/Bones.tsx';
import table from '../../ui/Table.module.css';
import styles from './Sources.module.css';
import { useSourceAct } from './use-source-act.ts';

function Result({ delivery }: { delivery: DeliveryView }) {
  const t = useText();
  const { state, failure, records, created, updated, unchanged, rejected } = delivery;
  if (state === 'applied') {
    return <>{t('sources.delivery.counts', { created, updated, unchanged, rejected })}</>;
  }
  if (state === 'repeated') return <span className={styles.quiet}>{t('sources.delivery.repeated')}</span>;
  return (
    <span className={styles.bad}>{t('sources.delivery.failed', { failure: failure ?? '', records })}</span>
  );
}

function Repeat({ source, delivery }: { source: string; delivery: DeliveryView }) {
  const t = useText();
  const dates = useDates();
  const { deliveryId, receivedAt } = delivery;
  const repeat = useSourceAct(() =>
    sendJson<{ created: number; unchanged: number }>(
      'POST',
      `/sources/${source}/deliveries/${deliveryId}/repeat`,
    ),
  );
  return (
    <>
      {delivery.state === 'failed' && (
        <Button
          size="small"
          disabledFocusable={repeat.isPending}
          aria-label={t('sources.delivery.repeat.of', { at: dates.instant(receivedAt) })}
          onClick={() => repeat.mutate(undefined)}
        >
          {t('sources.delivery.repeat')}
        </Button>
      )}
      <span role="status">
        {repeat.isError && t('sources.delivery.repeat.failed')}
        {repeat.data !== undefined && t('sources.delivery.repeat.done', repeat.data)}
      </span>
    </>
  );
}

/** What the source has delivered, the latest first; what failed can be applied again. */
export function DeliveryList({ source }: { source: string }) {
  const t = useText();
  const dates = useDates();
  const { can } = useSession();
  const query = useInfiniteQuery(deliveriesQuery(source));
  return (
    <section className={styles.section}>
      <h2>{t('sources.deliveries')}</h2>
      <QueryView query={query} part skeleton={<Bones count={5} height={44} />}>
        {({ pages }) =>
          pages[0]!.value.length === 0 ? (
            <p className={styles.quiet}>{t('sources.deliveries.none')}</p>
          ) : (
            <div className={table.card}>
              <table className={`${table.table} ${table.cards}`} aria-label={t('sources.deliveries')}>
                <thead>
                  <tr>
                    <th>{t('sources.delivery.at')}</th>
                    <th>{t('sources.delivery.name')}</th>
                    <th>{t('sources.delivery.result')}</th>
                    <th>
                      <span className="visually-hidden">{t('sources.delivery.repeat')}</span>
                    </th>
                  </tr>
                </thead>
                <tbody>
                  {pages
                    .flatMap(({ value }) => value)
                    .map((delivery) => (
                      <tr key={delivery.deliveryId}>
                        <td data-label={t('sources.delivery.at')}>{dates.instant(delivery.receivedAt)}</td>
                        <td data-label={t('sources.delivery.name')} className={styles.text}>
                          {delivery.name ?? (
                            <span className={styles.quiet}>{t('sources.delivery.noName')}</span>
                          )}
                        </td>
                        <td data-label={t('sources.delivery.result')}>
                          <Result delivery={delivery} />
                        </td>
                        <td data-label="">
                          {can('run-network') && <Repeat source={source} delivery={delivery} />}
                        </td>
                      </tr>
                    ))}
                </tbody>
              </table>
            </div>
          )
        }
      </QueryView>
      {query.hasNextPage && <Button onClick={() => void query.fetchNextPage()}>{t('sources.more')}</Button>}
    </section>
  );
}
