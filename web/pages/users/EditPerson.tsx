import { Button, MessageBar, MessageBarBody } from '@fluentui/react-components';
import { type FormEvent, useState } from 'react';
import type { User } from '../../../src/contract/users.ts';
import type { Tagged } from '../../api/client.ts';
import { useSession } from '../../components/session.tsx';
import { useText } from '../../messages/use-text.ts';
import { focusFirstProblem } from './focus-first-problem.ts';
import { OwnAccountWarning } from './OwnAccountWarning.tsx';
import { PersonFields } from './PersonFields.tsx';
import { peopleProblemText } from './people-problem.ts';
import { changesBetween, draftOf, draftProblems } from './person-draft.ts';
import styles from './Users.module.css';
import { usePersonAction } from './use-person-action.ts';

/** Changes what the company says about a person; only what differs is sent. */
export function EditPerson({ person, onClose }: { person: Tagged<User>; onClose: () => void }) {
  const t = useText();
  const before = draftOf(person.value);
  const [draft, setDraft] = useState(before);
  const save = usePersonAction<User>(person, onClose);
  const problems = draftProblems(draft);
  const changes = changesBetween(before, draft);
  const { me } = useSession();
  const lost = Object.keys(before.roles).filter((role) => !(role in draft.roles));
  const demotesSelf = me.userId === person.value.userId && lost.length > 0;
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    if (Object.keys(problems).length > 0) {
      focusFirstProblem(event.currentTarget);
      return;
    }
    if (Object.keys(changes).length === 0) onClose();
    else save.mutate({ method: 'PATCH', body: changes });
  };
  return (
    <form className={styles.form} onSubmit={submit} noValidate>
      <PersonFields draft={draft} problems={problems} onChange={setDraft} />
      {'workEmail' in changes && <p className={styles.hint}>{t('people.edit.renames')}</p>}
      {demotesSelf && <OwnAccountWarning userId={person.value.userId} act="demote" />}
      {save.isError && (
        <MessageBar intent="error" layout="multiline">
          <MessageBarBody>{peopleProblemText(t, save.error)}</MessageBarBody>
        </MessageBar>
      )}
      <div className={styles.buttons}>
        <Button appearance="primary" type="submit" disabledFocusable={save.isPending}>
          {t(demotesSelf ? 'people.own.saveAnyway' : 'people.edit.save')}
        </Button>
        <Button onClick={onClose}>{t('people.cancel')}</Button>
      </div>
    </form>
  );
}
