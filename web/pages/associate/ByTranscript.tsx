import { Button, Field, Input } from '@fluentui/react-components';
import { useMutation } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { type FormEvent, useState } from 'react';
import { sendJson } from '../../api/client.ts';
import { problemCode } from '../../api/problem-error.ts';
import { Failure } from '../../components/Failure.tsx';
import { NotConfirmed, useFreshAct } from '../../components/fresh-sign-in/FreshSignIn.tsx';
import type { MessageId } from '../../messages/messages.ts';
import { useText } from '../../messages/use-text.ts';
import { PATHS } from '../../paths.ts';
import styles from './Associate.module.css';

const PROBLEMS: Readonly<Record<string, MessageId>> = {
  'not-a-share-link': 'transcript.problem.not-a-share-link',
  'transcript-not-shared': 'transcript.problem.not-shared',
  'not-a-transcript': 'transcript.problem.not-shared',
  'transcript-without-account': 'transcript.problem.without-account',
  'transcript-without-email': 'transcript.problem.without-email',
  'transcript-unreachable': 'transcript.problem.unreachable',
  'too-many-attempts': 'transcript.problem.too-many',
};

/** The other way to show the account: the link under which its transcript is shared. */
export function ByTranscript() {
  const t = useText();
  const navigate = useNavigate();
  const fresh = useFreshAct();
  const [link, setLink] = useState('');
  const show = useMutation({
    mutationFn: () =>
      fresh.run(() => sendJson<{ proofId: string }>('POST', '/me/learning-accounts/transcript', { link })),
    onSuccess: ({ proofId }) => navigate({ to: PATHS.associateProof, params: { proofId } }),
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (link.trim() !== '') show.mutate();
  };
  const code = problemCode(show.error) ?? 'page-error';
  const failed = show.error !== null && !(show.error instanceof NotConfirmed);
  return (
    <section className={styles.card}>
      <h2>{t('transcript.title')}</h2>
      <p>{t('transcript.text')}</p>
      {failed && <Failure>{t(PROBLEMS[code] ?? 'associate.failed', { code })}</Failure>}
      <form className={styles.form} onSubmit={submit}>
        <Field label={t('transcript.link')}>
          <Input type="text" value={link} onChange={(_, data) => setLink(data.value)} />
        </Field>
        <Button type="submit" disabledFocusable={show.isPending || link.trim() === ''}>
          {t('transcript.go')}
        </Button>
      </form>
      {fresh.dialog}
    </section>
  );
}
