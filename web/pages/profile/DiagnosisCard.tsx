import { useQuery } from '@tanstack/react-query';
import { diagnosisQuery } from '../../api/diagnosis.ts';
import { DiagnosisLink } from '../../components/diagnosis/DiagnosisLink.tsx';
import { useCauseText } from '../../components/diagnosis/use-cause-text.ts';
import { usePartnerId, useSession } from '../../components/session.tsx';
import { useText } from '../../messages/use-text.ts';
import styles from './Profile.module.css';

/** Causes that are told on the profile; the page has them all. */
const SHOWN = 2;

/** What keeps the reader's skills from counting, in short, and the way to all of it. */
export function DiagnosisCard() {
  const t = useText();
  const causeText = useCauseText();
  const { me } = useSession();
  const { data } = useQuery(diagnosisQuery(usePartnerId(), me.userId));
  const found = (data?.checks ?? [])
    .filter(({ state }) => state === 'found' || state === 'waiting')
    .flatMap(({ findings }) => findings);
  return (
    <section className={styles.card}>
      <h2>{t('diagnosis.own.card')}</h2>
      {found.slice(0, SHOWN).map((finding) => (
        <p key={`${finding.cause} ${finding.record?.recordId ?? JSON.stringify(finding.evidence)}`}>
          {finding.record !== null && <strong>{finding.record.title}</strong>} {causeText(finding)}
        </p>
      ))}
      <div className={styles.actions}>
        <DiagnosisLink userId={me.userId} className={styles.action}>
          {t('diagnosis.open')}
        </DiagnosisLink>
      </div>
    </section>
  );
}
