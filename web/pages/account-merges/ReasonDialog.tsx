import { useMutation } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { sendJson } from '../../api/client.ts';
import { problemCode } from '../../api/problem-error.ts';
import { FormDialog } from '../../components/FormDialog.tsx';
import { useText } from '../../messages/use-text.ts';
import { isReason, ReasonField } from './ReasonField.tsx';

interface ReasonDialogProps {
  readonly title: string;
  readonly submit: string;
  /** Where the reason is sent to. */
  readonly path: string;
  readonly onClose: () => void;
  readonly onDone: () => void;
  /** What follows from it. */
  readonly children: ReactNode;
}

/** Shows what an act leads to and asks for the reason, which stays with it. */
export function ReasonDialog({ title, submit, path, onClose, onDone, children }: ReasonDialogProps) {
  const t = useText();
  const [reason, setReason] = useState('');
  const act = useMutation({
    mutationFn: () => sendJson('POST', path, { reason }),
    onSuccess: () => {
      onClose();
      onDone();
    },
  });
  return (
    <FormDialog
      title={title}
      submit={submit}
      back={t('merges.dialog.back')}
      failure={
        act.isError ? t('merges.dialog.failed', { code: problemCode(act.error) ?? 'page-error' }) : null
      }
      pending={act.isPending}
      complete={isReason(reason)}
      onSubmit={() => act.mutate()}
      onClose={onClose}
    >
      {(sent) => (
        <>
          {children}
          <ReasonField reason={reason} sent={sent} onChange={setReason} />
        </>
      )}
    </FormDialog>
  );
}
