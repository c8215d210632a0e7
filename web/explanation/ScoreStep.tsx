import { CheckmarkCircleFilled, LockClosedRegular } from '@fluentui/react-icons';
import { useText } from '../messages/use-text.ts';
import styles from './Explanation.module.css';
import { useExplanation } from './explanation-context.ts';
import { PredicateList } from './PredicateList.tsx';
import score from './ScoreRequirement.module.css';
import { Seats } from './Seats.tsx';
import type { ScoreStepView } from './score-metrics.ts';
import { usePoints } from './use-points.ts';

/** So many are drawn; the skills report has all of them. */
const SHOWN = 7;

/** A gate in words and shape: passed, or how many people it lacks. */
function Gate({ step }: { step: ScoreStepView }) {
  const t = useText();
  const missing = step.need - step.people;
  return (
    <span className={`${styles.outcome} ${missing > 0 ? styles.unmet : styles.met}`}>
      {missing > 0 ? <LockClosedRegular fontSize={16} /> : <CheckmarkCircleFilled fontSize={16} />}
      {t('score.step.gate')} – {missing > 0 ? t('score.step.stopped', { missing }) : t('score.step.passed')}
    </span>
  );
}

/** One step of a metric that counts people: how many of how many, by what, and who. */
export function ScoreStep({ step, only }: { step: ScoreStepView; only: boolean }) {
  const t = useText();
  const points = usePoints();
  const { programme } = useExplanation();
  const shown = step.seats.slice(0, SHOWN);
  const empty = Math.max(0, step.need - step.people);
  const seats = {
    need: shown.length + empty,
    have: shown.length,
    seats: shown,
    spare: [],
    ...(step.predicate !== undefined && { predicate: step.predicate }),
  };
  const several = (step.predicate?.of?.length ?? 0) > 1;
  return (
    <div className={styles.child}>
      <div className={score.stepHead}>
        <p className={styles.sentence}>
          {!only && `${t('score.step', { step: step.step })} – `}
          {t('score.step.people', { people: step.people, need: step.need })}
        </p>
        {step.gate && <Gate step={step} />}
        {step.points > 0 && (
          <span className={styles.figure}>
            {t('score.missing', { count: step.points, points: points(step.points) })}
          </span>
        )}
      </div>
      {!step.open && <p className={styles.short}>{t('score.node.closed')}</p>}
      {step.predicate !== undefined &&
        (several ? (
          <details className={styles.more}>
            <summary>{t('score.step.holds')}</summary>
            <PredicateList predicate={step.predicate} skills={programme.skills} />
          </details>
        ) : (
          <PredicateList predicate={step.predicate} skills={programme.skills} />
        ))}
      <div className={score.people}>
        <Seats node={seats} />
        {step.seats.length > SHOWN && (
          <span className={styles.quiet}>{t('score.step.others', { count: step.seats.length - SHOWN })}</span>
        )}
      </div>
    </div>
  );
}
