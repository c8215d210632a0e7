import { sql } from 'kysely';
import { actorText, type TenantTransaction } from './database.ts';

export interface RepeatableRequest {
  readonly requestId: string;
  /** Of everything that was asked. */
  readonly requestHash: Buffer;
}

const KEPT_DAYS = 7;

/**
 * The answer that this caller was given to the request of this id, or `null`. While the transaction lasts the id is
 * the caller's: of two requests at once the second waits and finds the answer of the first.
 */
export async function findRepeated(
  tx: TenantTransaction,
  { requestId }: Pick<RepeatableRequest, 'requestId'>,
): Promise<{ readonly requestHash: Buffer; readonly answer: unknown } | null> {
  const caller = actorText(tx.actor);
  await sql`select pg_advisory_xact_lock(hashtext('jalon.request'), hashtext(${`${caller} ${requestId}`}))`.execute(
    tx.sql,
  );
  const row = await tx.sql
    .selectFrom('repeatable_request')
    .select(['request_hash', 'answer'])
    .where('partner_id', '=', tx.partnerId)
    .where('caller', '=', caller)
    .where('request_id', '=', requestId)
    .executeTakeFirst();
  return row === undefined ? null : { requestHash: row.request_hash, answer: row.answer };
}

/** Keeps an answer for a week; what it holds must be neither secret nor personal. */
export async function keepAnswer(
  tx: TenantTransaction,
  request: RepeatableRequest,
  answer: unknown,
): Promise<void> {
  await tx.sql
    .deleteFrom('repeatable_request')
    .where('partner_id', '=', tx.partnerId)
    .where('created_at', '<', new Date(tx.now.getTime() - KEPT_DAYS * 86_400_000))
    .execute();
  await tx.sql
    .insertInto('repeatable_request')
    .values({
      partner_id: tx.partnerId,
      caller: actorText(tx.actor),
      request_id: request.requestId,
      request_hash: request.requestHash,
      answer: JSON.stringify(answer),
      created_at: tx.now,
    })
    .execute();
}
