import {
  Button,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
  Field,
  Input,
} from '@fluentui/react-components';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import type { OrderView, PendingPayments } from '../../../src/contract/memberships.ts';
import { sendJson } from '../../api/client.ts';
import { problemCode } from '../../api/problem-error.ts';
import { Failure } from '../../components/Failure.tsx';
import { useLocalText, useText } from '../../messages/use-text.ts';

interface ConfirmPaymentDialogProps {
  readonly payment: PendingPayments['value'][number];
  readonly onClose: () => void;
  readonly onDone: () => void;
}

/** Says that a transfer has arrived, after telling what that does. */
export function ConfirmPaymentDialog({ payment, onClose, onDone }: ConfirmPaymentDialogProps) {
  const t = useText();
  const local = useLocalText();
  const [reference, setReference] = useState('');
  const { partnerId, partnerName: company, order } = payment;
  const confirm = useMutation({
    mutationFn: () =>
      sendJson<OrderView>('POST', `/partners/${partnerId}/orders/${order.orderId}/confirm-payment`, {
        reference,
      }),
    onSuccess: () => {
      onClose();
      onDone();
    },
  });
  const over = problemCode(confirm.error) === 'transfer-over';
  return (
    <DialogSurface>
      <DialogBody>
        <DialogTitle>{t('payments.confirm.title', { company })}</DialogTitle>
        <DialogContent>
          {confirm.isError && (
            <Failure>{t(over ? 'payments.confirm.over' : 'payments.confirm.failed')}</Failure>
          )}
          <p>{t('payments.confirm.effect', { company, offer: local(order.name) })}</p>
          <Field label={t('payments.confirm.reference')} required>
            <Input value={reference} maxLength={100} onChange={(_, data) => setReference(data.value)} />
          </Field>
        </DialogContent>
        <DialogActions>
          <Button onClick={onClose}>{t('payments.confirm.back')}</Button>
          <Button
            appearance="primary"
            disabledFocusable={confirm.isPending || reference.trim() === ''}
            onClick={() => confirm.mutate()}
          >
            {t('payments.confirm.send')}
          </Button>
        </DialogActions>
      </DialogBody>
    </DialogSurface>
  );
}
