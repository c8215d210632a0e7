/**
 * People of a company that becomes part of another one. They keep their id, so that their history and what they sign in
 * with stay theirs; at the former company they have left, and are told as they were for every time before. Everything is
 * done for all of them at once and with the sight of the network, in the transaction of the merge.
 */
import { sql } from 'kysely';
import { type Actor, actorText, type NetworkTransaction } from './database.ts';
import type { PartnerId } from './partner-id.ts';
import { dayOf } from './user-status.ts';

export interface SamePerson {
  /** At the company that becomes part of the other one. */
  readonly userId: string;
  /** The user of the other one who stays. */
  readonly keepUserId: string;
}

export interface MovedPeople {
  readonly from: PartnerId;
  readonly into: PartnerId;
  readonly same: readonly SamePerson[];
  /** Roles go with the people, and are joined to those of whoever is the same person. */
  readonly keepRoles: boolean;
  readonly pmcGoesOn: boolean;
  /** `YYYY-MM-DD`, the first day on which associations made in PMC no longer count; `null`: they have no end. */
  readonly pmcUntil: string | null;
}

/**
 * Takes the accounts and learning accounts of everybody who works there, in the order in which associations and records
 * take them: whoever associates in this moment is waited for, and then seen.
 * @returns ids of those who go on at the other company; who has left stays with its history
 */
export async function takePeople(tx: NetworkTransaction, from: PartnerId): Promise<readonly string[]> {
  const today = dayOf(tx.now);
  const { rows } = await sql<{ user_id: string }>`
    select user_id from app_user where partner_id = ${from} and status in ('active', 'disabled')
      and (employed_until is null or employed_until > ${today}::date)
    order by user_id for update`.execute(tx.sql);
  await sql`
    select from learning_account a where exists (select from account_claim c
      where c.provider = a.provider and c.account_id = a.account_id and c.partner_id = ${from}
        and c.voided_at is null and (upper_inf(c.period) or upper(c.period) > ${tx.now}))
    order by a.provider, a.account_id for no key update`.execute(tx.sql);
  return rows.map(({ user_id }) => user_id);
}

/**
 * Somebody who was named as the same person and does not work at the company, or whose user there is not to be kept.
 * Those who are to be kept are locked.
 */
export async function strangerAmong(
  tx: NetworkTransaction,
  { from, into, same }: Pick<MovedPeople, 'from' | 'into' | 'same'>,
): Promise<string | null> {
  if (same.length === 0) return null;
  const users = same.map(({ userId }) => userId);
  const kept = same.map(({ keepUserId }) => keepUserId);
  const { rows: going } = await sql<{ user_id: string }>`
    select user_id from app_user where partner_id = ${from} and user_id = any(${users}::uuid[])
      and status in ('active', 'disabled')
      and (employed_until is null or employed_until > ${dayOf(tx.now)}::date)`.execute(tx.sql);
  const { rows: staying } = await sql<{ user_id: string }>`
    select user_id from app_user where partner_id = ${into} and user_id = any(${kept}::uuid[])
      and status in ('active', 'disabled') order by user_id for update`.execute(tx.sql);
  const known = new Set([...going, ...staying].map(({ user_id }) => user_id));
  return [...users, ...kept].find((userId) => !known.has(userId)) ?? null;
}

/** So many people are moved by one statement: in between is told how far it is. */
const MOVED_AT_ONCE = 2_500;

/** Does something for people batch by batch; `moved` is told how many were in each. */
async function batchByBatch(
  people: readonly string[],
  move: (batch: readonly string[]) => Promise<void>,
  moved: (people: number) => void,
): Promise<void> {
  for (let from = 0; from < people.length; from += MOVED_AT_ONCE) {
    const batch = people.slice(from, from + MOVED_AT_ONCE);
    await move(batch);
    moved(batch.length);
  }
}

