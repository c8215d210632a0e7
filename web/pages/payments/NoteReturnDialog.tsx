import { Input } from '@fluentui/react-components';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import type { TransferReturnView } from '../../../src/contract/memberships.ts';
import { sendJson } from '../../api/client.ts';
import { problemCode } from '../../api/problem-error.ts';
import { FormDialog } from '../../components/FormDialog.tsx';
import { NeededField } from '../../components/NeededField.tsx';
import type { MessageId } from '../../messages/messages.ts';
import { useText } from '../../messages/use-text.ts';

const REFUSALS: Readonly<Record<string, MessageId>> = {
  'order-not-found': 'returns.note.notFound',
  'transfer-awaited': 'returns.note.awaited',
  'already-noted': 'returns.note.already',
};

interface NoteReturnDialogProps {
  readonly onClose: () => void;
  readonly onDone: (noted: TransferReturnView) => void;
}

/** Notes a transfer that came for an order which no longer waits for one. */
export function NoteReturnDialog({ onClose, onDone }: NoteReturnDialogProps) {
  const t = useText();
  const [orderReference, setOrderReference] = useState('');
  const [bankReference, setBankReference] = useState('');
  const note = useMutation({
    mutationFn: () =>
      sendJson<TransferReturnView>('POST', '/transfer-returns', { orderReference, bankReference }),
    onSuccess: (noted) => {
      onClose();
      onDone(noted);
    },
  });
  const refusal = t(REFUSALS[problemCode(note.error) ?? ''] ?? 'returns.failed');
  return (
    <FormDialog
      title={t('returns.note')}
      submit={t('returns.note.send')}
      back={t('returns.note.back')}
      failure={note.isError ? refusal : null}
      pending={note.isPending}
      complete={orderReference.trim() !== '' && bankReference.trim() !== ''}
      onSubmit={() => note.mutate()}
      onClose={onClose}
    >
      {(sent) => (
        <>
          <p>{t('returns.note.effect')}</p>
          <NeededField
            label={t('returns.note.order')}
            hint={t('returns.note.orderHint')}
            value={orderReference}
            sent={sent}
          >
            <Input
              value={orderReference}
              maxLength={40}
              placeholder="J-"
              onChange={(_, data) => setOrderReference(data.value)}
            />
          </NeededField>
          <NeededField label={t('payments.confirm.reference')} value={bankReference} sent={sent}>
            <Input
              value={bankReference}
              maxLength={100}
              onChange={(_, data) => setBankReference(data.value)}
            />
          </NeededField>
        </>
      )}
    </FormDialog>
  );
}
