import type { Programme } from '../../../domain/catalogue/catalogue.ts';
import type { FactsDocument } from '../../../domain/facts/facts-document.ts';
import type { IntegerSolver } from '../../../domain/planning/integer-programme.ts';
import { makePlan } from '../../../domain/planning/make-plan.ts';
import type { Plan } from '../../../domain/planning/plan-result.ts';
import { readPlanQuestion } from '../../../domain/planning/read-plan-question.ts';
import { parseDay } from '../../../domain/time/day.ts';

/** A day on which every delivered programme had, or has, rules. */
const DAY = '2020-06-01';
const SECONDS = 1;
const PEOPLE = 30;
/** Of the skills named, each person holds one in so many. */
const HELD_OF = 5;
const LEVELS = 3;
/** So often code must run until it is fast. */
const ROUNDS = 3;

interface Target {
  readonly competency: string;
  readonly level: string;
}

function planned(
  facts: FactsDocument,
  programme: Programme,
  solver: IntegerSolver,
  targets: readonly Target[],
): Plan | null {
  const costs = { default: { money: 1, hours: 1 } };
  const read = readPlanQuestion(
    { targets, by: DAY, survive: 1, costs },
    programme,
    parseDay(DAY)!,
    new Set(),
  );
  if (read.kind !== 'question') return null;
  const plan = makePlan(facts, programme, read.question, solver, SECONDS);
  return 'kind' in plan ? null : plan;
}

/** Plans for a company that does not exist: the first person who asks finds solver and code at their speed. */
export function warmUp(programmes: readonly Programme[], solver: IntegerSolver): void {
  const [programme] = programmes;
  if (programme === undefined) return;
  const nobody = { partner: { id: 'nobody' }, complete: true };
  const unskilled = Array.from({ length: PEOPLE }, (_, index) => ({ id: `p${index}` }));
  const targets: Target[] = [];
  const skills = new Set<string>();
  for (const { id, options } of programme.competencies) {
    const level = options[0]?.levels[0]?.level;
    if (level === undefined || targets.length === LEVELS) continue;
    const target = { competency: id, level };
    const plan = planned({ ...nobody, people: unskilled }, programme, solver, [target]);
    // What figures decide teaches nothing.
    if (plan === null || plan.actions.length === 0) continue;
    targets.push(target);
    for (const { skill } of plan.actions) skills.add(skill);
  }
  const people = unskilled.map(({ id }, person) => ({
    id,
    records: [...skills]
      .filter((_, place) => (place + person) % HELD_OF === 0)
      .map((skill) => ({ id: `${id}-${skill}`, skill, achievedOn: DAY })),
  }));
  if (targets.length === 0) return;
  for (let round = 0; round < ROUNDS; round++) planned({ ...nobody, people }, programme, solver, targets);
}
