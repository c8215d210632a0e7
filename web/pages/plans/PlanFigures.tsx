import { CheckmarkCircleRegular, InfoRegular } from '@fluentui/react-icons';
import type { PlanResultView, PlanView } from '../../../src/contract/plans.ts';
import { useDates } from '../../messages/use-dates.ts';
import { useText } from '../../messages/use-text.ts';
import styles from './Plan.module.css';
import { useAmounts } from './use-amounts.ts';

/** Whether it is proved that nothing is cheaper, else how far off it may be. */
function Proof({ plan, result }: { plan: PlanView; result: PlanResultView }) {
  const t = useText();
  const amounts = useAmounts(plan.currency);
  const { status, bound, gap } = result;
  if (status === 'optimal') {
    return (
      <p className={styles.proof}>
        <CheckmarkCircleRegular fontSize={18} className={styles.good} />
        {t('plans.proved')}
      </p>
    );
  }
  return (
    <p className={styles.proof}>
      <InfoRegular fontSize={18} />
      {t('plans.notProved', {
        money: bound === null ? 'none' : amounts.money(bound),
        gap: gap === null ? 'none' : amounts.percent(gap),
      })}
    </p>
  );
}

/** What the plan costs and takes, and of how many people. */
export function PlanFigures({ plan, result }: { plan: PlanView; result: PlanResultView }) {
  const t = useText();
  const dates = useDates();
  const amounts = useAmounts(plan.currency);
  const people = new Set(result.actions.map(({ person }) => person)).size;
  const { by, survive = 0 } = plan.question;
  return (
    <>
      <dl className={styles.figures}>
        <div>
          <dt>{t('plans.figure.cost')}</dt>
          <dd>{amounts.money(result.cost ?? 0)}</dd>
        </div>
        <div>
          <dt>{t('plans.figure.hours')}</dt>
          <dd>{amounts.hours(result.hours ?? 0)}</dd>
        </div>
        <div>
          <dt>{t('plans.figure.people')}</dt>
          <dd>{people}</dd>
        </div>
        <div>
          <dt>{t('plans.figure.actions')}</dt>
          <dd>{result.actions.length}</dd>
        </div>
      </dl>
      <p className={styles.quiet}>{t('plans.goal', { day: dates.day(by), count: survive })}</p>
      {result.chance !== null && <p>{t('plans.chance', { share: amounts.percent(result.chance) })}</p>}
      <Proof plan={plan} result={result} />
    </>
  );
}
