/**
 * What a diagnosis looks up beyond the facts of the company. Some of it lies across the walls: no row of another
 * company is handed on, and of an account elsewhere no more than that the one association has ended the other.
 */
import { type RawBuilder, sql } from 'kysely';
import type { OtherAccount } from '../domain/diagnosis/diagnose-person.ts';
import { type TenantTransaction, withNetworkSight } from './database.ts';
import type { ProposalCauseKind } from './merge-proposals-store.ts';

/** Accounts of the person whose last association here has ended and that are associated with another company now. */
export async function accountsElsewhere(tx: TenantTransaction, userId: string): Promise<ReadonlySet<string>> {
  const { rows } = await withNetworkSight(tx, () =>
    sql<{ account: string }>`
      select distinct c.provider || ' ' || c.account_id as account
      from account_claim c
      where c.partner_id = ${tx.partnerId} and c.user_id = ${userId} and c.voided_at is null
        and exists (select from account_claim o
          where o.provider = c.provider and o.account_id = c.account_id and o.voided_at is null
            and o.partner_id <> c.partner_id and o.period @> ${tx.now}::timestamptz)`.execute(tx.sql),
  );
  return new Set(rows.map(({ account }) => account));
}

/** Merges of accounts of the person, either way, that stand. */
export async function mergesOf(
  tx: TenantTransaction,
  userId: string,
): Promise<readonly { readonly provider: string; readonly accountId: string; readonly at: Date }[]> {
  const { rows } = await sql<{ provider: string; accountId: string; at: Date }>`
    select distinct m.provider, m.account_id as "accountId", m.recorded_at as at
    from account_claim c
    join learning_account_merge m on (m.provider, m.account_id) = (c.provider, c.account_id)
      or (m.into_provider, m.into_account_id) = (c.provider, c.account_id)
    where c.partner_id = ${tx.partnerId} and c.user_id = ${userId} and c.voided_at is null
      and m.voided_at is null`.execute(tx.sql);
  return rows;
}

/** Records that came with an address and found no account. */
interface UnmatchedRecords {
  readonly provider: string;
  readonly email: string;
  readonly records: number;
}

/** SQL over `u`: the completion has not come to an account of the user since. */
function notComeSince(userId: RawBuilder<unknown>): RawBuilder<unknown> {
  return sql`not exists (select from account_claim c
    join skill_record r on (r.provider, r.account_id) = (c.provider, c.account_id) and r.voided_at is null
    where c.partner_id = u.partner_id and c.user_id = ${userId} and c.voided_at is null
      and c.provider = u.provider and r.skill = u.skill and r.achieved_on = u.achieved_on)`;
}

/**
 * Records of the company that came with one of the addresses, found no account and have not come to an account of the
 * person since, by provider and address.
 */
export async function unmatchedRecordsOf(
  tx: TenantTransaction,
  userId: string,
  emails: readonly string[],
): Promise<readonly UnmatchedRecords[]> {
  const { rows } = await sql<UnmatchedRecords>`
    select u.provider, lower(u.work_email) as email, count(*)::integer as records
    from unmatched_skill_record u
    where u.partner_id = ${tx.partnerId} and u.voided_at is null
      and lower(u.work_email) = any(${emails.map((email) => email.toLowerCase())}::text[])
      and ${notComeSince(sql`${userId}::uuid`)}
    group by 1, 2 order by 1, 2`.execute(tx.sql);
  return rows;
}

/** Addresses with which records came to the company and that no user of it has. */
export async function addressesOfNobody(
  tx: TenantTransaction,
  most: number,
): Promise<readonly { readonly email: string; readonly records: number }[]> {
  const { rows } = await sql<{ email: string; records: number }>`
    select lower(r.work_email) as email, count(*)::integer as records
    from unmatched_skill_record r
    where r.partner_id = ${tx.partnerId} and r.voided_at is null
      and not exists (select from user_contact c
        where c.partner_id = r.partner_id and c.email_key = lower(r.work_email))
    group by 1 order by 2 desc, 1 limit ${most}`.execute(tx.sql);
  return rows;
}

/** SQL: nobody has associated the account, anywhere, and it is not merged already. */
function isNobodys({ now }: TenantTransaction, account: RawBuilder<unknown>): RawBuilder<unknown> {
  return sql`not exists (select from account_claim a where (a.provider, a.account_id) = ${account}
      and a.voided_at is null and a.period @> ${now}::timestamptz)
    and not exists (select from learning_account_merge m
      where (m.provider, m.account_id) = ${account} and m.voided_at is null)`;
}

/**
 * Accounts beside the associated ones that are held to be the same person's: with the address that the provider knows
 * the associated account by, with the number of a certificate that stands on it, associated here before, or named by a
 * transcript of the person. An account that anybody else has associated is never told, nor one that is merged already or
 * that support has decided to leave apart. Of one that a transcript names nothing is told but that: whoever brought the
 * transcript may have written the number.
 * @param skills ids by which the missed skill is known
 */
