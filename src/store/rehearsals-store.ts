/** Changes of the rules tried out on the whole network: who asked, how far the work is, and whom they concern. */
import { sql } from 'kysely';
import type { RehearsalState } from './catalogue-tables.ts';
import {
  type AnyTransaction,
  actorText,
  type NetworkTransaction,
  type TenantTransaction,
} from './database.ts';
import { NETWORK_PARTNER, type PartnerId } from './partner-id.ts';

export interface NewRehearsal {
  readonly programme: string;
  readonly draftId: string;
  readonly revision: number;
  readonly fromCatalogue: string;
  readonly toCatalogue: string;
  /** `YYYY-MM-DD` */
  readonly firstDay: string;
  readonly lastDay: string;
}

export interface KeptRehearsal extends NewRehearsal {
  readonly rehearsalId: string;
  readonly requestedAt: Date;
  readonly requestedBy: string;
  readonly state: RehearsalState;
  readonly total: number;
  readonly done: number;
  readonly failed: number;
  readonly reached: string;
  readonly begunAt: Date | null;
  readonly begunDone: number;
  readonly finishedAt: Date | null;
  readonly reason: string | null;
}

const COLUMNS = [
  'rehearsal_id as rehearsalId',
  'programme',
  'draft_id as draftId',
  'revision',
  'from_catalogue as fromCatalogue',
  'to_catalogue as toCatalogue',
  'first_day as firstDay',
  'last_day as lastDay',
  'requested_at as requestedAt',
  'requested_by as requestedBy',
  'state',
  'total',
  'done',
  'failed',
  'reached',
  'begun_at as begunAt',
  'begun_done as begunDone',
  'finished_at as finishedAt',
  'reason',
] as const;

/** Whoever works on a rehearsal says so more often than this. */
const LEASE = sql<Date>`clock_timestamp() + interval '30 seconds'`;

export async function addRehearsal(tx: TenantTransaction, rehearsal: NewRehearsal): Promise<string> {
  const row = await tx.sql
    .insertInto('rehearsal')
    .values({
      programme: rehearsal.programme,
      draft_id: rehearsal.draftId,
      revision: rehearsal.revision,
      from_catalogue: rehearsal.fromCatalogue,
      to_catalogue: rehearsal.toCatalogue,
      first_day: rehearsal.firstDay,
      last_day: rehearsal.lastDay,
      requested_at: tx.now,
      requested_by: actorText(tx.actor),
      state: 'queued',
    })
    .returning('rehearsal_id')
    .executeTakeFirstOrThrow();
  return row.rehearsal_id;
}

export async function findRehearsal(tx: AnyTransaction, rehearsalId: string): Promise<KeptRehearsal | null> {
  const row = await tx.sql
    .selectFrom('rehearsal')
    .select(COLUMNS)
    .where('partner_id', '=', NETWORK_PARTNER)
    .where('rehearsal_id', '=', rehearsalId)
    .executeTakeFirst();
  return row ?? null;
}

/** The newest first. */
export async function rehearsalsOf(tx: AnyTransaction, draftId: string): Promise<readonly KeptRehearsal[]> {
  return tx.sql
    .selectFrom('rehearsal')
    .select(COLUMNS)
    .where('partner_id', '=', NETWORK_PARTNER)
    .where('draft_id', '=', draftId)
    .orderBy('requested_at', 'desc')
    .orderBy('rehearsal_id')
    .execute();
}

/** Takes over one that nobody works on, or of which nobody has said so for a while; `null` when there is none. */
export async function takeRehearsal(tx: NetworkTransaction, worker: string): Promise<KeptRehearsal | null> {
  const found = await tx.sql
    .selectFrom('rehearsal')
    .select('rehearsal_id')
    .where('partner_id', '=', NETWORK_PARTNER)
    .where('state', 'in', ['queued', 'running'])
    .where((where) =>
      where.or([where('lease_until', 'is', null), where('lease_until', '<', sql<Date>`clock_timestamp()`)]),
    )
    .orderBy('requested_at')
    .limit(1)
    .forUpdate()
    .skipLocked()
    .executeTakeFirst();
  if (found === undefined) return null;
  const { rows } = await sql<{ total: number }>`
    select count(*) as total from partner_evidence where partner_id <> ${NETWORK_PARTNER}
      and partner_id not in (select partner_id from partner_merge)`.execute(tx.sql);
  await tx.sql
    .updateTable('rehearsal')
    .set((set) => ({
      state: 'running',
      total: rows[0]!.total,
      begun_at: tx.now,
      begun_done: set.ref('done'),
      lease_until: LEASE,
      lease_by: worker,
    }))
    .where('partner_id', '=', NETWORK_PARTNER)
    .where('rehearsal_id', '=', found.rehearsal_id)
    .execute();
  return findRehearsal(tx, found.rehearsal_id);
}

/** Companies after one of them, in the order of their ids. */
export async function companiesAfter(
  tx: NetworkTransaction,
  after: string,
  limit: number,
): Promise<readonly PartnerId[]> {
  const rows = await tx.sql
    .selectFrom('partner_evidence')
    .select('partner_id')
    .where('partner_id', '>', after)
    .where('partner_id', '!=', NETWORK_PARTNER)
    // What became part of another company is rehearsed there.
    .where(sql<boolean>`partner_id not in (select partner_id from partner_merge)`)
    .orderBy('partner_id')
    .limit(limit)
    .execute();
  return rows.map(({ partner_id }) => partner_id as PartnerId);
}

