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
 * Accounts that the asked people claim, and those that hang together with them by merges, each once. What is on them is
 * looked up account by account (`offset 0` keeps PostgreSQL from making a join of it): right after a large import it
 * does not know yet how much there is of anything, and would read all of a company for the sake of one person.
 */
function readAccounts({ partnerId, users, knownAt }: PeopleAsked): RawBuilder<unknown> {
  const known = knownAt === undefined ? sql`null` : instantOf(knownAt);
  return sql`read_accounts(${partnerId}, ${users}::uuid[], ${known}::timestamptz)`;
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
function claimsQuery(asked: PeopleAsked, accounts = readAccounts(asked)): RawBuilder<ClaimRow> {
  const ofPartner = sql`partner_id = ${asked.partnerId} and ${stands(asked)}`;
  const claims =
    asked.users === null
      ? sql`account_claim c where ${ofPartner}`
      : sql`${accounts} as own cross join lateral (select * from account_claim
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

/** Into which account each of those that are read was merged. */
function mergesQuery(asked: PeopleAsked, accounts = readAccounts(asked)): RawBuilder<MergeRow> {
  return sql<MergeRow>`
    select m.provider, m.account_id, m.into_account_id
    from ${accounts} as own cross join lateral (select * from learning_account_merge
      where ${stands(asked)} and provider = own.provider and account_id = own.account_id offset 0) as m
    order by m.provider, m.account_id`;
}

/** All of a company in one pass over its claims; of some people by their accounts. The wall is the same. */
function recordsQuery(asked: PeopleAsked, accounts = readAccounts(asked)): RawBuilder<RecordRow> {
  const columns = sql`r.record_id, r.provider, r.account_id, r.skill, r.achieved_on, r.expires_on, r.revoked_on,
    r.source, r.certificate_number, r.grade, r.recorded_at::text, r.voided_at::text`;
  if (asked.users === null) return sql<RecordRow>`select ${columns} from readable_skill_records() r`;
  return sql<RecordRow>`
    select ${columns}
    from ${accounts} as own
    cross join lateral (select * from skill_record
      where provider = own.provider and account_id = own.account_id and achieved_on <= own.until::date
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
  // The accounts are looked for once; each of the three questions about them would look for them again.
  const found = sql`found_accounts`;
  const { rows } = await sql<PeopleRows>`
    with found_accounts as materialized (select * from ${readAccounts(asked)})
    select ${told(usersQuery(asked))} as users, ${told(claimsQuery(asked, found))} as claims,
      ${told(mergesQuery(asked, found))} as merges, ${told(recordsQuery(asked, found))} as records`.execute(
    tx.sql,
  );
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

/** Whose user an account's facts are told with; `undefined` of an account that nobody of the partner has to do with. */
type HolderOf = (account: { readonly provider: string; readonly account_id: string }) => string | undefined;

/**
 * The user who holds an account now, else held it last: an account that moved from one colleague to another is claimed
 * by both, and its records are told once. Of an account that was merged it is whoever holds the one into which it was
 * merged, as far along as one is held here.
 */
function holdersOf(claims: readonly ClaimRow[], merges: readonly MergeRow[]): HolderOf {
  const holders = new Map<string, ClaimRow>();
  for (const claim of claims) {
    const known = holders.get(accountKey(claim));
    if (known === undefined || known.ends !== null) holders.set(accountKey(claim), claim);
  }
  const into = new Map(merges.map((row) => [accountKey(row), `${row.provider}\n${row.into_account_id}`]));
  return (account) => {
    let holder: string | undefined;
    const seen = new Set<string>();
    for (
      let at: string | undefined = accountKey(account);
      at !== undefined && !seen.has(at);
      at = into.get(at)
    ) {
      seen.add(at);
      holder = holders.get(at)?.user_id ?? holder;
    }
    return holder;
  };
}

function recordsByHolder(holderOf: HolderOf, rows: readonly RecordRow[]): Map<string, FactsRecord[]> {
  const instant = instantTexts();
  const byHolder = new Map<string, FactsRecord[]>();
  for (const row of rows) {
    const holder = holderOf(row);
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
  merged: readonly MergeRow[],
  merges: ReadonlyMap<string, string>,
): FactsPerson {
  const accounts = new Map([...claims, ...merged].map((row) => [accountKey(row), row]));
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

function byUser<Row>(
  rows: readonly Row[],
  userOf: (row: Row) => string | undefined,
): ReadonlyMap<string, Row[]> {
  const found = new Map<string, Row[]>();
  for (const row of rows) {
    const user = userOf(row);
    if (user === undefined) continue;
    const own = found.get(user);
    if (own === undefined) found.set(user, [row]);
    else own.push(row);
  }
  return found;
}

/** Ids of the people of whom another thing is known now than at an instant, their records aside. */
export async function peopleChangedSince(
  tx: AnyTransaction,
  partnerId: string,
  knownAt: number,
): Promise<readonly string[]> {
  const at = instantOf(knownAt);
  const since = sql`(recorded_at > ${at} or voided_at > ${at})`;
  const { rows } = await sql<{ user_id: string }>`
    select user_id from app_user where partner_id = ${partnerId} and created_at > ${at}
    union select user_id from earlier_employment where partner_id = ${partnerId} and known_until > ${at}
    union select user_id from account_claim where partner_id = ${partnerId} and ${since}
    union select c.user_id from account_claim c join (
        with recursive related (provider, account_id) as (
          select x.provider, x.account_id from learning_account_merge m cross join lateral (
            values (m.provider, m.account_id), (m.into_provider, m.into_account_id)) as x (provider, account_id)
          where m.recorded_at > ${at} or m.voided_at > ${at}
          union
          select x.provider, x.account_id from related r join learning_account_merge m
            on (r.provider, r.account_id) in ((m.provider, m.account_id), (m.into_provider, m.into_account_id))
          cross join lateral (
            values (m.provider, m.account_id), (m.into_provider, m.into_account_id)) as x (provider, account_id))
        select provider, account_id from related) as touched using (provider, account_id)
      where c.partner_id = ${partnerId}`.execute(tx.sql);
  return rows.map(({ user_id }) => user_id);
}

/** The asked people with all that evaluations use of them, by id. */
export async function loadPeopleFromRows(tx: AnyTransaction, asked: PeopleAsked): Promise<FactsPerson[]> {
  const few = asked.users !== null && asked.users.length <= FEW;
  const rows = await (few ? rowsOfFew(tx, asked) : rowsOfMany(tx, asked));
  const merges = new Map(rows.merges.map((row) => [accountKey(row), row.into_account_id]));
  const holderOf = holdersOf(rows.claims, rows.merges);
  const records = recordsByHolder(holderOf, rows.records);
  const claimsOf = byUser(rows.claims, ({ user_id }) => user_id);
  const mergedOf = byUser(rows.merges, holderOf);
  return rows.users.map((user) => {
    const of = <Row>(each: ReadonlyMap<string, Row[]>) => each.get(user.user_id) ?? [];
    return personOf(user, of(claimsOf), of(records), of(mergedOf), merges);
  });
}
