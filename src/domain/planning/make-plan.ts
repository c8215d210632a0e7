/**
 * The cheapest way to meet levels by a day: who achieves what. Pure but for the solver it is given; every answer has been
 * judged by the rules themselves before it is told.
 */
import type { Programme } from '../catalogue/catalogue.ts';
import { compileProgramme } from '../evaluation/compile-programme.ts';
import type { FactsDocument } from '../facts/facts-document.ts';
import type { InvalidFacts } from '../facts/facts-problem.ts';
import { FactsReader } from '../facts/facts-reader.ts';
import { FactsTable } from '../facts/facts-table.ts';
import { readFacts } from '../facts/read-facts.ts';
import { FollowedPeople } from '../projection/followed-people.ts';
import { Abilities } from './abilities.ts';
import { type Attempt, attemptPlan, moneyOf } from './attempt-plan.ts';
import { companyObstacle, type InfeasibleSearch, type Lifted, noPlanReason } from './infeasible-reason.ts';
import type { IntegerSolver } from './integer-programme.ts';
import { jointTargets } from './joint-seating.ts';
import { MoneyUnits } from './money-units.ts';
import type { PlanColumn } from './plan-columns.ts';
import { conditionsOf } from './plan-conditions.ts';
import type { PlanQuestion } from './plan-question.ts';
import type { InfeasibleReason, Plan } from './plan-result.ts';
import { actionsOf, classesOf, type Situation } from './plan-situation.ts';
import { PlanTime, type PlanWatch } from './plan-time.ts';
import { PlanJudge } from './planned-facts.ts';
import type { SolvedPlan } from './solve-plan.ts';
import { targetOptions, waysToMeet } from './ways-to-meet.ts';

const NO_PLAN = { cost: null, hours: null, bound: null, gap: null, actions: [], conditions: [] };

function infeasible(reason: InfeasibleReason): Plan {
  return { status: 'infeasible', ...NO_PLAN, reason };
}

const NOTHING_LIFTED: Lifted = { budget: false, hours: false, retired: false, confidence: false };

function planOf(situation: Situation, found: Attempt): Plan {
  const { solved } = found;
  const { units, judge } = situation;
  if (solved.status === 'infeasible' || solved.status === 'unknown')
    return infeasible(noPlan(situation, solved));
  const actions = actionsOf(situation, found, solved.values);
  const { metBy } = judge.judge(actions);
  const sum = (amount: (bundle: PlanColumn['bundle']) => number) =>
    found.columns.reduce((total, { bundle }, index) => total + amount(bundle) * solved.values[index]!, 0);
  const cost = units.moneyOf(sum(({ money }) => money));
  const optimal = solved.status === 'optimal';
  const bound = optimal ? cost : Math.min(cost, units.moneyOf(solved.bound));
  return {
    status: solved.status,
    cost,
    hours: units.hoursOf(sum(({ hours }) => hours)),
    bound,
    gap: cost === bound ? 0 : (cost - bound) / cost,
    actions,
    conditions: conditionsOf(situation, metBy),
    ...(situation.question.confidence === null ? {} : { chance: found.chance }),
    reason: null,
  };
}

/** Finding out why takes the time that is left, or a moment. */
function noPlan(asked: Situation, solved: SolvedPlan): InfeasibleReason {
  const situation = { ...asked, time: asked.time.explaining() };
  const search: InfeasibleSearch = {
    ...situation,
    undecided: solved.status === 'unknown',
    costWithout: (lifted, target) => {
      const targets = target === null ? situation.targets : [situation.targets[target]!];
      const { solved: other, columns } = attemptPlan(situation, { ...NOTHING_LIFTED, ...lifted }, targets);
      if (other.status === 'infeasible') return 'none';
      if (other.status === 'unknown') return 'undecided';
      return situation.units.moneyOf(moneyOf(columns, other.values));
    },
    classes: (lifted) => classesOf(situation, { ...NOTHING_LIFTED, ...lifted }),
  };
  return noPlanReason(search);
}

/**
 * @param seconds after which the best plan found is told with what it may be dearer than the cheapest one
 * @param watch is told how far planning has come, and may end it
 */
export function makePlan(
  document: FactsDocument,
  programme: Programme,
  question: PlanQuestion,
  solver: IntegerSolver,
  seconds: number,
  watch: PlanWatch = {},
): Plan | InvalidFacts {
  const time = new PlanTime(solver, seconds, watch);
  const compiled = compileProgramme(programme, question.by);
  const facts = new FactsTable();
  const problem = readFacts(document, compiled, null, facts, new FactsReader());
  if (problem !== null) return problem;
  const people = new FollowedPeople(facts, compiled);
  const abilities = new Abilities(compiled.predicates);
  const known = { compiled, facts, people, abilities };
  for (const target of question.targets) {
    const obstacle = companyObstacle(target, known);
    if (obstacle !== null) return infeasible(obstacle);
  }
  const options = question.targets.map((target) => targetOptions(target, known));
  const targets = options.map((own) => waysToMeet(own, known));
  // All abilities have their numbers before people are told apart by them.
  jointTargets(options, known);
  const situation: Situation = {
    ...known,
    question,
    units: new MoneyUnits(question),
    options,
    targets,
    judge: new PlanJudge(document, question, compiled, time),
    solver,
    time,
  };
  return planOf(situation, attemptPlan(situation, NOTHING_LIFTED, targets));
}
