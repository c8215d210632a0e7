/**
 * One attempt at a plan: all of the question, or a part of it without some limits, to find out what is in the way of the
 * whole. What is found for the whole has been judged by the rules themselves.
 */
import { peopleOfIndividual } from '../evaluation/judge-record.ts';
import type { BitSet } from './abilities.ts';
import { attemptByPerson } from './attempt-by-person.ts';
import { chanceColumns } from './chance-columns.ts';
import { ChanceRows } from './chance-rows.ts';
import { searchLikely } from './chance-search.ts';
import { bearDeparture, bearTogether, losingDeparture, peopleAfter } from './departure-cuts.ts';
import { type GreedyPlan, greedyPlan } from './greedy-plan.ts';
import type { Lifted } from './infeasible-reason.ts';
import { jointDeparture, personsByAbilities } from './joint-departures.ts';
import { type JointTargets, jointTargets, seatJointly } from './joint-seating.ts';
import { stagesOf } from './objective.ts';
import type { PeopleClass } from './people-classes.ts';
import { exactAbilities, fullest, mostNeeded, type PlanColumn, planColumns } from './plan-columns.ts';
import { PlanModel } from './plan-model.ts';
import { actionsOf, type Choices, classesOf, type Situation } from './plan-situation.ts';
import { type SolvedPlan, solvePlan } from './solve-plan.ts';
import { TeamChances } from './team-chances.ts';
import { checkByCounts, teamCheck } from './team-checks.ts';
import { moneyFor } from './training-bundles.ts';
import type { Way } from './ways-to-meet.ts';

export interface Attempt extends Choices {
  readonly solved: SolvedPlan;
  /** How likely the plan succeeds. */
  readonly chance: number;
}

export function moneyOf(columns: readonly PlanColumn[], values: readonly number[]): number {
  return columns.reduce((sum, { bundle }, index) => sum + bundle.money * values[index]!, 0);
}

/** No cheapest plan trains more people. */
function mostTrained(classes: readonly PeopleClass[], needed: number, mostMoney: number | null): number {
  if (mostMoney === null) return needed;
  let least = Number.POSITIVE_INFINITY;
  const seen = new Set<readonly BitSet[]>();
  for (const { learner, renewals } of classes) {
    for (const sets of learner.setsFor) {
      // The same list of another person without renewals costs the same.
      if (renewals === 0n && seen.has(sets)) continue;
      if (renewals === 0n) seen.add(sets);
      for (const set of sets) if (set !== 0n) least = Math.min(least, moneyFor(learner, set));
    }
  }
  return least === 0 || least === Number.POSITIVE_INFINITY
    ? needed
    : Math.min(needed, Math.floor(mostMoney / least));
}

