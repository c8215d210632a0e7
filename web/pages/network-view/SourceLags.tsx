import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { sourcesQuery } from '../../api/sources.ts';
import { QueryView } from '../../components/QueryView.tsx';
import { useProviderLabel } from '../../components/use-labels.ts';
import { useText } from '../../messages/use-text.ts';
import { PATHS } from '../../paths.ts';
import { Bones } from '../../ui/Bones.tsx';
import card from '../../ui/Card.module.css';
import table from '../../ui/Table.module.css';
import { SourceState } from '../sources/SourceState.tsx';
import styles from './NetworkView.module.css';

/** How late each source is, and where more is said of it. */
export function SourceLags() {
  const t = useText();
  const provider = useProviderLabel();
  const query = useQuery(sourcesQuery);
  return (
    <section className={styles.section} aria-labelledby="network-sources">
      <h2 id="network-sources">{t('networkView.sources')}</h2>
      <p className={styles.quiet}>{t('networkView.sources.lead')}</p>
      <QueryView query={query} skeleton={<Bones count={2} height={56} />}>
        {({ value }) =>
          value.length === 0 ? (
            <p>{t('networkView.sources.none')}</p>
          ) : (
            <ul className={styles.sources}>
              {value.map(({ sourceId, state, lagDays }) => (
                <li key={sourceId} className={card.card}>
                  <span className={styles.source}>
                    <Link to={PATHS.source} params={{ sourceId }} className={table.link}>
                      {provider(sourceId)}
                    </Link>
                    <SourceState state={state} />
                  </span>
                  {lagDays !== null && <span>{t('sources.lag.days', { days: lagDays })}</span>}
                </li>
              ))}
            </ul>
          )
        }
      </QueryView>
      <p>
        <Link to={PATHS.sources} className={table.link}>
          {t('networkView.sources.all')}
        </Link>
      </p>
    </section>
  );
}
