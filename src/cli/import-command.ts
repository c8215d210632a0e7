import { once } from 'node:events';
import { createWriteStream, readFileSync, type WriteStream } from 'node:fs';
import { basename } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { IMPORT_KINDS, type ImportKind, type ImportRow, type Mapping } from '../contract/imports.ts';
import { importFile } from '../features/imports/import-file.ts';
import { importLog } from '../features/imports/import-log.ts';
import { checkMapping } from '../sources/import-mapping.ts';
import { parsePartnerId } from '../store/partner-id.ts';
import { CommandFailure } from './command.ts';
import type { CommandIo } from './command-io.ts';
import { IMPORT_WARNING_TEXTS, importProblemText } from './import-problem-text.ts';
import { importRowHints } from './import-row-hints.ts';
import { type CommandContext, withJalon } from './jalon.ts';
import { parseOptions, required } from './options.ts';
import { progressBar } from './progress-bar.ts';
import { whyUnreadable } from './why-unreadable.ts';

function readFile(path: string): Buffer {
  try {
    return readFileSync(path);
  } catch (error) {
    throw new CommandFailure(`${path} cannot be read: ${whyUnreadable(error)}. Nothing was imported.`);
  }
}

function readMapping(path: string | undefined): Mapping {
  if (path === undefined) return {};
  let value: unknown;
  try {
    value = JSON.parse(readFile(path).toString('utf8'));
  } catch (error) {
    if (error instanceof CommandFailure) throw error;
    throw new CommandFailure(`${path} is not valid JSON.`);
  }
  const checked = checkMapping(value);
  if (checked.kind === 'bad-mapping')
    throw new CommandFailure(`${path}: ${checked.path} must be ${checked.expected}.`);
  const { columns, dates } = checked.mapping;
  return { columns: { ...columns }, ...(dates === null ? {} : { dates }) };
}

/** The log is opened before anything is imported: a path that cannot be written must not be found out too late. */
async function openLog(path: string | undefined): Promise<WriteStream | null> {
  if (path === undefined) return null;
  // The log of a file of users holds their temporary passwords.
  const log = createWriteStream(path, { mode: 0o600 });
  try {
    await once(log, 'open');
    return log;
  } catch (error) {
    const { code } = error as { code?: string };
    throw new CommandFailure(
      `--log ${path} cannot be written (${code ?? 'unknown reason'}). Nothing was imported.`,
    );
  }
}

/** How many rows were taken with a remark, by remark: `2 unknown-skill, 1 source-not-recognised`. */
function remarks(rows: readonly ImportRow[]): string {
  const counts = new Map<string, number>();
  for (const { result, reason } of rows) {
    if (result !== 'rejected' && reason !== null) counts.set(reason, (counts.get(reason) ?? 0) + 1);
  }
  return [...counts].map(([reason, count]) => `${count} ${reason}`).join(', ');
}

export async function importCommand(args: string[], io: CommandIo, context: CommandContext): Promise<number> {
  const { values, positionals } = parseOptions(
    args,
    {
      partner: { type: 'string' },
      mapping: { type: 'string' },
      'dry-run': { type: 'boolean' },
      log: { type: 'string' },
      json: { type: 'boolean' },
    },
    ['KIND', 'FILE'],
  );
  const [kindName = '', path = ''] = positionals;
  const kind = IMPORT_KINDS.find((each): each is ImportKind => each === kindName);
  if (kind === undefined)
    throw new CommandFailure(`KIND "${kindName}" is not one of ${IMPORT_KINDS.join(', ')}.`);
  const partnerId = parsePartnerId(required(values.partner, '--partner'));
  const mapping = readMapping(values.mapping);
  const bytes = readFile(path);
  const bar = progressBar(io, 'Importing');

  return withJalon(context, async ({ services }) => {
    if (partnerId === null || !(await services.gate.partnerExists(partnerId))) {
      throw new CommandFailure(`There is no partner "${values.partner}".`);
    }
    const log = await openLog(values.log);
    const outcome = await importFile(services, {
      partnerId,
      kind,
      mapping,
      file: { fileName: basename(path), bytes },
      dryRun: values['dry-run'] === true,
      onProgress: (done, total) => bar.show(done, total),
    });
    bar.end();
    if (outcome.kind === 'unreadable') {
      log?.end();
      throw new CommandFailure(importProblemText(path, outcome.problem));
    }
    const { counts, effect, answers, ignored, warnings } = outcome;
    if (log !== null) await pipeline(importLog(outcome.log, kind === 'users'), log);
    if (values.json) {
      io.stdout.write(
        `${JSON.stringify({ dryRun: values['dry-run'] === true, counts, effect, ignored, warnings, rows: answers })}\n`,
      );
    } else {
      const { created, updated, unchanged, rejected } = counts;
      io.stdout.write(
        `${created} created, ${updated} updated, ${unchanged} unchanged, ${rejected} rejected\n`,
      );
      const remarked = remarks(answers);
      const where = log === null ? ' (--log FILE names the rows)' : '';
      if (remarked !== '') io.stdout.write(`of these with a remark: ${remarked}${where}\n`);
      for (const name of ignored) io.stderr.write(`${path}, "${name}": not understood, ignored\n`);
      for (const { competency, before, after } of effect) {
        io.stdout.write(`${competency}: ${before ?? 'none'} -> ${after ?? 'none'}\n`);
      }
      for (const row of answers.filter(({ result }) => result === 'rejected')) {
        io.stderr.write(
          `${path}, line ${row.line}, field ${row.field ?? '-'}: ${row.reason} "${row.value ?? ''}"\n`,
        );
      }
      for (const hint of importRowHints(answers)) io.stderr.write(`${hint}\n`);
    }
    const untold = log === null ? outcome.log.filter(({ signIn }) => signIn?.mail === 'none').length : 0;
    if (untold > 0) {
      io.stderr.write(
        `${untold} people cannot sign in yet: no mail server is set up, and temporary passwords are told in the file of --log only. Reset their sign-in on the page Users.\n`,
      );
    }
    for (const warning of warnings)
      io.stderr.write(`${path}: ${warning}: ${IMPORT_WARNING_TEXTS[warning]}.\n`);
    // A file none of whose rows could be taken is a failure; single rejected rows are answers.
    return answers.length > 0 && counts.rejected === answers.length ? 1 : 0;
  });
}
