import { sql } from 'kysely';
import { actorText, type TenantTransaction } from './database.ts';

export type CheckVerdict = 'confirmed' | 'disputed';

/** What a person has said of a record that is listed as his or hers. */
export interface RecordCheck {
  readonly userId: string;
  readonly recordId: string;
  readonly verdict: CheckVerdict;
  readonly checkedAt: Date;
}

export interface ListCheckRequest {
  readonly userId: string;
  readonly askedAt: Date;
}

/** What stands, of one person or of everybody. */
export async function recordChecks(
  tx: TenantTransaction,
  userId: string | null,
): Promise<readonly RecordCheck[]> {
  const query = tx.sql
    .selectFrom('record_check')
    .select(['user_id as userId', 'record_id as recordId', 'verdict', 'recorded_at as checkedAt'])
    .where('partner_id', '=', tx.partnerId)
    .where('voided_at', 'is', null)
    .orderBy('record_id');
  return (userId === null ? query : query.where('user_id', '=', userId)).execute();
}

/** When each person was asked last. */
export async function listCheckRequests(
  tx: TenantTransaction,
  userId: string | null,
): Promise<readonly ListCheckRequest[]> {
  const some = userId === null ? sql`` : sql`and user_id = ${userId}`;
  const { rows } = await sql<ListCheckRequest>`
    select user_id as "userId", max(asked_at) as "askedAt" from list_check_request
    where partner_id = ${tx.partnerId} ${some} group by user_id order by user_id`.execute(tx.sql);
  return rows;
}

export async function addListCheckRequests(tx: TenantTransaction, userIds: readonly string[]): Promise<void> {
  if (userIds.length === 0) return;
  await tx.sql
    .insertInto('list_check_request')
    .values(
      userIds.map((userId) => ({
        partner_id: tx.partnerId,
        user_id: userId,
        asked_at: tx.now,
        asked_by: actorText(tx.actor),
      })),
    )
    .onConflict((known) => known.doNothing())
    .execute();
}

/**
 * Keeps what a person says of own records; said again it changes nothing, said otherwise it replaces what was said.
 * Answers how many are new.
 */
export async function keepRecordChecks(
  tx: TenantTransaction,
  userId: string,
  checks: readonly Pick<RecordCheck, 'recordId' | 'verdict'>[],
): Promise<number> {
  // Of two windows of one person the second waits for the first.
  await sql`select from app_user where partner_id = ${tx.partnerId} and user_id = ${userId} for update`.execute(
    tx.sql,
  );
  const standing = new Map((await recordChecks(tx, userId)).map((one) => [one.recordId, one.verdict]));
  const fresh = checks.filter(({ recordId, verdict }) => standing.get(recordId) !== verdict);
  if (fresh.length === 0) return 0;
  await tx.sql
    .updateTable('record_check')
    .set({ voided_at: tx.now })
    .where('partner_id', '=', tx.partnerId)
    .where('user_id', '=', userId)
    .where('voided_at', 'is', null)
    .where(
      'record_id',
      'in',
      fresh.map(({ recordId }) => recordId),
    )
    .execute();
  await tx.sql
    .insertInto('record_check')
    .values(
      fresh.map(({ recordId, verdict }) => ({
        partner_id: tx.partnerId,
        user_id: userId,
        record_id: recordId,
        verdict,
        recorded_at: tx.now,
        recorded_by: actorText(tx.actor),
      })),
    )
    .execute();
  return fresh.length;
}
