/** Which companies have become part of which; the one place that makes one company of two. */
import { sql } from 'kysely';
import { recordAudit } from './audit-store.ts';
import {
  type Actor,
  type AnyTransaction,
  actorText,
  type NetworkTransaction,
  type SignInTransaction,
  withSightOf,
} from './database.ts';
import { settleEvidence } from './evidence-store.ts';
import { type FactsMoved, type FactsToRecord, moveCompanyFacts } from './merged-companies-facts-store.ts';
import { moveCompanyWork, type WorkMoved } from './merged-companies-work-store.ts';
import {
  endSessions,
  type MovedPeople,
  movePeople,
  type PeopleMoved,
  strangerAmong,
  takePeople,
} from './merged-people-store.ts';
import { NETWORK_PARTNER, type PartnerId } from './partner-id.ts';
import type { MergeProgress } from './partner-merge-runs-store.ts';
import { dayOf } from './user-status.ts';

/** Everything that was decided about a merge, and the evidence by which it was. */
export interface DecidedMerge extends MovedPeople, FactsToRecord {
  readonly reason: string;
  /** Versions of the evidence of both companies. */
  readonly judgedBy: { readonly from: number; readonly into: number };
}

export interface MergeCounts extends PeopleMoved, FactsMoved, WorkMoved {}

export type MergeCompaniesResult =
  | { readonly kind: 'merged'; readonly counts: MergeCounts }
  | { readonly kind: 'merged-already'; readonly company: PartnerId }
  /** A fact of one of them has changed since it was judged; nothing was done. */
  | { readonly kind: 'changed-meanwhile' }
  /** Somebody who was named as the same person is not among the people of the company, or not any more. */
  | { readonly kind: 'unknown-person'; readonly userId: string };

