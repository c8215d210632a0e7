/** Work under way at a company that becomes part of another one: what goes on there, and what ends. */
import { sql } from 'kysely';
import type { NetworkTransaction } from './database.ts';
import type { MergedCompanies } from './merged-companies-facts-store.ts';
import type { SamePerson } from './merged-people-store.ts';

const OPEN = sql`state <> 'closed'`;

/** Open cases go on under the next numbers of the other company; at the former one they are closed, with what was said. */
async function moveCases(
  tx: NetworkTransaction,
  { from, into }: MergedCompanies,
  same: readonly SamePerson[],
): Promise<number> {
  const { rows } = await sql<{ case_id: string }>`
    select case_id from support_case where partner_id = ${from} and ${OPEN} order by number for update`.execute(
    tx.sql,
  );
  const cases = rows.map(({ case_id }) => case_id);
  if (cases.length === 0) return 0;
  const users = same.map(({ userId }) => userId);
  const kept = same.map(({ keepUserId }) => keepUserId);
  // About somebody who has left there is nobody to go on with.
  await sql`
    insert into support_case (partner_id, case_id, number, kind, user_id, skill, source, other_account, state, opened_by,
      opened_at, changed_at, due_on)
    select ${into}, c.case_id, row_number() over (order by c.number)
        + coalesce((select max(number) from support_case where partner_id = ${into}), 0),
      c.kind, coalesce(k.keep_user_id, c.user_id), c.skill, c.source, c.other_account, c.state, c.opened_by,
      c.opened_at, ${tx.now}, c.due_on
    from support_case c
      left join unnest(${users}::uuid[], ${kept}::uuid[]) as k (user_id, keep_user_id) on k.user_id = c.user_id
    where c.partner_id = ${from} and c.case_id = any(${cases}::uuid[])
      and exists (select from app_user u
        where u.partner_id = ${into} and u.user_id = coalesce(k.keep_user_id, c.user_id))`.execute(tx.sql);
  await sql`
    insert into support_case_message (partner_id, case_id, message_id, at, author, side, content)
    select m.partner_id, m.case_id, m.message_id, m.at, m.author, m.side, m.content
    from (select ${into} as partner_id, case_id, message_id, at, author, side, content, position
      from support_case_message where partner_id = ${from}) as m
    join support_case c on c.partner_id = ${into} and c.case_id = m.case_id order by m.position`.execute(
    tx.sql,
  );
  await sql`
    insert into support_case_file (partner_id, case_id, file_id, kind, assembled, file_name, media_type, size, sha256,
      sealed_content, added_at, added_by)
    select ${into}, f.case_id, f.file_id, f.kind, f.assembled, f.file_name, f.media_type, f.size, f.sha256,
      f.sealed_content, f.added_at, f.added_by
    from support_case_file f join support_case c on c.partner_id = ${into} and c.case_id = f.case_id
    where f.partner_id = ${from}`.execute(tx.sql);
  await sql`
    update support_case set state = 'closed', outcome = 'withdrawn', due_on = null, changed_at = ${tx.now}
    where partner_id = ${from} and case_id = any(${cases}::uuid[])`.execute(tx.sql);
  return cases.length;
}

/** Enquiries of customers are moved and not doubled: they hold names of people outside. */
async function moveReferrals(tx: NetworkTransaction, { from, into }: MergedCompanies): Promise<number> {
  const { numAffectedRows } = await sql`
    insert into referral (partner_id, referral_id, state, sender_name, sender_email, sender_phone, sender_company,
      message, competency, locale, suspicion, received_at, changed_at, erased_at)
    select ${into}, referral_id, state, sender_name, sender_email, sender_phone, sender_company, message, competency,
      locale, suspicion, received_at, changed_at, erased_at
    from referral where partner_id = ${from}`.execute(tx.sql);
  await sql`update referral_event set partner_id = ${into} where partner_id = ${from}`.execute(tx.sql);
  await sql`delete from referral where partner_id = ${from}`.execute(tx.sql);
  return Number(numAffectedRows ?? 0);
}

/** The profile of the company that goes on is shown; addresses of the former one lead there where it has one. */
async function closeProfile(tx: NetworkTransaction, { from, into }: MergedCompanies): Promise<void> {
  await sql`delete from directory_listing where partner_id = ${from}`.execute(tx.sql);
  await sql`update business_profile set published_at = null where partner_id = ${from}`.execute(tx.sql);
  await sql`
    update business_profile_slug set partner_id = ${into} where partner_id = ${from}
      and exists (select from business_profile where partner_id = ${into})`.execute(tx.sql);
}

/** Nothing acts for the company any more, nothing waits for it, and the network no longer looks at it. */
async function endTheRest(tx: NetworkTransaction, { from }: MergedCompanies): Promise<void> {
  await sql`
    update api_token set revoked_at = ${tx.now} where partner_id = ${from} and revoked_at is null`.execute(
    tx.sql,
  );
  await sql`
    update report_schedule set ended_at = ${tx.now} where partner_id = ${from} and ended_at is null`.execute(
    tx.sql,
  );
  await sql`
    update membership_order set state = 'cancelled', ended_at = ${tx.now}
    where partner_id = ${from} and state in ('created', 'pending-payment')`.execute(tx.sql);
  await sql`
    update training_assignment set dropped_at = ${tx.now} where partner_id = ${from} and dropped_at is null`.execute(
    tx.sql,
  );
  for (const table of ['network_standing', 'network_failure', 'notice_round']) {
    await sql`delete from ${sql.table(table)} where partner_id = ${from}`.execute(tx.sql);
  }
}

export interface WorkMoved {
  readonly cases: number;
  readonly enquiries: number;
}

/** To be done after people have moved: cases are about them. */
export async function moveCompanyWork(
  tx: NetworkTransaction,
  companies: MergedCompanies,
  same: readonly SamePerson[],
): Promise<WorkMoved> {
  const cases = await moveCases(tx, companies, same);
  const enquiries = await moveReferrals(tx, companies);
  await closeProfile(tx, companies);
  await endTheRest(tx, companies);
  return { cases, enquiries };
}
