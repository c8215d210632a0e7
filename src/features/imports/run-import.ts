import type { ImportKind, Mapping } from '../../contract/imports.ts';
import type { ImportMapping } from '../../sources/import-mapping.ts';
import { recordAudit } from '../../store/audit-store.ts';
import type { Actor, TenantClaim } from '../../store/database.ts';
import { wipeOldSignIns } from '../../store/import-sign-ins-store.ts';
import {
  appendImportRows,
  findImportRun,
  type ImportRunRecord,
  lockImportRun,
  readImportFile as readStoredFile,
  replaceImportRows,
  updateImportRun,
} from '../../store/imports-store.ts';
import type { PartnerId } from '../../store/partner-id.ts';
import { today } from '../shared/as-of.ts';
import type { Services } from '../shared/services.ts';
import { finderFor } from '../shared/skill-finders.ts';
import { dryRun } from './dry-run.ts';
import { attainedLevels, changedLevels, type Effect, levelsNoted } from './import-levels.ts';
import { importRows } from './import-rows.ts';
import { SIGN_INS_KEPT_HOURS, welcomeTo } from './import-sign-ins.ts';
import { type ImportRows, readImportFile } from './read-import-file.ts';

export interface ImportJob {
  readonly partnerId: PartnerId;
  readonly importId: string;
}

/** Rows written by one transaction: all of them with their answers and the progress, or none. */
const BATCH = 500;

export function mappingOf({ columns, dates }: Mapping): ImportMapping {
  return { columns: columns ?? {}, dates: dates ?? null };
}

/** Whoever started the import, as the facts it records will name. */
function actorOfRun({ createdBy }: ImportRunRecord): Actor {
  const [kind, id = ''] = createdBy.split(':');
  if (kind === 'user') return { kind: 'user', userId: id };
  return kind === 'token' ? { kind: 'token', tokenId: id } : { kind: 'system', name: id };
}

async function check(services: Services, claim: TenantClaim, run: ImportRunRecord): Promise<void> {
  const { database } = services;
  const { importId } = run;
  const bytes = await database.readAsTenant(claim, (tx) => readStoredFile(tx, importId));
  const finder = await finderFor(services, claim.partnerId);
  const kind = run.kind as ImportKind;
  const read = await readImportFile(bytes, kind, mappingOf(run.mapping as Mapping), finder);
  const { columns } = read;
  if (read.kind === 'unreadable') {
    await database.asTenant(claim, (tx) =>
      updateImportRun(tx, importId, { state: 'failed', problem: read.problem, columns, finishedAt: tx.now }),
    );
    return;
  }
  const { answers, effect } = await dryRun(services, claim, read.content);
  await database.asTenant(claim, async (tx) => {
    const current = await lockImportRun(tx, importId);
    // The mapping was changed meanwhile: another check is on its way.
    if (current?.state !== 'checking' || JSON.stringify(current.mapping) !== JSON.stringify(run.mapping))
      return;
    await replaceImportRows(tx, importId, 'check', answers);
    await updateImportRun(tx, importId, {
      state: 'ready',
      problem: null,
      columns,
      effect,
      rowsTotal: answers.length,
    });
  });
}

/** One batch in one transaction; answers whether the import is finished. */
async function applyBatch(
  services: Services,
  claim: TenantClaim,
  importId: string,
  content: ImportRows,
): Promise<boolean> {
  const { database, imports, programmesOf, programme: byDefault, now } = services;
  const programmes = (await programmesOf(claim.partnerId)).map(({ programme }) => programme);
  return database.asTenant(claim, async (tx) => {
    const run = await lockImportRun(tx, importId);
    if (run?.state !== 'applying') return true;
    const { rowsDone } = run;
    if (rowsDone < content.rows.length) {
      const until = Math.min(rowsDone + BATCH, content.rows.length);
      const welcome = welcomeTo(services, tx, importId, rowsDone);
      const answers = await importRows(content, rowsDone, until, { tx, programmes, welcome });
      await appendImportRows(tx, importId, 'apply', rowsDone, answers);
      await updateImportRun(tx, importId, { rowsDone: until });
      return false;
    }
    const before = levelsNoted(run.effect as Effect, byDefault.id);
    const effect = changedLevels(programmes, before, await attainedLevels(tx, programmes, today(now())));
    await updateImportRun(tx, importId, { state: 'done', effect, finishedAt: tx.now });
    const { kind, fileName } = run;
    // Comes back when the first sign-ins that nobody has taken are to be wiped.
    if (kind === 'users') await imports.enqueue(claim.partnerId, importId, SIGN_INS_KEPT_HOURS * 3_600);
    await recordAudit(tx, {
      action: 'import.done',
      subject: `import:${importId}`,
      details: { kind, fileName, rows: rowsDone },
    });
    return true;
  });
}

type OnProgress = (done: number, total: number) => void;

async function apply(
  services: Services,
  claim: TenantClaim,
  run: ImportRunRecord,
  onProgress: OnProgress,
): Promise<void> {
  const { database } = services;
  const { importId } = run;
  const bytes = await database.readAsTenant(claim, (tx) => readStoredFile(tx, importId));
  const mapping = mappingOf(run.mapping as Mapping);
  const read = await readImportFile(
    bytes,
    run.kind as ImportKind,
    mapping,
    await finderFor(services, claim.partnerId),
  );
  // Only a file that was read once gets this far, and its bytes do not change.
  if (read.kind === 'unreadable') throw new Error(`import ${importId} cannot be read any more`);
  const total = read.content.rows.length;
  for (let done = run.rowsDone; ; done += BATCH) {
    onProgress(Math.min(done, total), total);
    if (await applyBatch(services, claim, importId, read.content)) return;
  }
}

/**
 * Does the work that an import has left: the check, or the rows not yet written. It may be killed at any point
 * and run again, by two processes at once even: the run's row is locked while a batch is written.
 */
export async function runImport(
  services: Services,
  { partnerId, importId }: ImportJob,
  onProgress: OnProgress = () => {},
): Promise<void> {
  const system: TenantClaim = { partnerId, actor: { kind: 'system', name: 'imports' } };
  const run = await services.database.asTenant(system, async (tx) => {
    await wipeOldSignIns(tx);
    return findImportRun(tx, importId);
  });
  if (run === null) return;
  const claim: TenantClaim = { partnerId, actor: actorOfRun(run) };
  if (run.state === 'checking') await check(services, claim, run);
  else if (run.state === 'applying') await apply(services, claim, run, onProgress);
}
