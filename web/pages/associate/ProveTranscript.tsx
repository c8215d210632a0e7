import { Button } from '@fluentui/react-components';
import { useMutation } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { AssociationProofView } from '../../../src/contract/associations.ts';
import type { BegunRound } from '../../../src/contract/sign-in.ts';
import { sendJson } from '../../api/client.ts';
import { problemCode } from '../../api/problem-error.ts';
import { Failure } from '../../components/Failure.tsx';
import { NotConfirmed, useFreshAct } from '../../components/fresh-sign-in/FreshSignIn.tsx';
import { useUrlState } from '../../components/url-state.ts';
import { useText } from '../../messages/use-text.ts';
import { PATHS } from '../../paths.ts';
import styles from './Associate.module.css';
import { TranscriptCode } from './TranscriptCode.tsx';

/** Signing in with the account of the transcript; beside a code it is the other way, without one the only way. */
function BySignIn({ proof }: { proof: AssociationProofView }) {
  const t = useText();
  const fresh = useFreshAct();
  const only = !proof.provedBy.includes('code');
  const begin = useMutation({
    mutationFn: () =>
      fresh.run(() => sendJson<BegunRound>('POST', `/me/association-proofs/${proof.proofId}/sign-in`)),
    onSuccess: ({ address }) => window.location.assign(address),
  });
  const failed = begin.error !== null && !(begin.error instanceof NotConfirmed);
  const code = problemCode(begin.error) ?? 'page-error';
  return (
    <section className={styles.card}>
      <h2>{t(only ? 'transcript.signIn.only' : 'transcript.signIn.title')}</h2>
      <p>{t('transcript.signIn.text', { account: proof.accountId })}</p>
      {failed && (
        <Failure>{code === 'proof-over' ? t('associate.over') : t('associate.failed', { code })}</Failure>
      )}
      <div className={styles.actions}>
        <Button
          appearance={only ? 'primary' : 'secondary'}
          disabledFocusable={begin.isPending}
          onClick={() => begin.mutate()}
        >
          {t('transcript.signIn.go')}
        </Button>
        {only && <Link to={PATHS.associate}>{t('transcript.code.again')}</Link>}
      </div>
      {fresh.dialog}
    </section>
  );
}

/** A transcript was shown; before it is told what it holds, it must be certain that it is the person's own. */
export function ProveTranscript({ proof }: { proof: AssociationProofView }) {
  const t = useText();
  const [{ problem }] = useUrlState();
  return (
    <div className={styles.steps}>
      {problem === 'not-the-owner' && <Failure>{t('association.problem.not-the-owner')}</Failure>}
      {problem === 'cancelled' && <p>{t('association.problem.cancelled')}</p>}
      {problem !== undefined && problem !== 'not-the-owner' && problem !== 'cancelled' && (
        <Failure>{t('association.problem.other', { code: problem })}</Failure>
      )}
      {proof.provedBy.includes('code') && <TranscriptCode proof={proof} />}
      {proof.provedBy.includes('sign-in') && <BySignIn proof={proof} />}
    </div>
  );
}
