import { Button } from '@fluentui/react-components';
import type { CurvePoint } from '../../../src/contract/plan-studies.ts';
import type { PlanQuestionView } from '../../../src/contract/plans.ts';
import { isUnderWay } from '../../api/plans.ts';
import { Chart } from '../../components/charts/Chart.tsx';
import type { ChartData } from '../../components/charts/chart-data.ts';
import { PartFailure } from '../../components/PartFailure.tsx';
import { useText } from '../../messages/use-text.ts';
import { Bones } from '../../ui/Bones.tsx';
import card from '../../ui/Card.module.css';
import styles from './Plan.module.css';
import { MOST_DEPARTURES } from './plan-draft.ts';
import { RunFailure } from './RunFailure.tsx';
import { useAmounts } from './use-amounts.ts';
import { useStudy } from './use-study.ts';

interface CostCurveProps {
  readonly question: PlanQuestionView;
  readonly onSurvive: (survive: number) => void;
}

const DEPARTURES = Array.from({ length: MOST_DEPARTURES + 1 }, (_, count) => count);

/** Long enough for all but the hardest questions; the plan itself is not to wait for its curve. */
const SECONDS_EACH = 3;

/** What there is no plan for, in words; the picture leaves its place empty. */
function Impossible({ points }: { points: readonly CurvePoint[] }) {
  const t = useText();
  const without = points.filter(({ status }) => status === 'infeasible');
  if (without.length === 0) return null;
  return (
    <ul className={styles.list}>
      {without.map(({ survive }) => (
        <li key={survive}>{t('plans.curve.none', { count: survive })}</li>
      ))}
    </ul>
  );
}

/** What the same targets cost when more departures are to be survived, against the budget. */
export function CostCurve({ question, onSurvive }: CostCurveProps) {
  const t = useText();
  const { survive: _, budget = null, ...rest } = question;
  const { study, error, retry } = useStudy('curve', {
    question: rest,
    survive: DEPARTURES,
    seconds: SECONDS_EACH,
  });
  const amounts = useAmounts(study?.currency ?? 'EUR');
  if (error !== null) return <PartFailure error={error} onRetry={retry} />;
  const isKnown = study?.points.some(({ cost }) => cost !== null) ?? false;
  if (study === undefined || (!isKnown && isUnderWay(study.state))) {
    return (
      <div aria-busy="true">
        <Bones count={1} height={260} />
      </div>
    );
  }
  const found = new Map(study.points.map((point) => [point.survive, point]));
  const data: ChartData = {
    points: DEPARTURES.map((count) => ({
      id: String(count),
      label: t('plans.survive.text', { count }),
      short: String(count),
    })),
    columns: [
      {
        id: 'cost',
        label: t('plans.figure.cost'),
        values: DEPARTURES.map((count) => found.get(count)?.cost ?? null),
      },
    ],
    lines:
      budget === null
        ? []
        : [{ id: 'budget', label: t('plans.budget'), kind: 'other', values: DEPARTURES.map(() => budget) }],
  };
  return (
    <section className={card.card}>
      {isKnown ? (
        <Chart
          title={t('plans.curve')}
          description={t('plans.curve.text')}
          axis={t('plans.survive')}
          data={data}
          format={amounts.money}
        />
      ) : (
        <h3>{t('plans.curve')}</h3>
      )}
      <RunFailure failure={study.failure} />
      <Impossible points={study.points} />
      <div className={`${styles.buttons} no-print`}>
        {DEPARTURES.filter((count) => found.get(count)?.cost != null && count !== question.survive).map(
          (count) => (
            <Button key={count} size="small" onClick={() => onSurvive(count)}>
              {t('plans.curve.choose', { count, money: amounts.money(found.get(count)?.cost ?? 0) })}
            </Button>
          ),
        )}
      </div>
    </section>
  );
}