export function attemptPlan(situation: Situation, lifted: Lifted, targets: Situation['targets']): Attempt {
  const { question, units, judge, solver, time, options } = situation;
  const { survive } = question;
  const classes = classesOf(situation, lifted);
  const uncertain = classes.some(({ trained, chance }) => trained && chance < 1);
  const certain = uncertain
    ? attemptPlan({ ...situation, time: time.part() }, { ...lifted, confidence: true }, targets).solved
    : null;
  if (certain?.status === 'infeasible') return { solved: certain, classes, columns: [], chance: 0 };
  const budget = lifted.budget || question.budget === null ? null : units.wholeMoney(question.budget);
  const asked = options.filter((_, index) => targets.includes(situation.targets[index]!));
  const joint = jointTargets(asked, situation);
  // Parts of the question, and what needs skills that are no longer to be had, only tell what is in the way.
  const judged = targets === situation.targets && !lifted.retired;
  const isPlan = (choices: Choices, values: readonly number[], departures = true) =>
    !judged || judge.judge(actionsOf(situation, choices, values), departures).missed.length === 0;
  const isExact = joint === null && exactAbilities(targets) === 0n;
  const greedy = uncertain ? null : greedyPlan(classes, targets, survive);
  const affordable = greedy !== null && (budget === null || moneyOf(greedy.columns, greedy.values) <= budget);
  let standby: GreedyPlan | null =
    affordable && (isExact || isPlan({ classes, columns: greedy.columns }, greedy.values)) ? greedy : null;
  const keep = (plan: GreedyPlan) => {
    standby = plan;
    if (judged) time.found(units.moneyOf(moneyOf(plan.columns, plan.values)));
  };
  if (standby !== null) keep(standby);
  // Where nothing need be learned nothing is cheaper; whether that holds has not been asked where the counts say it all.
  if (standby?.columns.length === 0 && (!isExact || isPlan({ classes, columns: [] }, []))) {
    return { solved: { status: 'optimal', values: [], bound: 0 }, classes, columns: [], chance: 1 };
  }
  const mostMoney = standby === null ? budget : moneyOf(standby.columns, standby.values);
  const everybody = classes.reduce((sum, { people }) => sum + people.length, 0);
  const most = mostTrained(classes, uncertain ? everybody : mostNeeded(targets, survive), mostMoney);
  const leavingOut = {
    mostTrained: most,
    mostMoney: mostMoney ?? Number.POSITIVE_INFINITY,
    joint: joint !== null,
  };
  const preparation = time.part();
  const isLate = () => preparation.isOver;
  const { columns, complete } = uncertain
    ? chanceColumns(classes, targets, leavingOut.mostMoney, isLate)
    : planColumns(classes, targets, leavingOut, isLate);
  if (!complete && !uncertain && isExact) {
    const isCheaper = ({ columns: own, values }: GreedyPlan) =>
      standby === null || moneyOf(own, values) < moneyOf(standby.columns, standby.values);
    time.solving();
    const found = attemptByPerson(situation, {
      ...{ classes, targets, budget, mostMoney, standby, keep, isCheaper },
      bounded: (money) => {
        if (judged) time.bounded(units.moneyOf(money));
      },
      holds: isPlan,
    });
    return { ...betterOf(found, standby === null ? null : { ...standby, classes }, isPlan), chance: 1 };
  }
  const model = new PlanModel(classes, columns, targets, { survive, budget });
  const check = teamCheck(situation, classes, targets, joint !== null);
  const chances = new TeamChances(classes, check, time);
  const quick = new TeamChances(classes, checkByCounts(targets, survive), time);
  const rows = uncertain ? new ChanceRows(model, { chances, quick }, question.confidence ?? 0, time) : null;
  for (const ways of targets) {
    if (survive > 0 && ways.length > 1) bearTogether(model, ways.map(fullest), survive);
    rows?.demandOneOf(ways, survive);
  }
  if (joint !== null && joint.targets.length > 0) seatJointly(model, joint, new Map());
  const stages = stagesOf(columns, most);
  let least = certain?.bound ?? 0;
  if (uncertain && complete && isExact) {
    const confidence = question.confidence ?? 0;
    const asked = { classes, columns, chances, confidence, stages, least, budget };
    const searched = searchLikely(asked, time.part().part());
    if (searched?.kind === 'none') return { solved: { status: 'infeasible' }, classes, columns, chance: 0 };
    if (searched?.kind === 'cheapest' && isPlan({ classes, columns }, searched.values)) {
      const { values } = searched;
      const solved = { status: 'optimal', values, bound: moneyOf(columns, values) } as const;
      return { solved, classes, columns, chance: chances.of(columns, values).least };
    }
    if (searched?.kind === 'unknown') {
      least = searched.bound;
      if (searched.values !== null) keep({ columns, values: searched.values });
    }
  }
  const moneyAt = (values: readonly number[]) => moneyOf(columns, values);
  const isCheaper = (values: readonly number[]) =>
    (budget === null || moneyAt(values) <= budget) &&
    (standby === null || moneyAt(values) < moneyOf(standby.columns, standby.values));
  const improve = (values: readonly number[]) => {
    if (joint === null && addDepartures(model, targets, values, survive)) return true;
    const tried =
      judged && joint !== null && survive > 0 ? tryDepartures(situation, model, joint, values) : 'undecided';
    if (tried === 'added') return true;
    if (rows !== null && !rows.isLikely(values)) {
      const likely = isExact ? rows.completed(values) : null;
      if (likely !== null && isCheaper(likely)) keep({ columns, values: likely });
      rows.goBeyond(values, isExact);
      return true;
    }
    if (isPlan({ classes, columns }, values, tried === 'undecided')) return false;
    model.exclude(values);
    return true;
  };
  time.solving();
  const isComplete = () => complete && model.complete;
  const found = solvePlan(model, stages, {
    solver,
    time,
    improve,
    bounded: (money) => {
      if (judged && isComplete()) time.bounded(units.moneyOf(money));
    },
    found: (values) => {
      if (!judged || !(time.isWatched || uncertain) || !isCheaper(values)) return;
      if (rows !== null && !rows.isLikely(values)) return;
      if (isPlan({ classes, columns }, values)) keep({ columns, values });
    },
  });
  const solved = isComplete() ? found : withoutProof(found, least);
  const best = betterOf(
    { solved, classes, columns },
    standby === null ? null : { ...standby, classes },
    isPlan,
  );
  const { status } = best.solved;
  const chance =
    uncertain && (status === 'optimal' || status === 'feasible')
      ? new TeamChances(classes, check, { isOver: false }).of(best.columns, best.solved.values).least
      : 1;
  return { ...best, chance };
}

