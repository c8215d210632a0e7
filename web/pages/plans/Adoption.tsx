import { CheckmarkCircleFilled, CircleRegular, WarningFilled } from '@fluentui/react-icons';
import type { PlanView } from '../../../src/contract/plans.ts';
import type { AdoptionView } from '../../../src/contract/training-assignments.ts';
import { Chart } from '../../components/charts/Chart.tsx';
import type { ChartData } from '../../components/charts/chart-data.ts';
import { useDates } from '../../messages/use-dates.ts';
import { useText } from '../../messages/use-text.ts';
import card from '../../ui/Card.module.css';
import { AssignmentBar } from './AssignmentBar.tsx';
import { AssignmentTable } from './AssignmentTable.tsx';
import { EndAdoption } from './EndAdoption.tsx';
import styles from './Plan.module.css';
import { useAmounts } from './use-amounts.ts';
import { usePlanNames } from './use-plan-names.ts';

interface AdoptionProps {
  readonly plan: PlanView;
  readonly adoption: AdoptionView;
}

/** Of each level: met today, or met once the rest is done, or not even then. */
function Targets({ plan, adoption }: AdoptionProps) {
  const t = useText();
  const dates = useDates();
  const names = usePlanNames(plan);
  return (
    <ul className={styles.states} aria-label={t('plans.targets')}>
      {adoption.targets.map((target) => (
        <li key={`${target.competency} ${target.level}`}>
          {target.metNow && <CheckmarkCircleFilled fontSize={20} className={styles.good} />}
          {!target.metNow && target.metThen && <CircleRegular fontSize={20} />}
          {!target.metNow && !target.metThen && <WarningFilled fontSize={20} className={styles.loss} />}
          <strong>{names.target(target)}</strong>
          <span>
            {target.metNow && t('plans.target.met')}
            {!target.metNow &&
              target.metThen &&
              t('plans.target.ahead', { day: dates.day(plan.question.by) })}
            {!target.metNow &&
              !target.metThen &&
              t('plans.target.missed', { day: dates.day(plan.question.by) })}
          </span>
        </li>
      ))}
    </ul>
  );
}

/** What was to be done by each day against what was. */
function Course({ course }: Pick<AdoptionView, 'course'>) {
  const t = useText();
  const dates = useDates();
  if (course.length < 2) return null;
  const data: ChartData = {
    points: course.map(({ on }) => ({ id: on, label: dates.day(on), short: dates.shortDay(on).slice(0, 6) })),
    columns: [{ id: 'done', label: t('plans.course.done'), values: course.map(({ done }) => done) }],
    lines: [
      {
        id: 'planned',
        label: t('plans.course.planned'),
        kind: 'other',
        values: course.map(({ planned }) => planned),
      },
    ],
  };
  return (
    <section className={card.card}>
      <Chart
        title={t('plans.course')}
        description={t('plans.course.text')}
        axis={t('plans.course.axis')}
        data={data}
        format={String}
        whole
      />
    </section>
  );
}

/** A plan that is carried out: how far it is, what is late, and what it still brings. */
export function Adoption({ plan, adoption }: AdoptionProps) {
  const t = useText();
  const dates = useDates();
  const amounts = useAmounts(plan.currency);
  const { counts, done, planned, at, by, endedAt } = adoption;
  const complete = counts.done === counts.total - counts.dropped && counts.done > 0;
  return (
    <>
      <section className={card.card}>
        <h2>{t(complete ? 'plans.actual.complete' : 'plans.actual')}</h2>
        <p className={styles.quiet}>
          {t('plans.adoptedOn', { at: dates.instant(at), who: by ?? 'none' })}
          {endedAt !== null && ` · ${t('plans.endedOn', { at: dates.instant(endedAt) })}`}
        </p>
        <AssignmentBar counts={counts} />
        <dl className={styles.figures}>
          <div>
            <dt>{t('plans.figure.cost')}</dt>
            <dd>{amounts.money(done.cost)}</dd>
            <dd className={styles.quiet}>{t('plans.ofPlanned', { amount: amounts.money(planned.cost) })}</dd>
          </div>
          <div>
            <dt>{t('plans.figure.hours')}</dt>
            <dd>{amounts.hours(done.hours)}</dd>
            <dd className={styles.quiet}>{t('plans.ofPlanned', { amount: amounts.hours(planned.hours) })}</dd>
          </div>
          <div>
            <dt>{t('plans.figure.late')}</dt>
            <dd className={counts.late > 0 ? styles.loss : ''}>{counts.late}</dd>
          </div>
        </dl>
        <Targets plan={plan} adoption={adoption} />
        {endedAt === null && <EndAdoption plan={plan} />}
      </section>
      <section className={card.card}>
        <h2>{t('plans.assignments')}</h2>
        <AssignmentTable plan={plan} assignments={adoption.assignments} />
      </section>
      <Course course={adoption.course} />
    </>
  );
}
