import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
  MessageBar,
  MessageBarBody,
} from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { useText } from '../../messages/use-text.ts';
import { peopleProblemText } from './people-problem.ts';
import styles from './Users.module.css';

interface ConfirmDialogProps {
  readonly title: string;
  readonly text: string;
  readonly submit: string;
  readonly pending: boolean;
  readonly error: unknown;
  readonly onSubmit: () => void;
  readonly onClose: () => void;
  /** The effect, and what else must be said or given before. */
  readonly children?: ReactNode;
}

/** Asks before something happens to a person; what it does stands in the dialog. */
export function ConfirmDialog(props: ConfirmDialogProps) {
  const t = useText();
  const { title, text, submit, pending, error, onSubmit, onClose, children } = props;
  return (
    <Dialog open onOpenChange={(_, data) => !data.open && onClose()}>
      <DialogSurface>
        <DialogBody>
          <DialogTitle>{title}</DialogTitle>
          <DialogContent className={styles.panel!}>
            <p>{text}</p>
            {children}
            {error !== null && (
              <MessageBar intent="error" layout="multiline">
                <MessageBarBody>{peopleProblemText(t, error)}</MessageBarBody>
              </MessageBar>
            )}
          </DialogContent>
          <DialogActions>
            <Button onClick={onClose}>{t('common.close')}</Button>
            <Button appearance="primary" disabledFocusable={pending} onClick={onSubmit}>
              {submit}
            </Button>
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  );
}
