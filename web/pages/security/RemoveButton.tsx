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
import { useText } from '../../messages/use-text.ts';

interface RemoveButtonProps {
  readonly label: string;
  /** What is removed, for those who hear the buttons one by one. */
  readonly about?: string;
  /** What follows from it, shown before. */
  readonly effect: string;
  readonly disabled: boolean;
  readonly onRemove: () => void;
}

/** A button that shows the effect before it acts. */
export function RemoveButton({ label, about, effect, disabled, onRemove }: RemoveButtonProps) {
  const t = useText();
  return (
    <Dialog modalType="alert">
      <DialogTrigger disableButtonEnhancement>
        <Button
          disabledFocusable={disabled}
          {...(about === undefined ? {} : { 'aria-label': `${label} ${about}` })}
        >
          {label}
        </Button>
      </DialogTrigger>
      <DialogSurface>
        <DialogBody>
          <DialogTitle>{label}</DialogTitle>
          <DialogContent>{effect}</DialogContent>
          <DialogActions>
            <DialogTrigger disableButtonEnhancement>
              <Button appearance="primary" onClick={onRemove}>
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
