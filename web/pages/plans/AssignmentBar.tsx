import { ProgressBar } from '@fluentui/react-components';
import type { AdoptionView } from '../../../src/contract/training-assignments.ts';
import { useText } from '../../messages/use-text.ts';
import styles from './Plan.module.css';

/** How much of a plan is done, and how much is late. */
export function AssignmentBar({ counts }: Pick<AdoptionView, 'counts'>) {
  const t = useText();
  const expected = counts.total - counts.dropped;
  return (
    <div className={styles.bar}>
      <ProgressBar
        value={counts.done}
        max={Math.max(1, expected)}
        thickness="large"
        aria-label={t('plans.done', { done: counts.done, total: expected })}
      />
      <span>
        {t('plans.done', { done: counts.done, total: expected })}
        {counts.late > 0 && (
          <strong className={styles.loss}> · {t('plans.lateCount', { count: counts.late })}</strong>
        )}
      </span>
    </div>
  );
}
