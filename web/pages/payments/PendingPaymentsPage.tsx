import { Button, Dialog } from '@fluentui/react-components';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { PendingPayments } from '../../../src/contract/memberships.ts';
import { pendingPaymentsQuery } from '../../api/queries.ts';
import { DateText } from '../../components/DateText.tsx';
import { PageFrame } from '../../components/PageFrame.tsx';
import { QueryView } from '../../components/QueryView.tsx';
import { useMoney } from '../../messages/use-money.ts';
import { useLocalText, useText } from '../../messages/use-text.ts';
import { Bones } from '../../ui/Bones.tsx';
import table from '../../ui/Table.module.css';
import { ConfirmPaymentDialog } from './ConfirmPaymentDialog.tsx';
import { NoteReturnDialog } from './NoteReturnDialog.tsx';
import styles from './Payments.module.css';
import { TransferReturns } from './TransferReturns.tsx';

type Payment = PendingPayments['value'][number];

function Row({ payment, onDone }: { payment: Payment; onDone: (company: string) => void }) {
  const t = useText();
  const local = useLocalText();
  const money = useMoney();
  const [open, setOpen] = useState(false);
  const { order, partnerName } = payment;
  return (
    <tr>
      <td data-label="">
        <strong>{partnerName}</strong>
      </td>
      <td data-label={t('payments.offer')}>{local(order.name)}</td>
      <td data-label={t('payments.amount')}>{money(order.amount)}</td>
      <td data-label={t('payments.reference')}>{order.reference}</td>
      <td data-label={t('payments.payBy')}>
        <DateText on={order.payBy} relative short />
      </td>
      <td data-label="">
        <Button
          size="small"
          appearance="primary"
          aria-label={`${t('payments.confirm')} ${partnerName}`}
          onClick={() => setOpen(true)}
        >
          {t('payments.confirm')}
        </Button>
        <Dialog open={open} onOpenChange={(_, data) => setOpen(data.open)}>
          <ConfirmPaymentDialog
            payment={payment}
            onClose={() => setOpen(false)}
            onDone={() => onDone(partnerName)}
          />
        </Dialog>
      </td>
    </tr>
  );
}

function Payments({ payments, onDone }: { payments: readonly Payment[]; onDone: (company: string) => void }) {
  const t = useText();
  if (payments.length === 0) return <p className={table.quiet}>{t('payments.nothing')}</p>;
  return (
    <div className={table.card}>
      <table className={`${table.table} ${table.cards}`} aria-label={t('payments.title')}>
        <thead>
          <tr>
            <th>{t('payments.company')}</th>
            <th>{t('payments.offer')}</th>
            <th>{t('payments.amount')}</th>
            <th>{t('payments.reference')}</th>
            <th>{t('payments.payBy')}</th>
            <th>
              <span className="visually-hidden">{t('payments.confirm')}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {payments.map((payment) => (
            <Row key={payment.order.orderId} payment={payment} onDone={onDone} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** Transfers that the operator awaits from every company, and those that go back to who sent them. */
export function PendingPaymentsPage() {
  const t = useText();
  const client = useQueryClient();
  const [done, setDone] = useState<string | null>(null);
  const [open, setOpen] = useState(false);
  const query = useQuery(pendingPaymentsQuery);
  const tell = (message: string) => {
    setDone(message);
    void client.invalidateQueries();
  };
  return (
    <PageFrame
      page="payments"
      title={t('payments.title')}
      lead={t('payments.lead')}
      actions={<Button onClick={() => setOpen(true)}>{t('returns.note')}</Button>}
    >
      <div className={styles.layout}>
        <div role="status">{done !== null && <p className={styles.done}>{done}</p>}</div>
        <section className={styles.section}>
          <h2>{t('payments.awaited')}</h2>
          <p className={styles.lead}>{t('payments.awaited.lead')}</p>
          <QueryView query={query} skeleton={<Bones count={4} height={44} />}>
            {({ value }) => (
              <Payments payments={value} onDone={(company) => tell(t('payments.done', { company }))} />
            )}
          </QueryView>
        </section>
        <TransferReturns onDone={(company) => tell(t('returns.done', { company }))} />
      </div>
      <Dialog open={open} onOpenChange={(_, data) => setOpen(data.open)}>
        <NoteReturnDialog
          onClose={() => setOpen(false)}
          onDone={({ partnerName: company }) => tell(t('returns.noted', { company }))}
        />
      </Dialog>
    </PageFrame>
  );
}
