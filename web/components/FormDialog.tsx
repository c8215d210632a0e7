import {
  Button,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
} from '@fluentui/react-components';
import { type FormEvent, type ReactNode, useState } from 'react';
import { Failure } from './Failure.tsx';
import styles from './FormDialog.module.css';

interface FormDialogProps {
  readonly title: string;
  /** What the button that acts says, and the one that does nothing. */
  readonly submit: string;
  readonly back: string;
  /** Why it did not work when it was tried; null before and after it worked. */
  readonly failure?: string | null;
  readonly pending?: boolean;
  /** Everything that is needed is there; else a try to send makes the fields say what is missing. */
  readonly complete?: boolean;
  readonly onSubmit: () => void;
  readonly onClose: () => void;
  /** The effect and the fields, which learn whether the form was sent. */
  readonly children: ReactNode | ((sent: boolean) => ReactNode);
}

/** The first field that was refused gets the focus, once it is marked as such. */
function focusRefused(form: HTMLFormElement) {
  requestAnimationFrame(() => form.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus());
}

/** Inside a dialog: the effect first, then what is asked, then the way back and the act. Enter sends it. */
export function FormDialog({ children, ...props }: FormDialogProps) {
  const { title, submit, back, failure = null, pending = false, complete = true, onSubmit, onClose } = props;
  const [sent, setSent] = useState(false);
  const send = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    setSent(true);
    if (!complete) focusRefused(event.currentTarget);
    else if (!pending) onSubmit();
  };
  return (
    <DialogSurface>
      <form onSubmit={send} noValidate>
        <DialogBody>
          <DialogTitle>{title}</DialogTitle>
          <DialogContent className={styles.form!}>
            {failure !== null && <Failure>{failure}</Failure>}
            {typeof children === 'function' ? children(sent) : children}
          </DialogContent>
          <DialogActions>
            <Button onClick={onClose}>{back}</Button>
            <Button type="submit" appearance="primary" disabledFocusable={pending}>
              {submit}
            </Button>
          </DialogActions>
        </DialogBody>
      </form>
    </DialogSurface>
  );
}
