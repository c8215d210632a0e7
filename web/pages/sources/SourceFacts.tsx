import type { SourceView } from '../../../src/contract/source-health.ts';
import { DateText } from '../../components/DateText.tsx';
import { useDates } from '../../messages/use-dates.ts';
import { useText } from '../../messages/use-text.ts';
import styles from './Sources.module.css';

/** When it delivered last, how late its records come, what came in a week, and what waits. */
export function SourceFacts({ source }: { source: SourceView }) {
  const t = useText();
  const dates = useDates();
  const { lastDeliveryAt, latestCompletion, lagDays, week, failedDeliveries, openRejections } = source;
  return (
    <>
      <dl className={styles.facts}>
        <dt>{t('sources.last')}</dt>
        <dd>{lastDeliveryAt === null ? t('sources.none') : dates.instant(lastDeliveryAt)}</dd>
        {latestCompletion !== null && (
          <>
            <dt>{t('sources.latest')}</dt>
            <dd>
              <DateText on={latestCompletion} short />
            </dd>
          </>
        )}
        {lagDays !== null && (
          <>
            <dt>{t('sources.lag')}</dt>
            <dd>{t('sources.lag.days', { days: lagDays })}</dd>
          </>
        )}
        <dt>{t('sources.week')}</dt>
        <dd>{t('sources.week.text', week)}</dd>
      </dl>
      {failedDeliveries + openRejections > 0 && (
        <ul className={styles.warnings}>
          {failedDeliveries > 0 && <li>{t('sources.failedDeliveries', { count: failedDeliveries })}</li>}
          {openRejections > 0 && <li>{t('sources.openRejections', { count: openRejections })}</li>}
        </ul>
      )}
      {!source.recognised && <p className={styles.quiet}>{t('sources.unrecognised')}</p>}
    </>
  );
}
