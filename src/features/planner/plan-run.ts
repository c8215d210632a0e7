import type { MakePlanRequest, PlanQuestionView } from '../../contract/plans.ts';
import { USUAL_PLAN_SECONDS } from '../../contract/plans.ts';
import type { Plan } from '../../domain/planning/plan-result.ts';
import type { ActionReasons } from '../../domain/planning/plan-seats.ts';
import type { PlanWarning } from '../../domain/planning/read-plan-question.ts';
import type { RunContext } from './run-work.ts';

/** As it is kept. */
export interface FoundPlan {
  readonly plan: Plan;
  /** Of each action, in their order. */
  readonly reasons: readonly ActionReasons[];
  readonly warnings: readonly PlanWarning[];
}

/** The question as a targets file says it. */
export function targetsOf({
  targets,
  by,
  survive,
  budget,
  confidence,
  successProbability,
  costs,
  people,
}: PlanQuestionView) {
  return {
    targets,
    by,
    survive: survive ?? 0,
    budget: budget ?? null,
    costs: costs ?? {},
    people: people ?? {},
    ...(confidence == null ? {} : { confidence }),
    ...(successProbability === undefined ? {} : { successProbability }),
  };
}

export function foundPlan({ plan, reasons, warnings }: FoundPlan): FoundPlan {
  return { plan, reasons, warnings };
}

/** Stopped before anything was decided: there is neither a plan nor a reason why there is none. */
export function isDecided({ plan }: FoundPlan, isStopped: boolean): boolean {
  return !isStopped || plan.reason?.code !== 'not-decided';
}

export async function planFound({ run, plan, isStopped }: RunContext): Promise<FoundPlan | null> {
  const { question, seconds } = run.request as MakePlanRequest;
  const found = await plan(question.changes ?? [], {
    question: targetsOf(question),
    seconds: seconds ?? USUAL_PLAN_SECONDS,
  });
  const kept = foundPlan(found);
  return isDecided(kept, isStopped()) ? kept : null;
}
