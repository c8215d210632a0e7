import { useState } from 'react';
import type { Overview } from '../../../src/contract/competencies.ts';
import { DateText } from '../../components/DateText.tsx';
import { useSession } from '../../components/session.tsx';
import { useReasonName } from '../../explanation/use-reason-text.ts';
import { useDates } from '../../messages/use-dates.ts';
import { useText } from '../../messages/use-text.ts';
import { Card } from './Card.tsx';
import { expiringMonths } from './expiring-months.ts';
import styles from './Overview.module.css';

const SHOWN = 6;
const TALLEST = 48;

/** The next twelve months, month by month: how many records stop counting; a month opens its rows. */
export function ExpiringTimeline({ expiring }: { expiring: Overview['expiring'] }) {
  const t = useText();
  const dates = useDates();
  const reason = useReasonName();
  const { day } = useSession();
  const [chosen, setChosen] = useState<string | null>(null);
  const months = expiringMonths(expiring, day);
  const most = Math.max(1, ...months.map(({ records }) => records.length));
  const rows =
    chosen === null ? expiring.slice(0, SHOWN) : expiring.filter((one) => one.on.startsWith(chosen));
  return (
    <Card title={t('overview.expiring')}>
      {expiring.length === 0 ? (
        <p className={styles.quiet}>{t('overview.expiring.nothing')}</p>
      ) : (
        <>
          <div className={styles.months}>
            {months.map(({ month, records }) => (
              <button
                key={month}
                type="button"
                aria-pressed={chosen === month}
                disabled={records.length === 0}
                onClick={() => setChosen(chosen === month ? null : month)}
              >
                <span className="visually-hidden">
                  {t('overview.expiring.month', { month: dates.month(month), count: records.length })}
                </span>
                <span className={styles.number} aria-hidden="true">
                  {records.length === 0 ? '' : records.length}
                </span>
                <span className={styles.column} style={{ height: (records.length / most) * TALLEST }} />
                <span className={styles.monthName} aria-hidden="true">
                  {dates.shortMonth(month)}
                </span>
              </button>
            ))}
          </div>
          <ul className={styles.expiring}>
            {rows.map((one) => (
              <li key={`${one.person.id}/${one.record.id}`}>
                <DateText on={one.on} relative />
                <span>
                  {one.person.label} – {one.record.title}
                </span>
                <span className={styles.note}>{reason(one.reason)}</span>
              </li>
            ))}
          </ul>
          {chosen === null && expiring.length > SHOWN && (
            <p className={styles.quiet}>
              {t('overview.expiring.others', { count: expiring.length - SHOWN })}
            </p>
          )}
        </>
      )}
    </Card>
  );
}
