import type { Programme } from '../../../domain/catalogue/catalogue.ts';
import type { IntegerSolver } from '../../../domain/planning/integer-programme.ts';
import { makePlan } from '../../../domain/planning/make-plan.ts';
import { readPlanQuestion } from '../../../domain/planning/read-plan-question.ts';
import { parseDay } from '../../../domain/time/day.ts';

/** A day on which every delivered programme had, or has, rules. */
const DAY = '2020-06-01';
const SECONDS = 1;
const PEOPLE = 12;
/** So often code must run until it is fast. */
const ROUNDS = 3;

/** Plans for a company that does not exist: the first person who asks finds solver and code at their speed. */
export function warmUp(programmes: readonly Programme[], solver: IntegerSolver): void {
  const people = Array.from({ length: PEOPLE }, (_, index) => ({ id: `p${index}` }));
  for (const programme of programmes.slice(0, 1)) {
    for (let round = 0; round < ROUNDS; round++) {
      const { id, options } = programme.competencies[round % programme.competencies.length]!;
      const level = options[0]!.levels[0]!.level;
      const asked = { targets: [{ competency: id, level }], by: DAY, survive: 1 };
      const read = readPlanQuestion(asked, programme, parseDay(DAY)!, new Set());
      if (read.kind !== 'question') continue;
      makePlan(
        { partner: { id: 'nobody' }, people, complete: true },
        programme,
        read.question,
        solver,
        SECONDS,
      );
    }
  }
}
