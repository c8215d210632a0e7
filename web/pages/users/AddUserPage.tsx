import { Button, MessageBar, MessageBarBody } from '@fluentui/react-components';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { type FormEvent, useState } from 'react';
import type { UserWithFirstSignIn } from '../../../src/contract/users.ts';
import { sendJson } from '../../api/client.ts';
import { PageFrame } from '../../components/PageFrame.tsx';
import { usePartnerId, useSession } from '../../components/session.tsx';
import { useRoleReason } from '../../components/use-role-reason.ts';
import { useLocale } from '../../messages/locale.tsx';
import { useText } from '../../messages/use-text.ts';
import { PATHS } from '../../paths.ts';
import table from '../../ui/Table.module.css';
import { AddFromFile } from './AddFromFile.tsx';
import { FirstSignInCard } from './FirstSignInCard.tsx';
import { focusFirstProblem } from './focus-first-problem.ts';
import { PersonFields } from './PersonFields.tsx';
import { peopleProblemText } from './people-problem.ts';
import { draftProblems, emptyDraft, newPersonOf, type PersonDraft } from './person-draft.ts';
import styles from './Users.module.css';

function AddForm({ onAdded }: { onAdded: (added: UserWithFirstSignIn) => void }) {
  const t = useText();
  const partner = usePartnerId();
  const client = useQueryClient();
  const { locale } = useLocale();
  const { me } = useSession();
  const reason = useRoleReason('manage-users');
  const [draft, setDraft] = useState<PersonDraft>(() => emptyDraft(locale, me.today));
  const [checked, setChecked] = useState(false);
  const add = useMutation({
    mutationFn: () => sendJson<UserWithFirstSignIn>('POST', `/partners/${partner}/users`, newPersonOf(draft)),
    onSuccess: (added) => {
      onAdded(added);
      void client.invalidateQueries({ queryKey: ['partner', partner] });
    },
  });
  const problems = draftProblems(draft);
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    setChecked(true);
    if (Object.keys(problems).length > 0) focusFirstProblem(event.currentTarget);
    else if (!add.isPending) add.mutate();
  };
  if (reason !== null) {
    return (
      <MessageBar intent="info" layout="multiline">
        <MessageBarBody>{reason}</MessageBarBody>
      </MessageBar>
    );
  }
  return (
    <form className={styles.form} onSubmit={submit} noValidate>
      <PersonFields draft={draft} problems={checked ? problems : {}} onChange={setDraft} />
      {add.isError && (
        <MessageBar intent="error" layout="multiline">
          <MessageBarBody>{peopleProblemText(t, add.error)}</MessageBarBody>
        </MessageBar>
      )}
      <div className={styles.buttons}>
        <Button appearance="primary" type="submit" disabledFocusable={add.isPending}>
          {t('people.add.submit')}
        </Button>
        <Link to={PATHS.users} className={table.link}>
          {t('people.cancel')}
        </Link>
      </div>
    </form>
  );
}

function Added({ added, onAnother }: { added: UserWithFirstSignIn; onAnother: () => void }) {
  const t = useText();
  const { firstName, lastName } = added.user;
  return (
    <div className={styles.form}>
      <MessageBar intent="success">
        <MessageBarBody>{t('people.add.done', { name: `${firstName} ${lastName}` })}</MessageBarBody>
      </MessageBar>
      <FirstSignInCard opened={added} result="created" />
      <div className={styles.buttons}>
        <Button appearance="primary" onClick={onAnother}>
          {t('people.add.another')}
        </Button>
        <Link to={PATHS.users} className={table.link}>
          {t('people.add.back')}
        </Link>
      </div>
    </div>
  );
}

/** Adds one person, and shows once how he or she signs in for the first time. */
export function AddUserPage() {
  const t = useText();
  const [added, setAdded] = useState<UserWithFirstSignIn | null>(null);
  return (
    <PageFrame
      page="add-user"
      title={t('people.add')}
      crumbs={[{ to: PATHS.users, label: t('users.title') }]}
      lead={t('people.add.lead')}
      ability="manage-users"
      actions={<AddFromFile />}
    >
      {added === null ? (
        <AddForm onAdded={setAdded} />
      ) : (
        <Added added={added} onAnother={() => setAdded(null)} />
      )}
    </PageFrame>
  );
}
