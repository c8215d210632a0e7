import { CheckmarkCircleFilled, InfoRegular } from '@fluentui/react-icons';
import { Link } from '@tanstack/react-router';
import type { CompanyDiagnosis } from '../../../src/contract/diagnosis.ts';
import { DiagnosisLink } from '../../components/diagnosis/DiagnosisLink.tsx';
import { useCauseName } from '../../components/diagnosis/use-cause-text.ts';
import { OutsideLink } from '../../components/OutsideLink.tsx';
import { useSession } from '../../components/session.tsx';
import type { MessageId } from '../../messages/messages.ts';
import { useDates } from '../../messages/use-dates.ts';
import { useLocalText, useText } from '../../messages/use-text.ts';
import { PATHS } from '../../paths.ts';
import table from '../../ui/Table.module.css';
import styles from './Diagnosis.module.css';

const CAUSES: Readonly<Record<NonNullable<CompanyDiagnosis['cause']>, MessageId>> = {
  'not-enrolled': 'diagnosis.company.cause.notEnrolled',
  nobody: 'diagnosis.company.cause.nobody',
  'created-here': 'diagnosis.company.cause.createdHere',
  'nobody-associated-before-move': 'diagnosis.company.cause.beforeMove',
  'nobody-associated': 'diagnosis.company.cause.nobodyAssociated',
  waiting: 'diagnosis.company.cause.waiting',
  'no-records': 'diagnosis.company.cause.noRecords',
};

function Standing({ diagnosis }: { diagnosis: CompanyDiagnosis }) {
  const t = useText();
  const dates = useDates();
  const local = useLocalText();
  const { cause, expectedBy, contact, people, associated, withRecords } = diagnosis;
  const at = expectedBy === null ? '' : dates.instant(expectedBy);
  const good = cause === null;
  return (
    <section className={`${styles.standing} ${good ? styles.good : ''}`}>
      {good ? <CheckmarkCircleFilled fontSize={32} /> : <InfoRegular fontSize={32} />}
      <div>
        <h2>{good ? t('diagnosis.company.cause.none') : t(CAUSES[cause], { at })}</h2>
        <p>{t('diagnosis.company.figures', { people, associated, withRecords })}</p>
        {contact !== null && (
          <p>
            <OutsideLink url={contact.url} label={local(contact.label)} />
          </p>
        )}
      </div>
    </section>
  );
}

function Cause({ cause }: { cause: CompanyDiagnosis['causes'][number] }) {
  const t = useText();
  const name = useCauseName();
  return (
    <li className={styles.cause}>
      <strong>{name(cause.cause)}</strong>{' '}
      <span className={styles.quiet}>{t('diagnosis.company.people', { count: cause.people })}</span>
      <ul className={styles.people}>
        {cause.some.map(({ userId, displayName }) => (
          <li key={userId}>
            <DiagnosisLink userId={userId} className={table.link}>
              {displayName}
            </DiagnosisLink>
          </li>
        ))}
        {cause.people > cause.some.length && (
          <li className={styles.quiet}>
            {t('diagnosis.company.more', { count: cause.people - cause.some.length })}
          </li>
        )}
      </ul>
    </li>
  );
}

function Addresses({ addresses }: { addresses: CompanyDiagnosis['unknownAddresses'] }) {
  const t = useText();
  const { can } = useSession();
  if (addresses.length === 0) return null;
  return (
    <section className={styles.card}>
      <h2>{t('diagnosis.company.addresses')}</h2>
      <p>{t('diagnosis.company.addressesText')}</p>
      <ul className={styles.plain}>
        {addresses.map(({ email, records }) => (
          <li key={email}>{t('diagnosis.company.address', { email, count: records })}</li>
        ))}
      </ul>
      <div className={styles.buttons}>
        {can('manage-users') && (
          <Link to={PATHS.addUser} className={table.link}>
            {t('people.add')}
          </Link>
        )}
        {can('import-skills') && (
          <Link to={PATHS.imports} className={table.link}>
            {t('nav.imports')}
          </Link>
        )}
      </div>
    </section>
  );
}

/** Why nobody has skills data, what holds people back, and records that no user could be found for. */
export function CompanyDiagnosisView({ diagnosis }: { diagnosis: CompanyDiagnosis }) {
  const t = useText();
  return (
    <div className={styles.column}>
      <Standing diagnosis={diagnosis} />
      <section className={styles.card}>
        <h2>{t('diagnosis.company.causes')}</h2>
        {diagnosis.causes.length === 0 ? (
          <p>{t('diagnosis.company.nothing')}</p>
        ) : (
          <ul className={styles.plain}>
            {diagnosis.causes.map((cause) => (
              <Cause key={cause.cause} cause={cause} />
            ))}
          </ul>
        )}
      </section>
      <Addresses addresses={diagnosis.unknownAddresses} />
    </div>
  );
}