/** Not everything was gone through: what was found need not be the cheapest, and what was not found may be there. */
function withoutProof(found: SolvedPlan, bound: number): SolvedPlan {
  if (found.status === 'infeasible' || found.status === 'unknown') return { status: 'unknown', bound };
  return { status: 'feasible', values: found.values, bound };
}

/** What was found at once stands in for what the time did not suffice to better. */
function betterOf(
  found: Omit<Attempt, 'chance'>,
  standby: (GreedyPlan & Choices) | null,
  isPlan: (choices: Choices, values: readonly number[]) => boolean,
): Omit<Attempt, 'chance'> {
  const { solved } = found;
  if (standby === null || solved.status === 'optimal' || solved.status === 'infeasible') return found;
  const { values } = standby;
  const isNoDearer =
    solved.status === 'feasible' && moneyOf(found.columns, solved.values) <= moneyOf(standby.columns, values);
  if (isNoDearer || !isPlan(standby, values)) return found;
  return { ...standby, solved: { status: 'feasible', values, bound: solved.bound } };
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
  for (const departure of losing) bearDeparture(model, departure, survive);
  return losing.length > 0;
}

/** The same where people are shared: the targets must be seated again without those who leave. */
function tryDepartures(
  situation: Situation,
  model: PlanModel,
  joint: JointTargets,
  values: readonly number[],
): 'added' | 'none' | 'undecided' {
  const { facts, question, judge, time } = situation;
  const planned = actionsOf(situation, model, values);
  const usersOf = (person: number) =>
    peopleOfIndividual(facts, facts.individualOf?.[person] ?? person).map((user) => facts.people[user]!.id);
  const left = jointDeparture(
    personsByAbilities(model, values),
    question.survive,
    (gone) => judge.isMetWithout(planned, new Set(gone.flatMap(usersOf))),
    () => time.isOver,
  );
  if (typeof left === 'string') return left;
  const key = JSON.stringify([...left].map(([abilities, count]) => [String(abilities), count]));
  // Seats can be found without them, and others are preferred: only another plan helps.
  if (model.borne.has(key)) model.exclude(values);
  else seatJointly(model, joint, left);
  model.borne.add(key);
  return 'added';
}