/** Merges are made one after the other over the whole network: of two the second one sees the first. */
async function takeTurn(tx: NetworkTransaction): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtext('jalon.partner-merges'))`.execute(tx.sql);
}

async function mergedAlready(tx: NetworkTransaction, companies: readonly PartnerId[]) {
  const row = await tx.sql
    .selectFrom('partner_merge')
    .select('partner_id')
    .where('partner_id', 'in', [...companies])
    .executeTakeFirst();
  return row === undefined ? null : (row.partner_id as PartnerId);
}

interface Companies {
  readonly from: PartnerId;
  readonly into: PartnerId;
}

/** The versions of both companies' evidence, which nobody can change any more until the transaction ends. */
async function heldVersions(tx: NetworkTransaction, { from, into }: Companies) {
  const { rows } = await sql<{ partner_id: string; version: number }>`
    select partner_id, version from partner_evidence where partner_id in (${from}, ${into})
    order by partner_id for update`.execute(tx.sql);
  const versionOf = (id: string) => Number(rows.find(({ partner_id }) => partner_id === id)?.version);
  return { from: versionOf(from), into: versionOf(into) };
}

/** An entry with both companies and one with the network, which alone reads the reason. */
async function tell(tx: NetworkTransaction, merge: DecidedMerge, counts: MergeCounts): Promise<void> {
  const { from, into, reason } = merge;
  const entries = [
    { partnerId: from, action: 'company.taken-over', details: { into } },
    { partnerId: into, action: 'company.took-over', details: { from, ...counts } },
    { partnerId: NETWORK_PARTNER, action: 'companies.merged', details: { from, into, reason, ...counts } },
  ];
  // Trails are lengthened in the order of partners, so that two transactions wait for each other instead of both forever.
  const inOrder = entries.sort((one, other) => (one.partnerId < other.partnerId ? -1 : 1));
  for (const { partnerId, ...entry } of inOrder) {
    await recordAudit({ ...tx, partnerId }, { ...entry, subject: `partner:${from}` });
  }
}

/** Phases in which each person who goes on is a step. */
const PHASES = 3;

/** Counts the steps of a merge of so many people. */
function stepsOf(people: number, told: (progress: MergeProgress) => void) {
  const total = Math.max(1, PHASES * people);
  let done = 0;
  return (phase: MergeProgress['phase'], count: number) => {
    done += count;
    told({ phase, done, total });
  };
}

/** Two companies whose facts nobody can change until the transaction ends. */
export interface HeldCompanies {
  readonly kind: 'held';
  /** Ids of those who go on. */
  readonly all: readonly string[];
  readonly versions: DecidedMerge['judgedBy'];
}

/**
 * Takes both companies, in the order in which associations and records take them, so that of those which meet one waits
 * for the other.
 */
export async function holdCompanies(
  tx: NetworkTransaction,
  companies: Companies,
): Promise<HeldCompanies | Extract<MergeCompaniesResult, { kind: 'merged-already' }>> {
  const { from, into } = companies;
  await takeTurn(tx);
  const merged = await mergedAlready(tx, [from, into]);
  if (merged !== null) return { kind: 'merged-already', company: merged };
  const all = await takePeople(tx, from);
  await sql`select from partner where partner_id = ${from} for update`.execute(tx.sql);
  return { kind: 'held', all, versions: await heldVersions(tx, companies) };
}

/**
 * Makes one company of two that are held by this transaction: all of it or nothing. What many people read (their sessions,
 * the trails) is locked last, and for a moment.
 * @param told how far it is, again and again
 */
export async function mergeCompanies(
  tx: NetworkTransaction,
  { all, versions }: HeldCompanies,
  merge: DecidedMerge,
  told: (progress: MergeProgress) => void,
): Promise<MergeCompaniesResult> {
  const { from, into } = merge;
  if (versions.from !== merge.judgedBy.from || versions.into !== merge.judgedBy.into) {
    return { kind: 'changed-meanwhile' };
  }
  const stranger = await strangerAmong(tx, merge);
  if (stranger !== null) return { kind: 'unknown-person', userId: stranger };
  const step = stepsOf(all.length, told);
  step('people', 0);
  // Everything that the triggers would take row by row is taken.
  await sql`select set_config('jalon.merging', 'yes', true)`.execute(tx.sql);
  const facts = await moveCompanyFacts(tx, merge, merge);
  const people = await movePeople(tx, merge, all, step);
  const work = await moveCompanyWork(tx, merge, merge.same);
  await sql`select set_config('jalon.merging', '', true)`.execute(tx.sql);
  const counts = { ...people, ...facts, ...work };
  await tx.sql
    .updateTable('partner')
    .set({ merged_at: tx.now, merged_into: into })
    .where('partner_id', '=', from)
    .execute();
  await tx.sql
    .insertInto('partner_merge')
    .values({
      partner_id: from,
      into_partner_id: into,
      reason: merge.reason,
      merged_at: tx.now,
      merged_by: actorText(tx.actor as Actor),
      counts: JSON.stringify(counts),
    })
    .execute();
  step('reports', 0);
  // Packed before the end, so that it is told; it speaks for each of the companies, and then for the network again.
  await withSightOf(tx, into, () => settleEvidence(tx));
  step('reports', all.length);
  await endSessions(tx, from);
  await tell(tx, merge, counts);
  return { kind: 'merged', counts };
}

export interface CompanyAfterMerges {
  readonly partnerId: PartnerId;
  readonly name: string;
}

/** The company that goes on for one that became part of another; `null` of one that goes on itself. */
export async function companyAfterMerges(
  tx: AnyTransaction | SignInTransaction,
  partnerId: PartnerId,
): Promise<CompanyAfterMerges | null> {
  const { rows } = await sql<{ partner_id: PartnerId; name: string }>`
    select partner_id, name from company_after_merges(${partnerId})`.execute(tx.sql);
  return rows[0] === undefined ? null : { partnerId: rows[0].partner_id, name: rows[0].name };
}

export interface KeptMerge {
  readonly from: { readonly partnerId: string; readonly name: string };
  readonly into: { readonly partnerId: string; readonly name: string };
  readonly reason: string;
  readonly mergedAt: Date;
  readonly mergedBy: string;
  readonly counts: MergeCounts;
}

/** Merges of companies, the latest first. */
export async function listPartnerMerges(
  tx: NetworkTransaction,
  { limit, offset }: { readonly limit: number; readonly offset: number },
): Promise<readonly KeptMerge[]> {
  const rows = await tx.sql
    .selectFrom('partner_merge as m')
    .innerJoin('partner as a', 'a.partner_id', 'm.partner_id')
    .innerJoin('partner as b', 'b.partner_id', 'm.into_partner_id')
    .select(['m.partner_id', 'a.name', 'm.into_partner_id', 'b.name as into_name'])
    .select(['m.reason', 'm.merged_at', 'm.merged_by', 'm.counts'])
    .orderBy('m.merged_at', 'desc')
    .orderBy('m.partner_id')
    .limit(limit)
    .offset(offset)
    .execute();
  return rows.map((row) => ({
    from: { partnerId: row.partner_id, name: row.name },
    into: { partnerId: row.into_partner_id, name: row.into_name },
    reason: row.reason,
    mergedAt: row.merged_at,
    mergedBy: row.merged_by,
    counts: row.counts as MergeCounts,
  }));
}

export interface SameCandidate {
  readonly userId: string;
  readonly name: string;
  readonly email: string;
  readonly keepUserId: string;
  readonly keepName: string;
  readonly keepEmail: string;
  /** The same person by id or by a learning account that both have claimed; else only the name is the same. */
  readonly because: 'person' | 'account' | 'name';
}

/** People of both companies who are probably one individual. An address signs in one user, so that it never is the same. */
export async function sameCandidates(
  tx: NetworkTransaction,
  from: PartnerId,
  into: PartnerId,
): Promise<readonly SameCandidate[]> {
  const { rows } = await sql<SameCandidate>`
    with people as (
      select u.partner_id, u.user_id, u.person_id, c.first_name, c.last_name, c.work_email
      from app_user u join user_contact c using (partner_id, user_id)
      where u.partner_id in (${from}, ${into}) and u.status in ('active', 'disabled')
        and (u.employed_until is null or u.employed_until > ${dayOf(tx.now)}::date)),
    pairs as (
      select a.user_id, b.user_id as keep_user_id, 1 as rank from people a join people b using (person_id)
        where a.partner_id = ${from} and b.partner_id = ${into}
      union all
      select x.user_id, y.user_id, 2 from account_claim x join account_claim y using (provider, account_id)
        where x.partner_id = ${from} and y.partner_id = ${into} and x.voided_at is null and y.voided_at is null
      union all
      select a.user_id, b.user_id, 3 from people a join people b
        on lower(a.first_name) = lower(b.first_name) and lower(a.last_name) = lower(b.last_name)
        where a.partner_id = ${from} and b.partner_id = ${into}),
    best as (select distinct on (user_id) user_id, keep_user_id, rank from pairs
      where user_id in (select user_id from people where partner_id = ${from})
        and keep_user_id in (select user_id from people where partner_id = ${into})
      order by user_id, rank, keep_user_id)
    select a.user_id as "userId", a.first_name || ' ' || a.last_name as name, a.work_email as email,
      b.user_id as "keepUserId", b.first_name || ' ' || b.last_name as "keepName", b.work_email as "keepEmail",
      (array['person', 'account', 'name'])[best.rank] as because
    from best join people a on a.partner_id = ${from} and a.user_id = best.user_id
      join people b on b.partner_id = ${into} and b.user_id = best.keep_user_id
    order by best.rank, name, "userId" limit 500`.execute(tx.sql);
  return rows;
}

export interface MovedWork {
  readonly moving: number;
  readonly staying: number;
  readonly associations: number;
  readonly pmcAssociations: number;
  readonly locations: number;
  readonly cases: number;
  readonly enquiries: number;
  readonly apiTokens: number;
  readonly directory: boolean;
  readonly schedules: number;
  readonly orders: number;
}

/** How much of what there is at a company, to be told before it becomes part of another one. */
export async function countWork(tx: NetworkTransaction, from: PartnerId): Promise<MovedWork> {
  const today = sql`${dayOf(tx.now)}::date`;
  const goesOn = sql`u.status in ('active', 'disabled') and (u.employed_until is null or u.employed_until > ${today})`;
  const claims = (via: string) => sql`(select count(*)::int from account_claim c
    join app_user u using (partner_id, user_id)
    where c.partner_id = ${from} and c.voided_at is null and upper_inf(c.period) and c.via = ${via} and ${goesOn})`;
  const { rows } = await sql<MovedWork>`
    select (select count(*)::int from app_user u where u.partner_id = ${from} and ${goesOn}) as moving,
      (select count(*)::int from app_user u where u.partner_id = ${from} and not (${goesOn})) as staying,
      ${claims('partner-center')} as associations, ${claims('pmc')} as "pmcAssociations",
      (select count(*)::int from location where partner_id = ${from}) as locations,
      (select count(*)::int from support_case where partner_id = ${from} and state <> 'closed') as cases,
      (select count(*)::int from referral where partner_id = ${from}) as enquiries,
      (select count(*)::int from api_token where partner_id = ${from} and revoked_at is null) as "apiTokens",
      exists (select from provisioned_user where partner_id = ${from}) as directory,
      (select count(*)::int from report_schedule where partner_id = ${from} and ended_at is null) as schedules,
      (select count(*)::int from membership_order where partner_id = ${from}
        and state in ('created', 'pending-payment')) as orders`.execute(tx.sql);
  return rows[0]!;
}
