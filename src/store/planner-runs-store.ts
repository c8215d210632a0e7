/** Plans and the questions beside them: asked, worked on by one server at a time, kept with what they were made of. */
import { sql } from 'kysely';
import { actorText, type NetworkTransaction, type TenantTransaction } from './database.ts';
import type { PartnerId } from './partner-id.ts';
import type { PlannerRunKind, PlannerRunState } from './planning-tables.ts';

export interface NewPlannerRun {
  readonly kind: PlannerRunKind;
  readonly programme: string;
  readonly name: string | null;
  readonly kept: boolean;
  readonly rerunOf: string | null;
  readonly request: unknown;
  /** `YYYY-MM-DD` */
  readonly asOf: string;
  readonly knownAt: string | null;
}

export interface PlannerRun extends NewPlannerRun {
  readonly runId: string;
  readonly createdAt: Date;
  readonly createdBy: string;
  readonly state: PlannerRunState;
  readonly stopAsked: boolean;
  readonly attempts: number;
  readonly progress: unknown;
  readonly factsVersion: number | null;
  readonly catalogueVersion: string | null;
  readonly result: unknown;
  readonly failure: unknown;
  readonly finishedAt: Date | null;
  readonly adoptedAt: Date | null;
  readonly adoptedBy: string | null;
  readonly endedAt: Date | null;
}

const COLUMNS = [
  'run_id as runId',
  'kind',
  'programme',
  'name',
  'kept',
  'rerun_of as rerunOf',
  'created_at as createdAt',
  'created_by as createdBy',
  'request',
  'as_of as asOf',
  'known_at as knownAt',
  'state',
  'stop_asked as stopAsked',
  'attempts',
  'progress',
  'facts_version as factsVersion',
  'catalogue_version as catalogueVersion',
  'result',
  'failure',
  'finished_at as finishedAt',
  'adopted_at as adoptedAt',
  'adopted_by as adoptedBy',
  'ended_at as endedAt',
] as const;

/** Whoever works on a run says so more often than this. */
const LEASE = sql<Date>`clock_timestamp() + interval '15 seconds'`;

function runs(tx: TenantTransaction) {
  return tx.sql.selectFrom('planner_run').select(COLUMNS).where('partner_id', '=', tx.partnerId);
}

function changed(tx: TenantTransaction, runId: string) {
  return tx.sql.updateTable('planner_run').where('partner_id', '=', tx.partnerId).where('run_id', '=', runId);
}

export async function addRun(tx: TenantTransaction, run: NewPlannerRun): Promise<string> {
  const row = await tx.sql
    .insertInto('planner_run')
    .values({
      partner_id: tx.partnerId,
      kind: run.kind,
      programme: run.programme,
      name: run.name,
      kept: run.kept,
      rerun_of: run.rerunOf,
      request: JSON.stringify(run.request),
      as_of: run.asOf,
      known_at: run.knownAt,
      state: 'queued',
      created_at: tx.now,
      created_by: actorText(tx.actor),
    })
    .returning('run_id')
    .executeTakeFirstOrThrow();
  return row.run_id;
}

export async function findRun(tx: TenantTransaction, runId: string): Promise<PlannerRun | null> {
  return (await runs(tx).where('run_id', '=', runId).executeTakeFirst()) ?? null;
}

/** The run, which nobody else can change until this transaction ends. */
export async function holdRun(tx: TenantTransaction, runId: string): Promise<PlannerRun | null> {
  return (await runs(tx).where('run_id', '=', runId).forUpdate().executeTakeFirst()) ?? null;
}

export interface PlansPage {
  readonly show: 'all' | 'adopted' | 'open';
  readonly programme: string | null;
  readonly top: number;
  readonly skip: number;
}

function listed(tx: TenantTransaction, { show, programme }: Pick<PlansPage, 'show' | 'programme'>) {
  let query = tx.sql
    .selectFrom('planner_run')
    .where('partner_id', '=', tx.partnerId)
    .where('kind', '=', 'plan')
    .where((either) => either.or([either('kept', '=', true), either('adopted_at', 'is not', null)]));
  if (show === 'adopted') query = query.where('adopted_at', 'is not', null);
  if (show === 'open') query = query.where('adopted_at', 'is not', null).where('ended_at', 'is', null);
  return programme === null ? query : query.where('programme', '=', programme);
}

/** Plans that are kept or adopted, the newest first. */
export async function listPlans(tx: TenantTransaction, page: PlansPage): Promise<readonly PlannerRun[]> {
  return listed(tx, page)
    .select(COLUMNS)
    .orderBy('created_at', 'desc')
    .orderBy('run_id')
    .limit(page.top)
    .offset(page.skip)
    .execute();
}

export async function countPlans(
  tx: TenantTransaction,
  page: Pick<PlansPage, 'show' | 'programme'>,
): Promise<number> {
  const row = await listed(tx, page)
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow();
  return Number(row.count);
}

export async function countUnfinished(tx: TenantTransaction): Promise<number> {
  const row = await tx.sql
    .selectFrom('planner_run')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where('partner_id', '=', tx.partnerId)
    .where('state', 'in', ['queued', 'running'])
    .executeTakeFirstOrThrow();
  return Number(row.count);
}

