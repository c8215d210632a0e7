import { Checkbox, Field, Input, Slider } from '@fluentui/react-components';
import { isDay, useDates } from '../../messages/use-dates.ts';
import { useText } from '../../messages/use-text.ts';
import { NumberField } from './NumberField.tsx';
import styles from './Planner.module.css';
import { MOST_DEPARTURES, type PlanDraft, USUAL_CONFIDENCE } from './plan-draft.ts';
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

/** A share in steps of one in a hundred. */
function ShareSlider({ label, value, least, most, text, onChange }: ShareSliderProps) {
  return (
    <Field label={`${label}${text}`}>
      <Slider
        min={least}
        max={most}
        value={Math.round(value * 100)}
        aria-valuetext={text}
        onChange={(_, data) => onChange(data.value / 100)}
      />
    </Field>
  );
}

interface ShareSliderProps {
  readonly label: string;
  readonly value: number;
  /** In hundredths. */
  readonly least: number;
  readonly most: number;
  /** The share in the language of the page. */
  readonly text: string;
  readonly onChange: (value: number) => void;
}

/** How sure the levels are to be, and how often an attempt succeeds. */
function Certainty({ draft, amounts, onChange }: PlanLimitsProps) {
  const t = useText();
  const { confidence, success, pins } = draft;
  const pinned = pins.length > 0;
  return (
    <fieldset className={styles.limit}>
      <legend>{t('plans.confidence')}</legend>
      <Checkbox
        label={t('plans.confidence.none')}
        checked={confidence === null || pinned}
        disabled={pinned}
        onChange={(_, data) =>
          onChange({ ...draft, confidence: data.checked === true ? null : USUAL_CONFIDENCE })
        }
      />
      {pinned && <p className={styles.quiet}>{t('plans.confidence.pinned')}</p>}
      {confidence !== null && !pinned && (
        <>
          <ShareSlider
            label={t('plans.confidence.wanted')}
            value={confidence}
            least={50}
            most={99}
            text={amounts.percent(confidence)}
            onChange={(value) => onChange({ ...draft, confidence: value })}
          />
          <ShareSlider
            label={t('plans.confidence.success')}
            value={success}
            least={5}
            most={100}
            text={amounts.percent(success)}
            onChange={(value) => onChange({ ...draft, success: value })}
          />
        </>
      )}
    </fieldset>
  );
}

/** By when, whoever leaves, how sure, and for how much. */
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
      <Certainty {...props} />
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
