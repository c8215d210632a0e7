import { Button } from '@fluentui/react-components';
import { MoneyRegular } from '@fluentui/react-icons';
import { useState } from 'react';
import type { CurvePoint } from '../../../src/contract/plan-studies.ts';
import type { PlanQuestionView } from '../../../src/contract/plans.ts';
import { Chart } from '../../components/charts/Chart.tsx';
import type { ChartData } from '../../components/charts/chart-data.ts';
import { useAllOf } from '../../messages/use-all-of.ts';
import { useText } from '../../messages/use-text.ts';
import card from '../../ui/Card.module.css';
import styles from './Plan.module.css';
import { type Reached, reachedBy, triedBudgets } from './reached-by-budget.ts';
import { StudyResult } from './StudyResult.tsx';
import { useAmounts } from './use-amounts.ts';
import type { PlanNames } from './use-plan-names.ts';
import { useStudy } from './use-study.ts';

interface BudgetCurveProps {
  readonly question: PlanQuestionView;
  /** Money of the plan that brings everything. */
  readonly dearest: number;
  readonly currency: string;
  readonly names: PlanNames;
  readonly onChoose: (reached: Reached) => void;
}

/** Of several levels, those that a smaller budget suffices for. */
export function BudgetCurve(props: BudgetCurveProps) {
  const t = useText();
  const [shown, setShown] = useState(false);
  return (
    <section className={card.card}>
      {shown ? (
        <Curve {...props} />
      ) : (
        <Button icon={<MoneyRegular />} onClick={() => setShown(true)}>
          {t('plans.money.show')}
        </Button>
      )}
    </section>
  );
}

/** Long enough for all but the hardest choices of levels. */
const SECONDS_EACH = 2;

function Curve({ question, dearest, currency, names, onChoose }: BudgetCurveProps) {
  const t = useText();
  const { survive = 0, budget: _, ...rest } = question;
  const budgets = triedBudgets(dearest);
  const asked = useStudy('curve', {
    question: { ...rest, survive },
    survive: [survive],
    budgets: [...budgets],
    seconds: SECONDS_EACH,
  });
  const amounts = useAmounts(currency);
  const dataOf = (points: readonly CurvePoint[]): ChartData => ({
    points: budgets.map((budget) => ({
      id: String(budget),
      label: amounts.money(budget),
      short: amounts.money(budget),
    })),
    columns: [
      {
        id: 'levels',
        label: t('plans.money.levels'),
        values: budgets.map((budget) => {
          const point = points.find((one) => one.budget === budget);
          return point === undefined ? null : reachedBy(point, question.targets.length).length;
        }),
      },
    ],
    lines: [],
  });
  return (
    <StudyResult asked={asked} bones={1}>
      {({ points }) => (
        <>
          <Chart
            title={t('plans.money')}
            description={t('plans.money.text')}
            axis={t('plans.budget')}
            data={dataOf(points)}
            format={String}
            whole
          />
          <Choices {...{ points, question, names, onChoose }} money={amounts.money} />
        </>
      )}
    </StudyResult>
  );
}

interface ChoicesProps extends Pick<BudgetCurveProps, 'question' | 'names' | 'onChoose'> {
  readonly points: readonly CurvePoint[];
  readonly money: (amount: number) => string;
}

/** Which levels these are, from the smallest budget that suffices for them. */
function Choices({ points, question, names, onChoose, money }: ChoicesProps) {
  const t = useText();
  const allOf = useAllOf();
  const seen = new Set<string>();
  const choices = points.flatMap((point): readonly Reached[] => {
    const places = reachedBy(point, question.targets.length);
    if (point.budget === null || places.length === 0 || seen.has(places.join())) return [];
    seen.add(places.join());
    return [{ budget: point.budget, places }];
  });
  return (
    <ul className={styles.choices}>
      {choices.map((reached) => {
        const { budget, places } = reached;
        const levels = allOf(places.map((place) => names.level(question.targets[place]!)));
        return (
          <li key={budget}>
            <span>{t('plans.money.reached', { money: money(budget), levels })}</span>
            {places.length < question.targets.length && (
              <Button
                size="small"
                className="no-print"
                aria-label={t('plans.money.chooseThese', { money: money(budget), levels })}
                onClick={() => onChoose(reached)}
              >
                {t('plans.money.choose')}
              </Button>
            )}
          </li>
        );
      })}
    </ul>
  );
}
