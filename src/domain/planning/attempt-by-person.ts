/**
 * An attempt where people may learn too many things together to list them all: person by person and skill by skill, with
 * what the targets cost by parts as a bound until the solver finds a better one.
 */
import { members } from './abilities.ts';
import { boundByParts } from './bound-by-parts.ts';
import type { GreedyPlan } from './greedy-plan.ts';
import { stagesOf } from './objective.ts';
import type { PeopleClass } from './people-classes.ts';
import { PersonModel } from './person-model.ts';
import type { Choices, Situation } from './plan-situation.ts';
import { type SolvedPlan, solvePlan } from './solve-plan.ts';

/** So many variables for people and skills are left to the solver; beyond, only some of the people are looked at. */
const MOST_COLUMNS = 9000;

export interface PersonAttempt {
  readonly classes: readonly PeopleClass[];
  readonly targets: Situation['targets'];
  readonly budget: number | null;
  /** No plan worth having costs more; `null` when nothing is known about that. */
  readonly mostMoney: number | null;
  readonly standby: GreedyPlan | null;
  /** Told about every plan that holds and is cheaper than those before. */
  readonly keep: (plan: GreedyPlan) => void;
  readonly bounded: (money: number) => void;
  readonly holds: (choices: Choices, values: readonly number[]) => boolean;
  readonly isCheaper: (plan: GreedyPlan) => boolean;
}

/** Those who are trained in the plan found at once, and of every class as many more as there is room for. */
function withFewer(
  classes: readonly PeopleClass[],
  standby: GreedyPlan | null,
  skills: number,
): readonly PeopleClass[] {
  const room = Math.floor(MOST_COLUMNS / Math.max(1, skills));
  const trained = classes.map(() => 0);
  standby?.columns.forEach(({ of }, index) => {
    trained[of]! += standby.values[index]!;
  });
  let left = room - trained.reduce((sum, count) => sum + count, 0);
  return classes.flatMap((one, of): readonly PeopleClass[] => {
    const { people } = one;
    if (!one.trained) return [one];
    const more = Math.max(0, Math.min(left, people.length - trained[of]!, 1));
    left -= more;
    const kept = trained[of]! + more;
    const [some, rest] = [people.slice(0, kept), people.slice(kept)];
    return [
      ...(some.length > 0 ? [{ ...one, people: some }] : []),
      ...(rest.length > 0 && one.held !== 0n ? [{ ...one, people: rest, trained: false }] : []),
    ];
  });
}

export interface PersonPlan {
  readonly solved: SolvedPlan;
  readonly classes: readonly PeopleClass[];
  readonly columns: GreedyPlan['columns'];
}

export function attemptByPerson(
  { solver, time, question }: Pick<Situation, 'solver' | 'time' | 'question'>,
  { classes, targets, budget, mostMoney, standby, keep, bounded, holds, isCheaper }: PersonAttempt,
): PersonPlan {
  const { survive } = question;
  const everybody = classes.reduce((sum, { people, trained }) => sum + (trained ? people.length : 0), 0);
  const lists = new Set(classes.flatMap(({ learner }) => learner.setsFor));
  const skills = members([...lists].flat().reduce((all, set) => all | set, 0n)).length;
  const isWhole = everybody * skills <= MOST_COLUMNS;
  // Of some of the people nothing follows for all of them.
  const parts = isWhole ? null : { solver, time: time.part() };
  const byParts = boundByParts(classes, targets, survive, parts);
  bounded(byParts);
  if (time.isOver) return { solved: { status: 'unknown', bound: byParts }, classes, columns: [] };
  const chosen = isWhole ? classes : withFewer(classes, standby, skills);
  const model = new PersonModel(chosen, targets, { survive, budget });
  let proved = byParts;
  const prices = model.columns.map(({ bundle }) => bundle.money);
  const least = prices.reduce((all, price) => Math.min(all, price), Number.POSITIVE_INFINITY);
  // So many things are learned at most in a plan worth having.
  const most = least > 0 && mostMoney !== null ? Math.floor(mostMoney / least) : prices.length;
  const solved = solvePlan(model, stagesOf(model.columns, Math.min(prices.length, most)), {
    solver,
    time,
    improve: (values) => {
      if (model.bearDepartures(values)) return true;
      const { columns, values: people } = model.decoded(values);
      if (holds({ classes: chosen, columns }, people)) return false;
      model.exclude(values);
      return true;
    },
    found: (values) => {
      const plan = model.decoded(values);
      if (isWhole && isCheaper(plan) && holds({ classes, columns: plan.columns }, plan.values)) keep(plan);
    },
    bounded: (money) => {
      if (!isWhole) return;
      proved = Math.max(proved, money);
      bounded(proved);
    },
  });
  if (solved.status === 'infeasible') {
    return { solved: isWhole ? solved : { status: 'unknown', bound: proved }, classes, columns: [] };
  }
  if (solved.status === 'unknown') return { solved: { ...solved, bound: proved }, classes, columns: [] };
  const { columns, values } = model.decoded(solved.values);
  const status = isWhole ? solved.status : 'feasible';
  return { solved: { status, values, bound: proved }, classes: chosen, columns };
}
