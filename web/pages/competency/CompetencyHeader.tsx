import type { CompetencyDetail } from '../../../src/contract/competencies.ts';
import { useLossCauses } from '../../components/risk/use-loss-causes.ts';
import { useSession } from '../../components/session.tsx';
import { useLevelName } from '../../components/use-level-name.ts';
import { useDates } from '../../messages/use-dates.ts';
import { useText } from '../../messages/use-text.ts';
import { Medal } from '../../ui/Medal.tsx';
import styles from './CompetencyPage.module.css';

/** The level reached, and when it ends by what is already known. */
export function CompetencyHeader({ detail }: { detail: CompetencyDetail }) {
  const t = useText();
  const dates = useDates();
  const causes = useLossCauses();
  const name = useLevelName();
  const { me } = useSession();
  const { attained, endsOn } = detail;
  return (
    <div className={styles.header}>
      <Medal level={attained?.level ?? '–'} size={48} hollow={attained === null} />
      <div>
        <p className={styles.level}>
          {attained === null
            ? t('competency.noLevel')
            : t('competency.level', { level: name(attained.level) })}
          {attained?.exempt === true && ` (${t('competencies.exempt')})`}
        </p>
        {endsOn !== null && (
          <p className={styles.loss}>
            {t('competency.ends', { day: `${dates.day(endsOn)} (${dates.relative(endsOn, me.today)})` })}{' '}
            <span>{t('competency.ends.because', { cause: causes(detail.endCause ?? []) })}</span>
          </p>
        )}
      </div>
    </div>
  );
}
