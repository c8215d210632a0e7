/** Merges of companies that were asked for: worked on by one server at a time, one after the other over the network. */
import { sql } from 'kysely';
import { type Actor, type AnyTransaction, actorText, type NetworkTransaction } from './database.ts';
import type { SamePerson } from './merged-people-store.ts';
import type { PartnerId } from './partner-id.ts';
import type { PartnerMergePhase, PartnerMergeState } from './partner-merge-tables.ts';
import type { MergeCounts } from './partner-merges-store.ts';

export interface NewMergeRun {
  readonly from: PartnerId;
  readonly into: PartnerId;
  readonly same: readonly SamePerson[];
  readonly keepRoles: boolean;
  readonly reason: string;
}

export type MergeFailureCode =
  | 'changed-meanwhile'
  | 'unknown-person'
  | 'from-merged'
  | 'into-merged'
  | 'interrupted'
  | 'error';

export interface MergeFailure {
  readonly code: MergeFailureCode;
  /** The user who is unknown. */
  readonly about: string | null;
}

export interface MergeProgress {
  readonly phase: PartnerMergePhase;
  /** Steps of `total`; nobody knows how many there are before the people are counted. */
  readonly done: number;
  readonly total: number;
}

export interface MergeRun extends NewMergeRun, MergeProgress {
  readonly mergeId: string;
  readonly fromName: string;
  readonly intoName: string;
  readonly requestedAt: Date;
  readonly requestedBy: string;
  readonly state: PartnerMergeState;
  readonly attempts: number;
  readonly finishedAt: Date | null;
  readonly counts: MergeCounts | null;
  readonly failure: MergeFailure | null;
}

/** Whoever works on a merge says so more often than this. */
const LEASE = sql<Date>`clock_timestamp() + interval '20 seconds'`;
const UNFINISHED = ['queued', 'running'] as const;
/** A merge that failed is told so many days. */
const FAILED_DAYS = 7;
const MOST_TOLD = 50;

