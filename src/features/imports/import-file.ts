import type { ImportWarning } from '../../contract/import-codes.ts';
import type { ImportKind, ImportRow, Mapping } from '../../contract/imports.ts';
import type { TenantClaim } from '../../store/database.ts';
import { findImportRun, listImportRows } from '../../store/imports-store.ts';
import type { PartnerId } from '../../store/partner-id.ts';
import { signInStates } from '../../store/user-batches-store.ts';
import type { Services } from '../shared/services.ts';
import { finderFor } from '../shared/skill-finders.ts';
import { applyImport } from './change-import.ts';
import { dryRun } from './dry-run.ts';
import { countAnswers, type ImportCounts, storedAnswers } from './import-answers.ts';
import type { Effect } from './import-levels.ts';
import { type LogLine, logLine } from './import-log.ts';
import type { ImportProblem } from './import-problem.ts';
import { takeTemporaryPasswords } from './import-sign-ins.ts';
import { importWarnings } from './import-view.ts';
import { readImportFile } from './read-import-file.ts';
import { mappingOf, runImport } from './run-import.ts';
import { startImport, type UploadedFile } from './start-import.ts';

export interface ImportOrder {
  readonly partnerId: PartnerId;
  readonly kind: ImportKind;
  readonly mapping: Mapping;
  readonly file: UploadedFile;
  readonly dryRun: boolean;
  readonly onProgress: (done: number, total: number) => void;
}

export type ImportOutcome =
  | {
      readonly kind: 'imported';
      readonly counts: ImportCounts;
      readonly effect: Effect;
      readonly answers: readonly ImportRow[];
      /** The answers with the first sign-ins of people whom the file has added: their secrets are told this once. */
      readonly log: readonly LogLine[];
      /** Columns, or keys of a document, that nothing was taken from. */
      readonly ignored: readonly string[];
      readonly warnings: readonly ImportWarning[];
    }
  | { readonly kind: 'unreadable'; readonly problem: ImportProblem };

const PAGE = 1_000;

async function allAnswers(
  { database }: Services,
  claim: TenantClaim,
  importId: string,
): Promise<ImportRow[]> {
  const answers: ImportRow[] = [];
  for (;;) {
    const page = { top: PAGE, skip: answers.length };
    const rows = await database.readAsTenant(claim, (tx) => listImportRows(tx, importId, 'apply', page));
    answers.push(...storedAnswers(rows));
    if (rows.length < PAGE) return answers;
  }
}

async function logOf(
  services: Services,
  claim: TenantClaim,
  importId: string,
  answers: readonly ImportRow[],
): Promise<LogLine[]> {
  const passwords = await takeTemporaryPasswords(services, claim, importId);
  const states = await services.database.readAsTenant(claim, (tx) => signInStates(tx, [...passwords.keys()]));
  return answers.map(logLine(states, passwords));
}

/** Imports a file from beginning to end, as the command line does; a dry run leaves no trace at all. */
export async function importFile(services: Services, order: ImportOrder): Promise<ImportOutcome> {
  const { partnerId, kind, mapping, file, onProgress } = order;
  const { database } = services;
  const claim: TenantClaim = { partnerId, actor: { kind: 'system', name: 'command line' } };
  const read = await readImportFile(
    file.bytes,
    kind,
    mappingOf(mapping),
    await finderFor(services, partnerId),
  );
  if (read.kind === 'unreadable') return { kind: 'unreadable', problem: read.problem };
  const warnings = importWarnings(kind, read.content.rows.length);
  const ignored = read.columns.filter(({ field }) => field === null).map(({ header }) => header);
  if (order.dryRun) {
    const { answers, effect } = await dryRun(services, claim, read.content);
    const log = answers.map(logLine(new Map(), null));
    return { kind: 'imported', counts: countAnswers(answers), effect, answers, log, ignored, warnings };
  }
  const importId = await startImport(services, claim, file, { kind, guessed: null, mapping });
  const job = { partnerId, importId };
  await runImport(services, job);
  await applyImport(services, claim, importId);
  await runImport(services, job, onProgress);
  const run = await database.readAsTenant(claim, (tx) => findImportRun(tx, importId));
  const answers = await allAnswers(services, claim, importId);
  const effect = (run?.effect ?? []) as Effect;
  const log = await logOf(services, claim, importId, answers);
  return { kind: 'imported', counts: countAnswers(answers), effect, answers, log, ignored, warnings };
}
