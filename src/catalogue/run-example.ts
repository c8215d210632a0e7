/** Runs one example case and reports, at the line that expects it, whatever came out differently. */
import { isDeepStrictEqual } from 'node:util';
import type { Programme } from '../domain/catalogue/catalogue.ts';
import type { AsOf, EvaluationFailure, EvaluationOptions } from '../domain/evaluation/evaluate.ts';
import type { EvaluationResult, NotCounted } from '../domain/evaluation/evaluation-result.ts';
import type { FactsDocument } from '../domain/facts/facts-document.ts';
import { type ExampleCase, type ExpectedOutcome, type ExpectedReason, UNNAMED } from './read-example-file.ts';
import { report } from './yaml-cursor.ts';

export type Evaluate = (
  facts: FactsDocument,
  programme: Programme,
  asOf: AsOf,
  options: EvaluationOptions,
) => EvaluationResult | EvaluationFailure;

export function runExample(
  example: ExampleCase,
  competency: string,
  programme: Programme,
  evaluate: Evaluate,
): void {
  const { validAt, knownAt, cursor, name } = example;
  const result = evaluate(example.facts, programme, { validAt, knownAt }, { explain: true });
  if ('kind' in result) {
    const what = result.kind === 'invalid-facts' ? `facts: ${result.path} ${result.problem}` : result.field;
    report(cursor, `“${name}” cannot be evaluated (${what}); correct the case`);
    return;
  }
  for (const expected of example.outcomes) checkOutcome(expected, example, competency, result);
  const attained = result.attained.find((level) => level.competency === competency)?.level ?? null;
  if (attained !== example.attained) {
    report(cursor, `“${name}”: attained is ${attained ?? 'none'}, expected ${example.attained ?? 'none'}`);
  }
  const codes = [...new Set(result.warnings.map((warning) => warning.code))].sort();
  if (!isDeepStrictEqual(codes, [...example.warnings].sort())) {
    report(
      cursor,
      `“${name}”: warnings are [${codes.join(', ')}], expected [${example.warnings.join(', ')}]`,
    );
  }
  checkReasons(example, competency, result.notCounted ?? []);
}

/** Cases are written by people: hundredths of a point are enough for them. */
function hundredths(points: number): number {
  return Math.round(points * 100) / 100;
}

function checkOutcome(
  { option, level, outcome, short, points, qualified, cursor }: ExpectedOutcome,
  example: ExampleCase,
  competency: string,
  result: EvaluationResult,
): void {
  const found = result.competencies.find(
    (entry) => entry.competency === competency && entry.option === option && entry.level === level,
  );
  const place = `“${example.name}”: ${option ?? UNNAMED} ${level}`;
  if (found === undefined) report(cursor, `${place} is not in force on ${example.validAt}`);
  else if (found.outcome !== outcome) report(cursor, `${place} is ${found.outcome}, expected ${outcome}`);
  else if (points !== null && hundredths(found.score?.points ?? 0) !== points) {
    report(cursor, `${place} has ${hundredths(found.score?.points ?? 0)} points, expected ${points}`);
  } else if (qualified !== undefined && found.qualifiedInWindow !== qualified) {
    report(cursor, `${place}: qualified in the window is ${found.qualifiedInWindow}, expected ${qualified}`);
  } else if (short !== null && found.shortfall.people !== short) {
    report(cursor, `${place} is ${found.shortfall.people} people short, expected ${short}`);
  }
}

/** The list must be complete: a record that is left out for a reason nobody wrote down is a surprise. */
function checkReasons(example: ExampleCase, competency: string, notCounted: readonly NotCounted[]): void {
  const here = notCounted.filter((entry) => entry.competency === competency || entry.competency === null);
  const expected = new Map<string, ExpectedReason>(example.notCounted.map((entry) => [entry.record, entry]));
  for (const { record, reason, option, params, cursor } of example.notCounted) {
    const entries = here.filter((entry) => entry.record === record);
    const place = `“${example.name}”: record ${record}`;
    if (entries.length === 0) report(cursor, `${place} counts, expected ${reason}`);
    for (const entry of entries) {
      if (entry.reason !== reason) report(cursor, `${place} is ${entry.reason}, expected ${reason}`);
      else if (option !== null && (entry.option ?? UNNAMED) !== option) {
        report(cursor, `${place} is ${reason} for ${entry.option}, expected for ${option} alone`);
      } else if (params !== undefined && !isDeepStrictEqual(entry.params, params)) {
        report(
          cursor,
          `${place} has parameters ${JSON.stringify(entry.params)}, expected ${JSON.stringify(params)}`,
        );
      }
    }
  }
  for (const { record, reason, option } of here) {
    if (expected.has(record)) continue;
    report(
      example.cursor,
      `“${example.name}”: record ${record} does not count (${reason}, ${option}); expect it`,
    );
  }
}
