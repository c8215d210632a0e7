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
import { useText } from '../messages/use-text.ts';

interface AskFirstProps {
  readonly label: string;
  /** What follows from it, shown before; `null` where nothing is lost. */
  readonly effect: string | null;
  readonly disabled: boolean;
  readonly primary?: boolean;
  readonly onAct: () => void;
}

/** A button that shows its effect before it acts. */
export function AskFirst({ label, effect, disabled, primary = false, onAct }: AskFirstProps) {
  const t = useText();
  const appearance = primary ? 'primary' : 'secondary';
  if (effect === null) {
    return (
      <Button appearance={appearance} disabledFocusable={disabled} onClick={onAct}>
        {label}
      </Button>
    );
  }
  return (
    <Dialog modalType="alert">
      <DialogTrigger disableButtonEnhancement>
        <Button appearance={appearance} disabledFocusable={disabled}>
          {label}
        </Button>
      </DialogTrigger>
      <DialogSurface>
        <DialogBody>
          <DialogTitle>{label}</DialogTitle>
          <DialogContent>{effect}</DialogContent>
          <DialogActions>
            <DialogTrigger disableButtonEnhancement>
              <Button appearance="primary" onClick={onAct}>
                {label}
              </Button>
            </DialogTrigger>
            <DialogTrigger disableButtonEnhancement>
              <Button>{t('security.cancel')}</Button>
            </DialogTrigger>
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  );
}
