import type { RankedLevel, RiskRanking } from '../../../src/contract/risk-ranking.ts';
import { DateText } from '../../components/DateText.tsx';
import { ExemptionText } from '../../components/ExemptionText.tsx';
import { useLossCauses } from '../../components/risk/use-loss-causes.ts';
import { addDays, useDates, yearAfter } from '../../messages/use-dates.ts';
import { useText } from '../../messages/use-text.ts';
import styles from './Risk.module.css';

function Day({ level, asOf: { validAt } }: { level: RankedLevel; asOf: RiskRanking['asOf'] }) {
  const t = useText();
  const { lostOn, met, exemption } = level;
  if (lostOn !== null && lostOn > validAt) {
    return (
      <strong className={styles.loss}>
        <DateText on={lostOn} relative />
      </strong>
    );
  }
  if (met || exemption !== null) {
    return (
      <span className={styles.quiet}>
        {t('risk.loss.none')} <DateText on={yearAfter(validAt)} short />
      </span>
    );
  }
  return (
    <strong className={styles.loss}>
      {t(lostOn === null ? 'risk.lost.now' : 'risk.lost.since')} {lostOn !== null && <DateText on={lostOn} />}
    </strong>
  );
}

/** When and why the requirements are lost, and what keeps the level shown meanwhile. */
export function LossFact({ level, asOf }: { level: RankedLevel; asOf: RiskRanking['asOf'] }) {
  const t = useText();
  const dates = useDates();
  const causes = useLossCauses();
  const { state, lostOn, cause, anniversary, graceUntil, exemption, threatened } = level;
  return (
    <>
      <Day level={level} asOf={asOf} />
      {cause.length > 0 && <span>{t('competency.ends.because', { cause: causes(cause) })}</span>}
      {exemption !== null && <ExemptionText exemption={exemption} />}
      {state === 'in-grace' && graceUntil !== null && (
        <span className={styles.loss}>{t('risk.lost.renewBy', { day: dates.day(graceUntil) })}</span>
      )}
      {state === 'at-risk' && anniversary !== null && (
        <span>{t('risk.lost.shown', { day: dates.day(addDays(anniversary, -1)) })}</span>
      )}
      {!threatened && lostOn !== null && anniversary !== null && (
        <span className={styles.quiet}>{t('risk.lost.after', { day: dates.day(anniversary) })}</span>
      )}
    </>
  );
}
