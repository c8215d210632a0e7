/** `jalon plan`: facts and targets in, the cheapest training that meets them out; no database. */
import { readFile } from 'node:fs/promises';
import type { FactsDocument } from '../domain/facts/facts-document.ts';
import { isObject } from '../domain/facts/facts-reader.ts';
import { makePinnedPlan } from '../domain/planning/pinned-actions.ts';
import { readPlanQuestion } from '../domain/planning/read-plan-question.ts';
import { parseDay } from '../domain/time/day.ts';
import { openSolver } from '../solver/highs-solver.ts';
import { inLayout } from './answer-stream.ts';
import { describeFactsProblem } from './describe-facts-problem.ts';
import {
  badDay,
  DEFAULT_PROGRAMME,
  type FactsIo,
  factsArguments,
  findProgramme,
  required,
  runFactsCommand,
  UsageProblem,
} from './facts-command.ts';

const USAGE =
  'jalon plan --facts FILE|- --as-of YYYY-MM-DD --targets FILE [--programme P] [--time-limit SECONDS]';

const OPTIONS = {
  facts: { type: 'string' },
  programme: { type: 'string', default: DEFAULT_PROGRAMME },
  'as-of': { type: 'string' },
  targets: { type: 'string' },
  'time-limit': { type: 'string', default: '5' },
  // Every command that prints data takes it; here the output is JSON in any case.
  json: { type: 'boolean', default: true },
} as const;

async function readTargets(file: string): Promise<unknown> {
  let text: string;
  try {
    text = await readFile(file, 'utf8');
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    const problem =
      code === 'ENOENT' ? 'there is no such file' : code === 'EISDIR' ? 'is a folder' : 'cannot be read';
    throw new UsageProblem(`${file}: ${problem}`);
  }
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch (error) {
    throw new UsageProblem(`${file}: is not JSON (${(error as Error).message})`);
  }
}

function peopleOf(facts: FactsDocument): ReadonlySet<string> {
  const listed: unknown = isObject(facts) ? facts.people : [];
  const ids = Array.isArray(listed) ? listed.map((person) => (isObject(person) ? person.id : null)) : [];
  return new Set(ids.filter((id) => typeof id === 'string'));
}

/** @returns 1 when some facts have no plan, else as for all commands about facts files */
export async function planCommand(args: string[], io: FactsIo, catalogueRoot: string): Promise<number> {
  let missed = false;
  const exitCode = await runFactsCommand('plan', io, async () => {
    const options = factsArguments(args, OPTIONS, USAGE);
    const file = required(options.facts, 'facts', USAGE);
    const asOf = required(options['as-of'], 'as-of', USAGE);
    const targetsFile = required(options.targets, 'targets', USAGE);
    const seconds = Number(options['time-limit']);
    if (!(seconds > 0) || !Number.isFinite(seconds)) {
      throw new UsageProblem(`--time-limit ${options['time-limit']} is not a number of seconds above 0`);
    }
    const day = parseDay(asOf);
    if (day === null) throw new UsageProblem(badDay('as-of', asOf));
    const programme = await findProgramme(options.programme, catalogueRoot);
    const targets = await readTargets(targetsFile);
    const refused = readPlanQuestion(targets, programme, day, new Set());
    if (refused.kind === 'invalid-facts') {
      throw new UsageProblem(`${targetsFile}: ${describeFactsProblem(refused)}`);
    }
    const solver = await openSolver();
    return {
      file,
      answer: (facts, layout) => {
        const read = readPlanQuestion(targets, programme, day, peopleOf(facts));
        if (read.kind === 'invalid-facts') return read;
        const plan = makePinnedPlan(facts, programme, read.question, solver, seconds);
        if ('kind' in plan) return plan;
        if (plan.status === 'infeasible') missed = true;
        const header = {
          partner: facts.partner.id,
          programme: programme.id,
          catalogueVersion: programme.version,
          asOf,
          by: (targets as { by: string }).by,
        };
        return inLayout({ ...header, ...plan, warnings: read.warnings }, layout);
      },
    };
  });
  return exitCode === 0 && missed ? 1 : exitCode;
}
