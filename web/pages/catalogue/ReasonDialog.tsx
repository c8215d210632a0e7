import { Textarea } from '@fluentui/react-components';
import { type ReactNode, useState } from 'react';
import { FormDialog } from '../../components/FormDialog.tsx';
import { NeededField } from '../../components/NeededField.tsx';
import { useText } from '../../messages/use-text.ts';

const SHORTEST = 3;

interface ReasonDialogProps {
  readonly title: string;
  readonly effect: string;
  readonly failure: string | null;
  readonly pending: boolean;
  readonly onSubmit: (reason: string) => void;
  readonly onClose: () => void;
  /** What else is asked. */
  readonly children?: ReactNode;
}

/** Shows what follows, and asks for the reason that stays in the trail. */
export function ReasonDialog({ effect, onSubmit, children, ...dialog }: ReasonDialogProps) {
  const t = useText();
  const [reason, setReason] = useState('');
  const complete = reason.trim().length >= SHORTEST;
  return (
    <FormDialog
      {...dialog}
      submit={dialog.title}
      back={t('security.cancel')}
      complete={complete}
      onSubmit={() => onSubmit(reason.trim())}
    >
      {(sent) => (
        <>
          <p>{effect}</p>
          {children}
          <NeededField
            label={t('catalogue.reason')}
            value={reason}
            problem={complete ? null : t('catalogue.reason.short')}
            sent={sent}
          >
            <Textarea value={reason} onChange={(_, data) => setReason(data.value)} />
          </NeededField>
        </>
      )}
    </FormDialog>
  );
}
