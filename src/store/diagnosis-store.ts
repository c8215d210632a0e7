/**
 * What a diagnosis looks up beyond the facts of the company. Some of it lies across the walls: no row of another
 * company is handed on, and of an account elsewhere no more than that the one association has ended the other.
 */
import { sql } from 'kysely';
import type { OtherAccount } from '../domain/diagnosis/diagnose-person.ts';
import { type TenantTransaction, withNetworkSight } from './database.ts';

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

/**
 * Records of the company that came with one of the addresses, found no account and have not come to an account of the
 * person since, by provider and address.
 */
export async function unmatchedRecordsOf(
  tx: TenantTransaction,
  userId: string,
  emails: readonly string[],
): Promise<readonly { readonly provider: string; readonly email: string; readonly records: number }[]> {
  const { rows } = await sql<{ provider: string; email: string; records: number }>`
    select u.provider, lower(u.work_email) as email, count(*)::integer as records
    from unmatched_skill_record u
    where u.partner_id = ${tx.partnerId} and u.voided_at is null
      and lower(u.work_email) = any(${emails.map((email) => email.toLowerCase())}::text[])
      and not exists (select from account_claim c
        join skill_record r on (r.provider, r.account_id) = (c.provider, c.account_id) and r.voided_at is null
        where c.partner_id = u.partner_id and c.user_id = ${userId} and c.voided_at is null
          and c.provider = u.provider and r.skill = u.skill and r.achieved_on = u.achieved_on)
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

interface OtherAccountRow {
  readonly provider: string;
  readonly accountId: string;
  readonly beside: string;
  readonly by: OtherAccount['by'];
  readonly records: number;
  readonly holdsSkill: boolean;
}

/**
 * Accounts beside the associated ones that are held to be the same person's: with the address that the provider knows
 * the associated account by, with the number of a certificate that stands on it, or associated here before. An account
 * that anybody else has associated is never told, nor one that is merged already.
 * @param skills ids by which the missed skill is known
 */
export async function otherAccounts(
  tx: TenantTransaction,
  userId: string,
  skills: readonly string[],
): Promise<readonly OtherAccount[]> {
  const { rows } = await withNetworkSight(tx, () =>
    sql<OtherAccountRow>`
      with own as (
        select distinct provider, account_id from account_claim
        where partner_id = ${tx.partnerId} and user_id = ${userId} and voided_at is null
          and period @> ${tx.now}::timestamptz
      ), candidate as (
        select k.provider, k.account_id, o.account_id as beside, 1 as place, 'e-mail' as by
        from own o
        join learning_account_contact mine using (provider, account_id)
        join learning_account_contact k on lower(k.email) = lower(mine.email) and k.provider = o.provider
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
      ), other as (
        select distinct on (provider, account_id) * from candidate c
        where not exists (select from own o
            where (o.provider, o.account_id) = (c.provider, c.account_id))
          and not exists (select from account_claim a
            where (a.provider, a.account_id) = (c.provider, c.account_id) and a.voided_at is null
              and a.period @> ${tx.now}::timestamptz)
          and not exists (select from learning_account_merge m
            where (m.provider, m.account_id) = (c.provider, c.account_id) and m.voided_at is null)
        order by provider, account_id, place
      )
      select x.provider, x.account_id as "accountId", x.beside, x.by, count(r.record_id)::integer as records,
        coalesce(bool_or(r.skill = any(${skills}::text[])), false) as "holdsSkill"
      from other x
      left join skill_record r on (r.provider, r.account_id) = (x.provider, x.account_id) and r.voided_at is null
      group by 1, 2, 3, 4 order by 1, 2`.execute(tx.sql),
  );
  return rows;
}
