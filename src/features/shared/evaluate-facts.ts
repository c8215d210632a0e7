import type { Programme } from '../../domain/catalogue/catalogue.ts';
import { evaluate, evaluateWithVerdicts, isFailure } from '../../domain/evaluation/evaluate.ts';
import type { EvaluationResult } from '../../domain/evaluation/evaluation-result.ts';
import type { ExplainedEvaluation } from '../../domain/evaluation/evaluator.ts';
import type { RememberedEvaluation } from '../../domain/evaluation/kept-answers.ts';
import type { FactsDocument } from '../../domain/facts/facts-document.ts';
import { figureTurns, withFiguresOn } from '../../domain/facts/figures-on.ts';
import { joinedSpans } from '../../domain/projection/joined-spans.ts';
import { type LevelSpans, levelHistory } from '../../domain/projection/level-history.ts';
import { levelRisk, type ProjectedRisk, type RiskQuestion } from '../../domain/projection/level-risk.ts';
import { addDays, type Day, formatDay, parseDay } from '../../domain/time/day.ts';
import type { AsOf } from './as-of.ts';

/** Facts of the database and checked times cannot be refused: a failure here is a bug, told with its place. */
export function must<T extends object>(
  answer: T,
  partner: string,
): Exclude<T, { kind: 'invalid-facts' | 'invalid-question' }> {
  if (isFailure(answer as never)) {
    throw new Error(`facts of partner ${partner} cannot be evaluated: ${JSON.stringify(answer)}`);
  }
  return answer as Exclude<T, { kind: 'invalid-facts' | 'invalid-question' }>;
}

/**
 * With the requirement trees, the seats and the verdict on every record.
 * @param before what is remembered of earlier facts of the partner
 */
export function explainFacts(
  facts: FactsDocument,
  programme: Programme,
  asOf: AsOf,
  before: RememberedEvaluation | null,
): ExplainedEvaluation {
  return must(evaluateWithVerdicts(facts, programme, asOf, {}, before), facts.partner.id);
}

/** Levels only. */
export function evaluateFacts(facts: FactsDocument, programme: Programme, asOf: AsOf): EvaluationResult {
  return must(evaluate(facts, programme, asOf), facts.partner.id);
}

/** What may be lost until a day, by what is already known. */
export function projectFacts(
  facts: FactsDocument,
  programme: Programme,
  question: RiskQuestion,
): ProjectedRisk {
  return must(levelRisk(facts, programme, question), facts.partner.id);
}

/** On which days each level was met, from a day to the day of the question. */
export function historyOfLevels(
  facts: FactsDocument,
  programme: Programme,
  asOf: AsOf,
  from: Day,
): LevelSpans {
  const { validAt, knownAt } = asOf;
  const turns = figureTurns(facts).flatMap((day) => parseDay(day) ?? []);
  const begins = [from, ...turns.filter((day) => day > from && formatDay(day) <= validAt)];
  return begins
    .map((begin, at) => {
      const next = begins[at + 1];
      const until = next === undefined ? validAt : formatDay(addDays(next, -1));
      const document = withFiguresOn(facts, formatDay(begin));
      return must(levelHistory(document, programme, { validAt: until, knownAt }, begin), facts.partner.id);
    })
    .reduce((earlier, later, at) => joinedSpans(earlier, later, begins[at]!));
}