export interface KeptChange {
  readonly kind: 'lost' | 'gained';
  readonly competency: string;
  readonly level: string;
  /** `YYYY-MM-DD` */
  readonly on: string;
  readonly until: string | null;
  readonly keptUntil: string | null;
}

export interface ConcernedCompany {
  readonly partnerId: PartnerId;
  readonly changes: readonly KeptChange[];
  /** Why it could not be asked. */
  readonly failure: string | null;
}

/**
 * What was found of the companies up to `reached`, while the work is this worker's.
 * @returns false when somebody has taken it over, or has stopped it: nothing is kept then
 */
export async function keepRehearsed(
  tx: NetworkTransaction,
  { rehearsalId, worker }: { readonly rehearsalId: string; readonly worker: string },
  found: readonly ConcernedCompany[],
  { companies, reached }: { readonly companies: number; readonly reached: string },
): Promise<boolean> {
  const failed = found.filter(({ failure }) => failure !== null).length;
  const { numUpdatedRows } = await tx.sql
    .updateTable('rehearsal')
    .set((set) => ({
      done: set('done', '+', companies),
      failed: set('failed', '+', failed),
      reached,
      lease_until: LEASE,
    }))
    .where('partner_id', '=', NETWORK_PARTNER)
    .where('rehearsal_id', '=', rehearsalId)
    .where('lease_by', '=', worker)
    .where('state', '=', 'running')
    .executeTakeFirst();
  if (numUpdatedRows === 0n) return false;
  if (found.length === 0) return true;
  const days = (changes: readonly KeptChange[]) => changes.map(({ on }) => on).sort();
  await tx.sql
    .insertInto('rehearsal_change')
    .values(
      found.map(({ partnerId, changes, failure }) => ({
        partner_id: partnerId,
        rehearsal_id: rehearsalId,
        changes: JSON.stringify(changes),
        lost: changes.filter(({ kind }) => kind === 'lost').length,
        gained: changes.filter(({ kind }) => kind === 'gained').length,
        first_on: days(changes)[0] ?? '9999-12-31',
        failure,
      })),
    )
    .execute();
  return true;
}

export async function endRehearsal(
  tx: AnyTransaction,
  rehearsalId: string,
  state: Extract<RehearsalState, 'done' | 'stopped' | 'failed'>,
  reason: string | null = null,
): Promise<void> {
  await tx.sql
    .updateTable('rehearsal')
    .set({ state, reason, finished_at: tx.now, lease_until: null, lease_by: null })
    .where('partner_id', '=', NETWORK_PARTNER)
    .where('rehearsal_id', '=', rehearsalId)
    .where('state', 'in', ['queued', 'running'])
    .execute();
}

/** A server that stops leaves the rest to whoever comes next. */
export async function leaveRehearsal(
  tx: NetworkTransaction,
  rehearsalId: string,
  worker: string,
): Promise<void> {
  await tx.sql
    .updateTable('rehearsal')
    .set({ lease_until: null, lease_by: null })
    .where('partner_id', '=', NETWORK_PARTNER)
    .where('rehearsal_id', '=', rehearsalId)
    .where('lease_by', '=', worker)
    .execute();
}

export type CompaniesShown = 'lost' | 'gained' | 'failed';

export interface ListedCompany extends ConcernedCompany {
  readonly partnerName: string;
}

function shown(tx: NetworkTransaction, rehearsalId: string, show: CompaniesShown | 'all') {
  const query = tx.sql
    .selectFrom('rehearsal_change as c')
    .innerJoin('partner as p', 'p.partner_id', 'c.partner_id')
    .where('c.rehearsal_id', '=', rehearsalId);
  if (show === 'failed') return query.where('c.failure', 'is not', null);
  return show === 'all' ? query : query.where(`c.${show}`, '>', 0);
}

/** Those that are concerned first before the others. */
export async function listRehearsed(
  tx: NetworkTransaction,
  rehearsalId: string,
  show: CompaniesShown | 'all',
  { skip, limit }: { readonly skip: number; readonly limit: number },
): Promise<readonly ListedCompany[]> {
  const rows = await shown(tx, rehearsalId, show)
    .select(['c.partner_id as partnerId', 'p.name as partnerName', 'c.changes', 'c.failure'])
    .orderBy('c.first_on')
    .orderBy('c.partner_id')
    .limit(limit)
    .offset(skip)
    .execute();
  return rows.map(({ partnerId, partnerName, changes, failure }) => ({
    partnerId: partnerId as PartnerId,
    partnerName,
    changes: changes as readonly KeptChange[],
    failure,
  }));
}

export interface RehearsedCounts {
  /** Companies, and the levels that they lose or gain. */
  readonly losing: number;
  readonly gaining: number;
  readonly lost: number;
  readonly gained: number;
  readonly failed: number;
}

export async function countRehearsed(tx: NetworkTransaction, rehearsalId: string): Promise<RehearsedCounts> {
  const { rows } = await sql<RehearsedCounts>`
    select count(*) filter (where lost > 0) as losing, count(*) filter (where gained > 0) as gaining,
      coalesce(sum(lost), 0)::int as lost, coalesce(sum(gained), 0)::int as gained,
      count(*) filter (where failure is not null) as failed
    from rehearsal_change where rehearsal_id = ${rehearsalId}`.execute(tx.sql);
  return rows[0]!;
}
