import { type ReactNode, useState } from 'react';
import type { PlanActionView, PlanResultView, PlanView } from '../../../src/contract/plans.ts';
import { useDates } from '../../messages/use-dates.ts';
import { useText } from '../../messages/use-text.ts';
import card from '../../ui/Card.module.css';
import { InfeasibleView } from './InfeasibleView.tsx';
import styles from './Plan.module.css';
import { PlanConditions, PlanWarnings } from './PlanConditions.tsx';
import { PlanFigures } from './PlanFigures.tsx';
import { type Changing, PlanPeople } from './PlanPeople.tsx';
import { WhyPanel } from './WhyPanel.tsx';

interface PlanAnswerProps {
  readonly plan: PlanView;
  readonly result: PlanResultView;
  /** By which the reader changes what is asked; null where the plan stands as it is. */
  readonly changing: Changing | null;
  /** What can be done with a plan that was found. */
  readonly actions?: ReactNode;
}

/** What was found: figures, who achieves what, and what it rests on; or why there is no plan. */
export function PlanAnswer({ plan, result, changing, actions }: PlanAnswerProps) {
  const t = useText();
  const dates = useDates();
  const [asked, setAsked] = useState<PlanActionView | null>(null);
  if (result.reason !== null) {
    return (
      <>
        <PlanWarnings warnings={result.warnings} />
        <InfeasibleView
          plan={plan}
          reason={result.reason}
          draft={changing?.draft}
          onChange={changing?.onChange}
        />
      </>
    );
  }
  const nothing = result.actions.length === 0;
  return (
    <>
      <PlanWarnings warnings={result.warnings} />
      <section className={`${card.card} ${styles.answer}`}>
        <h2>{t('plans.answer')}</h2>
        {nothing ? (
          <p>
            {t('plans.nothing', {
              day: dates.day(plan.question.by),
              count: plan.question.survive ?? 0,
            })}
          </p>
        ) : (
          <PlanFigures plan={plan} result={result} />
        )}
        {actions !== undefined && <div className={`${styles.buttons} no-print`}>{actions}</div>}
      </section>
      {!nothing && (
        <section className={card.card}>
          <h2>{t('plans.people')}</h2>
          <PlanPeople plan={plan} result={result} changing={changing} onWhy={setAsked} />
        </section>
      )}
      <PlanConditions plan={plan} result={result} />
      <WhyPanel plan={plan} action={asked} changing={changing} onClose={() => setAsked(null)} />
    </>
  );
}
