import { Button, ProgressBar } from '@fluentui/react-components';
import { useIntl } from 'react-intl';
import type { RunProgress } from '../../../src/contract/plans.ts';
import type { MessageId } from '../../messages/messages.ts';
import { useText } from '../../messages/use-text.ts';
import card from '../../ui/Card.module.css';
import styles from './Plan.module.css';
import { useAmounts } from './use-amounts.ts';

const PHASES: Readonly<Record<RunProgress['phase'], MessageId>> = {
  waiting: 'plans.phase.waiting',
  loading: 'plans.phase.loading',
  preparing: 'plans.phase.preparing',
  solving: 'plans.phase.solving',
  proving: 'plans.phase.proving',
  explaining: 'plans.phase.explaining',
};

interface PlanProgressProps {
  readonly progress: RunProgress | null;
  readonly currency: string;
  readonly onStop: () => void;
}

/** How far the work is, and the way to end it with what was found. */
export function PlanProgress({ progress, currency, onStop }: PlanProgressProps) {
  const t = useText();
  const amounts = useAmounts(currency);
  const { formatNumber } = useIntl();
  const { phase = 'waiting', best = null, bound = null, elapsed = 0, done = 0, total = 0 } = progress ?? {};
  return (
    <section className={`${card.card} ${styles.progress}`} aria-label={t('plans.progress')}>
      <p role="status">{t(PHASES[phase])}</p>
      <ProgressBar
        aria-label={t('plans.progress')}
        {...(total > 1 && { value: done, max: total })}
        thickness="large"
      />
      <p className={styles.quiet}>
        {t('plans.elapsed', { seconds: formatNumber(elapsed, { maximumFractionDigits: 0 }) })}
        {total > 1 && ` · ${t('plans.steps', { done, total })}`}
        {best !== null && ` · ${t('plans.bestSoFar', { money: amounts.money(best) })}`}
        {bound !== null && ` · ${t('plans.boundSoFar', { money: amounts.money(bound) })}`}
      </p>
      <div>
        <Button size="small" onClick={onStop}>
          {t('plans.stop')}
        </Button>
      </div>
    </section>
  );
}