/** Two that are asked for at once are looked at one after the other, and one is taken after the other. */
async function alone(tx: AnyTransaction): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtext('jalon.partner-merge-runs'))`.execute(tx.sql);
}

function runs(tx: AnyTransaction) {
  return tx.sql
    .selectFrom('partner_merge_run as r')
    .innerJoin('partner as a', 'a.partner_id', 'r.from_partner_id')
    .innerJoin('partner as b', 'b.partner_id', 'r.into_partner_id')
    .select(['r.merge_id', 'r.from_partner_id', 'a.name as from_name', 'r.into_partner_id'])
    .select(['b.name as into_name', 'r.same_people', 'r.keep_roles', 'r.reason', 'r.requested_at'])
    .select(['r.requested_by', 'r.state', 'r.phase', 'r.done', 'r.total', 'r.attempts', 'r.finished_at'])
    .select(['r.counts', 'r.failure']);
}

type RunRow = Awaited<ReturnType<ReturnType<typeof runs>['executeTakeFirstOrThrow']>>;

function runOf(row: RunRow): MergeRun {
  return {
    mergeId: row.merge_id,
    from: row.from_partner_id as PartnerId,
    fromName: row.from_name,
    into: row.into_partner_id as PartnerId,
    intoName: row.into_name,
    same: row.same_people as readonly SamePerson[],
    keepRoles: row.keep_roles,
    reason: row.reason,
    requestedAt: row.requested_at,
    requestedBy: row.requested_by,
    state: row.state,
    phase: row.phase,
    done: row.done,
    total: row.total,
    attempts: row.attempts,
    finishedAt: row.finished_at,
    counts: row.counts as MergeCounts | null,
    failure: row.failure as MergeFailure | null,
  };
}

/** A merge of one of the companies that has not come to its end; whoever asks for another one waits for this question. */
export async function unfinishedMergeOf(
  tx: NetworkTransaction,
  companies: readonly PartnerId[],
): Promise<MergeRun | null> {
  await alone(tx);
  const row = await runs(tx)
    .where('r.state', 'in', UNFINISHED)
    .where(({ or, eb }) =>
      or([eb('r.from_partner_id', 'in', [...companies]), eb('r.into_partner_id', 'in', [...companies])]),
    )
    .executeTakeFirst();
  return row === undefined ? null : runOf(row);
}

export async function addMergeRun(tx: NetworkTransaction, run: NewMergeRun): Promise<string> {
  const row = await tx.sql
    .insertInto('partner_merge_run')
    .values({
      from_partner_id: run.from,
      into_partner_id: run.into,
      same_people: JSON.stringify(run.same),
      keep_roles: run.keepRoles,
      reason: run.reason,
      requested_at: tx.now,
      requested_by: actorText(tx.actor),
      state: 'queued',
    })
    .returning('merge_id')
    .executeTakeFirstOrThrow();
  return row.merge_id;
}

export async function findMergeRun(tx: NetworkTransaction, mergeId: string): Promise<MergeRun | null> {
  const row = await runs(tx).where('r.merge_id', '=', mergeId).executeTakeFirst();
  return row === undefined ? null : runOf(row);
}

/** Merges under way, and those that failed lately and were not asked for again; the latest first. */
export async function listOpenMergeRuns(tx: NetworkTransaction): Promise<readonly MergeRun[]> {
  const since = new Date(tx.now.getTime() - FAILED_DAYS * 86_400_000);
  const rows = await runs(tx)
    .where(({ or, and, eb, not, exists, selectFrom }) =>
      or([
        eb('r.state', 'in', UNFINISHED),
        and([
          eb('r.state', '=', 'failed'),
          eb('r.finished_at', '>', since),
          not(
            exists(
              selectFrom('partner_merge_run as n')
                .select('n.merge_id')
                .whereRef('n.from_partner_id', '=', 'r.from_partner_id')
                .whereRef('n.requested_at', '>', 'r.requested_at'),
            ),
          ),
        ]),
      ]),
    )
    .orderBy('r.requested_at', 'desc')
    .orderBy('r.merge_id')
    .limit(MOST_TOLD)
    .execute();
  return rows.map(runOf);
}

/** Who asked, as the merge itself is told in the trails. */
export function whoAsked({ requestedBy }: Pick<MergeRun, 'requestedBy'>): Actor {
  const [kind = '', id = ''] = requestedBy.split(/:(.*)/s);
  if (kind === 'user') return { kind, userId: id };
  return kind === 'token' ? { kind, tokenId: id } : { kind: 'system', name: id };
}

function changed(tx: AnyTransaction, mergeId: string) {
  return tx.sql.updateTable('partner_merge_run').where('merge_id', '=', mergeId);
}

/**
 * Takes the longest waiting merge over, or one whose worker has not been heard of for a while; `null` when there is none,
 * or another one is being made: merges are made one after the other.
 */
export async function takeMergeRun(tx: NetworkTransaction, worker: string): Promise<MergeRun | null> {
  await alone(tx);
  const { rows } = await sql<{ merge_id: string }>`
    select merge_id from partner_merge_run where state in ('queued', 'running')
      and not exists (select from partner_merge_run
        where state = 'running' and lease_until > clock_timestamp())
    order by state = 'running' desc, requested_at limit 1`.execute(tx.sql);
  const mergeId = rows[0]?.merge_id;
  if (mergeId === undefined) return null;
  await changed(tx, mergeId)
    .set(({ eb }) => ({
      state: 'running',
      phase: 'judging',
      done: 0,
      lease_until: LEASE,
      lease_by: worker,
      attempts: eb('attempts', '+', 1),
    }))
    .execute();
  return findMergeRun(tx, mergeId);
}

/** Tells how far it is, and keeps it. */
export async function renewMergeRun(
  tx: NetworkTransaction,
  mergeId: string,
  worker: string,
  progress: MergeProgress,
): Promise<void> {
  await changed(tx, mergeId)
    .where('lease_by', '=', worker)
    .where('state', '=', 'running')
    .set({ lease_until: LEASE, ...progress })
    .execute();
}

/** Whoever looks for work next may take it at once. */
export async function leaveMergeRun(tx: NetworkTransaction, mergeId: string, worker: string): Promise<void> {
  await changed(tx, mergeId).where('lease_by', '=', worker).set({ lease_until: null }).execute();
}

/**
 * Ends the run in the transaction of the merge, whoever of two works on it: the first that commits has done it.
 * @returns false when it has come to its end already
 */
export async function finishMergeRun(
  tx: NetworkTransaction,
  mergeId: string,
  counts: MergeCounts,
): Promise<boolean> {
  const { numUpdatedRows } = await changed(tx, mergeId)
    .where('state', '=', 'running')
    .set(({ ref }) => ({
      state: 'done',
      done: ref('total'),
      counts: JSON.stringify(counts),
      finished_at: tx.now,
      lease_until: null,
    }))
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}

/** Nothing changes when somebody else works on it, or it has come to its end. */
export async function failMergeRun(
  tx: NetworkTransaction,
  mergeId: string,
  worker: string,
  failure: MergeFailure,
): Promise<void> {
  await changed(tx, mergeId)
    .where('state', '=', 'running')
    .where('lease_by', '=', worker)
    .set({
      state: 'failed',
      failure: JSON.stringify(failure),
      finished_at: tx.now,
      lease_until: null,
    })
    .execute();
}

/** On which side of a merge that is being made the company is; what changes it is refused for that time. */
export async function mergeUnderWay(tx: AnyTransaction, partnerId: string): Promise<'from' | 'into' | null> {
  const { rows } = await sql<{ side: 'from' | 'into' | null }>`
    select merge_under_way(${partnerId}) as side`.execute(tx.sql);
  return rows[0]!.side;
}

/** Lets PostgreSQL learn how many people there are, where it does not know. */
export async function learnSizesOfPeople(tx: NetworkTransaction): Promise<void> {
  await sql`select learn_sizes_of_people()`.execute(tx.sql);
}