async function moveAccounts(
  tx: NetworkTransaction,
  { from, into, same }: MovedPeople,
  batch: readonly string[],
): Promise<void> {
  const kept = new Set(same.map(({ userId }) => userId));
  const moving = batch.filter((userId) => !kept.has(userId));
  const today = sql`${dayOf(tx.now)}::date`;
  await sql`
    insert into earlier_employment (partner_id, user_id, known_until, employed_from, employed_until, disabled_on)
    select partner_id, user_id, ${tx.now}, employed_from, employed_until, disabled_on from app_user
    where partner_id = ${from} and user_id = any(${batch}::uuid[]) on conflict do nothing`.execute(tx.sql);
  await sql`
    insert into app_user (partner_id, user_id, person_id, status, employed_from, employed_until, technical, locale,
      location_id, partner_university_since, last_sign_in_at, created_at, disabled_on, team)
    select ${into}, user_id, person_id, status, greatest(employed_from, ${today}), employed_until, technical, locale,
      location_id, partner_university_since, last_sign_in_at, ${tx.now},
      case when disabled_on is not null then greatest(disabled_on, employed_from, ${today}) end, team
    from app_user where partner_id = ${from} and user_id = any(${moving}::uuid[])`.execute(tx.sql);
  await sql`
    update app_user set status = 'left', employed_until = greatest(employed_from, ${today})
    where partner_id = ${from} and user_id = any(${batch}::uuid[])`.execute(tx.sql);
  await sql`
    update user_contact set moved_at = ${tx.now}
    where partner_id = ${from} and user_id = any(${moving}::uuid[])`.execute(tx.sql);
  await sql`
    insert into user_contact (partner_id, user_id, first_name, last_name, work_email)
    select ${into}, user_id, first_name, last_name, work_email from user_contact
    where partner_id = ${from} and user_id = any(${moving}::uuid[])`.execute(tx.sql);
}

/** Who is whom, as a table of the statement. */
function samePeople(same: readonly SamePerson[]) {
  const users = same.map(({ userId }) => userId);
  const kept = same.map(({ keepUserId }) => keepUserId);
  return sql`unnest(${users}::uuid[], ${kept}::uuid[]) as same (user_id, keep_user_id)`;
}

async function moveRoles(tx: NetworkTransaction, people: MovedPeople, all: readonly string[]) {
  const { from, into, same, keepRoles } = people;
  if (keepRoles) {
    await sql`
      insert into user_role (partner_id, user_id, role, granted_at, location_id)
      select distinct on (coalesce(same.keep_user_id, r.user_id), r.role)
        ${into}, coalesce(same.keep_user_id, r.user_id), r.role, ${tx.now}::timestamptz, r.location_id
      from user_role r left join ${samePeople(same)} on same.user_id = r.user_id
      where r.partner_id = ${from} and r.ended_at is null and r.user_id = any(${all}::uuid[])
      on conflict do nothing`.execute(tx.sql);
  }
  await sql`
    update user_role set ended_at = greatest(granted_at, ${tx.now})
    where partner_id = ${from} and ended_at is null`.execute(tx.sql);
}

/** What belongs to a person and hangs on the id alone. */
const OWN = [
  'credential',
  'temporary_password',
  'authenticator',
  'recovery_code',
  'passkey',
  'one_time_link',
  'notice_setting',
  'calendar_link',
  'report_token',
  'referral_recipient',
] as const;

/** Rounds of signing in that are under way at the former company, and what signs in whoever has left it. */
const UNDER_WAY = ['sign_in_challenge', 'oidc_round', 'association_proof', 'user_identity'] as const;

async function moveWaysIn(
  tx: NetworkTransaction,
  { from, into, same }: MovedPeople,
  moving: readonly string[],
) {
  for (const table of OWN) {
    await sql`
      update ${sql.table(table)} set partner_id = ${into}
      where partner_id = ${from} and user_id = any(${moving}::uuid[])`.execute(tx.sql);
  }
  await sql`set constraints user_identity_partner_id_provider_id_fkey deferred`.execute(tx.sql);
  await sql`update identity_provider set partner_id = ${into} where partner_id = ${from}`.execute(tx.sql);
  await sql`
    update user_identity i set partner_id = ${into}, user_id = who.keep_user_id
    from (select user_id, user_id as keep_user_id from unnest(${moving}::uuid[]) as moving (user_id)
      union all select same.user_id, same.keep_user_id from ${samePeople(same)}) as who
    where i.partner_id = ${from} and i.user_id = who.user_id`.execute(tx.sql);
  for (const table of UNDER_WAY) {
    await sql`delete from ${sql.table(table)} where partner_id = ${from}`.execute(tx.sql);
  }
}

/**
 * Ends every session at the former company. To be done last: whoever reads a page there meanwhile notes that the session
 * is in use, and would wait.
 */
export async function endSessions(tx: NetworkTransaction, from: PartnerId): Promise<void> {
  await sql`
    update session set ended_at = ${tx.now} where partner_id = ${from} and ended_at is null`.execute(tx.sql);
}

