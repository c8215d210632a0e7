/**
 * The people of a partner as the rows tell them: what evidence is packed from, and what proves it. Everything here
 * asks for its partner by name, so that it answers the same with the sight of the network.
 */
import { type RawBuilder, sql } from 'kysely';
import type {
  FactsAccount,
  FactsAssociation,
  FactsPerson,
  FactsRecord,
} from '../domain/facts/facts-document.ts';
import type { AnyTransaction } from './database.ts';
import type { SkillRecordRow } from './skill-record-row.ts';

export interface PeopleAsked {
  readonly partnerId: string;
  /** Some of its people; `null` means everybody. */
  readonly users: readonly string[] | null;
  /** People as they were known at this instant (milliseconds since 1970); absent: as they are known now. */
  readonly knownAt?: number;
}

/** An instant in milliseconds, which may have a fraction, as the database compares it. */
function instantOf(milliseconds: number): RawBuilder<Date> {
  return sql<Date>`to_timestamp(${milliseconds}::numeric / 1000)`;
}

/** That a fact was recorded and not taken back, as far as the asked time knows. */
function stands({ knownAt }: PeopleAsked): RawBuilder<boolean> {
  if (knownAt === undefined) return sql`voided_at is null`;
  const at = instantOf(knownAt);
  return sql`recorded_at <= ${at} and (voided_at is null or voided_at > ${at})`;
}

interface UserRow {
  readonly user_id: string;
  readonly employed_from: string | null;
  readonly employed_until: string | null;
}

interface ClaimRow {
  readonly provider: string;
  readonly account_id: string;
  readonly user_id: string;
  readonly via: 'partner-center' | 'pmc';
  readonly begins: string;
  readonly ends: string | null;
}

/** Instants are as PostgreSQL writes them: a file's records share one, so text is told apart faster than dates. */
interface RecordRow extends SkillRecordRow {
  readonly voided_at: string | null;
}

function accountKey(row: { readonly provider: string; readonly account_id: string }): string {
  return `${row.provider}\n${row.account_id}`;
}

/**
 * Accounts that the asked people claim, each once. What is on them is looked up account by account (`offset 0` keeps
 * PostgreSQL from making a join of it): right after a large import it does not know yet how much there is of anything,
 * and would read all of a company for the sake of one person.
 */
function claimedAccounts(asked: PeopleAsked): RawBuilder<unknown> {
  const { partnerId, users } = asked;
  const some = users === null ? sql`` : sql`and user_id = any(${users}::uuid[])`;
  return sql`(select distinct provider, account_id from account_claim
    where partner_id = ${partnerId} and ${stands(asked)} ${some})`;
}

/**
 * Who is disabled does not count while it lasts. Who was erased is told without a name: what was true of the company
 * on a past day stays true.
 */
function usersQuery({ partnerId, users, knownAt }: PeopleAsked): RawBuilder<UserRow> {
  const some = users === null ? sql`` : sql`and u.user_id = any(${users}::uuid[])`;
  if (knownAt === undefined) {
    return sql<UserRow>`
      select u.user_id, u.employed_from, least(u.employed_until, u.disabled_on) as employed_until
      from app_user u where u.partner_id = ${partnerId} ${some}
      order by u.user_id`;
  }
  const at = instantOf(knownAt);
  return sql<UserRow>`
    select u.user_id, d.employed_from, least(d.employed_until, d.disabled_on) as employed_until
    from app_user u
    cross join lateral (
      select employed_from, employed_until, disabled_on, known_until from earlier_employment e
        where e.partner_id = u.partner_id and e.user_id = u.user_id and e.known_until > ${at}
      union all select u.employed_from, u.employed_until, u.disabled_on, 'infinity'
      order by known_until limit 1) as d
    where u.partner_id = ${partnerId} and u.created_at <= ${at} ${some}
    order by u.user_id`;
}

/**
 * Colleagues' claims on the same accounts are among them. Association days are UTC days: an association begun at noon
 * counts from that day on.
 */
