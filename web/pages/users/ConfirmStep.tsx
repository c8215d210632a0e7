import { Button, MessageBar, MessageBarBody } from '@fluentui/react-components';
import { type ReactNode, useEffect, useId, useRef } from 'react';
import { useText } from '../../messages/use-text.ts';
import { peopleProblemText } from './people-problem.ts';
import styles from './Users.module.css';

interface ConfirmStepProps {
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

/**
 * Asks before something happens to a person. It takes the place of the buttons in the panel: a dialog over a panel
 * whose button is gone afterwards leaves the panel hidden from screen readers.
 */
export function ConfirmStep(props: ConfirmStepProps) {
  const t = useText();
  const { title, text, submit, pending, error, onSubmit, onClose, children } = props;
  const heading = useRef<HTMLHeadingElement>(null);
  const id = useId();
  useEffect(() => heading.current?.focus(), []);
  return (
    <section className={styles.step} aria-labelledby={id}>
      <h3 id={id} ref={heading} tabIndex={-1}>
        {title}
      </h3>
      <p>{text}</p>
      {children}
      {error !== null && (
        <MessageBar intent="error" layout="multiline">
          <MessageBarBody>{peopleProblemText(t, error)}</MessageBarBody>
        </MessageBar>
      )}
      <div className={styles.buttons}>
        <Button appearance="primary" disabledFocusable={pending} onClick={onSubmit}>
          {submit}
        </Button>
        <Button onClick={onClose}>{t('people.cancel')}</Button>
      </div>
    </section>
  );
}
