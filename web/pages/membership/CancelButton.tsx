import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
  DialogTrigger,
} from '@fluentui/react-components';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import type { OrderView } from '../../../src/contract/memberships.ts';
import { sendJson } from '../../api/client.ts';
import { Failure } from '../../components/Failure.tsx';
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
      <DialogSurface>
        <DialogBody>
          <DialogTitle>{t('membership.cancel.title')}</DialogTitle>
          <DialogContent className={styles.dialog!}>
            {cancel.isError && <Failure>{t('membership.cancel.failed')}</Failure>}
            <p>
              {paid
                ? t('membership.cancel.paid', { amount: money(order.amount) })
                : t('membership.cancel.open')}
            </p>
            {paid && order.cancellableUntil !== null && (
              <p className={styles.quiet}>
                {t('membership.cancel.until', { day: dates.day(order.cancellableUntil) })}
              </p>
            )}
          </DialogContent>
          <DialogActions>
            <Button onClick={() => setOpen(false)}>{t('membership.cancel.keep')}</Button>
            <Button appearance="primary" disabledFocusable={cancel.isPending} onClick={() => cancel.mutate()}>
              {t('membership.cancel')}
            </Button>
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  );
}
