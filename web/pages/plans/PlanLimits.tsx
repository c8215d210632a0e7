import { Checkbox, Field, Input, Slider } from '@fluentui/react-components';
import { isDay, useDates } from '../../messages/use-dates.ts';
import { useText } from '../../messages/use-text.ts';
import { NumberField } from './NumberField.tsx';
import styles from './Planner.module.css';
import { MOST_DEPARTURES, type PlanDraft } from './plan-draft.ts';
import type { Amounts } from './use-amounts.ts';

interface PlanLimitsProps {
  readonly draft: PlanDraft;
  /** The day that is proposed while none is chosen. */
  readonly proposed: string;
  /** Day of the page: the targets cannot be wanted before it. */
  readonly day: string;
  /** Money beyond which a larger budget changes nothing; `null` while nothing is known. */
  readonly dearest: number | null;
  readonly amounts: Amounts;
  readonly onChange: (draft: PlanDraft) => void;
}

/** Steps of the slider of the budget, so that it stops at round amounts. */
const STEPS = 20;

function roundStep(dearest: number): number {
  const rough = dearest / STEPS;
  const size = 10 ** Math.floor(Math.log10(Math.max(1, rough)));
  return Math.max(1, Math.ceil(rough / size) * size);
}

function Budget({ draft, dearest, amounts, onChange }: PlanLimitsProps) {
  const t = useText();
  const { budget } = draft;
  const limited = budget !== null;
  const step = roundStep(dearest ?? 0);
  const most = Math.max(Math.ceil((dearest ?? 0) / step) * step, budget ?? 0, step);
  return (
    <fieldset className={styles.limit}>
      <legend>{t('plans.budget')}</legend>
      <Checkbox
        label={t('plans.budget.none')}
        checked={!limited}
        onChange={(_, data) => onChange({ ...draft, budget: data.checked === true ? null : most })}
      />
      {limited && (
        <>
          <Slider
            aria-label={t('plans.budget')}
            aria-valuetext={amounts.money(budget)}
            min={0}
            max={most}
            step={step}
            value={Math.min(budget, most)}
            onChange={(_, { value }) => onChange({ ...draft, budget: value })}
          />
          <NumberField
            label={t('plans.budget.most', { unit: amounts.unit })}
            value={budget}
            onChange={(value) => onChange({ ...draft, budget: value })}
          />
        </>
      )}
    </fieldset>
  );
}

/** By when, whoever leaves, and for how much. */
export function PlanLimits(props: PlanLimitsProps) {
  const { draft, proposed, day, onChange, amounts } = props;
  const t = useText();
  const dates = useDates();
  const { survive, cost } = draft;
  const by = draft.by ?? proposed;
  return (
    <div className={styles.limits}>
      <Field
        label={t('plans.by')}
        hint={draft.by === null ? t('plans.by.proposed', { day: dates.day(proposed) }) : ''}
        {...(by < day && { validationMessage: t('plans.by.past') })}
      >
        <Input
          type="date"
          min={day}
          value={by}
          onChange={(_, { value }) => isDay(value) && onChange({ ...draft, by: value })}
        />
      </Field>
      <Field label={t('plans.survive')} hint={t('plans.survive.text', { count: survive })}>
        <Slider
          min={0}
          max={MOST_DEPARTURES}
          step={1}
          value={survive}
          aria-valuetext={t('plans.survive.text', { count: survive })}
          onChange={(_, { value }) => onChange({ ...draft, survive: value })}
        />
      </Field>
      <Budget {...props} />
      <fieldset className={styles.limit}>
        <legend>{t('plans.cost')}</legend>
        <p className={styles.quiet}>{t('plans.cost.text')}</p>
        <div className={styles.pair}>
          <NumberField
            label={t('plans.cost.money', { unit: amounts.unit })}
            value={cost.money}
            onChange={(money) => onChange({ ...draft, cost: { ...cost, money } })}
          />
          <NumberField
            label={t('plans.cost.hours')}
            value={cost.hours}
            onChange={(hours) => onChange({ ...draft, cost: { ...cost, hours } })}
          />
        </div>
      </fieldset>
    </div>
  );
}
