/** Records of deliveries that were refused, until they are accepted or put aside. */
import { type RawBuilder, sql } from 'kysely';
import { actorText, type NetworkTransaction, type TenantTransaction } from './database.ts';

export interface RefusedRecord {
  /** The id that the source gave it; of one without an id, what tells it from others. */
  readonly name: string;
  readonly item: number;
  readonly record: unknown;
  readonly reason: string;
}

/** Keeps what was refused; a record that is refused again stays the same row, with what was sent last. */
export async function addRejections(
  tx: NetworkTransaction,
  source: string,
  deliveryId: string,
  refused: readonly RefusedRecord[],
): Promise<void> {
  if (refused.length === 0) return;
  // One statement cannot write a row twice: what a delivery says last of a name stands.
  const byName = [...new Map(refused.map((each) => [each.name, each])).values()];
  await sql`
    insert into source_rejection (source, name, delivery_id, item, record, reason, first_at, last_at)
    select ${source}, name, ${deliveryId}::uuid, item, record, reason, ${tx.now}::timestamptz, ${tx.now}::timestamptz
    from jsonb_to_recordset(${JSON.stringify(byName)}::jsonb) as r (name text, item integer, record jsonb, reason text)
    order by name
    on conflict (partner_id, source, name) where state = 'open' do update
      set delivery_id = excluded.delivery_id, item = excluded.item, record = excluded.record,
        reason = excluded.reason, last_at = excluded.last_at, times = source_rejection.times + 1`.execute(
    tx.sql,
  );
}

/** Those of these names that were open are made good; a statement, or a part of one that does more. */
export function settlingRejections(
  tx: NetworkTransaction,
  source: string,
  names: readonly string[],
): RawBuilder<unknown> {
  return sql`
    update source_rejection set state = 'accepted', settled_at = ${tx.now}, settled_by = ${actorText(tx.actor)}
    where rejection_id = any(array(
      select rejection_id from source_rejection
      where partner_id = 'network' and source = ${source} and state = 'open' and name = any(${names}::text[])
      order by name for update))`;
}

export async function settleRejections(
  tx: NetworkTransaction,
  source: string,
  names: readonly string[],
): Promise<void> {
  await settlingRejections(tx, source, names).execute(tx.sql);
}

/** Puts one aside that will not be accepted; false when it is not open. */
export async function putAside(tx: TenantTransaction, source: string, rejectionId: string): Promise<boolean> {
  const { numUpdatedRows } = await tx.sql
    .updateTable('source_rejection')
    .set({ state: 'put-aside', settled_at: tx.now, settled_by: actorText(tx.actor) })
    .where('partner_id', '=', tx.partnerId)
    .where('source', '=', source)
    .where('rejection_id', '=', rejectionId)
    .where('state', '=', 'open')
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}

export interface OpenRejection {
  readonly rejectionId: string;
  readonly name: string;
  readonly record: unknown;
  readonly reason: string;
  readonly firstAt: Date;
  readonly lastAt: Date;
  readonly times: number;
}

/** The open ones of a source, the latest first. */
export async function listRejections(
  tx: TenantTransaction,
  source: string,
  page: { readonly limit: number; readonly offset: number },
): Promise<readonly OpenRejection[]> {
  return tx.sql
    .selectFrom('source_rejection')
    .select([
      'rejection_id as rejectionId',
      'name',
      'record',
      'reason',
      'first_at as firstAt',
      'last_at as lastAt',
      'times',
    ])
    .where('partner_id', '=', tx.partnerId)
    .where('source', '=', source)
    .where('state', '=', 'open')
    .orderBy('last_at', 'desc')
    .orderBy('item')
    .limit(page.limit)
    .offset(page.offset)
    .execute();
}

/** One that is open; null when there is none of this id. */
export async function findRejection(
  tx: TenantTransaction,
  source: string,
  rejectionId: string,
): Promise<{ readonly name: string; readonly record: unknown } | null> {
  const row = await tx.sql
    .selectFrom('source_rejection')
    .select(['name', 'record'])
    .where('partner_id', '=', tx.partnerId)
    .where('source', '=', source)
    .where('rejection_id', '=', rejectionId)
    .where('state', '=', 'open')
    .executeTakeFirst();
  return row ?? null;
}

/** How many are open, by source. */
export async function countRejections(tx: TenantTransaction): Promise<ReadonlyMap<string, number>> {
  const rows = await tx.sql
    .selectFrom('source_rejection')
    .select(({ fn }) => ['source', fn.countAll<number>().as('open')])
    .where('partner_id', '=', tx.partnerId)
    .where('state', '=', 'open')
    .groupBy('source')
    .execute();
  return new Map(rows.map((row) => [row.source, Number(row.open)]));
}
