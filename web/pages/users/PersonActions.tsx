import { MessageBar, MessageBarBody } from '@fluentui/react-components';
import { useRef, useState } from 'react';
import type { FirstSignInView, User, UserWithFirstSignIn } from '../../../src/contract/users.ts';
import type { Tagged } from '../../api/client.ts';
import { ExplainedButton } from '../../components/ExplainedButton.tsx';
import { useRoleReason } from '../../components/use-role-reason.ts';
import type { MessageId } from '../../messages/messages.ts';
import { useText } from '../../messages/use-text.ts';
import { FirstSignInCard } from './FirstSignInCard.tsx';
import { mailState } from './mail-state.ts';
import { peopleProblemText } from './people-problem.ts';
import { DeleteStep, DisableStep, LeaveStep, ResetStep } from './person-steps.tsx';
import styles from './Users.module.css';
import { usePersonAction } from './use-person-action.ts';

type Asked = 'disable' | 'leave' | 'delete' | 'reset';

interface PersonActionsProps {
  readonly person: Tagged<User>;
  readonly onEdit: () => void;
  readonly onGone: () => void;
}

/** What can happen to the account of a person; what is hard to take back is asked about first. */
export function PersonActions({ person, onEdit, onGone }: PersonActionsProps) {
  const t = useText();
  const reason = useRoleReason('manage-users');
  const [asked, setAsked] = useState<Asked | null>(null);
  const [opened, setOpened] = useState<UserWithFirstSignIn | null>(null);
  const simple = usePersonAction<unknown>(person, () => {});
  const send = usePersonAction<{ mail: FirstSignInView['mail'] }>(person, () => {});
  const { status, passwordChosen, employedUntil, lastSignInAt } = person.value;
  const active = status === 'active';
  const button = (label: MessageId, onClick: () => void) => (
    <ExplainedButton reason={reason} onClick={onClick}>
      {t(label)}
    </ExplainedButton>
  );
  const heading = useRef<HTMLHeadingElement>(null);
  const close = () => {
    setAsked(null);
    // The button that was pressed may be gone: whoever works by keyboard goes on from here.
    requestAnimationFrame(() => heading.current?.focus());
  };
  const error = simple.error ?? send.error;
  if (asked === 'disable') return <DisableStep person={person} onClose={close} />;
  if (asked === 'leave') return <LeaveStep person={person} onClose={close} />;
  if (asked === 'delete') return <DeleteStep person={person} onClose={close} onGone={onGone} />;
  if (asked === 'reset') return <ResetStep person={person} onClose={close} onOpened={setOpened} />;
  return (
    <section className={styles.panel}>
      <h3 ref={heading} tabIndex={-1}>
        {t('people.actions')}
      </h3>
      {!passwordChosen && active && lastSignInAt === null && (
        <p className={styles.hint}>{t('people.waiting')}</p>
      )}
      <div className={styles.buttons}>
        {button('people.edit', onEdit)}
        {active && button('people.reset', () => setAsked('reset'))}
        {active &&
          !passwordChosen &&
          button('people.send', () => send.mutate({ method: 'POST', action: 'send-first-sign-in' }))}
        {active && button('people.disable', () => setAsked('disable'))}
        {!active &&
          button(status === 'left' ? 'people.return' : 'people.enable', () =>
            simple.mutate({ method: 'POST', action: 'enable' }),
          )}
        {status !== 'left' && button('people.leave', () => setAsked('leave'))}
        {active &&
          employedUntil !== null &&
          button('people.leave.cancel', () =>
            simple.mutate({ method: 'POST', action: 'leave', body: { on: null } }),
          )}
        {button('people.delete', () => setAsked('delete'))}
      </div>
      {send.isSuccess && (
        <MessageBar intent={send.data.mail === 'queued' ? 'success' : 'warning'} layout="multiline">
          <MessageBarBody>{t('people.sent', { mail: mailState(send.data.mail) })}</MessageBarBody>
        </MessageBar>
      )}
      {error !== null && (
        <MessageBar intent="error" layout="multiline">
          <MessageBarBody>{peopleProblemText(t, error)}</MessageBarBody>
        </MessageBar>
      )}
      {opened !== null && <FirstSignInCard opened={opened} result="updated" />}
    </section>
  );
}
