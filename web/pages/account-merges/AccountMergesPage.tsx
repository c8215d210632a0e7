import { Button, Dialog, Tab, TabList } from '@fluentui/react-components';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { ACCOUNT_MERGES } from '../../api/account-merges.ts';
import { sendJson } from '../../api/client.ts';
import { PageFrame } from '../../components/PageFrame.tsx';
import { useUrlState } from '../../components/url-state.ts';
import type { MessageId } from '../../messages/messages.ts';
import { useText } from '../../messages/use-text.ts';
import styles from './AccountMerges.module.css';
import { MergeDialog } from './MergeDialog.tsx';
import { MergeList } from './MergeList.tsx';
import { ProposalList } from './ProposalList.tsx';
import { UnassociatedList } from './UnassociatedList.tsx';

const LISTS = ['open', 'closed', 'merged', 'unassociated'] as const;
type List = (typeof LISTS)[number];

const TABS: Readonly<Record<List, MessageId>> = {
  open: 'merges.show.open',
  closed: 'merges.show.closed',
  merged: 'merges.show.merged',
  unassociated: 'merges.show.unassociated',
};

const LEADS: Readonly<Record<List, MessageId>> = {
  open: 'merges.lead.open',
  closed: 'merges.lead.closed',
  merged: 'merges.lead.merged',
  unassociated: 'merges.lead.unassociated',
};

/** Learning accounts that are probably one person's, and what has become of them. */
export function AccountMergesPage() {
  const t = useText();
  const client = useQueryClient();
  const [{ show }, patch] = useUrlState();
  const [merging, setMerging] = useState(false);
  const shown = LISTS.find((each) => each === show) ?? 'open';
  const renew = () => void client.invalidateQueries({ queryKey: ACCOUNT_MERGES });
  const search = useMutation({
    mutationFn: () => sendJson<{ found: number }>('POST', '/merge-proposals/search'),
    onSuccess: renew,
  });
  return (
    <PageFrame
      page="account-merges"
      title={t('merges.title')}
      lead={t('merges.lead')}
      actions={
        <>
          <Button disabledFocusable={search.isPending} onClick={() => search.mutate()}>
            {t('merges.search')}
          </Button>
          <Button appearance="primary" onClick={() => setMerging(true)}>
            {t('merges.dialog.title')}
          </Button>
        </>
      }
    >
      <div className={styles.layout}>
        <span role="status">
          {search.isSuccess && t('merges.search.found', { count: search.data.found })}
          {search.isError && t('merges.search.failed')}
        </span>
        <TabList
          aria-label={t('merges.show')}
          className={styles.tabs!}
          selectedValue={shown}
          onTabSelect={(_, { value }) => patch({ show: value === 'open' ? undefined : String(value) })}
        >
          {LISTS.map((each) => (
            <Tab key={each} value={each}>
              {t(TABS[each])}
            </Tab>
          ))}
        </TabList>
        <p className={styles.quiet}>{t(LEADS[shown])}</p>
        {shown === 'merged' && <MergeList onDone={renew} />}
        {shown === 'unassociated' && <UnassociatedList />}
        {(shown === 'open' || shown === 'closed') && <ProposalList key={shown} show={shown} onDone={renew} />}
      </div>
      <Dialog open={merging} onOpenChange={(_, { open }) => setMerging(open)}>
        <MergeDialog proposed={null} onClose={() => setMerging(false)} onDone={renew} />
      </Dialog>
    </PageFrame>
  );
}
