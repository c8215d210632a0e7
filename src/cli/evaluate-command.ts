/** `jalon evaluate`: facts files in, one result for each partner out; no database. */
import type { Programme } from '../domain/catalogue/catalogue.ts';
import { createEvaluator, type InvalidQuestion, isFailure } from '../domain/evaluation/evaluate.ts';
import type { Evaluator } from '../domain/evaluation/evaluator.ts';
import { type AnswerFacts, inLayout } from './answer-stream.ts';
import {
  badDay,
  badKnownAt,
  DEFAULT_PROGRAMME,
  type FactsIo,
  factsArguments,
  findProgramme,
  required,
  runFactsCommand,
  UsageProblem,
} from './facts-command.ts';

const USAGE =
  'jalon evaluate --facts FILE|- --as-of YYYY-MM-DD [--programme P] [--competency C] [--level L] [--known-at T] [--explain]';

const OPTIONS = {
  facts: { type: 'string' },
  programme: { type: 'string', default: DEFAULT_PROGRAMME },
  competency: { type: 'string' },
  level: { type: 'string' },
  'as-of': { type: 'string' },
  'known-at': { type: 'string' },
  explain: { type: 'boolean', default: false },
  // Every command that prints data takes it; here the output is JSON in any case.
  json: { type: 'boolean', default: true },
} as const;

function describeQuestion({ field, value }: InvalidQuestion, programme: Programme): string {
  switch (field) {
    case 'validAt':
      return badDay('as-of', value);
    case 'knownAt':
      return badKnownAt(value);
    case 'competency': {
      const known = programme.competencies.map(({ id }) => id).join(', ');
      return `--competency ${value} is not in ${programme.id} (it has: ${known})`;
    }
    case 'level':
      return `--level ${value} is not in ${programme.id} (it has: ${programme.levels.map(({ id }) => id).join(', ')})`;
  }
}

function answerWith(evaluator: Evaluator, explain: boolean): AnswerFacts {
  return (facts, layout) => {
    if (!explain && layout === 'line') return evaluator.evaluateToText(facts);
    const result = explain ? evaluator.explain(facts) : evaluator.evaluate(facts);
    if ('kind' in result && result.kind === 'invalid-facts') return result;
    return inLayout('kind' in result ? result.result : result, layout);
  };
}

export async function evaluateCommand(args: string[], io: FactsIo, catalogueRoot: string): Promise<number> {
  return runFactsCommand('evaluate', io, async () => {
    const options = factsArguments(args, OPTIONS, USAGE);
    const file = required(options.facts, 'facts', USAGE);
    const validAt = required(options['as-of'], 'as-of', USAGE);
    const programme = await findProgramme(options.programme, catalogueRoot);
    const asOf = { validAt, knownAt: options['known-at'] ?? null };
    const evaluator = createEvaluator(programme, asOf, options);
    if (isFailure(evaluator)) throw new UsageProblem(describeQuestion(evaluator, programme));
    return { file, answer: answerWith(evaluator, options.explain) };
  });
}
