/** `jalon catalogue check [DIR]`, `… list` and `… impact`: programme files, without a database. */
import type { Readable, Writable } from 'node:stream';
import { parseArgs } from 'node:util';
import type { ProgrammeFolder } from '../catalogue/catalogue-folder.ts';
import { CatalogueError, formatProblem } from '../catalogue/catalogue-problem.ts';
import { checkProgramme, type ProgrammeCheck } from '../catalogue/check-programme.ts';
import { loadProgramme } from '../catalogue/load-programme.ts';
import { evaluate } from '../domain/evaluation/evaluate.ts';
import { catalogueImpact } from './catalogue-impact-command.ts';
import { UsageProblem } from './facts-command.ts';
import { describeCounts, describeProgramme, summariseProgramme } from './programme-listing.ts';
import { programmesIn } from './programmes-in.ts';

export interface CatalogueIo {
  readonly stdin: Readable;
  readonly stdout: Writable;
  readonly stderr: Writable;
}

const USAGE =
  'jalon catalogue check [DIR] [--json] | jalon catalogue list [--json] | jalon catalogue impact --from DIR --to DIR [--facts FILE|-]';

/** @returns the exit code: 0 done, 1 a check failed, 2 bad usage or a catalogue that cannot be read. */
export async function catalogueCommand(
  args: readonly string[],
  io: CatalogueIo,
  catalogueRoot: string,
  now: () => Date,
): Promise<number> {
  try {
    if (args[0] === 'impact')
      return await catalogueImpact(args.slice(1), io, now().toISOString().slice(0, 10));
    const { action, folder, json } = readArguments(args);
    if (action === 'check') return await check(await programmesIn(folder ?? catalogueRoot), json, io);
    return await list(await programmesIn(catalogueRoot), json, io);
  } catch (error) {
    if (!(error instanceof UsageProblem || error instanceof CatalogueError)) throw error;
    io.stderr.write(`jalon catalogue: ${error.message}\n`);
    return 2;
  }
}

function readArguments(args: readonly string[]) {
  let parsed: ReturnType<typeof parse>;
  try {
    parsed = parse(args);
  } catch (error) {
    throw new UsageProblem(`${(error as Error).message.split('. ')[0]}. Usage: ${USAGE}`);
  }
  const [action, folder, ...more] = parsed.positionals;
  const surplus = action === 'list' ? folder : more[0];
  if (surplus !== undefined) throw new UsageProblem(`"${surplus}" is one argument too many. Usage: ${USAGE}`);
  if (action !== 'check' && action !== 'list') {
    throw new UsageProblem(
      `${action === undefined ? 'check, list or impact is missing' : `unknown "${action}"`}. Usage: ${USAGE}`,
    );
  }
  return { action, folder, json: parsed.values.json };
}

function parse(args: readonly string[]) {
  return parseArgs({
    args: [...args],
    options: { json: { type: 'boolean', default: false } },
    allowPositionals: true,
  });
}

async function check(
  programmes: readonly ProgrammeFolder[],
  json: boolean,
  io: CatalogueIo,
): Promise<number> {
  const checks: { readonly id: string; readonly check: ProgrammeCheck }[] = [];
  for (const { id, folder } of programmes) checks.push({ id, check: await checkProgramme(folder, evaluate) });
  const ok = checks.every(({ check: { problems } }) => problems.length === 0);
  for (const { id, check } of checks) {
    for (const problem of check.problems) io.stderr.write(`${id}/${formatProblem(problem)}\n`);
  }
  const summaries = checks.map(({ id, check: { programme, problems, examples } }) => ({
    id,
    version: programme?.version ?? null,
    ...(programme === null ? {} : { counts: summariseProgramme(programme) }),
    examples: [...examples.values()].flat().length,
    problems,
  }));
  if (json) io.stdout.write(`${JSON.stringify({ ok, programmes: summaries }, null, 2)}\n`);
  else for (const summary of summaries) io.stdout.write(`${describeCheck(summary)}\n`);
  return ok ? 0 : 1;
}

function describeCheck(summary: {
  readonly id: string;
  readonly version: string | null;
  readonly counts?: ReturnType<typeof summariseProgramme>;
  readonly examples: number;
  readonly problems: readonly unknown[];
}): string {
  const { id, version, counts, examples, problems } = summary;
  const verdict = problems.length === 0 ? 'no problem' : `problems: ${problems.length}`;
  if (counts === undefined) return `${id}: ${verdict}; examples not run`;
  return `${id} ${version}: ${describeCounts(counts)}, examples: ${examples}; ${verdict}`;
}

async function list(programmes: readonly ProgrammeFolder[], json: boolean, io: CatalogueIo): Promise<number> {
  const loaded = await Promise.all(programmes.map(({ folder }) => loadProgramme(folder)));
  const listings = loaded.map(describeProgramme);
  if (json) {
    io.stdout.write(`${JSON.stringify({ programmes: listings }, null, 2)}\n`);
    return 0;
  }
  for (const { id, version, name, counts, competencies } of listings) {
    io.stdout.write(`${id} ${version}: ${name.en}\n`);
    io.stdout.write(
      `${counts.competencies} competencies, ${counts.options} options, ${counts.skills} skills\n`,
    );
    for (const competency of competencies) {
      io.stdout.write(`\n  ${competency.id}: ${competency.name.en}\n`);
      if (competency.options.length === 0) io.stdout.write('    no published rules\n');
      for (const option of competency.options) {
        io.stdout.write(`    ${option.id ?? option.name.en}: ${option.levels.join(', ')}\n`);
      }
    }
  }
  return 0;
}
