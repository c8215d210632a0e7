import { Button } from '@fluentui/react-components';
import { useMutation } from '@tanstack/react-query';
import type { BillingKind, OrderView } from '../../../src/contract/memberships.ts';
import { getFile, saveFile, sendJson } from '../../api/client.ts';
import { DateText } from '../../components/DateText.tsx';
import { Failure } from '../../components/Failure.tsx';
import { usePartnerId, useSession } from '../../components/session.tsx';
import { useLocale } from '../../messages/locale.tsx';
import type { MessageId } from '../../messages/messages.ts';
import { useDates } from '../../messages/use-dates.ts';
import { useMoney } from '../../messages/use-money.ts';
import { useLocalText, useText } from '../../messages/use-text.ts';
import table from '../../ui/Table.module.css';
import { CancelButton } from './CancelButton.tsx';
import styles from './Membership.module.css';

const ACTS: Readonly<Record<OrderView['act'], MessageId>> = {
  purchase: 'membership.orders.act.purchase',
  upgrade: 'membership.orders.act.upgrade',
  renewal: 'membership.orders.act.renewal',
};

const STATES: Readonly<Record<OrderView['state'], MessageId>> = {
  created: 'membership.orderState.created',
  'pending-payment': 'membership.orderState.pending-payment',
  active: 'membership.orderState.active',
  refused: 'membership.orderState.refused',
  expired: 'membership.orderState.expired',
  cancelled: 'membership.orderState.cancelled',
};

const PAPERS: Readonly<Record<BillingKind, MessageId>> = {
  order: 'membership.paper.order',
  invoice: 'membership.paper.invoice',
  'proof-of-payment': 'membership.paper.proof-of-payment',
  'credit-note': 'membership.paper.credit-note',
};

function Papers({ order }: { order: OrderView }) {
  const t = useText();
  const { locale } = useLocale();
  const partner = usePartnerId();
  const fetched = useMutation({
    mutationFn: (kind: BillingKind) =>
      getFile(`/partners/${partner}/orders/${order.orderId}/documents/${kind}`, { lang: locale }),
    onSuccess: saveFile,
  });
  const number = (kind: BillingKind) =>
    (kind === 'credit-note' ? order.creditNoteNumber : order.invoiceNumber) ?? '';
  return (
    <span className={styles.papers}>
      {order.documents.map((kind) => (
        <Button key={kind} size="small" onClick={() => fetched.mutate(kind)}>
          {t(PAPERS[kind], { number: number(kind) })}
        </Button>
      ))}
      {fetched.isError && <Failure>{t('membership.paper.failed')}</Failure>}
    </span>
  );
}

function State({ order }: { order: OrderView }) {
  const t = useText();
  const dates = useDates();
  const day = order.state === 'pending-payment' ? order.payBy : (order.paidAt ?? order.placedAt);
  return (
    <span>
      {t(STATES[order.state], { day: dates.day(day) })}
      {order.state === 'pending-payment' && (
        <>
          <br />
          <span className={table.quiet}>{t('membership.reference', { reference: order.reference })}</span>
        </>
      )}
    </span>
  );
}

/** What can still be done with an order: ask the bank again, or cancel it. */
function Acts({ order, onChange }: { order: OrderView; onChange: () => void }) {
  const t = useText();
  const partner = usePartnerId();
  const { can } = useSession();
  const check = useMutation({
    mutationFn: () => sendJson<OrderView>('POST', `/partners/${partner}/orders/${order.orderId}/check`),
    onSettled: onChange,
  });
  if (!can('buy-memberships')) return null;
  return (
    <>
      {order.state === 'created' && (
        <Button size="small" disabledFocusable={check.isPending} onClick={() => check.mutate()}>
          {t('membership.check')}
        </Button>
      )}
      {order.cancellableUntil !== null && <CancelButton order={order} onChange={onChange} />}
    </>
  );
}

/** Every order with its papers, the latest first. */
export function OrdersCard({ orders, onChange }: { orders: readonly OrderView[]; onChange: () => void }) {
  const t = useText();
  const local = useLocalText();
  const money = useMoney();
  return (
    <section id="orders" className={styles.section}>
      <h2>{t('membership.orders')}</h2>
      {orders.length === 0 && <p className={table.quiet}>{t('membership.orders.nothing')}</p>}
      {orders.length > 0 && (
        <div className={table.card}>
          <table className={`${table.table} ${table.cards}`} aria-label={t('membership.orders')}>
            <thead>
              <tr>
                <th>{t('membership.orders.order')}</th>
                <th>{t('membership.orders.placed')}</th>
                <th>{t('membership.orders.amount')}</th>
                <th>{t('membership.orders.state')}</th>
                <th>{t('membership.orders.papers')}</th>
              </tr>
            </thead>
            <tbody>
              {orders.map((order) => (
                <tr key={order.orderId}>
                  <td data-label="">
                    <span>
                      <strong>{local(order.name)}</strong>
                      <br />
                      <span className={table.quiet}>{t(ACTS[order.act])}</span>
                    </span>
                  </td>
                  <td data-label={t('membership.orders.placed')}>
                    <DateText on={order.placedAt.slice(0, 10)} short />
                  </td>
                  <td data-label={t('membership.orders.amount')}>{money(order.amount)}</td>
                  <td data-label={t('membership.orders.state')}>
                    <State order={order} />
                  </td>
                  <td data-label={t('membership.orders.papers')}>
                    <span className={styles.papers}>
                      <Papers order={order} />
                      <Acts order={order} onChange={onChange} />
                    </span>
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </section>
  );
}
