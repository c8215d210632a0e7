import { Button, Dialog, DialogTrigger } from '@fluentui/react-components';
import { useState } from 'react';
import { useText } from '../messages/use-text.ts';
import { FormDialog } from './FormDialog.tsx';

interface AskFirstProps {
  readonly label: string;
  /** What it acts on, for those who hear the buttons one by one. */
  readonly about?: string;
  /** What follows from it, shown before; `null` where nothing is lost. */
  readonly effect: string | null;
  readonly disabled: boolean;
  readonly primary?: boolean;
  readonly onAct: () => void;
}

/** A button that shows its effect before it acts. */
export function AskFirst({ label, about, effect, disabled, primary = false, onAct }: AskFirstProps) {
  const t = useText();
  const [open, setOpen] = useState(false);
  const looks = {
    appearance: primary ? ('primary' as const) : ('secondary' as const),
    ...(about !== undefined && { 'aria-label': `${label} ${about}` }),
  };
  if (effect === null) {
    return (
      <Button {...looks} disabledFocusable={disabled} onClick={onAct}>
        {label}
      </Button>
    );
  }
  return (
    <Dialog modalType="alert" open={open} onOpenChange={(_, data) => setOpen(data.open)}>
      <DialogTrigger disableButtonEnhancement>
        <Button {...looks} disabledFocusable={disabled}>
          {label}
        </Button>
      </DialogTrigger>
      <FormDialog
        title={label}
        submit={label}
        back={t('security.cancel')}
        onSubmit={() => {
          setOpen(false);
          onAct();
        }}
        onClose={() => setOpen(false)}
      >
        <p>{effect}</p>
      </FormDialog>
    </Dialog>
  );
}