/**
 * Open associations end at the former company and go on at the other one in the same instant, under the same id: nobody
 * has begun one anew, and no limit is touched.
 */
async function moveClaims(
  tx: NetworkTransaction,
  people: MovedPeople,
  batch: readonly string[],
): Promise<number> {
  const { from, into, same, pmcGoesOn, pmcUntil } = people;
  const by = actorText(tx.actor as Actor);
  const { numAffectedRows } = await sql`
    with gone as (
      update account_claim set voided_at = ${tx.now}
      where partner_id = ${from} and voided_at is null and (upper_inf(period) or upper(period) > ${tx.now})
        and user_id = any(${batch}::uuid[])
      returning *),
    closed as (
      insert into account_claim (association_id, provider, account_id, partner_id, user_id, via, period,
        recorded_at, recorded_by)
      select association_id, provider, account_id, partner_id, user_id, via, tstzrange(lower(period), ${tx.now}),
        ${tx.now}, ${by}
      from gone where lower(period) < ${tx.now})
    insert into account_claim (association_id, provider, account_id, partner_id, user_id, via, period,
      recorded_at, recorded_by)
    select g.association_id, g.provider, g.account_id, ${into}, coalesce(same.keep_user_id, g.user_id), g.via,
      tstzrange(greatest(lower(g.period), ${tx.now}),
        case when g.via = 'pmc' and ${pmcUntil}::timestamptz is not null
          then case when upper_inf(g.period) then ${pmcUntil}::timestamptz
            else least(upper(g.period), ${pmcUntil}::timestamptz) end
          else upper(g.period) end),
      ${tx.now}, ${by}
    from gone g left join ${samePeople(same)} on same.user_id = g.user_id
    where g.via <> 'pmc' or ${pmcGoesOn}`.execute(tx.sql);
  return Number(numAffectedRows ?? 0);
}

/** Associations of whoever does not go on, because he or she has left, end with the company. */
async function endClaimsOfOthers(tx: NetworkTransaction, { from }: MovedPeople): Promise<void> {
  await sql`
    with gone as (
      update account_claim set voided_at = ${tx.now}
      where partner_id = ${from} and voided_at is null and (upper_inf(period) or upper(period) > ${tx.now})
      returning *)
    insert into account_claim (association_id, provider, account_id, partner_id, user_id, via, period,
      recorded_at, recorded_by)
    select association_id, provider, account_id, partner_id, user_id, via, tstzrange(lower(period), ${tx.now}),
      ${tx.now}, ${actorText(tx.actor as Actor)}
    from gone where lower(period) < ${tx.now}`.execute(tx.sql);
}

/** Records that wait for an account of somebody who goes on wait at the other company. */
async function moveUnmatched(tx: NetworkTransaction, { from, into }: MovedPeople): Promise<void> {
  await sql`
    with gone as (
      update unmatched_skill_record set voided_at = ${tx.now} where partner_id = ${from} and voided_at is null
      returning *)
    insert into unmatched_skill_record (partner_id, provider, work_email, skill, achieved_on, expires_on, revoked_on,
      source, external_id, certificate_number, grade, title_as_given, recorded_at, recorded_by)
    select ${into}, provider, work_email, skill, achieved_on, expires_on, revoked_on, source, external_id,
      certificate_number, grade, title_as_given, ${tx.now}, recorded_by
    from gone on conflict do nothing`.execute(tx.sql);
}

export interface PeopleMoved {
  readonly people: number;
  readonly samePeople: number;
  readonly associations: number;
}

/**
 * @param all what `takePeople` has answered in this transaction
 * @param moved is told again and again how many people more have come so far
 */
export async function movePeople(
  tx: NetworkTransaction,
  people: MovedPeople,
  all: readonly string[],
  moved: (phase: 'people' | 'associations', people: number) => void,
): Promise<PeopleMoved> {
  const kept = new Set(people.same.map(({ userId }) => userId));
  const moving = all.filter((userId) => !kept.has(userId));
  await batchByBatch(
    all,
    (batch) => moveAccounts(tx, people, batch),
    (count) => moved('people', count),
  );
  await moveRoles(tx, people, all);
  await moveWaysIn(tx, people, moving);
  let associations = 0;
  await batchByBatch(
    all,
    async (batch) => {
      associations += await moveClaims(tx, people, batch);
    },
    (count) => moved('associations', count),
  );
  await endClaimsOfOthers(tx, people);
  await moveUnmatched(tx, people);
  return { people: moving.length, samePeople: people.same.length, associations };
}
