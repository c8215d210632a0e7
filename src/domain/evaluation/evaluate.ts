/**
 * What does this partner hold on this day, and why: a pure function of facts, catalogue and question. The same
 * facts in any order give the same bytes.
 */
import type { Programme } from '../catalogue/catalogue.ts';
import type { FactsDocument } from '../facts/facts-document.ts';
import type { InvalidFacts } from '../facts/facts-problem.ts';
import { parseDay } from '../time/day.ts';
import { parseKnownBound } from '../time/instant.ts';
import type { EvaluationResult } from './evaluation-result.ts';
import { Evaluator, type ExplainedEvaluation } from './evaluator.ts';
import type { RememberedEvaluation } from './kept-answers.ts';

export interface AsOf {
  /** `YYYY-MM-DD` */
  readonly validAt: string;
  /** A date (its end is meant) or an RFC 3339 instant; `null`: everything in the document is known. */
  readonly knownAt: string | null;
}

export interface EvaluationOptions {
  readonly explain?: boolean;
  readonly competency?: string | null;
  readonly level?: string | null;
  /** `false`: the day alone is asked for, not the programme's qualification window. */
  readonly window?: boolean;
}

/** The question itself cannot be answered by this programme. */
export interface InvalidQuestion {
  readonly kind: 'invalid-question';
  readonly field: 'validAt' | 'knownAt' | 'competency' | 'level';
  readonly value: string;
}

export type EvaluationFailure = InvalidFacts | InvalidQuestion;

export function isFailure<T extends object>(answer: T | EvaluationFailure): answer is EvaluationFailure {
  return 'kind' in answer && (answer.kind === 'invalid-facts' || answer.kind === 'invalid-question');
}

/** An evaluator for many partners and one question. */
export function createEvaluator(
  programme: Programme,
  asOf: AsOf,
  { competency = null, level = null, window = true }: EvaluationOptions = {},
): Evaluator | InvalidQuestion {
  const day = parseDay(asOf.validAt);
  if (day === null) return { kind: 'invalid-question', field: 'validAt', value: asOf.validAt };
  const known = asOf.knownAt === null ? null : parseKnownBound(asOf.knownAt);
  if (asOf.knownAt !== null && known === null) {
    return { kind: 'invalid-question', field: 'knownAt', value: asOf.knownAt };
  }
  if (competency !== null && !programme.competencies.some(({ id }) => id === competency)) {
    return { kind: 'invalid-question', field: 'competency', value: competency };
  }
  if (level !== null && !programme.levels.some(({ id }) => id === level)) {
    return { kind: 'invalid-question', field: 'level', value: level };
  }
  const echoed = { validAt: asOf.validAt, knownAt: asOf.knownAt };
  return new Evaluator({ programme, day, asOf: echoed, known, scope: { competency, level }, window });
}

export function evaluate(
  facts: FactsDocument,
  programme: Programme,
  asOf: AsOf,
  options: EvaluationOptions = {},
): EvaluationResult | EvaluationFailure {
  if (options.explain !== true) {
    const evaluator = createEvaluator(programme, asOf, options);
    return isFailure(evaluator) ? evaluator : evaluator.evaluate(facts);
  }
  const explained = evaluateWithVerdicts(facts, programme, asOf, options);
  return isFailure(explained) ? explained : explained.result;
}

/**
 * An explained result together with the verdict on every record, for reports, profile and diagnosis.
 * @param before what is remembered of earlier facts of the partner: it saves time and never changes the answer
 */
export function evaluateWithVerdicts(
  facts: FactsDocument,
  programme: Programme,
  asOf: AsOf,
  options: EvaluationOptions = {},
  before: RememberedEvaluation | null = null,
): ExplainedEvaluation | EvaluationFailure {
  const evaluator = createEvaluator(programme, asOf, options);
  return isFailure(evaluator) ? evaluator : evaluator.explain(facts, before);
}
