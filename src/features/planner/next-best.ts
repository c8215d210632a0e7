/** What it would cost if somebody else did one action of a plan, or nobody. */
import { type NextBestView, type PlanQuestionView, USUAL_PLAN_SECONDS } from '../../contract/plans.ts';
import type { Plan, PlanAction } from '../../domain/planning/plan-result.ts';
import { conflict, notFound } from '../../http/problem.ts';
import type { PlannerRun } from '../../store/planner-runs-store.ts';
import type { PartnerAnswer } from '../shared/partner-answer.ts';
import type { Services } from '../shared/services.ts';
import { planOfRun } from './asked-run.ts';
import { targetsOf } from './plan-run.ts';
import { questionOf } from './plan-view.ts';
import { groundOf } from './planning-ground.ts';

type Achieved = Pick<PlanAction, 'person' | 'skill'>;

/** The question with an action that nobody may plan for this person. */
function barring(question: PlanQuestionView, { person, skill }: Achieved): PlanQuestionView {
  const wishes = question.people?.[person] ?? {};
  const people = { ...question.people, [person]: { ...wishes, barred: [...(wishes.barred ?? []), skill] } };
  return { ...question, people };
}

/** Who is asked for the skill instead, else somebody who would not be trained otherwise. */
function whoInstead(before: Plan, after: Plan, { skill }: Achieved): string | null {
  const known = new Set(before.actions.map((action) => `${action.person} ${action.skill}`));
  const added = after.actions.filter((action) => !known.has(`${action.person} ${action.skill}`));
  return (added.find((action) => action.skill === skill) ?? added[0])?.person ?? null;
}

/** @param answer how the company stands today */
export async function nextBest(
  { planning }: Pick<Services, 'planning'>,
  run: PlannerRun,
  answer: PartnerAnswer,
  action: Achieved,
): Promise<NextBestView> {
  const plan = planOfRun(run);
  if (!plan.actions.some(({ person, skill }) => person === action.person && skill === action.skill)) {
    throw notFound('action-not-found', 'The plan has no such action.');
  }
  if (run.factsVersion !== answer.evidenceVersion || run.catalogueVersion !== answer.programme.version) {
    throw conflict('plan-outdated', 'Facts or rules have changed since the plan was made.', {
      detail: 'Plan again, and ask about the new plan.',
    });
  }
  const question = questionOf(run);
  const outcome = await planning.ask({
    ...groundOf(answer, run),
    changes: question.changes ?? [],
    asked: { kind: 'plan', question: targetsOf(barring(question, action)), seconds: USUAL_PLAN_SECONDS },
  });
  if (outcome.kind !== 'planned' || outcome.plan.cost === null || plan.cost === null) {
    return { person: null, more: null };
  }
  return { person: whoInstead(plan, outcome.plan, action), more: outcome.plan.cost - plan.cost };
}
