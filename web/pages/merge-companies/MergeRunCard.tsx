import { Button, MessageBar, MessageBarBody, ProgressBar } from '@fluentui/react-components';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import type { MergeFailureView, PartnerMergeRunView } from '../../../src/contract/partner-merges.ts';
import { isMergeUnderWay, partnerMergeRunQuery } from '../../api/partner-merges.ts';
import { Failure } from '../../components/Failure.tsx';
import { QueryView } from '../../components/QueryView.tsx';
import type { MessageId } from '../../messages/messages.ts';
import { useText } from '../../messages/use-text.ts';
import { Bones } from '../../ui/Bones.tsx';
import card from '../../ui/Card.module.css';
import styles from './MergeCompanies.module.css';

const PHASES: Readonly<Record<PartnerMergeRunView['phase'], MessageId>> = {
  waiting: 'mergeCompanies.run.waiting',
  judging: 'mergeCompanies.run.judging',
  people: 'mergeCompanies.run.people',
  associations: 'mergeCompanies.run.associations',
  reports: 'mergeCompanies.run.reports',
};

const FAILURES: Readonly<Record<MergeFailureView['code'], MessageId>> = {
  'changed-meanwhile': 'mergeCompanies.failure.changed',
  'unknown-person': 'mergeCompanies.failure.person',
  'from-merged': 'mergeCompanies.failure.from',
  'into-merged': 'mergeCompanies.failure.into',
  interrupted: 'mergeCompanies.failure.interrupted',
  error: 'mergeCompanies.failure.error',
};

function UnderWay({ run }: { run: PartnerMergeRunView }) {
  const t = useText();
  const { phase, done, total, into } = run;
  // Before the people are counted the bar only moves.
  const counted = total > 0;
  return (
    <section className={card.card}>
      <h2>{t('mergeCompanies.run.title', { company: run.from.name, into: into.name })}</h2>
      <ProgressBar
        aria-label={t('mergeCompanies.run.progress')}
        {...(counted && { value: done, max: total })}
      />
      <p role="status">
        {t(PHASES[phase], { into: into.name })}
        {counted && ` · ${t('mergeCompanies.run.share', { share: Math.floor((100 * done) / total) / 100 })}`}
      </p>
      <p className={styles.note}>{t('mergeCompanies.run.leave')}</p>
    </section>
  );
}

/** A merge that was asked for: how far it is, then what happened, or why nothing did and what to do. */
export function MergeRunCard({
  mergeId,
  onAgain,
}: {
  mergeId: string;
  onAgain: (companies: { from: string; into: string }) => void;
}) {
  const t = useText();
  const client = useQueryClient();
  const query = useQuery(partnerMergeRunQuery(mergeId));
  const state = query.data?.state;
  useEffect(() => {
    // Lists of companies and what is done about them are others now.
    if (state === 'done') void client.invalidateQueries();
  }, [client, state]);
  return (
    <QueryView query={query} skeleton={<Bones count={2} height={44} />}>
      {(run) => {
        const names = { company: run.from.name, into: run.into.name };
        if (isMergeUnderWay(run)) return <UnderWay run={run} />;
        if (run.failure !== null) {
          const { from, into } = run;
          return (
            <div className={styles.section}>
              <h2 className={styles.heading}>{t('mergeCompanies.run.title', names)}</h2>
              <Failure>{t(FAILURES[run.failure.code], names)}</Failure>
              <Button
                className={styles.button!}
                onClick={() => onAgain({ from: from.partnerId, into: into.partnerId })}
              >
                {t('mergeCompanies.run.again')}
              </Button>
            </div>
          );
        }
        return (
          <MessageBar intent="success" layout="multiline">
            <MessageBarBody>
              {t('mergeCompanies.done', names)}{' '}
              {run.counts !== null && t('mergeCompanies.run.moved', { ...names, ...run.counts })}
            </MessageBarBody>
          </MessageBar>
        );
      }}
    </QueryView>
  );
}
