import { useText } from '../messages/use-text.ts';
import styles from './ScoreBar.module.css';
import { usePoints } from './use-points.ts';

export interface ScoreParts {
  readonly points: number;
  readonly threshold: number;
  readonly below: number | null;
  readonly max: number;
  readonly metrics: readonly { readonly metric: string; readonly points: number; readonly max: number }[];
}

interface ScoreBarProps {
  readonly score: ScoreParts;
  /** Points that figures not yet known could still bring. */
  readonly open?: number;
  /** The threshold stands in words above the bar. */
  readonly named?: boolean;
}

/** The points of each metric one after the other, what may still come, and where the threshold lies. */
export function ScoreBar({ score, open = 0, named = false }: ScoreBarProps) {
  const t = useText();
  const points = usePoints();
  const share = (value: number) => `${(100 * value) / score.max}%`;
  const values = { points: points(score.points), max: points(score.max), threshold: points(score.threshold) };
  const label = open > 0 ? t('score.bar.open', { ...values, open: points(open) }) : t('score.bar', values);
  return (
    <div className={named ? `${styles.frame} ${styles.named}` : styles.frame}>
      <div className={styles.bar} role="img" aria-label={label}>
        {score.metrics.map(({ metric, points: earned }) => (
          <span key={metric} className={styles.part} style={{ width: share(earned) }} />
        ))}
        {open > 0 && (
          <span className={styles.open} style={{ width: share(Math.min(open, score.max - score.points)) }} />
        )}
      </div>
      {[score.threshold, ...(score.below === null ? [] : [score.below])].map((at) => (
        <span key={at} className={styles.threshold} style={{ left: share(at) }} aria-hidden="true" />
      ))}
      {named && (
        <span className={styles.label} style={{ left: share(score.threshold) }} aria-hidden="true">
          {t('score.bar.threshold', { threshold: values.threshold })}
        </span>
      )}
    </div>
  );
}
