import { sql } from 'kysely';
import type { NetworkTransaction, TenantTransaction } from './database.ts';

export interface UnmatchedRow {
  readonly recordId: string;
  readonly partnerId: string;
  readonly partnerName: string;
  readonly workEmail: string;
  readonly provider: string;
  readonly skill: string;
  readonly achievedOn: string;
  readonly recordedAt: Date;
  /** Of the company, with this e-mail; null when there is none. */
  readonly userId: string | null;
}

/** Text that LIKE finds as it is written. */
function part(text: string): string {
  return `%${text.replace(/[\\%_]/g, (sign) => `\\${sign}`)}%`;
}

/** What waits in all companies, the latest first, and how much there is. */
export async function listUnmatched(
  tx: NetworkTransaction,
  search: string,
  page: { readonly limit: number; readonly offset: number },
): Promise<{ readonly value: readonly UnmatchedRow[]; readonly count: number }> {
  const found =
    search === ''
      ? sql``
      : sql`and (r.work_email ilike ${part(search)} or r.skill ilike ${part(search)} or p.name ilike ${part(search)})`;
  const waiting = sql`unmatched_skill_record r join partner p using (partner_id) where r.voided_at is null ${found}`;
  const { rows } = await sql<UnmatchedRow>`
    select r.unmatched_id as "recordId", r.partner_id as "partnerId", p.name as "partnerName",
      r.work_email as "workEmail", r.provider, r.skill, r.achieved_on as "achievedOn", r.recorded_at as "recordedAt",
      (select c.user_id from user_contact c
        where c.partner_id = r.partner_id and c.email_key = lower(r.work_email)) as "userId"
    from ${waiting} order by r.recorded_at desc, r.unmatched_id limit ${page.limit} offset ${page.offset}`.execute(
    tx.sql,
  );
  const counted = await sql<{ count: number }>`select count(*)::int as count from ${waiting}`.execute(tx.sql);
  return { value: rows, count: counted.rows[0]!.count };
}

/** Takes a record out of the queue for good; the fact that it came stays. False when it does not wait. */
export async function withdrawUnmatched(tx: TenantTransaction, recordId: string): Promise<boolean> {
  const { numUpdatedRows } = await tx.sql
    .updateTable('unmatched_skill_record')
    .set({ voided_at: tx.now })
    .where('partner_id', '=', tx.partnerId)
    .where('unmatched_id', '=', recordId)
    .where('voided_at', 'is', null)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}
