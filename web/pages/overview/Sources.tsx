import type { Overview } from '../../../src/contract/competencies.ts';
import { useProviderLabel } from '../../components/use-labels.ts';
import { useDates } from '../../messages/use-dates.ts';
import { useText } from '../../messages/use-text.ts';
import { Card } from './Card.tsx';
import styles from './Overview.module.css';

/** How fresh each source is. */
export function Sources({ sources }: { sources: Overview['sources'] }) {
  const t = useText();
  const dates = useDates();
  const provider = useProviderLabel();
  return (
    <Card title={t('overview.sources')}>
      {sources.length === 0 && <p className={styles.quiet}>{t('overview.sources.nothing')}</p>}
      <ul className={styles.plain}>
        {sources.map((one) => (
          <li key={one.source}>
            {provider(one.source)}
            <span className={styles.note}>
              {t('overview.sources.records', { count: one.records })}
              {one.lastReceivedAt !== null &&
                ` · ${t('overview.sources.last', { at: dates.instant(one.lastReceivedAt) })}`}
            </span>
          </li>
        ))}
      </ul>
    </Card>
  );
}
