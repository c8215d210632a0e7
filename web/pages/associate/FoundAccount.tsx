import type { AssociationProofView } from '../../../src/contract/associations.ts';
import { useDates } from '../../messages/use-dates.ts';
import { useText } from '../../messages/use-text.ts';
import styles from './Associate.module.css';

const SHOWN = 8;

/** The account that was shown, with both addresses, and the skills that wait on it. */
export function FoundAccount({ proof }: { proof: AssociationProofView }) {
  const t = useText();
  const dates = useDates();
  const { found, sameEmail } = proof;
  const more = found.length - SHOWN;
  return (
    <section className={styles.card}>
      <h2>{t('associate.confirm.found')}</h2>
      <dl className={styles.facts}>
        {proof.accountName !== null && (
          <>
            <dt>{t('associate.confirm.name')}</dt>
            <dd>{proof.accountName}</dd>
          </>
        )}
        <dt>{t(proof.providers.includes('microsoft-learning') ? 'learning.mcid' : 'learning.accountId')}</dt>
        <dd>{proof.accountId}</dd>
        <dt>{t('learning.email')}</dt>
        <dd>{proof.accountEmail ?? t('learning.email.unknown')}</dd>
        <dt>{t('associate.confirm.work')}</dt>
        <dd>{proof.workEmail}</dd>
      </dl>
      {sameEmail !== null && (
        <p>{t(sameEmail ? 'associate.confirm.sameEmail' : 'associate.confirm.otherEmail')}</p>
      )}
      {proof.emailVerified === false && <p>{t('associate.confirm.unverified')}</p>}
      <p>{t('associate.confirm.skills', { count: found.length })}</p>
      <ul className={styles.list}>
        {found.slice(0, SHOWN).map(({ skillId, skillTitle, achievedOn }) => (
          <li key={`${skillId} ${achievedOn}`}>
            {skillTitle} <span className={styles.quiet}>({dates.day(achievedOn)})</span>
          </li>
        ))}
        {more > 0 && <li>{t('associate.confirm.more', { count: more })}</li>}
      </ul>
    </section>
  );
}
