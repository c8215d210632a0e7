import type { ImportRow } from '../../contract/imports.ts';
import type { TenantClaim } from '../../store/database.ts';
import { today } from '../shared/as-of.ts';
import type { Services } from '../shared/services.ts';
import { attainedLevels, changedLevels, type Effect } from './import-levels.ts';
import { importRows } from './import-rows.ts';
import type { ImportRows } from './read-import-file.ts';

export interface DryRun {
  readonly answers: readonly ImportRow[];
  readonly effect: Effect;
}

/** Carries the outcome out of a transaction that must not be kept. */
class RolledBack extends Error {
  readonly outcome: DryRun;

  constructor(outcome: DryRun) {
    super('a dry run is rolled back');
    this.outcome = outcome;
  }
}

/** What an import would do: it is really done, looked at, and undone, so that the answer cannot differ. */
export async function dryRun(
  { database, programmesOf, now }: Services,
  claim: TenantClaim,
  content: ImportRows,
): Promise<DryRun> {
  const day = today(now());
  const programmes = (await programmesOf(claim.partnerId)).map(({ programme }) => programme);
  try {
    return await database.asTenant(claim, async (tx): Promise<DryRun> => {
      const before = await attainedLevels(tx, programmes, day);
      const answers = await importRows(content, 0, content.rows.length, {
        tx,
        programmes,
        welcome: null,
      });
      const after = await attainedLevels(tx, programmes, day);
      throw new RolledBack({ answers, effect: changedLevels(programmes, before, after) });
    });
  } catch (error) {
    if (error instanceof RolledBack) return error.outcome;
    throw error;
  }
}
