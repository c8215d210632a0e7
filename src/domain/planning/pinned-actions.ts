/** What people shall achieve whatever else is planned: it is there on the day, and costs what it costs. */
import type { Programme, SkillId } from '../catalogue/catalogue.ts';
import { compileProgramme } from '../evaluation/compile-programme.ts';
import type { FactsDocument } from '../facts/facts-document.ts';
import type { InvalidFacts } from '../facts/facts-problem.ts';
import { FactsReader } from '../facts/facts-reader.ts';
import { FactsTable } from '../facts/facts-table.ts';
import { readFacts } from '../facts/read-facts.ts';
import { formatDay } from '../time/day.ts';
import { type HeldSkills, heldOn } from './held-skills-by-day.ts';
import type { IntegerSolver } from './integer-programme.ts';
import { makePlan } from './make-plan.ts';
import { costOf, type PlanQuestion } from './plan-question.ts';
import type { InfeasibleReason, Plan, PlanAction } from './plan-result.ts';
import type { PlanWatch } from './plan-time.ts';
import { withActions } from './planned-facts.ts';

interface PinnedActions {
  /** Without what is held already; with what must come before. */
  readonly actions: readonly PlanAction[];
  /** Money of actions instead of which others might have come before, so that the whole may not be the cheapest. */
  readonly doubtful: number;
}

class Pinning {
  readonly actions: PlanAction[] = [];
  doubtful = 0;
  private readonly programme: Programme;
  private readonly question: PlanQuestion;

  constructor(programme: Programme, question: PlanQuestion) {
    this.programme = programme;
    this.question = question;
  }

  /** The cheapest of what may come before, by money and then hours; what expired once was reached through it before. */
  pin(
    person: string,
    skill: SkillId,
    own: { readonly held: Set<SkillId>; readonly expired: ReadonlySet<SkillId> },
    chosen: number,
  ): void {
    if (own.held.has(skill)) return;
    own.held.add(skill);
    const renewal = own.expired.has(skill);
    const { money, hours } = costOf(this.question, skill, renewal);
    const before = this.programme.skills.get(skill)?.prerequisites ?? [];
    if (!renewal && before.length > 0 && !before.some((one) => own.held.has(one))) {
      const priced = before
        .map((one) => ({ one, ...costOf(this.question, one, own.expired.has(one)) }))
        .sort((left, right) => left.money - right.money || left.hours - right.hours);
      this.pin(person, priced[0]!.one, own, before.length > 1 ? 1 : chosen);
    }
    if (chosen > 0) this.doubtful += money;
    this.actions.push({ person, skill, cost: money, hours, ...(renewal ? { renewal: true as const } : {}) });
  }
}

function skillsOf(numbers: HeldSkills['held'], ids: ReadonlyMap<number, SkillId>): Set<SkillId> {
  return new Set([...numbers].flatMap((number) => ids.get(number) ?? []));
}

function pinnedActions(document: FactsDocument, programme: Programme, question: PlanQuestion): PinnedActions {
  const compiled = compileProgramme(programme, question.by);
  const facts = new FactsTable();
  if (readFacts(document, compiled, null, facts, new FactsReader()) !== null) {
    return { actions: [], doubtful: 0 };
  }
  const ids = new Map([...compiled.skillNumbers].map(([id, number]) => [number, id]));
  const all = new Set(ids.keys());
  const pinning = new Pinning(programme, question);
  facts.people.forEach(({ id }, place) => {
    const skills = question.people.get(id)?.pinned ?? [];
    if (skills.length === 0) return;
    const { held, expired } = heldOn(facts, compiled, facts.individualOf?.[place] ?? place, all);
    const own = { held: skillsOf(held, ids), expired: skillsOf(expired, ids) };
    for (const skill of skills) pinning.pin(id, skill, own, 0);
  });
  return { actions: pinning.actions, doubtful: pinning.doubtful };
}

/** Sums of decimals as they are written: a hundred-millionth of a unit of money is none. */
function added(left: number, right: number): number {
  return Math.round((left + right) * 1e8) / 1e8;
}

/** What is left of the limits once the pinned actions are paid for. */
function without(question: PlanQuestion, { actions }: PinnedActions): PlanQuestion {
  const money = actions.reduce((sum, { cost }) => added(sum, cost), 0);
  const people = new Map(question.people);
  for (const [person, wishes] of people) {
    const spent = actions
      .filter((action) => action.person === person)
      .reduce((sum, { hours }) => added(sum, hours), 0);
    if (wishes.maxHours !== null) people.set(person, { ...wishes, maxHours: added(wishes.maxHours, -spent) });
  }
  return { ...question, people, budget: question.budget === null ? null : added(question.budget, -money) };
}

function withPinned(plan: Plan, { actions, doubtful }: PinnedActions): Plan {
  const money = actions.reduce((sum, { cost }) => added(sum, cost), 0);
  const hours = actions.reduce((sum, action) => added(sum, action.hours), 0);
  const { reason } = plan;
  if (plan.cost === null || plan.hours === null || plan.bound === null) {
    if (reason === null || reason.cheapest === null) return plan;
    return { ...plan, reason: { ...reason, cheapest: added(reason.cheapest, money) } };
  }
  const cost = added(plan.cost, money);
  const bound = Math.max(0, added(plan.bound, added(money, -doubtful)));
  const key = ({ person, skill }: PlanAction) => `${person}\u0000${skill}`;
  const all = [...plan.actions, ...actions].sort((left, right) => (key(left) < key(right) ? -1 : 1));
  const status = plan.status === 'optimal' && bound < cost ? 'feasible' : plan.status;
  return {
    ...plan,
    status,
    cost,
    hours: added(plan.hours, hours),
    bound,
    gap: cost === bound ? 0 : (cost - bound) / cost,
    actions: all,
  };
}

function outOfLimits(question: PlanQuestion, pinned: PinnedActions): Plan | null {
  const { budget, people } = without(question, pinned);
  const overworked = [...people.values()].some(({ maxHours }) => maxHours !== null && maxHours < 0);
  if ((budget === null || budget >= 0) && !overworked) return null;
  const reason: InfeasibleReason = {
    code: overworked ? 'max-hours' : 'budget',
    ...question.targets[0]!,
    requirement: null,
    atAnyPrice: false,
    cheapest: null,
    options: [],
  };
  const nothing = { cost: null, hours: null, bound: null, gap: null, actions: [], conditions: [] };
  return { status: 'infeasible', ...nothing, reason };
}

/** A plan in which the pinned actions are, and the cheapest of what is needed besides. */
export function makePinnedPlan(
  document: FactsDocument,
  programme: Programme,
  question: PlanQuestion,
  solver: IntegerSolver,
  seconds: number,
  watch: PlanWatch = {},
): Plan | InvalidFacts {
  const plan = (facts: FactsDocument, asked: PlanQuestion) =>
    makePlan(facts, programme, asked, solver, seconds, watch);
  if ([...question.people.values()].every(({ pinned = [] }) => pinned.length === 0))
    return plan(document, question);
  const pinned = pinnedActions(document, programme, question);
  const refused = outOfLimits(question, pinned);
  if (refused !== null) return refused;
  const made = plan(withActions(document, pinned.actions, formatDay(question.by)), without(question, pinned));
  return 'kind' in made ? made : withPinned(made, pinned);
}
