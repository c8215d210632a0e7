import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import type { Overview } from '../../../src/contract/competencies.ts';
import { DateText } from '../../components/DateText.tsx';
import { useSession } from '../../components/session.tsx';
import type { MessageId } from '../../messages/messages.ts';
import { useDates } from '../../messages/use-dates.ts';
import { useText } from '../../messages/use-text.ts';
import { PATHS } from '../../paths.ts';
import table from '../../ui/Table.module.css';
import { usePhone } from '../../ui/use-phone.ts';
import { Card } from './Card.tsx';
import { expiringMonths } from './expiring-months.ts';
import styles from './Overview.module.css';

const SHOWN = 6;
const TALLEST = 48;

/** What will happen on the day; the names of the report say what has happened. */
const STOPS: Readonly<Record<string, MessageId>> = {
  expired: 'overview.stop.expires',
  retired: 'overview.stop.retired',
  'pmc-window-over': 'overview.stop.pmcWindow',
};

type Row = Overview['expiring'][number];

/** Leads to the person's rows of the report, for a reader who may see them. */
function RowText({ row }: { row: Row }) {
  const { can } = useSession();
  return (
    <span>
      {can('skills-report') ? (
        <Link to={PATHS.skillsReport} search={{ user: row.person.id }} className={table.link}>
          {row.person.label}
        </Link>
      ) : (
        row.person.label
      )}{' '}
      – {row.record.title}
    </span>
  );
}

/** The next twelve months, month by month: how many records stop counting; a month opens its rows. */
export function ExpiringTimeline({ expiring }: { expiring: Overview['expiring'] }) {
  const t = useText();
  const dates = useDates();
  const phone = usePhone();
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
                  {phone ? dates.monthInitial(month) : dates.shortMonth(month)}
                </span>
              </button>
            ))}
          </div>
          <ul className={styles.expiring}>
            {rows.map((one) => (
              <li key={`${one.person.id}/${one.record.id}`}>
                <DateText on={one.on} relative />
                <RowText row={one} />
                <span className={styles.note}>{t(STOPS[one.reason] ?? 'overview.stop.other')}</span>
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
