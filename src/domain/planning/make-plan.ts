/**
 * The cheapest way to meet levels by a day: who achieves what. Pure but for the solver it is given; every answer has been
 * judged by the rules themselves before it is told.
 */
import type { Programme } from '../catalogue/catalogue.ts';
import { compileProgramme } from '../evaluation/compile-programme.ts';
import type { CompiledOption, CompiledProgramme } from '../evaluation/compiled-programme.ts';
import { peopleOfIndividual } from '../evaluation/judge-record.ts';
import type { FactsDocument } from '../facts/facts-document.ts';
import type { InvalidFacts } from '../facts/facts-problem.ts';
import { FactsReader } from '../facts/facts-reader.ts';
import { FactsTable } from '../facts/facts-table.ts';
import { readFacts } from '../facts/read-facts.ts';
import { FollowedPeople } from '../projection/followed-people.ts';
import { Abilities, members } from './abilities.ts';
import { bearDeparture, losingDeparture, peopleAfter } from './departure-cuts.ts';
import { companyObstacle, type InfeasibleSearch, type Lifted, noPlanReason } from './infeasible-reason.ts';
import type { IntegerSolver } from './integer-programme.ts';
import { jointDeparture, personsByAbilities } from './joint-departures.ts';
import { type JointTargets, jointTargets, seatJointly } from './joint-seating.ts';
import { MoneyUnits } from './money-units.ts';
import { stagesOf } from './objective.ts';
import { type PeopleClass, peopleClasses, plannedSkills } from './people-classes.ts';
import { mostNeeded, type PlanColumn, planColumns } from './plan-columns.ts';
import { conditionsOf } from './plan-conditions.ts';
import { PlanModel } from './plan-model.ts';
import type { PlanQuestion } from './plan-question.ts';
import type { InfeasibleReason, Plan, PlanAction } from './plan-result.ts';
import { PlanJudge } from './planned-facts.ts';
import { type SolvedPlan, solvePlan } from './solve-plan.ts';
import { type PlannedFacts, targetOptions, type Way, waysToMeet } from './ways-to-meet.ts';

const NO_PLAN = { cost: null, hours: null, bound: null, gap: null, actions: [], conditions: [] };

function infeasible(reason: InfeasibleReason): Plan {
  return { status: 'infeasible', ...NO_PLAN, reason };
}

/** Everything that is known before anybody learns anything. */
interface Situation extends PlannedFacts {
  readonly question: PlanQuestion;
  readonly facts: FactsTable;
  readonly units: MoneyUnits;
  readonly targets: readonly (readonly Way[])[];
  readonly options: readonly (readonly CompiledOption[])[];
  readonly judge: PlanJudge;
  readonly solver: IntegerSolver;
  readonly deadline: number;
}

const NOTHING_LIFTED: Lifted = { budget: false, hours: false, retired: false };

interface Attempt {
  readonly solved: SolvedPlan;
  readonly classes: readonly PeopleClass[];
  readonly columns: readonly PlanColumn[];
}

function classesOf(situation: Situation, { hours, retired }: Lifted): readonly PeopleClass[] {
  const { compiled, facts, question, abilities, units } = situation;
  const { predicates } = abilities;
  const planned = plannedSkills(compiled, predicates);
  const withRetired = retired;
  const withoutHours = hours;
  return peopleClasses({ compiled, facts, question, predicates, planned, units, withRetired, withoutHours });
}

function attempt(situation: Situation, lifted: Lifted, targets: readonly (readonly Way[])[]): Attempt {
  const { question, units, judge, solver, deadline, options } = situation;
  const { survive } = question;
  const classes = classesOf(situation, lifted);
  const columns = planColumns(classes, targets, survive);
  const budget = lifted.budget || question.budget === null ? null : units.wholeMoney(question.budget);
  const model = new PlanModel(classes, columns, targets, { survive, budget });
  const joint = jointTargets(
    options.filter((_, index) => targets.includes(situation.targets[index]!)),
    situation,
  );
  if (joint !== null && joint.targets.length > 0) seatJointly(model, joint, new Map());
  const stages = stagesOf(columns, mostNeeded(targets, survive));
  const actions = (values: readonly number[]) => actionsOf(situation, { classes, columns }, values);
  // Parts of the question, and what needs skills that are no longer to be had, only tell what is in the way.
  const judged = targets === situation.targets && !lifted.retired;
  const improve = (values: readonly number[]) => {
    if (joint === null && addDepartures(model, targets, values, survive)) return true;
    if (!judged) return false;
    if (joint !== null && survive > 0 && addJointDeparture(situation, model, joint, values, actions))
      return true;
    if (judge.judge(actions(values)).missed.length === 0) return false;
    model.exclude(values);
    return true;
  };
  return { solved: solvePlan(model, stages, { solver, deadline, improve }), classes, columns };
}

