import { PlugDisconnectedRegular } from '@fluentui/react-icons';
import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { sourcesQuery } from '../../api/sources.ts';
import { EmptyState } from '../../components/EmptyState.tsx';
import { PageFrame } from '../../components/PageFrame.tsx';
import { QueryView } from '../../components/QueryView.tsx';
import { useProviderLabel } from '../../components/use-labels.ts';
import { useText } from '../../messages/use-text.ts';
import { PATHS } from '../../paths.ts';
import { Bones } from '../../ui/Bones.tsx';
import card from '../../ui/Card.module.css';
import { DeliveryList } from './DeliveryList.tsx';
import { KeysCard } from './KeysCard.tsx';
import { RejectionList } from './RejectionList.tsx';
import { SourceFacts } from './SourceFacts.tsx';
import { SourceState } from './SourceState.tsx';
import styles from './Sources.module.css';

/** One source: how it does, its keys, what was refused, what it delivered. */
export function SourcePage() {
  const t = useText();
  const label = useProviderLabel();
  const { sourceId = '' } = useParams({ strict: false });
  const query = useQuery(sourcesQuery);
  return (
    <PageFrame
      page="source"
      title={label(sourceId)}
      crumbs={[{ to: PATHS.sources, label: t('sources.title') }]}
    >
      <QueryView query={query} skeleton={<Bones count={4} height={120} />}>
        {({ value }) => {
          const source = value.find((each) => each.sourceId === sourceId);
          if (source === undefined) {
            return <EmptyState icon={<PlugDisconnectedRegular />} title={t('sources.unknown')} />;
          }
          return (
            <div className={styles.layout}>
              <section className={card.card}>
                <div className={styles.head}>
                  <SourceState state={source.state} />
                </div>
                <SourceFacts source={source} />
              </section>
              <KeysCard source={source} />
              <RejectionList source={sourceId} />
              <DeliveryList source={sourceId} />
            </div>
          );
        }}
      </QueryView>
    </PageFrame>
  );
}
