import { Button, Dialog } from '@fluentui/react-components';
import { CheckmarkCircleRegular } from '@fluentui/react-icons';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { MergeProposal, ProposalCause } from '../../../src/contract/account-merges.ts';
import { proposalsQuery } from '../../api/account-merges.ts';
import { EmptyState } from '../../components/EmptyState.tsx';
import { MorePages } from '../../components/MorePages.tsx';
import { QueryView } from '../../components/QueryView.tsx';
import type { MessageId } from '../../messages/messages.ts';
import { useDates } from '../../messages/use-dates.ts';
import { useText } from '../../messages/use-text.ts';
import { Bones } from '../../ui/Bones.tsx';
import card from '../../ui/Card.module.css';
import styles from './AccountMerges.module.css';
import { AccountPair } from './AccountPair.tsx';
import { MergeDialog } from './MergeDialog.tsx';
import { ReasonDialog } from './ReasonDialog.tsx';

const CAUSES: Readonly<Record<ProposalCause, MessageId>> = {
  transcript: 'merges.cause.transcript',
  'same-person': 'merges.cause.same-person',
  'same-certificate': 'merges.cause.same-certificate',
  'same-e-mail': 'merges.cause.same-e-mail',
};

function Closed({ closed }: { closed: NonNullable<MergeProposal['closed']> }) {
  const t = useText();
  const dates = useDates();
  const { at, outcome, reason } = closed;
  return (
    <p className={styles.quiet}>
      {t(outcome === 'merged' ? 'merges.closed.merged' : 'merges.closed.dismissed', {
        at: dates.instant(at),
        reason: reason ?? '',
      })}
    </p>
  );
}

function Decide({ proposal, onDone }: { proposal: MergeProposal; onDone: () => void }) {
  const t = useText();
  const [deciding, setDeciding] = useState<'merge' | 'apart' | null>(null);
  const { proposalId, account, into } = proposal;
  const close = () => setDeciding(null);
  const about = { account: account.accountId, into: into.accountId };
  return (
    <div className={styles.buttons}>
      <Button
        appearance="primary"
        aria-label={t('merges.decide.of', about)}
        onClick={() => setDeciding('merge')}
      >
        {t('merges.decide')}
      </Button>
      <Button aria-label={t('merges.apart.of', about)} onClick={() => setDeciding('apart')}>
        {t('merges.apart')}
      </Button>
      <Dialog open={deciding === 'merge'} onOpenChange={(_, { open }) => !open && close()}>
        <MergeDialog
          proposed={{
            provider: account.provider,
            accountId: account.accountId,
            intoAccountId: into.accountId,
          }}
          onClose={close}
          onDone={onDone}
        />
      </Dialog>
      <Dialog open={deciding === 'apart'} onOpenChange={(_, { open }) => !open && close()}>
        <ReasonDialog
          title={t('merges.apart.title')}
          submit={t('merges.apart')}
          path={`/merge-proposals/${proposalId}/dismiss`}
          onClose={close}
          onDone={onDone}
        >
          <p>{t('merges.apart.effect', about)}</p>
        </ReasonDialog>
      </Dialog>
    </div>
  );
}

function ProposalCard({ proposal, onDone }: { proposal: MergeProposal; onDone: () => void }) {
  const t = useText();
  const { account, into, causes, closed } = proposal;
  return (
    <li className={card.card}>
      <AccountPair account={account} into={into} />
      <div className={styles.foot}>
        <ul className={styles.causes} aria-label={t('merges.causes')}>
          {causes.map(({ kind, value }) => (
            <li key={`${kind} ${value}`}>{t(CAUSES[kind], { value: value ?? '' })}</li>
          ))}
        </ul>
        {closed === null && <Decide proposal={proposal} onDone={onDone} />}
      </div>
      {closed !== null && <Closed closed={closed} />}
    </li>
  );
}

/** Pairs of accounts that are probably one person's, to be decided or decided. */
export function ProposalList({ show, onDone }: { show: 'open' | 'closed'; onDone: () => void }) {
  const t = useText();
  const query = useInfiniteQuery(proposalsQuery(show));
  return (
    <QueryView query={query} skeleton={<Bones count={4} height={120} />}>
      {({ pages }) =>
        pages[0]!.count === 0 ? (
          <EmptyState
            icon={<CheckmarkCircleRegular />}
            title={t(show === 'open' ? 'merges.nothing.open' : 'merges.nothing.closed')}
          >
            <p>{t('merges.nothing.how')}</p>
          </EmptyState>
        ) : (
          <>
            <ul className={styles.list}>
              {pages
                .flatMap(({ value }) => value)
                .map((proposal) => (
                  <ProposalCard key={proposal.proposalId} proposal={proposal} onDone={onDone} />
                ))}
            </ul>
            <MorePages label={t('merges.more')} query={query} />
          </>
        )
      }
    </QueryView>
  );
}