export async function otherAccounts(
  tx: TenantTransaction,
  userId: string,
  skills: readonly string[],
): Promise<readonly OtherAccount[]> {
  const { rows } = await withNetworkSight(tx, () =>
    sql<OtherAccount>`
      with own as (
        select distinct provider, account_id from account_claim
        where partner_id = ${tx.partnerId} and user_id = ${userId} and voided_at is null
          and period @> ${tx.now}::timestamptz
      ), candidate as (
        select k.provider, k.account_id, o.account_id as beside, 1 as place, 'e-mail' as by
        from own o
        join learning_account_contact mine using (provider, account_id)
        join learning_account_contact k on k.email_key = mine.email_key and k.provider = o.provider
        union all
        select r.provider, r.account_id, o.account_id, 2, 'certificate'
        from own o
        join skill_record mine on (mine.provider, mine.account_id) = (o.provider, o.account_id)
          and mine.voided_at is null and mine.certificate_number <> ''
        join skill_record r on r.provider = mine.provider and r.certificate_number = mine.certificate_number
          and r.voided_at is null and r.certificate_number is not null
        union all
        select c.provider, c.account_id, o.account_id, 3, 'earlier'
        from account_claim c join own o on o.provider = c.provider
        where c.partner_id = ${tx.partnerId} and c.user_id = ${userId} and c.voided_at is null
        union all
        select p.provider, p.account_id, o.account_id, 4, 'transcript'
        from own o join merge_proposal p on (p.provider, p.into_account_id) = (o.provider, o.account_id)
        where p.closed_at is null and p.causes @> '[{"kind": "transcript"}]'
      ), other as (
        select distinct on (provider, account_id) * from candidate c
        where not exists (select from own o
            where (o.provider, o.account_id) = (c.provider, c.account_id))
          and ${isNobodys(tx, sql`(c.provider, c.account_id)`)}
          and not exists (select from merge_proposal p where p.closed_at is not null and p.provider = c.provider
            and least(p.account_id, p.into_account_id) = least(c.account_id, c.beside)
            and greatest(p.account_id, p.into_account_id) = greatest(c.account_id, c.beside))
        order by provider, account_id, place
      )
      select x.provider, x.account_id as "accountId", x.beside, x.by,
        case when x.by = 'transcript' then null else count(r.record_id)::integer end as records,
        x.by = 'transcript' or coalesce(bool_or(r.skill = any(${skills}::text[])), false) as "holdsSkill"
      from other x
      left join skill_record r on (r.provider, r.account_id) = (x.provider, x.account_id) and r.voided_at is null
      group by 1, 2, 3, 4 order by 1, 2`.execute(tx.sql),
  );
  return rows;
}

/** What the look at all accounts calls a cause, and what the diagnosis of a person calls it. */
const PROPOSED_BY: Readonly<Record<ProposalCauseKind, OtherAccount['by']>> = {
  'same-e-mail': 'e-mail',
  'same-certificate': 'certificate',
  'same-person': 'earlier',
  transcript: 'transcript',
};

/** Of each person of the company the accounts that are proposed to be merged into an associated one, by user. */
export async function proposedAccounts(
  tx: TenantTransaction,
): Promise<ReadonlyMap<string, readonly OtherAccount[]>> {
  const { rows } = await withNetworkSight(tx, () =>
    sql<Omit<OtherAccount, 'by' | 'holdsSkill'> & { userId: string; kind: ProposalCauseKind }>`
      select distinct c.user_id as "userId", p.provider, p.account_id as "accountId", p.into_account_id as beside,
        p.causes -> 0 ->> 'kind' as kind, null as records
      from merge_proposal p join account_claim c on (c.provider, c.account_id) = (p.provider, p.into_account_id)
      where c.partner_id = ${tx.partnerId} and c.voided_at is null and c.period @> ${tx.now}::timestamptz
        and p.closed_at is null
        and ${isNobodys(tx, sql`(p.provider, p.account_id)`)}
      order by 1, 2, 3`.execute(tx.sql),
  );
  return byUser(rows, ({ userId: _, kind, ...account }) => ({
    ...account,
    by: PROPOSED_BY[kind],
    holdsSkill: false,
  }));
}

/** Of each person of the company the records that came with the work e-mail and found no account, by user. */
export async function unmatchedRecordsOfAll(
  tx: TenantTransaction,
): Promise<ReadonlyMap<string, readonly UnmatchedRecords[]>> {
  const { rows } = await sql<UnmatchedRecords & { userId: string }>`
    select k.user_id as "userId", u.provider, k.email_key as email, count(*)::integer as records
    from unmatched_skill_record u
    join user_contact k on k.partner_id = u.partner_id and k.email_key = lower(u.work_email)
    where u.partner_id = ${tx.partnerId} and u.voided_at is null and ${notComeSince(sql`k.user_id`)}
    group by 1, 2, 3 order by 1, 2, 3`.execute(tx.sql);
  return byUser(rows, ({ userId: _, ...records }) => records);
}

function byUser<Row extends { readonly userId: string }, Told>(
  rows: readonly Row[],
  told: (row: Row) => Told,
): ReadonlyMap<string, readonly Told[]> {
  const all = new Map<string, Told[]>();
  for (const row of rows) {
    const own = all.get(row.userId);
    if (own === undefined) all.set(row.userId, [told(row)]);
    else own.push(told(row));
  }
  return all;
}
