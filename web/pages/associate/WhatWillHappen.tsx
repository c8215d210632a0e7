import { Button } from '@fluentui/react-components';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import type { AssociationProofView, AssociationRefusal } from '../../../src/contract/associations.ts';
import { sendJson } from '../../api/client.ts';
import { problemCode } from '../../api/problem-error.ts';
import { associationProofQuery } from '../../api/queries.ts';
import { Failure } from '../../components/Failure.tsx';
import { usePurposeName } from '../../components/use-purpose-name.ts';
import type { MessageId } from '../../messages/messages.ts';
import { useDates } from '../../messages/use-dates.ts';
import { useText } from '../../messages/use-text.ts';
import { PATHS } from '../../paths.ts';
import styles from './Associate.module.css';

const REFUSALS: Readonly<Record<AssociationRefusal['code'], MessageId>> = {
  'too-soon': 'associate.refused.too-soon',
  'too-many': 'associate.refused.too-many',
  'already-associated': 'associate.refused.already-associated',
  'other-account': 'associate.refused.other-account',
  'merge-proposed': 'associate.refused.merge-proposed',
  'merged-account': 'associate.refused.merged-account',
  'user-left': 'associate.refused.user-left',
};

function useRefusalText(): (refusal: AssociationRefusal) => string {
  const t = useText();
  const dates = useDates();
  const purpose = usePurposeName();
  return ({ code, provider, nextPossibleOn, accountId }) =>
    t(REFUSALS[code], {
      purpose: purpose(provider),
      day: nextPossibleOn === null ? '' : dates.day(nextPossibleOn),
      account: accountId ?? '',
    });
}

function Effects({ proof }: { proof: AssociationProofView }) {
  const t = useText();
  const dates = useDates();
  const purpose = usePurposeName();
  const { company, providers, ends, nextPossibleOn } = proof;
  return (
    <ul className={styles.list}>
      <li>{t('associate.confirm.begins', { company, purposes: providers.map(purpose).join(', ') })}</li>
      {ends.map(({ provider, company: other, sameCompany }) => (
        <li key={`${provider} ${other}`} className={styles.ends}>
          {t(sameCompany ? 'associate.confirm.endsHere' : 'associate.confirm.ends', {
            company: other,
            purpose: purpose(provider),
          })}
        </li>
      ))}
      {nextPossibleOn !== null && <li>{t('associate.confirm.next', { day: dates.day(nextPossibleOn) })}</li>}
    </ul>
  );
}

/** What ends and what begins, and the person's yes; or why it is not possible now, and from when. */
export function WhatWillHappen({ proof }: { proof: AssociationProofView }) {
  const t = useText();
  const client = useQueryClient();
  const navigate = useNavigate();
  const refusalText = useRefusalText();
  const confirm = useMutation({
    mutationFn: () => sendJson('POST', `/me/association-proofs/${proof.proofId}/confirm`),
    onSuccess: async () => {
      await navigate({ to: PATHS.profile, search: { done: 'associated' } });
      client.removeQueries({ queryKey: associationProofQuery(proof.proofId).queryKey });
      await client.invalidateQueries();
    },
    // Somebody, or another tab, may have been faster: the page then says what is possible now.
    onError: () => client.invalidateQueries({ queryKey: associationProofQuery(proof.proofId).queryKey }),
  });
  const possible = proof.refusals.length === 0;
  return (
    <>
      <section className={styles.card}>
        <h2>{t('associate.confirm.effect')}</h2>
        {confirm.isError && (
          <Failure>
            {t('associate.confirm.failed', { code: problemCode(confirm.error) ?? 'page-error' })}
          </Failure>
        )}
        {possible ? (
          <Effects proof={proof} />
        ) : (
          <ul className={styles.list}>
            {proof.refusals.map((refusal) => (
              <li key={refusal.provider} className={styles.ends}>
                {refusalText(refusal)}
              </li>
            ))}
          </ul>
        )}
      </section>
      <div className={styles.actions}>
        {possible && (
          <Button appearance="primary" disabledFocusable={confirm.isPending} onClick={() => confirm.mutate()}>
            {t('associate.confirm.yes')}
          </Button>
        )}
        <Link to={PATHS.profile}>{t(possible ? 'associate.confirm.no' : 'associate.back')}</Link>
      </div>
    </>
  );
}
