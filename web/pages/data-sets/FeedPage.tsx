import { Button, MessageBar, MessageBarBody } from '@fluentui/react-components';
import { CopyRegular } from '@fluentui/react-icons';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { reportTokensQuery } from '../../api/data-sets.ts';
import { PageFrame } from '../../components/PageFrame.tsx';
import { QueryView } from '../../components/QueryView.tsx';
import { useSession } from '../../components/session.tsx';
import { useText } from '../../messages/use-text.ts';
import { PATHS } from '../../paths.ts';
import { Bones } from '../../ui/Bones.tsx';
import styles from './DataSets.module.css';
import { DataSetsTabs } from './DataSetsTabs.tsx';
import { ReportTokensCard } from './ReportTokensCard.tsx';

function Address({ feed }: { feed: string }) {
  const t = useText();
  const [copied, setCopied] = useState(false);
  const copy = () => void navigator.clipboard.writeText(feed).then(() => setCopied(true));
  return (
    <section className={styles.card}>
      <h2>{t('feed.title')}</h2>
      <p>{t('feed.lead')}</p>
      <h3>{t('feed.address')}</h3>
      <code className={styles.secret}>{feed}</code>
      <Button icon={<CopyRegular />} onClick={copy}>
        <span role="status">{t(copied ? 'feed.copied' : 'feed.copy')}</span>
      </Button>
      <h3>{t('feed.excel')}</h3>
      <p>{t('feed.excel.steps')}</p>
      <h3>{t('feed.powerBi')}</h3>
      <p>{t('feed.powerBi.steps')}</p>
    </section>
  );
}

function Own() {
  const query = useQuery(reportTokensQuery);
  return (
    <QueryView query={query} skeleton={<Bones count={2} height={180} />}>
      {({ feed, value }) => (
        <div className={styles.layout}>
          <Address feed={feed} />
          <ReportTokensCard tokens={value} />
        </div>
      )}
    </QueryView>
  );
}

/** How spreadsheets and report tools read the data sets, and the tokens by which they may. */
export function FeedPage() {
  const t = useText();
  const { me } = useSession();
  return (
    <PageFrame
      page="data-feed"
      title={t('dataSets.tab.feed')}
      crumbs={[{ to: PATHS.dataSets, label: t('dataSets.title') }]}
      ability="insights"
    >
      <DataSetsTabs selected="feed" />
      {me.partner === null ? (
        <MessageBar intent="info" layout="multiline">
          <MessageBarBody>{t('feed.network')}</MessageBarBody>
        </MessageBar>
      ) : (
        <Own />
      )}
    </PageFrame>
  );
}
