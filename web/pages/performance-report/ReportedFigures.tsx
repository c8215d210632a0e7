import { useIntl } from 'react-intl';
import type { PerformanceLineDetail } from '../../../src/contract/performance-report.ts';
import { FilterChip } from '../../components/FilterChip.tsx';
import { useUrlState } from '../../components/url-state.ts';
import { ImportMetricsLink } from '../../explanation/ImportMetricsLink.tsx';
import { useDates } from '../../messages/use-dates.ts';
import { useLocalText, useText } from '../../messages/use-text.ts';
import table from '../../ui/Table.module.css';
import styles from './PerformanceReport.module.css';
import { ALL_REPORTED, reportedIn, spanOf } from './reported-span.ts';

/** What was reported month by month, as far as it counts for the line, and what it adds up to. */
export function ReportedFigures({ detail: { reported, line } }: { detail: PerformanceLineDetail }) {
  const t = useText();
  const local = useLocalText();
  const dates = useDates();
  const { formatNumber } = useIntl();
  const [url, patch] = useUrlState();
  const span = spanOf(url);
  const shown = reportedIn(reported, url);
  const sum = shown.reduce((total, { value }) => total + value, 0);
  return (
    <section id="reported" className={styles.competency}>
      <h2>{t('performance.reported')}</h2>
      {span !== null && (
        <div className="no-print">
          <FilterChip pressed onClick={() => patch({ ...ALL_REPORTED })}>
            {t('performance.reported.span', { from: dates.month(span.from), to: dates.month(span.to) })}
          </FilterChip>
        </div>
      )}
      {shown.length === 0 ? (
        <p className={table.quiet}>
          {t('performance.reported.nothing')} <ImportMetricsLink />
        </p>
      ) : (
        <div className={table.card}>
          <table className={`${table.table} ${table.cards}`} aria-label={t('performance.reported')}>
            <thead>
              <tr>
                <th>{t('performance.month')}</th>
                <th className={styles.number}>{t('performance.reported.value')}</th>
                <th>{t('performance.reported.association')}</th>
                <th>{t('performance.reported.scope')}</th>
              </tr>
            </thead>
            <tbody>
              {shown.map(({ month, value, association, competency }, index) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: reported figures have no ids and never move.
                <tr key={index}>
                  <td data-label={t('performance.month')}>{dates.month(month)}</td>
                  <td data-label={t('performance.reported.value')} className={styles.number}>
                    {formatNumber(value)}
                  </td>
                  <td data-label={t('performance.reported.association')}>
                    {association === null ? t('performance.reported.any') : local(association)}
                  </td>
                  <td data-label={t('performance.reported.scope')}>
                    {competency === null ? t('performance.reported.all') : local(competency)}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      {shown.length > 0 && (
        <p className={styles.hint}>
          {t('performance.reported.total', {
            count: shown.length,
            sum: formatNumber(sum),
            unit: line.unit === null ? '' : local(line.unit),
          })}
        </p>
      )}
    </section>
  );
}
