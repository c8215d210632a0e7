import type { Overview } from '../../../src/contract/competencies.ts';
import type { MessageId } from '../../messages/messages.ts';
import { useDates } from '../../messages/use-dates.ts';
import { useText } from '../../messages/use-text.ts';
import { Card } from './Card.tsx';
import styles from './Overview.module.css';

/** Actions that a reader cares about; an action without words is left out rather than shown as a code. */
const ACTIONS: Readonly<Record<string, MessageId>> = {
  'import.done': 'overview.change.import',
  'records.received': 'overview.change.records',
  'association.started': 'overview.change.associated',
  'association.ended': 'overview.change.dissociated',
  'user.invited': 'overview.change.invited',
  'user.technical': 'overview.change.technical',
  'demo-loaded': 'overview.change.demo',
};

export function RecentChanges({ changes }: { changes: Overview['recentChanges'] }) {
  const t = useText();
  const dates = useDates();
  const told = changes.flatMap((change) => {
    const message = ACTIONS[change.action];
    return message === undefined ? [] : [{ ...change, message }];
  });
  return (
    <Card title={t('overview.changes')}>
      {told.length === 0 && <p className={styles.quiet}>{t('overview.changes.nothing')}</p>}
      <ul className={styles.plain}>
        {told.map((change) => (
          <li key={change.at + change.action}>
            {t(change.message)}
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
