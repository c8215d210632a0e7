/** Scenarios side by side: what is met on the day, what it bears, and what it costs to hold the targets all the same. */
import type { CompareRequest } from '../../contract/plan-studies.ts';
import { USUAL_PLAN_SECONDS } from '../../contract/plans.ts';
import type { ScenarioChange } from '../../domain/scenario/scenario-changes.ts';
import type { PlanningOutcome } from '../shared/planning/planning-order.ts';
import { type FoundPlan, foundPlan, isDecided, targetsOf } from './plan-run.ts';
import type { RunContext } from './run-work.ts';

export type FoundStanding = Pick<Extract<PlanningOutcome, { readonly kind: 'standing' }>, 'met' | 'outcomes'>;

/** As it is kept. */
export interface FoundScenario {
  /** `null`: as things are. */
  readonly name: string | null;
  readonly changes: readonly ScenarioChange[];
  readonly standing: FoundStanding;
  readonly repair: FoundPlan | null;
}

export async function comparisonFound(context: RunContext): Promise<readonly FoundScenario[]> {
  const { scenarios, repair, seconds } = context.run.request as CompareRequest;
  const all = [{ name: null, changes: [] }, ...scenarios];
  const found: FoundScenario[] = [];
  let held: readonly { readonly competency: string; readonly level: string }[] = [];
  for (const { name, changes } of all) {
    if (context.isStopped()) return found;
    const { met, outcomes } = await context.standing(changes);
    if (name === null) held = met.map(({ competency, level }) => ({ competency, level }));
    const question = repair !== undefined ? targetsOf(repair) : { targets: held, by: context.run.asOf };
    const planned =
      question.targets.length === 0
        ? null
        : await context.plan(changes, { question, seconds: seconds ?? USUAL_PLAN_SECONDS });
    const plan = planned === null ? null : foundPlan(planned);
    const decided = plan !== null && isDecided(plan, context.isStopped());
    found.push({ name, changes, standing: { met, outcomes }, repair: decided ? plan : null });
    await context.partial(found.length, all.length, found);
  }
  return found;
}
