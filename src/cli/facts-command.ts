/** What the commands about facts files share: arguments, the programme, and one line on stderr when something is bad. */
import { createReadStream } from 'node:fs';
import type { Readable, Writable } from 'node:stream';
import { type ParseArgsConfig, parseArgs } from 'node:util';
import { listProgrammes } from '../catalogue/catalogue-folder.ts';
import { loadProgramme } from '../catalogue/load-programme.ts';
import type { Programme } from '../domain/catalogue/catalogue.ts';
import { type AnswerFacts, answerStream } from './answer-stream.ts';

export interface FactsIo {
  readonly stdin: Readable;
  readonly stdout: Writable;
  readonly stderr: Writable;
}

export const DEFAULT_PROGRAMME = 'microsoft-competencies';
const READ_PIECE = 1 << 18;

export class UsageProblem extends Error {}

type Options = NonNullable<ParseArgsConfig['options']>;

export function factsArguments<T extends Options>(args: string[], options: T, usage: string) {
  let parsed: ReturnType<typeof parseArgs<{ options: T; tokens: true }>>;
  try {
    parsed = parseArgs({ args, options, tokens: true });
  } catch (error) {
    throw new UsageProblem(`${(error as Error).message.split('. ')[0]}. Usage: ${usage}`);
  }
  const named = parsed.tokens.flatMap((token) => (token.kind === 'option' ? [token.name] : []));
  const twice = named.find((name, index) => named.indexOf(name) < index);
  if (twice !== undefined) throw new UsageProblem(`--${twice} is given twice. Usage: ${usage}`);
  return parsed.values;
}

export function required(value: string | undefined, option: string, usage: string): string {
  if (value === undefined || value === '') throw new UsageProblem(`--${option} is missing. Usage: ${usage}`);
  return value;
}

export async function findProgramme(id: string, catalogueRoot: string): Promise<Programme> {
  const programmes = await listProgrammes(catalogueRoot);
  const found = programmes.find((programme) => programme.id === id);
  if (found !== undefined) return loadProgramme(found.folder);
  const known = programmes.map((programme) => programme.id).join(', ');
  throw new UsageProblem(`--programme ${id} is not in the catalogue (it has: ${known})`);
}

export function badDay(option: string, value: string): string {
  return `--${option} ${value} is not an existing date (YYYY-MM-DD)`;
}

export function badKnownAt(value: string): string {
  return `--known-at ${value} is not an existing date or RFC 3339 instant`;
}

export interface FactsTask {
  /** A path, or - for standard input. */
  readonly file: string;
  readonly answer: AnswerFacts;
}

/** @returns the exit code: 0 whatever the answers, 2 for bad usage or bad input, with one line on stderr. */
export async function runFactsCommand(
  name: string,
  io: FactsIo,
  prepare: () => Promise<FactsTask>,
): Promise<number> {
  try {
    const { file, answer } = await prepare();
    const input = file === '-' ? io.stdin : createReadStream(file, { highWaterMark: READ_PIECE });
    const problem = await answerStream(input, io.stdout, answer);
    if (problem === null) return 0;
    io.stderr.write(`jalon ${name}: ${file === '-' ? 'standard input' : file}: ${problem}\n`);
    return 2;
  } catch (error) {
    if (!(error instanceof UsageProblem)) throw error;
    io.stderr.write(`jalon ${name}: ${error.message}\n`);
    return 2;
  }
}
