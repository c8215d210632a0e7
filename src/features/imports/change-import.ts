import type { ImportKind, Mapping } from '../../contract/imports.ts';
import { recordAudit } from '../../store/audit-store.ts';
import type { TenantClaim } from '../../store/database.ts';
import { type ImportRunRecord, lockImportRun, updateImportRun } from '../../store/imports-store.ts';
import { today } from '../shared/as-of.ts';
import type { Services } from '../shared/services.ts';
import { attainedLevels, notedLevels } from './import-levels.ts';

export type ChangeResult =
  | { readonly kind: 'changed' }
  | { readonly kind: 'not-found' }
  | { readonly kind: 'wrong-state'; readonly state: ImportRunRecord['state'] };

/** Another kind or mapping: the file is checked again. Only before it has been applied. */
export async function changeImport(
  { database }: Services,
  claim: TenantClaim,
  importId: string,
  change: { readonly kind?: ImportKind | undefined; readonly mapping?: Mapping | undefined },
): Promise<ChangeResult> {
  return database.asTenant(claim, async (tx) => {
    const run = await lockImportRun(tx, importId);
    if (run === null) return { kind: 'not-found' };
    const { state } = run;
    if (state === 'applying' || state === 'done') return { kind: 'wrong-state', state };
    await updateImportRun(tx, importId, {
      state: 'checking',
      kind: change.kind ?? run.kind,
      mapping: change.mapping ?? run.mapping,
      problem: null,
      finishedAt: null,
    });
    return { kind: 'changed' };
  });
}

/** Begins to apply a checked import, and notes the levels of this moment to compare with afterwards. */
export async function applyImport(
  { database, programmesOf, now }: Services,
  claim: TenantClaim,
  importId: string,
): Promise<ChangeResult> {
  const programmes = (await programmesOf(claim.partnerId)).map(({ programme }) => programme);
  return database.asTenant(claim, async (tx) => {
    const run = await lockImportRun(tx, importId);
    if (run === null) return { kind: 'not-found' };
    const { state, kind, fileName } = run;
    // Asked twice: the first has begun, and both are told so.
    if (state === 'applying') return { kind: 'changed' };
    if (state !== 'ready') return { kind: 'wrong-state', state };
    const levels = await attainedLevels(tx, programmes, today(now()));
    await updateImportRun(tx, importId, { state: 'applying', effect: notedLevels(levels), rowsDone: 0 });
    const details = { kind, fileName };
    await recordAudit(tx, { action: 'import.applied', subject: `import:${importId}`, details });
    return { kind: 'changed' };
  });
}
