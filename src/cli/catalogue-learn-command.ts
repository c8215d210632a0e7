/**
 * `jalon catalogue learn FILE`: what a catalogue file of Microsoft Learn says otherwise of the skills that a programme names,
 * and the files with exactly that. No database.
 */
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { mkdir, rename, rm, rmdir, writeFile } from 'node:fs/promises';
import { dirname, join, normalize, resolve } from 'node:path';
import type { ProgrammeFolder } from '../catalogue/catalogue-folder.ts';
import { CatalogueError, formatProblem } from '../catalogue/catalogue-problem.ts';
import { loadProgramme } from '../catalogue/load-programme.ts';
import { type ProgrammeFiles, readProgrammeFiles } from '../catalogue/programme-files.ts';
import { LEARN_FIELDS, type LearnField } from '../contract/learn-catalogue.ts';
import { readLearnOnThread } from '../features/catalogue/catalogue-threads.ts';
import type { LearnReading } from '../features/catalogue/learn-changes.ts';
import { DEFAULT_TABLE_LIMITS } from '../files/table.ts';
import { CommandFailure } from './command.ts';
import type { CommandIo } from './command-io.ts';
import { DEFAULT_PROGRAMME, UsageProblem } from './facts-command.ts';
import { draftLine, learnFailureText, learnLines } from './learn-catalogue-texts.ts';
import { localeOption, parseOptions } from './options.ts';
import { programmesIn } from './programmes-in.ts';
import { whyUnreadable } from './why-unreadable.ts';

const NOTHING_WRITTEN = 'Nothing was written.';

/** A larger file is not even read. */
function readCatalogueFile(path: string): Buffer {
  try {
    const { size } = statSync(path);
    const limit = DEFAULT_TABLE_LIMITS.maxBytes;
    if (size > limit) {
      throw new CommandFailure(learnFailureText(path, { kind: 'file-too-large', size, limit }));
    }
    return readFileSync(path);
  } catch (error) {
    if (error instanceof CommandFailure) throw error;
    throw new CommandFailure(`${path} cannot be read: ${whyUnreadable(error)}. ${NOTHING_WRITTEN}`);
  }
}

function fieldsToTake(text: string | undefined): readonly LearnField[] {
  if (text === undefined) return LEARN_FIELDS;
  return text.split(',').map((name) => {
    const field = LEARN_FIELDS.find((each) => each === name);
    if (field === undefined) {
      throw new CommandFailure(
        `--take "${name}" is not one of ${LEARN_FIELDS.join(', ')}. ${NOTHING_WRITTEN}`,
      );
    }
    return field;
  });
}

async function askedProgramme(root: string, id: string | undefined): Promise<ProgrammeFolder> {
  const programmes = await programmesIn(root);
  const [only, ...more] = programmes;
  if (id === undefined && more.length === 0) return only!;
  const asked = id ?? DEFAULT_PROGRAMME;
  const found = programmes.find((each) => each.id === asked);
  if (found !== undefined) return found;
  const known = programmes.map((each) => each.id).join(', ');
  throw new CommandFailure(`--programme ${asked} is not in the catalogue (it has: ${known}).`);
}

/** Whoever names a folder with something in it must not lose that. */
function checkOut(out: string | undefined): void {
  if (out === undefined || !existsSync(out)) return;
  if (statSync(out).isDirectory() && readdirSync(out).length === 0) return;
  throw new CommandFailure(
    `--out ${out} is there already. Name a new or an empty folder. ${NOTHING_WRITTEN}`,
  );
}

/** All of the programme's files, beside one another and then at once in their place: all or none. */
async function writeDraft(out: string, { id, texts }: ProgrammeFiles): Promise<void> {
  const place = resolve(out);
  const making = `${place}.${process.pid}`;
  try {
    await mkdir(dirname(place), { recursive: true });
    await mkdir(making);
    for (const [path, text] of texts) {
      const file = join(making, id, path);
      await mkdir(dirname(file), { recursive: true });
      await writeFile(file, text);
    }
    if (existsSync(place)) await rmdir(place);
    await rename(making, place);
  } catch (error) {
    await rm(making, { recursive: true, force: true });
    throw new CommandFailure(`--out ${out} cannot be written: ${whyUnreadable(error)}. ${NOTHING_WRITTEN}`);
  }
}

async function readingOf(
  path: string,
  files: ProgrammeFiles,
  take: readonly LearnField[],
  day: string,
): Promise<LearnReading> {
  const bytes = readCatalogueFile(path);
  const outcome = await readLearnOnThread({ files, bytes, take, day });
  if (outcome === null) {
    throw new CommandFailure(
      `${path}: file-too-large: read, the file takes more memory than it may. ${NOTHING_WRITTEN}`,
    );
  }
  if (outcome.kind === 'unreadable') throw new CommandFailure(learnFailureText(path, outcome.failure));
  return outcome.reading;
}

/** A programme that is not right, or is none, is bad input as well. */
async function asInput<T>(work: Promise<T>): Promise<T> {
  try {
    return await work;
  } catch (error) {
    if (error instanceof UsageProblem || error instanceof CatalogueError) {
      throw new CommandFailure(`${error.message}. ${NOTHING_WRITTEN}`);
    }
    throw error;
  }
}

/** @returns 0 compared; 1 the files with the differences do not pass `jalon catalogue check` */
export async function catalogueLearnCommand(
  args: string[],
  io: CommandIo,
  catalogueRoot: string,
  now: () => Date,
): Promise<number> {
  const { values, positionals } = parseOptions(
    args,
    {
      catalogue: { type: 'string' },
      programme: { type: 'string' },
      take: { type: 'string' },
      out: { type: 'string' },
      lang: { type: 'string' },
      json: { type: 'boolean' },
    },
    ['FILE'],
  );
  const path = positionals[0]!;
  const locale = localeOption(values.lang);
  const take = fieldsToTake(values.take);
  const { out } = values;
  checkOut(out);
  const { id, folder } = await asInput(askedProgramme(values.catalogue ?? catalogueRoot, values.programme));
  const { version } = await asInput(loadProgramme(folder));
  const before = await readProgrammeFiles(folder);
  const reading = await readingOf(path, before, take, now().toISOString().slice(0, 10));
  const { files, ...found } = reading;
  const differs = reading.changes.length > 0;
  const after: ProgrammeFiles = { id, texts: new Map(Object.entries(files)) };
  if (out !== undefined && differs) await writeDraft(out, after);
  const changed = [...after.texts].flatMap(([file, text]) =>
    before.texts.get(file) === text ? [] : [normalize(join(id, file))],
  );
  for (const problem of reading.problems) io.stderr.write(`${id}/${formatProblem(problem)}\n`);
  if (values.json) {
    const draft = out === undefined || !differs ? null : { folder: out, changed };
    io.stdout.write(`${JSON.stringify({ programme: id, version, ...found, draft }, null, 2)}\n`);
  } else {
    for (const line of [`${id} ${version}`, ...learnLines(reading, locale)]) io.stdout.write(`${line}\n`);
    if (out !== undefined) io.stdout.write(`${draftLine(out, differs ? changed : null, locale)}\n`);
  }
  return reading.problems.length === 0 ? 0 : 1;
}
