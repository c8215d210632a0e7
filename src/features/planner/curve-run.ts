/** What a plan costs by the departures it survives, and what budgets do to it. */
import type { CurveRequest } from '../../contract/plan-studies.ts';
import { type PlanQuestionView, USUAL_PLAN_SECONDS } from '../../contract/plans.ts';
import type { InfeasibleReason, Plan } from '../../domain/planning/plan-result.ts';
import { targetsOf } from './plan-run.ts';
import type { RunContext } from './run-work.ts';

const USUAL_SURVIVE = [0, 1, 2];
/** Every choice of so many targets is tried at most. */
const MOST_CHOSEN_FROM = 5;

/** As it is kept. */
export interface FoundPoint extends Pick<Plan, 'status' | 'cost' | 'hours' | 'bound' | 'gap' | 'reason'> {
  readonly survive: number;
  readonly budget: number | null;
  readonly actions: number;
  readonly people: number;
  readonly affordable: readonly number[] | null;
}

function pointOf(
  plan: Plan,
  at: Pick<FoundPoint, 'survive' | 'budget'>,
  affordable: readonly number[] | null = null,
): FoundPoint {
  const { status, cost, hours, bound, gap, reason, actions } = plan;
  const people = new Set(actions.map(({ person }) => person)).size;
  return { ...at, status, cost, hours, bound, gap, reason, actions: actions.length, people, affordable };
}

const NOTHING = { cost: null, hours: null, bound: null, gap: null, actions: [], conditions: [] } as const;

/** The plan with a budget, out of that without one: whether money suffices needs no new search. */
function withBudget(plan: Plan, budget: number, { targets }: PlanQuestionView): Plan {
  if (plan.cost === null || plan.cost <= budget) return plan;
  const proved = plan.bound !== null && plan.bound > budget;
  const { competency, level, option } = targets[0]!;
  const reason: InfeasibleReason = {
    code: proved ? 'budget' : 'not-decided',
    competency,
    level,
    option: option ?? null,
    requirement: null,
    atAnyPrice: false,
    cheapest: plan.cost,
    options: [],
  };
  return { ...NOTHING, status: 'infeasible', reason };
}

/** Places of the targets, the larger sets first. */
function choices(count: number): readonly (readonly number[])[] {
  const all = Array.from({ length: (1 << count) - 1 }, (_, index) => {
    return Array.from({ length: count }, (_each, place) => place).filter(
      (place) => (index + 1) & (1 << place),
    );
  });
  return all.sort((left, right) => right.length - left.length);
}

/** Finds the most targets that a budget suffices for; what a choice costs is asked once. */
class Affordable {
  private readonly costs = new Map<string, number | null>();
  private readonly question: PlanQuestionView;
  private readonly costOf: (question: PlanQuestionView) => Promise<number | null>;

  constructor(question: PlanQuestionView, costOf: (question: PlanQuestionView) => Promise<number | null>) {
    this.question = question;
    this.costOf = costOf;
  }

  private async cost(places: readonly number[]): Promise<number | null> {
    const key = places.join();
    let cost = this.costs.get(key);
    if (cost === undefined) {
      cost = await this.costOf({
        ...this.question,
        targets: places.map((place) => this.question.targets[place]!),
      });
      this.costs.set(key, cost);
    }
    return cost;
  }

  async for(budget: number): Promise<readonly number[] | null> {
    const count = this.question.targets.length;
    if (count < 2 || count > MOST_CHOSEN_FROM) return null;
    let best: { readonly places: readonly number[]; readonly cost: number } | null = null;
    for (const places of choices(count)) {
      if (places.length === count) continue;
      if (best !== null && places.length < best.places.length) break;
      const cost = await this.cost(places);
      if (cost !== null && cost <= budget && (best === null || cost < best.cost)) best = { places, cost };
    }
    return best?.places ?? [];
  }
}

export async function curveFound(context: RunContext): Promise<readonly FoundPoint[]> {
  const { question, survive = USUAL_SURVIVE, budgets = [], seconds } = context.run.request as CurveRequest;
  const departures = [...new Set(survive)].sort((left, right) => left - right);
  const total = departures.length + budgets.length;
  const points: FoundPoint[] = [];
  const asked = (own: PlanQuestionView) =>
    context.plan(question.changes ?? [], {
      question: targetsOf(own),
      seconds: seconds ?? USUAL_PLAN_SECONDS,
    });
  for (const each of departures) {
    if (context.isStopped()) return points;
    const { plan } = await asked({ ...question, survive: each, budget: null });
    points.push(pointOf(plan, { survive: each, budget: null }));
    await context.partial(points.length, total, points);
  }
  if (budgets.length === 0) return points;
  const own = { ...question, budget: null };
  const { plan: unlimited } = await asked(own);
  const affordable = new Affordable(own, async (part) => {
    const { plan } = await asked(part);
    return plan.status === 'optimal' ? plan.cost : null;
  });
  for (const budget of budgets) {
    if (context.isStopped()) return points;
    const plan = budget === null ? unlimited : withBudget(unlimited, budget, question);
    const short = budget !== null && plan !== unlimited;
    const at = { survive: question.survive ?? 0, budget };
    points.push(pointOf(plan, at, short ? await affordable.for(budget) : null));
    await context.partial(points.length, total, points);
  }
  return points;
}
