import { ClipboardTaskListLtrRegular } from '@fluentui/react-icons';
import { useCallback } from 'react';
import type { CompetencyList } from '../../../src/contract/competencies.ts';
import type { PlanQuestionView } from '../../../src/contract/plans.ts';
import { isUnderWay } from '../../api/plans.ts';
import { EmptyState } from '../../components/EmptyState.tsx';
import { ErrorView } from '../../components/ErrorView.tsx';
import { useProgrammeId } from '../../components/programme.ts';
import { useSession } from '../../components/session.tsx';
import { useUrlState } from '../../components/url-state.ts';
import { useText } from '../../messages/use-text.ts';
import { Bones } from '../../ui/Bones.tsx';
import card from '../../ui/Card.module.css';
import { AdoptButton } from './AdoptButton.tsx';
import { BudgetCurve } from './BudgetCurve.tsx';
import { ChosenTargets } from './ChosenTargets.tsx';
import { CompanyAndRules } from './CompanyAndRules.tsx';
import { CostCurve } from './CostCurve.tsx';
import { KeepButton } from './KeepButton.tsx';
import { MakersPage } from './MakersPage.tsx';
import { PlanAnswer } from './PlanAnswer.tsx';
import { PlanLimits } from './PlanLimits.tsx';
import styles from './Planner.module.css';
import { PlanProgress } from './PlanProgress.tsx';
import { type PlanDraft, printDraft, readDraft } from './plan-draft.ts';
import { questionOf } from './plan-question.ts';
import { proposedDay } from './proposed-day.ts';
import { RunFailure } from './RunFailure.tsx';
import { canBeDivided } from './reached-by-budget.ts';
import { TargetPicker } from './TargetPicker.tsx';
import { useAmounts } from './use-amounts.ts';
import { type MadePlan, useMadePlan } from './use-made-plan.ts';
import { usePlanNames } from './use-plan-names.ts';
import { Wishes } from './Wishes.tsx';

const NO_NAMES = { programme: { id: '', name: { fr: '', en: '' } }, people: {}, skills: {} };
/** The currency of the fields until the first plan tells its own. */
const FIRST_CURRENCY = 'EUR';

interface AnswerProps {
  readonly made: MadePlan;
  readonly question: PlanQuestionView | null;
  readonly draft: PlanDraft;
  readonly onChange: (draft: PlanDraft) => void;
}

function Answer({ made, question, draft, onChange }: AnswerProps) {
  const t = useText();
  const { plan, older, error, retry, stop } = made;
  const names = usePlanNames(plan ?? NO_NAMES);
  if (question === null) {
    return (
      <EmptyState icon={<ClipboardTaskListLtrRegular />} title={t('plans.empty')}>
        <p>{t('plans.empty.text')}</p>
      </EmptyState>
    );
  }
  if (error !== null) return <ErrorView error={error} onRetry={retry} />;
  if (plan === undefined) {
    return (
      <div aria-busy="true">
        <Bones count={3} height={140} />
      </div>
    );
  }
  const running = isUnderWay(plan.state);
  const dearest = plan.result?.cost ?? plan.result?.reason?.cheapest ?? 0;
  return (
    <div className={styles.answer} aria-busy={older}>
      {older && (
        <p role="status" className="visually-hidden">
          {t('plans.again')}
        </p>
      )}
      {running && <PlanProgress progress={plan.progress} currency={plan.currency} onStop={stop} />}
      <RunFailure failure={plan.failure} />
      {plan.result !== null && (
        <PlanAnswer
          plan={plan}
          result={plan.result}
          changing={{ draft, onChange }}
          actions={
            <>
              <AdoptButton plan={plan} />
              <KeepButton plan={plan} />
            </>
          }
        />
      )}
      {!running && <CostCurve question={question} onSurvive={(survive) => onChange({ ...draft, survive })} />}
      {!running && dearest > 0 && canBeDivided(question.targets.length) && (
        <BudgetCurve
          question={question}
          dearest={dearest}
          currency={plan.currency}
          names={names}
          onChoose={({ budget, places }) =>
            onChange({ ...draft, budget, targets: places.map((place) => draft.targets[place]!) })
          }
        />
      )}
    </div>
  );
}

function Planner({ list }: { list: CompetencyList }) {
  const t = useText();
  const { day } = useSession();
  const [url, patch] = useUrlState();
  const draft = readDraft(url);
  const change = useCallback((next: PlanDraft) => patch(printDraft(next)), [patch]);
  const proposed = proposedDay(list.levels, day);
  const question = questionOf(draft, proposed, useProgrammeId());
  const made = useMadePlan(question === null ? null : { question, keep: false });
  const names = usePlanNames(made.plan ?? NO_NAMES);
  const amounts = useAmounts(made.plan?.currency ?? FIRST_CURRENCY);
  const { result, progress } = made.plan ?? {};
  const dearest = result?.cost ?? result?.reason?.cheapest ?? progress?.best ?? null;
  return (
    <div className={styles.layout}>
      <div className={styles.asked}>
        <section className={card.card}>
          <h2>{t('plans.targets')}</h2>
          <ChosenTargets list={list} draft={draft} onChange={change} />
          <TargetPicker list={list} draft={draft} onChange={change} />
        </section>
        <section className={card.card}>
          <h2>{t('plans.limits')}</h2>
          <PlanLimits
            draft={draft}
            proposed={proposed}
            day={day}
            dearest={dearest}
            amounts={amounts}
            onChange={change}
          />
          <Wishes draft={draft} names={names} amounts={amounts} onChange={change} />
        </section>
      </div>
      <Answer made={made} question={question} draft={draft} onChange={change} />
    </div>
  );
}

/** Levels to gain or keep, and at once the cheapest plan that brings them, proved. */
export function PlannerPage() {
  const t = useText();
  return (
    <MakersPage page="planner" tab="planner" title={t('plans.new')} lead={t('plans.new.lead')}>
      <CompanyAndRules>{(list) => <Planner list={list} />}</CompanyAndRules>
    </MakersPage>
  );
}
