/** A plan for given facts, or a failure of the test when the question or the facts are refused. */
import type { Programme } from '../../../../src/domain/catalogue/catalogue.ts';
import type { FactsDocument } from '../../../../src/domain/facts/facts-document.ts';
import type { IntegerSolver } from '../../../../src/domain/planning/integer-programme.ts';
import { makePlan } from '../../../../src/domain/planning/make-plan.ts';
import type { Plan } from '../../../../src/domain/planning/plan-result.ts';
import type { PlanWatch } from '../../../../src/domain/planning/plan-time.ts';
import { readPlanQuestion } from '../../../../src/domain/planning/read-plan-question.ts';
import { parseDay } from '../../../../src/domain/time/day.ts';
import { ask } from '../../support/ask.ts';

interface AnyTargets {
  readonly by: string;
  readonly targets: readonly { competency: string; level: string; option?: string | null }[];
}

export function planFor(
  rules: Programme,
  document: FactsDocument,
  targets: AnyTargets & object,
  solver: IntegerSolver,
  seconds = 20,
  watch: PlanWatch = {},
): Plan {
  const ids = new Set((document.people ?? []).map(({ id }) => id));
  const read = readPlanQuestion(targets, rules, parseDay('2000-01-01')!, ids);
  if (read.kind !== 'question') throw new Error(JSON.stringify(read));
  const plan = makePlan(document, rules, read.question, solver, seconds, watch);
  if ('kind' in plan) throw new Error(JSON.stringify(plan));
  return plan;
}

/** Whether the evaluator says met for every target. */
export function isMet(rules: Programme, document: FactsDocument, { targets, by }: AnyTargets): boolean {
  const { competencies } = ask(rules, document, { asOf: by, explain: false });
  return targets.every(({ competency, level, option = null }) =>
    competencies.some(
      (one) =>
        one.competency === competency &&
        one.level === level &&
        (option === null || one.option === option) &&
        one.outcome === 'met',
    ),
  );
}

/** The facts without any so many people. */
export function leaving(document: FactsDocument, most: number): readonly FactsDocument[] {
  const own = document.people ?? [];
  if (most === 0) return [];
  const one = own.map(({ id }) => ({ ...document, people: own.filter((person) => person.id !== id) }));
  return [...one, ...one.flatMap((rest) => leaving(rest, most - 1))];
}