function claimsQuery(asked: PeopleAsked): RawBuilder<ClaimRow> {
  const ofPartner = sql`partner_id = ${asked.partnerId} and ${stands(asked)}`;
  const claims =
    asked.users === null
      ? sql`account_claim c where ${ofPartner}`
      : sql`${claimedAccounts(asked)} as own cross join lateral (select * from account_claim
          where ${ofPartner} and provider = own.provider and account_id = own.account_id offset 0) as c`;
  return sql<ClaimRow>`
    select c.provider, c.account_id, c.user_id, c.via,
      (lower(c.period) at time zone 'UTC')::date as begins, (upper(c.period) at time zone 'UTC')::date as ends
    from ${claims} order by lower(c.period), c.claim_id`;
}

interface MergeRow {
  readonly provider: string;
  readonly account_id: string;
  readonly into_account_id: string;
}

/** Into which account each of the claimed ones was merged. */
function mergesQuery(asked: PeopleAsked): RawBuilder<MergeRow> {
  return sql<MergeRow>`
    select m.provider, m.account_id, m.into_account_id
    from ${claimedAccounts(asked)} as own cross join lateral (select * from learning_account_merge
      where ${stands(asked)} and provider = own.provider and account_id = own.account_id offset 0) as m`;
}

/** All of a company in one pass over its claims; of some people by their accounts. The wall is the same. */
function recordsQuery(asked: PeopleAsked): RawBuilder<RecordRow> {
  const columns = sql`r.record_id, r.provider, r.account_id, r.skill, r.achieved_on, r.expires_on, r.revoked_on,
    r.source, r.certificate_number, r.grade, r.recorded_at::text, r.voided_at::text`;
  if (asked.users === null) return sql<RecordRow>`select ${columns} from readable_skill_records() r`;
  return sql<RecordRow>`
    select ${columns}
    from ${claimedAccounts(asked)} as own
    cross join lateral (select max(coalesce(upper(period), 'infinity')) as until from account_claim
      where partner_id = ${asked.partnerId} and voided_at is null
        and provider = own.provider and account_id = own.account_id) as held
    cross join lateral (select * from skill_record
      where provider = own.provider and account_id = own.account_id and achieved_on <= held.until::date
      offset 0) as r`;
}

/** Of more people than this the one text that tells everything would be long. */
const FEW = 100;

interface PeopleRows {
  readonly users: readonly UserRow[];
  readonly claims: readonly ClaimRow[];
  readonly merges: readonly MergeRow[];
  readonly records: readonly RecordRow[];
}

async function rowsOfMany(tx: AnyTransaction, asked: PeopleAsked): Promise<PeopleRows> {
  const { rows: users } = await usersQuery(asked).execute(tx.sql);
  const { rows: claims } = await claimsQuery(asked).execute(tx.sql);
  const { rows: merges } = await mergesQuery(asked).execute(tx.sql);
  const { rows: records } = await recordsQuery(asked).execute(tx.sql);
  return { users, claims, merges, records };
}

/** What a new fact changes is told in one statement, because somebody waits for each. */
async function rowsOfFew(tx: AnyTransaction, asked: PeopleAsked): Promise<PeopleRows> {
  const told = (query: RawBuilder<unknown>) =>
    sql`(select coalesce(json_agg(own), '[]') from (${query}) as own)`;
  const { rows } = await sql<PeopleRows>`
    select ${told(usersQuery(asked))} as users, ${told(claimsQuery(asked))} as claims,
      ${told(mergesQuery(asked))} as merges, ${told(recordsQuery(asked))} as records`.execute(tx.sql);
  return rows[0]!;
}

type InstantText = (written: string) => string;

/** RFC 3339 of what PostgreSQL wrote, worked out once for each instant. */
function instantTexts(): InstantText {
  const known = new Map<string, string>();
  return (written) => {
    let text = known.get(written);
    if (text === undefined) {
      text = new Date(written).toISOString();
      known.set(written, text);
    }
    return text;
  };
}

function recordOf(row: RecordRow, instant: InstantText): FactsRecord {
  return {
    id: row.record_id,
    skill: row.skill,
    achievedOn: row.achieved_on,
    accountId: row.account_id,
    expiresOn: row.expires_on,
    revokedOn: row.revoked_on,
    source: row.source,
    recordedAt: instant(row.recorded_at),
    voidedAt: row.voided_at === null ? null : instant(row.voided_at),
    certificateNumber: row.certificate_number,
    grade: row.grade,
  };
}

