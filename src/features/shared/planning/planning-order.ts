/** What a planning thread is ordered: everything about one company, and nothing but data. */
import type { Programme } from '../../../domain/catalogue/catalogue.ts';
import { evaluate, isFailure } from '../../../domain/evaluation/evaluate.ts';
import type { EvaluationResult } from '../../../domain/evaluation/evaluation-result.ts';
import { evidenceFromBytes } from '../../../domain/evidence/evidence-bytes.ts';
import { factsOf } from '../../../domain/evidence/evidence-facts.ts';
import type { FactsDocument } from '../../../domain/facts/facts-document.ts';
import type { InvalidFacts } from '../../../domain/facts/facts-problem.ts';
import type { IntegerSolver } from '../../../domain/planning/integer-programme.ts';
import { makePinnedPlan } from '../../../domain/planning/pinned-actions.ts';
import type { Plan } from '../../../domain/planning/plan-result.ts';
import { type ActionReasons, reasonsOfActions } from '../../../domain/planning/plan-seats.ts';
import type { PlanProgress } from '../../../domain/planning/plan-time.ts';
import { type PlanWarning, readPlanQuestion } from '../../../domain/planning/read-plan-question.ts';
import { levelRisk } from '../../../domain/projection/level-risk.ts';
import { withFiguresHeld } from '../../../domain/scenario/held-figures.ts';
import { knownBy } from '../../../domain/scenario/known-by.ts';
import { type ScenarioChange, type Supposed, supposing } from '../../../domain/scenario/scenario-changes.ts';
import { type Day, formatDay, parseDay } from '../../../domain/time/day.ts';
import { withOwnExemptions } from '../own-exemptions.ts';

export interface PlanAsked {
  readonly kind: 'plan';
  /** Targets as in a targets file; see read-plan-question.ts. */
  readonly question: { readonly by: string };
  readonly seconds: number;
}

export interface StandingAsked {
  readonly kind: 'standing';
}

export interface PlanningOrder {
  readonly company: Omit<FactsDocument, 'people'>;
  /** Its people, as bytes of evidence. */
  readonly evidence: Uint8Array;
  readonly programme: string;
  /** `YYYY-MM-DD` */
  readonly asOf: string;
  readonly knownAt: string | null;
  readonly changes: readonly ScenarioChange[];
  readonly asked: PlanAsked | StandingAsked;
  /** Its first number is not zero when nobody wants the answer any more. */
  readonly stop: SharedArrayBuffer;
}

/** A level that is met on the day, by any option. */
export interface MetLevel {
  readonly competency: string;
  readonly level: string;
  readonly departuresSurvived: number | null;
}

export type PlanningOutcome =
  | {
      readonly kind: 'planned';
      readonly plan: Plan;
      /** Of each action, in their order. */
      readonly reasons: readonly ActionReasons[];
      readonly warnings: readonly PlanWarning[];
    }
  | {
      readonly kind: 'standing';
      readonly met: readonly MetLevel[];
      /** Of every option and level. */
      readonly outcomes: readonly Pick<
        EvaluationResult['competencies'][number],
        'competency' | 'level' | 'option' | 'outcome'
      >[];
    }
  | { readonly kind: 'refused'; readonly problem: InvalidFacts };

export type PlanningNews = PlanProgress;

function planned(
  supposed: Supposed,
  { question, seconds }: PlanAsked,
  day: Day,
  solver: IntegerSolver,
  watch: { readonly tell: (news: PlanningNews) => void; readonly isStopped: () => boolean },
): PlanningOutcome {
  const people = new Set((supposed.facts.people ?? []).map(({ id }) => id));
  const read = readPlanQuestion(question, supposed.programme, day, people);
  if (read.kind === 'invalid-facts') return { kind: 'refused', problem: read };
  const plan = makePinnedPlan(supposed.facts, supposed.programme, read.question, solver, seconds, watch);
  if ('kind' in plan) return { kind: 'refused', problem: plan };
  const reasons = reasonsOfActions(supposed.facts, supposed.programme, read.question, plan.actions);
  return { kind: 'planned', plan, reasons, warnings: read.warnings };
}

function standing({ facts, programme }: Supposed, asOf: string): PlanningOutcome {
  const question = { validAt: asOf, knownAt: null };
  const result = evaluate(facts, programme, question, { window: false });
  const risk = levelRisk(facts, programme, { ...question, until: asOf });
  for (const failed of [result, risk]) {
    if ('kind' in failed && failed.kind === 'invalid-facts') return { kind: 'refused', problem: failed };
  }
  if (isFailure(result) || risk.kind !== 'projected') throw new Error(`the day was checked before: ${asOf}`);
  return {
    kind: 'standing',
    met: risk.risk.levels.map(({ competency, level, departuresSurvived }) => {
      return { competency, level, departuresSurvived };
    }),
    outcomes: result.competencies.map(({ competency, level, option, outcome }) => {
      return { competency, level, option, outcome };
    }),
  };
}

export function followPlanningOrder(
  order: PlanningOrder,
  programmes: ReadonlyMap<string, Programme>,
  solver: IntegerSolver,
  tell: (news: PlanningNews) => void,
): PlanningOutcome {
  const evidence = evidenceFromBytes(order.evidence);
  if ('kind' in evidence) throw new Error('The packed evidence cannot be read.');
  const programme = programmes.get(order.programme)!;
  const facts = knownBy(withOwnExemptions(factsOf(evidence, order.company), programme), order.knownAt);
  const day = parseDay(order.asOf)!;
  const { asked } = order;
  const until = asked.kind === 'plan' ? parseDay(asked.question.by)! : day;
  const supposed = supposing({ facts, programme }, order.changes, day, day);
  if (asked.kind === 'standing') return standing(supposed, formatDay(day));
  const stop = new Int32Array(order.stop);
  return planned(withFiguresHeld(supposed, day, until), asked, day, solver, {
    tell,
    isStopped: () => Atomics.load(stop, 0) !== 0,
  });
}