/** Adds the departures that lose a level kept across its ways; false when there are none. */
function addDepartures(
  model: PlanModel,
  targets: readonly (readonly Way[])[],
  values: readonly number[],
  survive: number,
): boolean {
  if (survive === 0) return false;
  const people = peopleAfter(model, values);
  const losing = targets.flatMap((ways) => {
    const departure = ways.length < 2 ? null : losingDeparture(ways, people, survive);
    return departure === null ? [] : [departure];
  });
  for (const departure of losing) bearDeparture(model, departure);
  return losing.length > 0;
}

/** The same where people are shared: the targets must be seated again without those who leave. */
function addJointDeparture(
  { facts, question, judge }: Situation,
  model: PlanModel,
  joint: JointTargets,
  values: readonly number[],
  actions: (values: readonly number[]) => readonly PlanAction[],
): boolean {
  const planned = actions(values);
  const usersOf = (person: number) =>
    peopleOfIndividual(facts, facts.individualOf?.[person] ?? person).map((user) => facts.people[user]!.id);
  const left = jointDeparture(personsByAbilities(model, values), question.survive, (gone) =>
    judge.isMetWithout(planned, new Set(gone.flatMap(usersOf))),
  );
  if (left === null) return false;
  const key = JSON.stringify([...left].map(([abilities, count]) => [String(abilities), count]));
  // Seats can be found without them, and others are preferred: only another plan helps.
  if (model.borne.has(key)) model.exclude(values);
  else seatJointly(model, joint, left);
  model.borne.add(key);
  return true;
}

/** Who learns what, by person and skill. */
function actionsOf(
  { compiled, facts, abilities, units }: Situation,
  { classes, columns }: Pick<Attempt, 'classes' | 'columns'>,
  values: readonly number[],
): readonly PlanAction[] {
  const { ids } = plannedSkills(compiled, abilities.predicates);
  const next = classes.map(() => 0);
  const actions = columns.flatMap(({ of, bundle }, index) => {
    const { people, learner, renewals } = classes[of]!;
    const first = next[of]!;
    next[of] = first + values[index]!;
    return people.slice(first, next[of]).flatMap((person) =>
      members(bundle.skills).map((skill): PlanAction => {
        const { money, hours } = learner.costs(skill);
        const action = {
          person: facts.people[person]!.id,
          skill: ids[skill]!,
          cost: units.moneyOf(money),
          hours: units.hoursOf(hours),
        };
        return (renewals >> BigInt(skill)) & 1n ? { ...action, renewal: true } : action;
      }),
    );
  });
  const key = ({ person, skill }: PlanAction) => `${person}\u0000${skill}`;
  return actions.sort((left, right) => (key(left) < key(right) ? -1 : 1));
}

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
    reason: null,
  };
}

function noPlan(situation: Situation, solved: SolvedPlan): InfeasibleReason {
  const search: InfeasibleSearch = {
    ...situation,
    undecided: solved.status === 'unknown',
    costWithout: (lifted, target) => {
      const targets = target === null ? situation.targets : [situation.targets[target]!];
      const { solved: other, columns } = attempt(situation, { ...NOTHING_LIFTED, ...lifted }, targets);
      if (other.status === 'infeasible' || other.status === 'unknown') return null;
      const money = columns.reduce((sum, { bundle }, index) => sum + bundle.money * other.values[index]!, 0);
      return situation.units.moneyOf(money);
    },
    classes: (lifted) => classesOf(situation, { ...NOTHING_LIFTED, ...lifted }),
  };
  return noPlanReason(search);
}

/**
 * @param seconds after which the best plan found is told with what it may be dearer than the cheapest one
 */
export function makePlan(
  document: FactsDocument,
  programme: Programme,
  question: PlanQuestion,
  solver: IntegerSolver,
  seconds: number,
): Plan | InvalidFacts {
  const deadline = solver.now() + seconds;
  const compiled: CompiledProgramme = compileProgramme(programme, question.by);
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
    judge: new PlanJudge(document, question, compiled),
    solver,
    deadline,
  };
  return planOf(situation, attempt(situation, NOTHING_LIFTED, targets));
}
