import { Link } from '@tanstack/react-router';
import type { CalendarEventView } from '../../../src/contract/calendar.ts';
import { useSession } from '../../components/session.tsx';
import { parseUrlState } from '../../components/url-state.ts';
import { useDates } from '../../messages/use-dates.ts';
import { useText } from '../../messages/use-text.ts';
import card from '../../ui/Card.module.css';
import table from '../../ui/Table.module.css';
import styles from './Calendar.module.css';
import { KINDS } from './calendar-kinds.ts';
import type { CalendarMonth } from './calendar-months.ts';

/** The month at a glance; the list below it says the same in words. */
function Weeks({ month, days, before, events }: CalendarMonth) {
  const dates = useDates();
  const { me } = useSession();
  const touched = new Map(events.map(({ on, kind }) => [Number(on.slice(8)), KINDS[kind].touches]));
  // What is lost is seen before anything else of the same day.
  for (const { on, kind } of events) if (kind === 'level-lost') touched.set(Number(on.slice(8)), 'level');
  const blanks = Array.from({ length: before }, (_, index) => `${month} -${index}`);
  const numbers = Array.from({ length: days }, (_, index) => index + 1);
  return (
    <div className={`${styles.weeks} no-print`} aria-hidden="true">
      {dates.weekdays.map(({ name, initial }) => (
        <span key={name} className={styles.weekday}>
          {initial}
        </span>
      ))}
      {blanks.map((key) => (
        <span key={key} />
      ))}
      {numbers.map((number) => {
        const touches = touched.get(number);
        return (
          <span key={number} className={touches === undefined ? '' : styles[touches]}>
            {me.today === `${month}-${String(number).padStart(2, '0')}` ? <b>{number}</b> : number}
          </span>
        );
      })}
    </div>
  );
}

function Event({ event }: { event: CalendarEventView }) {
  const t = useText();
  const dates = useDates();
  const { on, kind, title, detail, path } = event;
  const [to = '', query = ''] = path.split('?');
  return (
    <li className={`${styles.event} ${styles[KINDS[kind].touches]}`}>
      <time dateTime={on} className={styles.day}>
        {dates.day(on)}
      </time>
      <span className={styles.kind}>{t(KINDS[kind].name)}</span>
      <Link to={to} search={parseUrlState(query)} className={table.link}>
        {title}
      </Link>
      {detail !== null && <p className={styles.detail}>{detail}</p>}
    </li>
  );
}

export function MonthCard(month: CalendarMonth) {
  const t = useText();
  const dates = useDates();
  const empty = month.events.length === 0;
  return (
    <section
      className={empty ? `${card.card} ${styles.month} ${styles.nothing}` : `${card.card} ${styles.month}`}
    >
      <h2 className={styles.name}>{dates.month(month.month)}</h2>
      <Weeks {...month} />
      {empty ? (
        <p className={table.quiet}>{t('calendar.month.nothing')}</p>
      ) : (
        <ul className={styles.events}>
          {month.events.map((event) => (
            <Event key={event.id} event={event} />
          ))}
        </ul>
      )}
    </section>
  );
}
