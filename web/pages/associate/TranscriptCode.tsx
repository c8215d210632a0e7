import { Button, Field, Input } from '@fluentui/react-components';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { type FormEvent, useState } from 'react';
import type { AssociationProofView } from '../../../src/contract/associations.ts';
import { sendJson } from '../../api/client.ts';
import { problemCode } from '../../api/problem-error.ts';
import { associationProofQuery } from '../../api/queries.ts';
import { Failure } from '../../components/Failure.tsx';
import type { MessageId } from '../../messages/messages.ts';
import { useText } from '../../messages/use-text.ts';
import { PATHS } from '../../paths.ts';
import styles from './Associate.module.css';

const PROBLEMS: Readonly<Record<string, MessageId>> = {
  'wrong-code': 'transcript.code.wrong',
  'code-spent': 'transcript.code.spent',
  'proof-over': 'associate.over',
};

/** Asks for the code that was sent to the owner of a transcript; nothing is told about the account before. */
export function TranscriptCode({ proof }: { proof: AssociationProofView }) {
  const t = useText();
  const client = useQueryClient();
  const [code, setCode] = useState('');
  const check = useMutation({
    mutationFn: () => sendJson('POST', `/me/association-proofs/${proof.proofId}/code`, { code }),
    onSuccess: () => client.invalidateQueries({ queryKey: associationProofQuery(proof.proofId).queryKey }),
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (code.trim() !== '') check.mutate();
  };
  const problem = problemCode(check.error) ?? 'page-error';
  return (
    <section className={styles.card}>
      <h2>{t('transcript.code.title')}</h2>
      <p>{t('transcript.code.text', { email: proof.accountEmail ?? '' })}</p>
      {check.isError && <Failure>{t(PROBLEMS[problem] ?? 'associate.failed', { code: problem })}</Failure>}
      <form className={styles.form} onSubmit={submit}>
        <Field label={t('transcript.code')}>
          <Input
            inputMode="numeric"
            autoComplete="one-time-code"
            value={code}
            onChange={(_, data) => setCode(data.value)}
          />
        </Field>
        <div className={styles.actions}>
          <Button
            appearance="primary"
            type="submit"
            disabledFocusable={check.isPending || code.trim() === ''}
          >
            {t('transcript.code.go')}
          </Button>
          <Link to={PATHS.associate}>{t('transcript.code.again')}</Link>
        </div>
      </form>
    </section>
  );
}
