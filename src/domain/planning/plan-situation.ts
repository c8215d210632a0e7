/** Everything that is known before anybody learns anything, and who would learn what. */
import type { CompiledOption } from '../evaluation/compiled-programme.ts';
import type { FactsTable } from '../facts/facts-table.ts';
import { members } from './abilities.ts';
import type { Lifted } from './infeasible-reason.ts';
import type { IntegerSolver } from './integer-programme.ts';
import type { MoneyUnits } from './money-units.ts';
import { type PeopleClass, peopleClasses, plannedSkills } from './people-classes.ts';
import type { PlanColumn } from './plan-columns.ts';
import type { PlanQuestion } from './plan-question.ts';
import type { PlanAction } from './plan-result.ts';
import type { PlanTime } from './plan-time.ts';
import type { PlanJudge } from './planned-facts.ts';
import type { PlannedFacts, Way } from './ways-to-meet.ts';

/** Everything that is known before anybody learns anything. */
export interface Situation extends PlannedFacts {
  readonly question: PlanQuestion;
  readonly facts: FactsTable;
  readonly units: MoneyUnits;
  readonly targets: readonly (readonly Way[])[];
  readonly options: readonly (readonly CompiledOption[])[];
  readonly judge: PlanJudge;
  readonly solver: IntegerSolver;
  readonly time: PlanTime;
}

export function classesOf(
  situation: Situation,
  { hours, retired, confidence }: Lifted,
): readonly PeopleClass[] {
  const { compiled, facts, question, abilities, units } = situation;
  const { predicates } = abilities;
  const planned = plannedSkills(compiled, predicates);
  const withRetired = retired;
  const withoutHours = hours;
  const withChances = !confidence && (question.confidence ?? 0) > 0;
  return peopleClasses({
    ...{ compiled, facts, question, predicates, planned, units },
    ...{ withRetired, withoutHours, withChances },
  });
}

/** People in classes, and what they may learn. */
export interface Choices {
  readonly classes: readonly PeopleClass[];
  readonly columns: readonly PlanColumn[];
}

/** Who learns what, by person and skill. */
export function actionsOf(
  { compiled, facts, abilities, units }: Situation,
  { classes, columns }: Choices,
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
