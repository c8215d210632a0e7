import { Button, Dialog, DialogTrigger } from '@fluentui/react-components';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import type { OrderView } from '../../../src/contract/memberships.ts';
import { sendJson } from '../../api/client.ts';
import { FormDialog } from '../../components/FormDialog.tsx';
import { usePartnerId } from '../../components/session.tsx';
import { useDates } from '../../messages/use-dates.ts';
import { useMoney } from '../../messages/use-money.ts';
import { useText } from '../../messages/use-text.ts';
import styles from './Membership.module.css';

/** Cancels an order after saying what goes with it. */
export function CancelButton({ order, onChange }: { order: OrderView; onChange: () => void }) {
  const t = useText();
  const dates = useDates();
  const money = useMoney();
  const partner = usePartnerId();
  const [open, setOpen] = useState(false);
  const cancel = useMutation({
    mutationFn: () => sendJson<OrderView>('POST', `/partners/${partner}/orders/${order.orderId}/cancel`),
    onSuccess: () => {
      setOpen(false);
      onChange();
    },
  });
  const paid = order.state === 'active';
  return (
    <Dialog open={open} onOpenChange={(_, data) => setOpen(data.open)}>
      <DialogTrigger disableButtonEnhancement>
        <Button size="small" appearance="subtle">
          {t('membership.cancel')}
        </Button>
      </DialogTrigger>
      <FormDialog
        title={t('membership.cancel.title')}
        submit={t('membership.cancel')}
        back={t('membership.cancel.keep')}
        failure={cancel.isError ? t('membership.cancel.failed') : null}
        pending={cancel.isPending}
        onSubmit={() => cancel.mutate()}
        onClose={() => setOpen(false)}
      >
        <p>
          {paid ? t('membership.cancel.paid', { amount: money(order.amount) }) : t('membership.cancel.open')}
        </p>
        {paid && order.cancellableUntil !== null && (
          <p className={styles.quiet}>
            {t('membership.cancel.until', { day: dates.day(order.cancellableUntil) })}
          </p>
        )}
      </FormDialog>
    </Dialog>
  );
}
