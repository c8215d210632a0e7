import { trailOwner } from '../../../src/contract/messages/labels.ts';
import type { NetworkAuditEvent } from '../../../src/contract/network-audit.ts';
import { useLocale } from '../../messages/locale.tsx';
import { useDates } from '../../messages/use-dates.ts';
import { useLocalText, useText } from '../../messages/use-text.ts';
import table from '../../ui/Table.module.css';
import styles from './NetworkAudit.module.css';

/** A person by the name, with the id by which the trail names him or her; of an erased one the id alone is left. */
function Party({ name, id }: { name: string | null; id: string }) {
  return name === null ? (
    <span className={styles.id}>{id}</span>
  ) : (
    <>
      {name}
      <span className={styles.id}>{id}</span>
    </>
  );
}

function printed(value: unknown): string {
  return typeof value === 'string' ? value : JSON.stringify(value);
}

function Particulars({ details }: { details: NetworkAuditEvent['details'] }) {
  const t = useText();
  const entries = Object.entries(details).filter(([, value]) => value !== null);
  if (entries.length === 0) return null;
  return (
    <details className={styles.particulars}>
      <summary>{t('networkAudit.details')}</summary>
      <dl>
        {entries.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{printed(value)}</dd>
          </div>
        ))}
      </dl>
    </details>
  );
}

function Row({ event }: { event: NetworkAuditEvent }) {
  const t = useText();
  const local = useLocalText();
  const { locale } = useLocale();
  const dates = useDates();
  const { partnerId, sequence, at, actor, actorName, label, subject, subjectName } = event;
  return (
    <tr>
      <td data-label={t('networkAudit.at')} className={styles.when}>
        {dates.instant(at)}
      </td>
      <td data-label={t('networkAudit.company')}>
        {trailOwner(event, locale)}
        <span className={styles.id}>
          {t('networkAudit.number', { company: partnerId, number: String(sequence) })}
        </span>
      </td>
      <td data-label={t('networkAudit.action')}>
        {local(label)}
        <Particulars details={event.details} />
      </td>
      <td data-label={t('networkAudit.by')}>
        <Party name={actorName} id={actor} />
      </td>
      <td data-label={t('networkAudit.about')}>
        {subject === null ? '–' : <Party name={subjectName} id={subject} />}
      </td>
    </tr>
  );
}

export function AuditEventList({ events }: { events: readonly NetworkAuditEvent[] }) {
  const t = useText();
  return (
    <div className={table.card}>
      <table className={`${table.table} ${table.cards} ${styles.table}`} aria-label={t('networkAudit.title')}>
        <thead>
          <tr>
            <th>{t('networkAudit.at')}</th>
            <th>{t('networkAudit.company')}</th>
            <th>{t('networkAudit.action')}</th>
            <th>{t('networkAudit.by')}</th>
            <th>{t('networkAudit.about')}</th>
          </tr>
        </thead>
        <tbody>
          {events.map((event) => (
            <Row key={`${event.partnerId} ${event.sequence}`} event={event} />
          ))}
        </tbody>
      </table>
    </div>
  );
}
