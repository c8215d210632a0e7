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
import { expiringMonths as monthsFrom } from './expiring-months.ts';
import styles from './Overview.module.css';

const SHOWN = 6;
const TALLEST = 48;

/** Leads to all rows of a month, of which the overview names only the first, for a reader who may see them. */
function RowsOfMonth({ month, count, shown }: { month: string; count: number; shown: number }) {
  const t = useText();
  const { can } = useSession();
  if (can('skills-report')) {
    return (
      <Link to={PATHS.skillsReport} search={{ stopsIn: month }} className={table.link}>
        {t('overview.expiring.inReport', { count })}
      </Link>
    );
  }
  if (count === shown) return null;
  return <p className={styles.quiet}>{t('overview.expiring.more', { count: count - shown })}</p>;
}

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
export function ExpiringTimeline({
  expiring,
  expiringMonths,
}: Pick<Overview, 'expiring' | 'expiringMonths'>) {
  const t = useText();
  const dates = useDates();
  const phone = usePhone();
  const { day } = useSession();
  const [chosen, setChosen] = useState<string | null>(null);
  const months = monthsFrom(expiringMonths, day);
  const most = Math.max(1, ...months.map(({ count }) => count));
  const total = months.reduce((sum, { count }) => sum + count, 0);
  const inMonth = months.find(({ month }) => month === chosen)?.count ?? 0;
  const rows =
    chosen === null ? expiring.slice(0, SHOWN) : expiring.filter((one) => one.on.startsWith(chosen));
  return (
    <Card title={t('overview.expiring')}>
      {expiring.length === 0 ? (
        <p className={styles.quiet}>{t('overview.expiring.nothing')}</p>
      ) : (
        <>
          <div className={styles.months}>
            {months.map(({ month, count }) => (
              <button
                key={month}
                type="button"
                aria-pressed={chosen === month}
                disabled={count === 0}
                onClick={() => setChosen(chosen === month ? null : month)}
              >
                <span className="visually-hidden">
                  {t('overview.expiring.month', { month: dates.month(month), count })}
                </span>
                <span className={styles.number} aria-hidden="true">
                  {count === 0 ? '' : count}
                </span>
                <span className={styles.column} style={{ height: (count / most) * TALLEST }} />
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
          {chosen === null && total > SHOWN && (
            <p className={styles.quiet}>{t('overview.expiring.others', { count: total - SHOWN })}</p>
          )}
          {chosen !== null && <RowsOfMonth month={chosen} count={inMonth} shown={rows.length} />}
        </>
      )}
    </Card>
  );
}
