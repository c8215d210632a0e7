import { Field, Input } from '@fluentui/react-components';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import type { User, UserWithFirstSignIn } from '../../../src/contract/users.ts';
import type { Tagged } from '../../api/client.ts';
import { useSession } from '../../components/session.tsx';
import { useText } from '../../messages/use-text.ts';
import { PATHS } from '../../paths.ts';
import table from '../../ui/Table.module.css';
import { ConfirmStep } from './ConfirmStep.tsx';
import { EffectView } from './EffectView.tsx';
import { OwnAccountWarning } from './OwnAccountWarning.tsx';
import { usePersonAction } from './use-person-action.ts';

interface StepProps {
  readonly person: Tagged<User>;
  readonly onClose: () => void;
}

const nameOf = ({ value: { firstName, lastName } }: Tagged<User>) => `${firstName} ${lastName}`;

export function DisableStep({ person, onClose }: StepProps) {
  const t = useText();
  const { me } = useSession();
  const disable = usePersonAction<User>(person, onClose);
  return (
    <ConfirmStep
      title={t('people.disable.title', { name: nameOf(person) })}
      text={t('people.disable.text')}
      submit={t('people.disable')}
      pending={disable.isPending}
      error={disable.error}
      onSubmit={() => disable.mutate({ method: 'POST', action: 'disable' })}
      onClose={onClose}
    >
      <OwnAccountWarning userId={person.value.userId} act="disable" />
      <EffectView userId={person.value.userId} on={me.today} associations="stay" />
    </ConfirmStep>
  );
}

const DAY_FORM = /^\d{4}-\d{2}-\d{2}$/;

export function LeaveStep({ person, onClose }: StepProps) {
  const t = useText();
  const { me } = useSession();
  const [on, setOn] = useState(person.value.employedUntil ?? me.today);
  const leave = usePersonAction<User>(person, onClose);
  const complete = DAY_FORM.test(on);
  return (
    <ConfirmStep
      title={t('people.leave.title', { name: nameOf(person) })}
      text={t('people.leave.text')}
      submit={t('people.leave.submit')}
      pending={leave.isPending || !complete}
      error={leave.error}
      onSubmit={() => complete && leave.mutate({ method: 'POST', action: 'leave', body: { on } })}
      onClose={onClose}
    >
      <OwnAccountWarning userId={person.value.userId} act="leave" />
      <Field label={t('people.leave.on')} required>
        <Input type="date" value={on} onChange={(_, data) => setOn(data.value)} />
      </Field>
      {complete && <EffectView userId={person.value.userId} on={on} associations="stay" />}
      {complete && (
        <Link
          to={PATHS.departures}
          search={{ people: person.value.userId, on, user: undefined }}
          className={table.link}
        >
          {t('departures.try')}
        </Link>
      )}
    </ConfirmStep>
  );
}

export function DeleteStep({ person, onClose, onGone }: StepProps & { onGone: () => void }) {
  const t = useText();
  const { me } = useSession();
  const remove = usePersonAction<void>(person, onGone);
  return (
    <ConfirmStep
      title={t('people.delete.title', { name: nameOf(person) })}
      text={t('people.delete.text')}
      submit={t('people.delete.submit')}
      pending={remove.isPending}
      error={remove.error}
      onSubmit={() => remove.mutate({ method: 'DELETE' })}
      onClose={onClose}
    >
      <OwnAccountWarning userId={person.value.userId} act="delete" />
      <EffectView userId={person.value.userId} on={me.today} associations="end" />
    </ConfirmStep>
  );
}

interface ResetStepProps extends StepProps {
  readonly onOpened: (opened: UserWithFirstSignIn) => void;
}

export function ResetStep({ person, onClose, onOpened }: ResetStepProps) {
  const t = useText();
  const reset = usePersonAction<UserWithFirstSignIn>(person, (opened) => {
    onOpened(opened);
    onClose();
  });
  return (
    <ConfirmStep
      title={t('people.reset.title', { name: nameOf(person) })}
      text={t('people.reset.text')}
      submit={t('people.reset')}
      pending={reset.isPending}
      error={reset.error}
      onSubmit={() => reset.mutate({ method: 'POST', action: 'reset-sign-in' })}
      onClose={onClose}
    />
  );
}
