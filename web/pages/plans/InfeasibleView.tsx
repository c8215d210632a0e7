import { Button } from '@fluentui/react-components';
import { ErrorCircleRegular } from '@fluentui/react-icons';
import { Link } from '@tanstack/react-router';
import type { PlanObstacleView, PlanReasonView, PlanView } from '../../../src/contract/plans.ts';
import type { MessageId } from '../../messages/messages.ts';
import { useAllOf } from '../../messages/use-all-of.ts';
import { useDates } from '../../messages/use-dates.ts';
import { useText } from '../../messages/use-text.ts';
import { PATHS } from '../../paths.ts';
import card from '../../ui/Card.module.css';
import table from '../../ui/Table.module.css';
import styles from './Plan.module.css';
import type { PlanDraft } from './plan-draft.ts';
import { type Amounts, useAmounts } from './use-amounts.ts';
import { type PlanNames, usePlanNames } from './use-plan-names.ts';
import { useRequirementText } from './use-requirement-text.ts';

type Code = PlanObstacleView['code'];

/** Why, and what can be done about it. */
const TEXTS: Readonly<Record<Code, { readonly why: MessageId; readonly act: MessageId }>> = {
  'no-rules': { why: 'plans.why.noRules', act: 'plans.act.noRules' },
  'other-track': { why: 'plans.why.otherTrack', act: 'plans.act.otherTrack' },
  'performance-unmet': { why: 'plans.why.performanceUnmet', act: 'plans.act.performanceUnmet' },
  'performance-unknown': { why: 'plans.why.performanceUnknown', act: 'plans.act.performanceUnknown' },
  'asset-missing': { why: 'plans.why.assetMissing', act: 'plans.act.assetMissing' },
  'score-out-of-reach': { why: 'plans.why.score', act: 'plans.act.score' },
  'other-level-out-of-reach': { why: 'plans.why.otherLevel', act: 'plans.act.otherLevel' },
  'too-few-people': { why: 'plans.why.people', act: 'plans.act.people' },
  'retired-skills': { why: 'plans.why.retired', act: 'plans.act.retired' },
  'sharing-limits': { why: 'plans.why.sharing', act: 'plans.act.sharing' },
  'max-hours': { why: 'plans.why.hours', act: 'plans.act.hours' },
  confidence: { why: 'plans.why.confidence', act: 'plans.act.confidence' },
  budget: { why: 'plans.why.budget', act: 'plans.act.budget' },
  'not-decided': { why: 'plans.why.undecided', act: 'plans.act.undecided' },
};

interface ObstacleProps {
  readonly obstacle: PlanObstacleView;
  readonly names: PlanNames;
}

function ObstacleText({ obstacle, names }: ObstacleProps) {
  const t = useText();
  const allOf = useAllOf();
  const requirementText = useRequirementText(names);
  const { code, requirement, skills = [] } = obstacle;
  return (
    <>
      {t(TEXTS[code].why)}
      {requirement !== null && <> {requirementText(requirement, code === 'max-hours' ? 'hours' : 'other')}</>}
      {skills.length > 0 && <> {t('plans.why.retiring', { skills: allOf(skills.map(names.skill)) })}</>}
    </>
  );
}

/** What lifts the limit in the way, at a click. */
function Ways({ reason, amounts, draft, onChange }: WaysProps) {
  const t = useText();
  const { code, cheapest } = reason;
  if (draft === undefined || onChange === undefined) return null;
  return (
    <div className={`${styles.buttons} no-print`}>
      {code === 'budget' && cheapest !== null && (
        <Button appearance="primary" onClick={() => onChange({ ...draft, budget: cheapest })}>
          {t('plans.act.raiseBudget', { money: amounts.money(cheapest) })}
        </Button>
      )}
      {code === 'max-hours' && (
        <Button appearance="primary" onClick={() => onChange({ ...draft, maxHours: {} })}>
          {t('plans.act.liftHours')}
        </Button>
      )}
      {draft.survive > 0 && (
        <Button onClick={() => onChange({ ...draft, survive: draft.survive - 1 })}>
          {t('plans.act.lessRobust', { count: draft.survive - 1 })}
        </Button>
      )}
      {draft.without.length + draft.barred.length > 0 && (
        <Button onClick={() => onChange({ ...draft, without: [], barred: [] })}>
          {t('plans.act.everybody')}
        </Button>
      )}
    </div>
  );
}

interface WaysProps {
  readonly reason: PlanReasonView;
  readonly amounts: Amounts;
  readonly draft?: PlanDraft | undefined;
  readonly onChange?: ((draft: PlanDraft) => void) | undefined;
}

interface InfeasibleViewProps extends Pick<WaysProps, 'draft' | 'onChange'> {
  readonly plan: PlanView;
  readonly reason: PlanReasonView;
}

/** There is no plan: which requirement is in the way, by every option, and what to do. */
export function InfeasibleView({ plan, reason, draft, onChange }: InfeasibleViewProps) {
  const t = useText();
  const dates = useDates();
  const names = usePlanNames(plan);
  const amounts = useAmounts(plan.currency);
  const { code, options, competency, cheapest } = reason;
  return (
    <section className={`${card.card} ${styles.infeasible}`} aria-live="polite">
      <h2>
        <ErrorCircleRegular fontSize={24} />
        {code === 'not-decided'
          ? t('plans.infeasible.undecided')
          : t('plans.infeasible', { day: dates.day(plan.question.by) })}
      </h2>
      <p>
        <strong>{names.target(reason)}</strong>
        {t('plans.infeasible.because')}
        <ObstacleText obstacle={reason} names={names} />
      </p>
      {cheapest !== null && (code === 'budget' || code === 'max-hours') && (
        <p>{t('plans.infeasible.cheapest', { money: amounts.money(cheapest) })}</p>
      )}
      <p>{t(TEXTS[code].act)}</p>
      <Ways reason={reason} amounts={amounts} draft={draft} onChange={onChange} />
      {options.length > 1 && (
        <details>
          <summary>{t('plans.infeasible.options', { count: options.length })}</summary>
          <ul>
            {options.map((obstacle) => (
              <li key={obstacle.option}>
                <strong>{names.option(obstacle)}</strong>
                {t('plans.infeasible.because')}
                <ObstacleText obstacle={obstacle} names={names} />
              </li>
            ))}
          </ul>
        </details>
      )}
      <Link to={PATHS.competency} params={{ competency }} className={table.link}>
        {t('plans.infeasible.open', { competency: names.level(reason) })}
      </Link>
    </section>
  );
}
