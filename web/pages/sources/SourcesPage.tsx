import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { SourceView } from '../../../src/contract/source-health.ts';
import { sourcesQuery } from '../../api/sources.ts';
import { PageFrame } from '../../components/PageFrame.tsx';
import { QueryView } from '../../components/QueryView.tsx';
import { useProviderLabel } from '../../components/use-labels.ts';
import { useText } from '../../messages/use-text.ts';
import { PATHS } from '../../paths.ts';
import { Bones } from '../../ui/Bones.tsx';
import card from '../../ui/Card.module.css';
import table from '../../ui/Table.module.css';
import { SourceFacts } from './SourceFacts.tsx';
import { SourceState } from './SourceState.tsx';
import styles from './Sources.module.css';
import { SourcesTabs } from './SourcesTabs.tsx';

function SourceCard({ source }: { source: SourceView }) {
  const t = useText();
  const name = useProviderLabel()(source.sourceId);
  return (
    <li className={card.card}>
      <div className={styles.head}>
        <h2>{name}</h2>
        <SourceState state={source.state} />
      </div>
      <SourceFacts source={source} />
      <Link
        to={PATHS.source}
        params={{ sourceId: source.sourceId }}
        className={table.link}
        aria-label={t('sources.open.of', { source: name })}
      >
        {t('sources.open')}
      </Link>
    </li>
  );
}

/** How every source does that delivers records itself. */
export function SourcesPage() {
  const t = useText();
  const query = useQuery(sourcesQuery);
  return (
    <PageFrame page="sources" title={t('sources.title')} lead={t('sources.lead')}>
      <div className={styles.layout}>
        <SourcesTabs selected="sources" />
        <QueryView query={query} skeleton={<Bones count={3} height={160} />}>
          {({ value }) => (
            <ul className={styles.cards}>
              {value.map((source) => (
                <SourceCard key={source.sourceId} source={source} />
              ))}
            </ul>
          )}
        </QueryView>
      </div>
    </PageFrame>
  );
}
