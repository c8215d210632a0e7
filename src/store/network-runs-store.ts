/** How far the work is that looks at the whole network after its rules have changed. */
import { sql } from 'kysely';
import type { NetworkTransaction } from './database.ts';
import { NETWORK_PARTNER } from './partner-id.ts';

export interface NetworkRun {
  readonly runId: number;
  readonly catalogue: string;
  /** Programme → version. */
  readonly versions: Readonly<Record<string, string>>;
  readonly startedAt: Date;
  readonly total: number;
  readonly done: number;
  readonly resumedAt: Date;
  readonly resumedDone: number;
  readonly finishedAt: Date | null;
}

/** The latest run; null before the first. */
export async function latestRun(tx: NetworkTransaction): Promise<NetworkRun | null> {
  const row = await tx.sql
    .selectFrom('network_run')
    .selectAll()
    .orderBy('run_id', 'desc')
    .limit(1)
    .executeTakeFirst();
  if (row === undefined) return null;
  return {
    runId: row.run_id,
    catalogue: row.catalogue,
    versions: row.versions as Readonly<Record<string, string>>,
    startedAt: row.started_at,
    total: row.total,
    done: row.done,
    resumedAt: row.resumed_at,
    resumedDone: row.resumed_done,
    finishedAt: row.finished_at,
  };
}

/**
 * Begins a run when the rules are others than those of the last one, or goes on with one that was interrupted; of two
 * servers that do so at once one begins. What was looked at before the rules changed is not done.
 */
export async function beginRun(
  tx: NetworkTransaction,
  catalogue: string,
  versions: Readonly<Record<string, string>>,
): Promise<NetworkRun> {
  await sql`select pg_advisory_xact_lock(hashtext('jalon.network-run'))`.execute(tx.sql);
  const latest = await latestRun(tx);
  if (latest?.catalogue === catalogue) {
    if (latest.finishedAt !== null) return latest;
    await tx.sql
      .updateTable('network_run')
      .set((set) => ({ resumed_at: tx.now, resumed_done: set.ref('done') }))
      .where('run_id', '=', latest.runId)
      .execute();
    return (await latestRun(tx))!;
  }
  const { rows } = await sql<{ total: number }>`
    select count(*) as total from partner_evidence where partner_id <> ${NETWORK_PARTNER}
      and partner_id not in (select partner_id from partner_merge)`.execute(tx.sql);
  await tx.sql
    .insertInto('network_run')
    .values({
      catalogue,
      versions: JSON.stringify(versions),
      started_at: tx.now,
      resumed_at: tx.now,
      total: rows[0]!.total,
    })
    .execute();
  return (await latestRun(tx))!;
}

/** Companies that have been looked at by the rules of the run, in the transaction that looks at them. */
export async function addDone(tx: NetworkTransaction, runId: number, companies: number): Promise<void> {
  if (companies === 0) return;
  await tx.sql
    .updateTable('network_run')
    .set((set) => ({ done: set('done', '+', companies) }))
    .where('run_id', '=', runId)
    .execute();
}

/** Nothing is left that has not been tried. */
export async function finishRun(tx: NetworkTransaction, runId: number): Promise<void> {
  await tx.sql
    .updateTable('network_run')
    .set({ finished_at: tx.now })
    .where('run_id', '=', runId)
    .where('finished_at', 'is', null)
    .execute();
}
