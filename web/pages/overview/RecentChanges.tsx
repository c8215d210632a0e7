import type { Overview } from '../../../src/contract/competencies.ts';
import { useAuditActionLabel } from '../../components/use-labels.ts';
import { useDates } from '../../messages/use-dates.ts';
import { useText } from '../../messages/use-text.ts';
import { Card } from './Card.tsx';
import styles from './Overview.module.css';

type Change = Overview['recentChanges'][number];

/** What one act did to many people is one line with their number. */
function actsAmong(
  changes: readonly Change[],
): readonly { readonly change: Change; readonly times: number }[] {
  const acts = new Map<string, { change: Change; times: number }>();
  for (const change of changes) {
    const key = `${change.at} ${change.action} ${change.actor}`;
    acts.set(key, { change, times: (acts.get(key)?.times ?? 0) + 1 });
  }
  return [...acts.values()];
}

export function RecentChanges({ changes }: { changes: Overview['recentChanges'] }) {
  const t = useText();
  const dates = useDates();
  const label = useAuditActionLabel();
  return (
    <Card title={t('overview.changes')}>
      {changes.length === 0 && <p className={styles.quiet}>{t('overview.changes.nothing')}</p>}
      <ul className={styles.plain}>
        {actsAmong(changes).map(({ change, times }) => (
          <li key={`${change.at} ${change.action} ${change.actor}`}>
            {label(change.action)}
            {times > 1 && ` × ${times}`}
            {typeof change.detail.fileName === 'string' && ` – ${change.detail.fileName}`}
            <span className={styles.note}>
              {dates.instant(change.at)}
              {change.actor !== null && ` · ${change.actor}`}
            </span>
          </li>
        ))}
      </ul>
    </Card>
  );
}
