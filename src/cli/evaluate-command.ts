/** `jalon evaluate`: facts files in, one result for each partner out; no database. */
import { createReadStream } from 'node:fs';
import type { Readable, Writable } from 'node:stream';
import { parseArgs } from 'node:util';
import { listProgrammes } from '../catalogue/catalogue-folder.ts';
import { loadProgramme } from '../catalogue/load-programme.ts';
import type { Programme } from '../domain/catalogue/catalogue.ts';
import { createEvaluator, type InvalidQuestion, isFailure } from '../domain/evaluation/evaluate.ts';
import { evaluateStream } from './evaluate-stream.ts';

export interface EvaluateIo {
  readonly stdin: Readable;
  readonly stdout: Writable;
  readonly stderr: Writable;
}

const DEFAULT_PROGRAMME = 'microsoft-competencies';
const READ_PIECE = 1 << 18;

const USAGE =
  'jalon evaluate --facts FILE|- --as-of YYYY-MM-DD [--programme P] [--competency C] [--level L] [--known-at T] [--explain]';

class UsageProblem extends Error {}

function readArguments(args: string[]) {
  try {
    const { values } = parseArgs({
      args,
      options: {
        facts: { type: 'string' },
        programme: { type: 'string', default: DEFAULT_PROGRAMME },
        competency: { type: 'string' },
        level: { type: 'string' },
        'as-of': { type: 'string' },
        'known-at': { type: 'string' },
        explain: { type: 'boolean', default: false },
        // Every command that prints data takes it; here the output is JSON in any case.
        json: { type: 'boolean', default: true },
      },
    });
    return values;
  } catch (error) {
    throw new UsageProblem(`${(error as Error).message.split('. ')[0]}. Usage: ${USAGE}`);
  }
}

function required(value: string | undefined, option: string): string {
  if (value === undefined || value === '') throw new UsageProblem(`--${option} is missing. Usage: ${USAGE}`);
  return value;
}

async function findProgramme(id: string, catalogueRoot: string): Promise<Programme> {
  const programmes = await listProgrammes(catalogueRoot);
  const found = programmes.find((programme) => programme.id === id);
  if (found !== undefined) return loadProgramme(found.folder);
  const known = programmes.map((programme) => programme.id).join(', ');
  throw new UsageProblem(`--programme ${id} is not in the catalogue (it has: ${known})`);
}

function describeQuestion({ field, value }: InvalidQuestion, programme: Programme): string {
  switch (field) {
    case 'validAt':
      return `--as-of ${value} is not an existing date (YYYY-MM-DD)`;
    case 'knownAt':
      return `--known-at ${value} is not an existing date or RFC 3339 instant`;
    case 'competency': {
      const known = programme.competencies.map(({ id }) => id).join(', ');
      return `--competency ${value} is not in ${programme.id} (it has: ${known})`;
    }
    case 'level':
      return `--level ${value} is not in ${programme.id} (it has: ${programme.levels.map(({ id }) => id).join(', ')})`;
  }
}

/** @returns the exit code: 0 whatever the outcomes, 2 for bad usage or bad input, with one line on stderr. */
export async function evaluateCommand(
  args: string[],
  io: EvaluateIo,
  catalogueRoot: string,
): Promise<number> {
  try {
    const options = readArguments(args);
    const file = required(options.facts, 'facts');
    const validAt = required(options['as-of'], 'as-of');
    const programme = await findProgramme(options.programme, catalogueRoot);
    const asOf = { validAt, knownAt: options['known-at'] ?? null };
    const evaluator = createEvaluator(programme, asOf, options);
    if (isFailure(evaluator)) throw new UsageProblem(describeQuestion(evaluator, programme));
    const input = file === '-' ? io.stdin : createReadStream(file, { highWaterMark: READ_PIECE });
    const problem = await evaluateStream(input, io.stdout, evaluator, options.explain);
    if (problem === null) return 0;
    io.stderr.write(`jalon evaluate: ${file === '-' ? 'standard input' : file}: ${problem}\n`);
    return 2;
  } catch (error) {
    if (!(error instanceof UsageProblem)) throw error;
    io.stderr.write(`jalon evaluate: ${error.message}\n`);
    return 2;
  }
}
