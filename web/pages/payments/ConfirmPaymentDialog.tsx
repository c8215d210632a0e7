import { Input } from '@fluentui/react-components';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import type { OrderView, PendingPayments } from '../../../src/contract/memberships.ts';
import { sendJson } from '../../api/client.ts';
import { problemCode } from '../../api/problem-error.ts';
import { FormDialog } from '../../components/FormDialog.tsx';
import { NeededField } from '../../components/NeededField.tsx';
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
    <FormDialog
      title={t('payments.confirm.title', { company })}
      submit={t('payments.confirm.send')}
      back={t('payments.confirm.back')}
      failure={confirm.isError ? t(over ? 'payments.confirm.over' : 'payments.confirm.failed') : null}
      pending={confirm.isPending}
      complete={reference.trim() !== ''}
      onSubmit={() => confirm.mutate()}
      onClose={onClose}
    >
      {(sent) => (
        <>
          <p>{t('payments.confirm.effect', { company, offer: local(order.name) })}</p>
          <NeededField label={t('payments.confirm.reference')} value={reference} sent={sent}>
            <Input value={reference} maxLength={100} onChange={(_, data) => setReference(data.value)} />
          </NeededField>
        </>
      )}
    </FormDialog>
  );
}