/**
 * Each account's records by the user who holds it now, else held it last: an account that moved from one
 * colleague to another is claimed by both, and its records are told once.
 */
function recordsByHolder(
  claims: readonly ClaimRow[],
  rows: readonly RecordRow[],
): Map<string, FactsRecord[]> {
  const holders = new Map<string, ClaimRow>();
  for (const claim of claims) {
    const known = holders.get(accountKey(claim));
    if (known === undefined || known.ends !== null) holders.set(accountKey(claim), claim);
  }
  const instant = instantTexts();
  const byHolder = new Map<string, FactsRecord[]>();
  for (const row of rows) {
    const holder = holders.get(accountKey(row))?.user_id;
    // Claimed since the claims were read: the next question will load it.
    if (holder === undefined) continue;
    const own = byHolder.get(holder);
    if (own === undefined) byHolder.set(holder, [recordOf(row, instant)]);
    else own.push(recordOf(row, instant));
  }
  for (const records of byHolder.values()) records.sort((left, right) => (left.id < right.id ? -1 : 1));
  return byHolder;
}

function associationOf(claim: ClaimRow): FactsAssociation {
  const { account_id: accountId, provider, via, begins: from, ends: until } = claim;
  return { accountId, from, provider, via, until };
}

function personOf(
  user: UserRow,
  claims: readonly ClaimRow[],
  records: readonly FactsRecord[],
  merges: ReadonlyMap<string, string>,
): FactsPerson {
  const accounts = new Map(claims.map((claim) => [accountKey(claim), claim]));
  return {
    id: user.user_id,
    employedFrom: user.employed_from,
    employedUntil: user.employed_until,
    accounts: [...accounts].map(
      ([key, { account_id: accountId, provider }]): FactsAccount => ({
        accountId,
        provider,
        mergedInto: merges.get(key) ?? null,
      }),
    ),
    associations: claims.map(associationOf),
    records,
  };
}

function claimsByUser(claims: readonly ClaimRow[]): ReadonlyMap<string, ClaimRow[]> {
  const byUser = new Map<string, ClaimRow[]>();
  for (const claim of claims) {
    const own = byUser.get(claim.user_id);
    if (own === undefined) byUser.set(claim.user_id, [claim]);
    else own.push(claim);
  }
  return byUser;
}

/** Whether somebody who was known at an instant, or what is known of anybody, has changed since. */
export async function peopleChangedSince(
  tx: AnyTransaction,
  partnerId: string,
  knownAt: number,
): Promise<boolean> {
  const at = instantOf(knownAt);
  const since = sql`(recorded_at > ${at} or voided_at > ${at})`;
  const { rows } = await sql<{ changed: boolean }>`
    select exists (select from app_user where partner_id = ${partnerId} and created_at > ${at})
      or exists (select from earlier_employment where partner_id = ${partnerId} and known_until > ${at})
      or exists (select from account_claim where partner_id = ${partnerId} and ${since})
      or exists (select from account_claim c join learning_account_merge m using (provider, account_id)
        where c.partner_id = ${partnerId} and (m.recorded_at > ${at} or m.voided_at > ${at})) as changed
  `.execute(tx.sql);
  return rows[0]!.changed;
}

/** The asked people with all that evaluations use of them, by id. */
export async function loadPeopleFromRows(tx: AnyTransaction, asked: PeopleAsked): Promise<FactsPerson[]> {
  const few = asked.users !== null && asked.users.length <= FEW;
  const rows = await (few ? rowsOfFew(tx, asked) : rowsOfMany(tx, asked));
  const merges = new Map(rows.merges.map((row) => [accountKey(row), row.into_account_id]));
  const records = recordsByHolder(rows.claims, rows.records);
  const claimsOf = claimsByUser(rows.claims);
  return rows.users.map((user) =>
    personOf(user, claimsOf.get(user.user_id) ?? [], records.get(user.user_id) ?? [], merges),
  );
}
