import { Button } from '@fluentui/react-components';
import { Link } from '@tanstack/react-router';
import type { PerformanceLineDetail } from '../../../src/contract/performance-report.ts';
import { useDates } from '../../messages/use-dates.ts';
import { useText } from '../../messages/use-text.ts';
import { PATHS } from '../../paths.ts';
import table from '../../ui/Table.module.css';
import styles from './PerformanceReport.module.css';

interface LinePeopleProps {
  readonly count: number;
  readonly people: PerformanceLineDetail['value'];
  /** `null` when all are there. */
  readonly more: { readonly busy: boolean; readonly ask: () => void } | null;
}

/** Everybody whom the line counts, with the records that make them count. */
export function LinePeople({ count, people, more }: LinePeopleProps) {
  const t = useText();
  const dates = useDates();
  return (
    <section id="people" className={styles.competency}>
      <h2>{t('performance.people', { count })}</h2>
      {count === 0 ? (
        <p className={table.quiet}>{t('performance.people.nobody')}</p>
      ) : (
        <div className={table.card}>
          <table className={`${table.table} ${table.cards}`} aria-label={t('performance.people', { count })}>
            <thead>
              <tr>
                <th>{t('performance.people.name')}</th>
                <th>{t('performance.people.records')}</th>
              </tr>
            </thead>
            <tbody>
              {people.map(({ person, records }) => (
                <tr key={person.id}>
                  <td data-label={t('performance.people.name')}>
                    <Link
                      to={PATHS.skillsReport}
                      search={(before) => ({ asOf: before.asOf, knownAt: before.knownAt, user: person.id })}
                      className={table.link}
                    >
                      {person.label}
                    </Link>
                  </td>
                  <td data-label={t('performance.people.records')}>
                    <ul className={styles.records}>
                      {records.map(({ id, title, kind, code, achievedOn }) => (
                        <li key={id}>
                          {kind === 'exam' ? `${code} ${title}` : title}{' '}
                          <span className={table.quiet}>
                            {t('competency.record.achieved', { day: dates.day(achievedOn) })}
                          </span>
                        </li>
                      ))}
                    </ul>
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      {more !== null && (
        <p className="no-print">
          <Button disabledFocusable={more.busy} onClick={more.ask}>
            {t('performance.people.more', { shown: people.length, count })}
          </Button>
        </p>
      )}
    </section>
  );
}
