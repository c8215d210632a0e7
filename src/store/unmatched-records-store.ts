import { sql } from 'kysely';
import type { Account } from './account-claims.ts';
import type { TenantTransaction } from './database.ts';

/**
 * Records of the provider that came with this user's work e-mail before any account was associated move to the
 * account, under the ids that the import log named. They count as known from now on: nobody could use them
 * earlier. Answers how many were new to the account.
 */
export async function adoptUnmatchedRecords(
  tx: TenantTransaction,
  { provider, accountId, userId }: Account & { readonly userId: string },
): Promise<number> {
  const { rows } = await sql<{ record_id: string }>`
    WITH adopted AS (
      UPDATE unmatched_skill_record r SET voided_at = ${tx.now}
      FROM user_contact c
      WHERE r.partner_id = ${tx.partnerId} AND r.provider = ${provider} AND r.voided_at IS NULL
        AND c.partner_id = r.partner_id AND c.user_id = ${userId}
        AND c.email_key = lower(r.work_email)
      RETURNING r.*
    )
    INSERT INTO skill_record (record_id, provider, account_id, skill, achieved_on, expires_on, revoked_on, source,
      external_id, certificate_number, grade, title_as_given, recorded_at, imported_by, recorded_by)
    SELECT unmatched_id, provider, ${accountId}, skill, achieved_on, expires_on, revoked_on, source,
      external_id, certificate_number, grade, title_as_given, ${tx.now}, partner_id, recorded_by
    FROM adopted
    ON CONFLICT DO NOTHING
    RETURNING record_id`.execute(tx.sql);
  return rows.length;
}
