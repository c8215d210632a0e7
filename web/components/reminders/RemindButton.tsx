import { Button, Dialog, useRestoreFocusTarget } from '@fluentui/react-components';
import { MailRegular } from '@fluentui/react-icons';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { ExplainedButton } from '../ExplainedButton.tsx';
import { usePartnerId } from '../session.tsx';
import { useRoleReason } from '../use-role-reason.ts';
import { type Asking, RemindDialog } from './RemindDialog.tsx';

interface RemindButtonProps {
  readonly label: string;
  /** Whom it concerns, in numbers; `people` says who, asked when the reader confirms. */
  readonly count: number;
  readonly people: () => Promise<readonly string[]>;
  readonly size?: 'small' | 'medium';
  readonly primary?: boolean;
  readonly asking?: Asking;
}

const ABILITIES = { associate: 'remind', check: 'ask-checks' } as const;

/** Asks people to associate their learning accounts, or to check their lists, after saying how many mails would go. */
export function RemindButton({
  label,
  count,
  people,
  size = 'medium',
  primary = false,
  asking = 'associate',
}: RemindButtonProps) {
  const [open, setOpen] = useState(false);
  const partner = usePartnerId();
  const client = useQueryClient();
  const reason = useRoleReason(ABILITIES[asking]);
  // What the dialog has taken it gives back here.
  const restoreFocus = useRestoreFocusTarget();
  // The list is read again once the answer has been read: it may no longer offer this button.
  const close = () => {
    setOpen(false);
    void client.invalidateQueries({ queryKey: ['partner', partner, 'chase-list'] });
  };
  if (reason !== null) {
    return (
      <ExplainedButton reason={reason} icon={<MailRegular />} onClick={() => undefined}>
        {label}
      </ExplainedButton>
    );
  }
  return (
    <>
      <Button
        {...restoreFocus}
        appearance={primary ? 'primary' : 'secondary'}
        size={size}
        icon={<MailRegular />}
        onClick={() => setOpen(true)}
      >
        {label}
      </Button>
      <Dialog open={open} onOpenChange={(_, data) => !data.open && close()}>
        <RemindDialog asking={asking} count={count} people={people} onClose={close} />
      </Dialog>
    </>
  );
}