/** Takes a run over for a while; `null` when it is finished or somebody else works on it. */
export async function takeRun(
  tx: TenantTransaction,
  runId: string,
  worker: string,
): Promise<PlannerRun | null> {
  const row = await changed(tx, runId)
    .where('state', 'in', ['queued', 'running'])
    .where((either) =>
      either.or([
        either('lease_until', 'is', null),
        either('lease_until', '<', sql<Date>`clock_timestamp()`),
      ]),
    )
    .set(({ eb }) => ({
      state: 'running',
      lease_until: LEASE,
      lease_by: worker,
      attempts: eb('attempts', '+', 1),
    }))
    .returning(COLUMNS)
    .executeTakeFirst();
  return row ?? null;
}

/** Tells how far a run is and keeps it; answers whether it goes on, is to be stopped, or is not ours any more. */
export async function renewRun(
  tx: TenantTransaction,
  runId: string,
  worker: string,
  progress: unknown,
): Promise<'goes-on' | 'stop' | 'lost'> {
  const row = await changed(tx, runId)
    .where('lease_by', '=', worker)
    .where('state', '=', 'running')
    .set({ lease_until: LEASE, progress: JSON.stringify(progress) })
    .returning('stop_asked')
    .executeTakeFirst();
  if (row === undefined) return 'lost';
  return row.stop_asked ? 'stop' : 'goes-on';
}

export interface FinishedRun {
  readonly state: 'done' | 'stopped' | 'failed';
  readonly result: unknown;
  readonly failure: unknown;
  readonly factsVersion: number | null;
  readonly catalogueVersion: string | null;
}

function asJson(value: unknown): string | null {
  return value === null || value === undefined ? null : JSON.stringify(value);
}

/** What was found so far, of long work that goes on. */
export async function keepPartial(
  tx: TenantTransaction,
  runId: string,
  worker: string,
  result: unknown,
): Promise<void> {
  await changed(tx, runId)
    .where('lease_by', '=', worker)
    .set({ result: asJson(result) })
    .execute();
}

/** False when another server has taken the run over meanwhile: what it finds is told. */
export async function finishRun(
  tx: TenantTransaction,
  runId: string,
  worker: string,
  finished: FinishedRun,
): Promise<boolean> {
  const answer = await changed(tx, runId)
    .where('lease_by', '=', worker)
    .where('state', '=', 'running')
    .set({
      state: finished.state,
      result: asJson(finished.result),
      failure: asJson(finished.failure),
      facts_version: finished.factsVersion,
      catalogue_version: finished.catalogueVersion,
      finished_at: tx.now,
      lease_until: null,
    })
    .executeTakeFirst();
  return answer.numUpdatedRows > 0n;
}

/** Whoever works on it stops soon; what nobody has begun is stopped at once. */
export async function askToStop(tx: TenantTransaction, runId: string): Promise<void> {
  await changed(tx, runId).where('state', '=', 'running').set({ stop_asked: true }).execute();
  await changed(tx, runId)
    .where('state', '=', 'queued')
    .set({ state: 'stopped', finished_at: tx.now })
    .execute();
}

export async function deleteRun(tx: TenantTransaction, runId: string): Promise<void> {
  await tx.sql
    .deleteFrom('planner_run')
    .where('partner_id', '=', tx.partnerId)
    .where('run_id', '=', runId)
    .execute();
}

export async function markAdopted(tx: TenantTransaction, runId: string): Promise<void> {
  await changed(tx, runId)
    .set({ adopted_at: tx.now, adopted_by: actorText(tx.actor), ended_at: null, kept: true })
    .execute();
}

export async function markDropped(tx: TenantTransaction, runId: string): Promise<void> {
  await changed(tx, runId).set({ ended_at: tx.now }).execute();
}

export interface RunOfPartner {
  readonly partnerId: PartnerId;
  readonly runId: string;
}

/** Runs on which nobody works, over all companies: those of a server that was stopped in the middle. */
export async function abandonedRuns(tx: NetworkTransaction, limit: number): Promise<readonly RunOfPartner[]> {
  const rows = await tx.sql
    .selectFrom('planner_run')
    .select(['partner_id', 'run_id'])
    .where('state', 'in', ['queued', 'running'])
    .where((either) =>
      either.or([
        either('lease_until', '<', sql<Date>`clock_timestamp()`),
        // Nobody began, not even the server that was asked.
        either.and([either('lease_until', 'is', null), either('state', '=', 'queued')]),
      ]),
    )
    .orderBy('created_at')
    .limit(limit)
    .execute();
  return rows.map((row) => ({ partnerId: row.partner_id as PartnerId, runId: row.run_id }));
}

/** Forgets what nobody keeps: plans that were only tried, after a day, and studies after thirty. */
export async function forgetOldRuns(tx: NetworkTransaction): Promise<void> {
  const before = (days: number) => new Date(tx.now.getTime() - days * 86_400_000);
  await tx.sql
    .deleteFrom('planner_run')
    .where('adopted_at', 'is', null)
    .where((either) =>
      either.or([
        either.and([
          either('kind', '=', 'plan'),
          either('kept', '=', false),
          either('created_at', '<', before(1)),
        ]),
        either.and([either('kind', '<>', 'plan'), either('created_at', '<', before(30))]),
      ]),
    )
    .execute();
}
