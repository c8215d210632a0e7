import { Link } from '@tanstack/react-router';
import { useIntl } from 'react-intl';
import type { RiskRanking } from '../../../src/contract/risk-ranking.ts';
import { DateText } from '../../components/DateText.tsx';
import { useSession } from '../../components/session.tsx';
import { useDates } from '../../messages/use-dates.ts';
import { useLocalText, useText } from '../../messages/use-text.ts';
import { PATHS } from '../../paths.ts';
import card from '../../ui/Card.module.css';
import table from '../../ui/Table.module.css';
import styles from './Risk.module.css';

type Certificate = RiskRanking['certificates'][number];

function Opening({ opens, today }: { opens: string | null; today: string }) {
  const t = useText();
  if (opens === null) return <span className={table.quiet}>{t('risk.certificates.noRenewal')}</span>;
  return opens <= today ? <strong>{t('risk.certificates.open')}</strong> : <DateText on={opens} />;
}

function Row({ certificate, today }: { certificate: Certificate; today: string }) {
  const t = useText();
  const local = useLocalText();
  const { can } = useSession();
  const { formatList } = useIntl();
  const { person, record, expiresOn, renewalOpensOn, competencies } = certificate;
  return (
    <tr>
      <td data-label="">
        {can('skills-report') ? (
          <Link to={PATHS.skillsReport} search={{ user: person.id }} className={table.link}>
            {person.label}
          </Link>
        ) : (
          person.label
        )}
      </td>
      <td data-label={t('risk.certificates.certificate')}>{record.title}</td>
      <td data-label={t('risk.certificates.expires')}>
        <DateText on={expiresOn} />
      </td>
      <td data-label={t('risk.certificates.opens')}>
        <Opening opens={renewalOpensOn} today={today} />
      </td>
      <td data-label={t('risk.certificates.for')}>
        {formatList(competencies.map(({ name }) => local(name)))}
      </td>
    </tr>
  );
}

/** People whose certificates expire before the anniversary, and from when each can be renewed. */
export function ExpiringCertificates({ ranking }: { ranking: RiskRanking }) {
  const t = useText();
  const dates = useDates();
  const { certificates, certificateCount, until, asOf } = ranking;
  const title = t('risk.certificates', { day: dates.day(until) });
  return (
    <section className={`${card.card} ${styles.card}`} id="certificates">
      <h2>{title}</h2>
      {certificates.length === 0 ? (
        <p className={styles.quiet}>{t('risk.certificates.none')}</p>
      ) : (
        <table className={`${table.table} ${table.cards}`} aria-label={title}>
          <thead>
            <tr>
              <th>{t('risk.certificates.person')}</th>
              <th>{t('risk.certificates.certificate')}</th>
              <th>{t('risk.certificates.expires')}</th>
              <th>{t('risk.certificates.opens')}</th>
              <th>{t('risk.certificates.for')}</th>
            </tr>
          </thead>
          <tbody>
            {certificates.map((certificate) => (
              <Row key={certificate.record.id} certificate={certificate} today={asOf.validAt} />
            ))}
          </tbody>
        </table>
      )}
      {certificateCount > certificates.length && (
        <p className={styles.quiet}>{t('risk.certificates.more', { count: certificateCount })}</p>
      )}
    </section>
  );
}
