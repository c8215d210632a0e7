import { createWriteStream, readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { IMPORT_KINDS, type ImportKind, type Mapping } from '../contract/imports.ts';
import { importFile } from '../features/imports/import-file.ts';
import { importLog } from '../features/imports/import-log.ts';
import { checkMapping } from '../sources/import-mapping.ts';
import { parsePartnerId } from '../store/partner-id.ts';
import { CommandFailure } from './command.ts';
import type { CommandIo } from './command-io.ts';
import { type CommandContext, withJalon } from './jalon.ts';
import { parseOptions, required } from './options.ts';
import { progressBar } from './progress-bar.ts';

function readFile(path: string): Buffer {
  try {
    return readFileSync(path);
  } catch (error) {
    throw new CommandFailure(
      `${path} cannot be read (${(error as { code?: string }).code ?? 'unknown reason'}).`,
    );
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

/** `file:line, field: code (detail)`: what, where, and what was expected. */
function problemText(
  file: string,
  problem: {
    code: string;
    line: number | null;
    column: number | null;
    field: string | null;
    detail: string | null;
  },
): string {
  const place = [
    problem.line === null ? file : `${file}, line ${problem.line}`,
    ...(problem.column === null ? [] : [`column ${problem.column}`]),
    ...(problem.field === null ? [] : [`field ${problem.field}`]),
  ].join(', ');
  return `${place}: ${problem.code}${problem.detail === null ? '' : ` (${problem.detail})`}. Nothing was imported.`;
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
    const outcome = await importFile(services, {
      partnerId,
      kind,
      mapping,
      file: { fileName: basename(path), bytes },
      dryRun: values['dry-run'] === true,
      onProgress: (done, total) => bar.show(done, total),
    });
    bar.end();
    if (outcome.kind === 'unreadable') throw new CommandFailure(problemText(path, outcome.problem));
    const { counts, effect, answers } = outcome;
    if (values.log !== undefined) await pipeline(importLog(answers), createWriteStream(values.log));
    if (values.json) {
      io.stdout.write(
        `${JSON.stringify({ dryRun: values['dry-run'] === true, counts, effect, rows: answers })}\n`,
      );
    } else {
      const { created, updated, unchanged, rejected } = counts;
      io.stdout.write(
        `${created} created, ${updated} updated, ${unchanged} unchanged, ${rejected} rejected\n`,
      );
      for (const { competency, before, after } of effect) {
        io.stdout.write(`${competency}: ${before ?? 'none'} -> ${after ?? 'none'}\n`);
      }
      for (const row of answers.filter(({ result }) => result === 'rejected')) {
        io.stderr.write(
          `${path}, line ${row.line}, field ${row.field ?? '-'}: ${row.reason} "${row.value ?? ''}"\n`,
        );
      }
    }
    // A file none of whose rows could be taken is a failure; single rejected rows are answers.
    return answers.length > 0 && counts.rejected === answers.length ? 1 : 0;
  });
}
