/** What sources have delivered: applied in the transaction of its records, or failed and kept to be applied again. */
import { sql } from 'kysely';
import {
  type AnyTransaction,
  actorText,
  type NetworkTransaction,
  type TenantTransaction,
} from './database.ts';
import { settlingRejections } from './source-rejections-store.ts';
import type { DeliveryState } from './source-tables.ts';

export interface DeliveryName {
  readonly source: string;
  /** As its sender calls it; null when it has no name. */
  readonly name: string | null;
  /** SHA-256 of what it holds. */
  readonly contentHash: Buffer;
}

export interface DeliveryCounts {
  readonly records: number;
  readonly created: number;
  readonly updated: number;
  readonly unchanged: number;
  readonly rejected: number;
}

export interface AppliedDelivery extends DeliveryName, DeliveryCounts {
  readonly lagDays: number | null;
  readonly latestCompletion: string | null;
}

/**
 * Whether this name has been applied before; while the transaction lasts the name is the sender's: of two deliveries of
 * one name at once the second waits.
 */
export async function findApplied(
  tx: NetworkTransaction,
  { source, name, contentHash }: DeliveryName,
): Promise<'new' | 'same' | 'another'> {
  if (name === null) return 'new';
  await sql`select pg_advisory_xact_lock(hashtext('jalon.delivery'), hashtext(${`${source} ${name}`}))`.execute(
    tx.sql,
  );
  const row = await tx.sql
    .selectFrom('source_delivery')
    .select('content_hash')
    .where('partner_id', '=', 'network')
    .where('source', '=', source)
    .where('name', '=', name)
    .where('state', '=', 'applied')
    .executeTakeFirst();
  if (row === undefined) return 'new';
  return row.content_hash.equals(contentHash) ? 'same' : 'another';
}

/**
 * Notes it, that an earlier failure of the same content is made good, and that records of these names are no longer refused:
 * in one statement, because each is a way to the database and back for which the sender waits.
 */
export async function addApplied(
  tx: NetworkTransaction,
  delivery: AppliedDelivery,
  accepted: readonly string[],
): Promise<string> {
  const { source, name, contentHash, lagDays, latestCompletion, ...counts } = delivery;
  const { records, created, updated, unchanged, rejected } = counts;
  const { rows } = await sql<{ delivery_id: string }>`
    with made_good as (
      update source_delivery set state = 'repeated', content = null
      where partner_id = 'network' and source = ${source} and state = 'failed' and content_hash = ${contentHash}),
    settled as (${settlingRejections(tx, source, accepted)})
    insert into source_delivery (source, name, content_hash, received_at, received_from, state, lag_days,
      latest_completion, records, created, updated, unchanged, rejected)
    values (${source}, ${name}, ${contentHash}, ${tx.now}, ${actorText(tx.actor)}, 'applied', ${lagDays},
      ${latestCompletion}, ${records}, ${created}, ${updated}, ${unchanged}, ${rejected})
    returning delivery_id`.execute(tx.sql);
  return rows[0]!.delivery_id;
}

/** Of the same content that has failed before, the latest failure stays. */
export async function addFailed(
  tx: NetworkTransaction,
  delivery: DeliveryName & { readonly records: number; readonly failure: string; readonly content: Buffer },
): Promise<void> {
  const { source, name, contentHash, records, failure, content } = delivery;
  await tx.sql
    .deleteFrom('source_delivery')
    .where('partner_id', '=', 'network')
    .where('source', '=', source)
    .where('state', '=', 'failed')
    .where('content_hash', '=', contentHash)
    .execute();
  await tx.sql
    .insertInto('source_delivery')
    .values({
      source,
      name,
      content_hash: contentHash,
      received_at: tx.now,
      received_from: actorText(tx.actor),
      state: 'failed',
      records,
      failure,
      content,
    })
    .execute();
}

export interface Delivery extends DeliveryCounts {
  readonly deliveryId: string;
  readonly name: string | null;
  readonly receivedAt: Date;
  readonly receivedFrom: string;
  readonly state: DeliveryState;
  readonly lagDays: number | null;
  readonly failure: string | null;
}

/** The deliveries of a source, the latest first. */
export async function listDeliveries(
  tx: TenantTransaction,
  source: string,
  page: { readonly limit: number; readonly offset: number },
): Promise<readonly Delivery[]> {
  return tx.sql
    .selectFrom('source_delivery')
    .select([
      'delivery_id as deliveryId',
      'name',
      'received_at as receivedAt',
      'received_from as receivedFrom',
      'state',
      'records',
      'created',
      'updated',
      'unchanged',
      'rejected',
      'lag_days as lagDays',
      'failure',
    ])
    .where('partner_id', '=', tx.partnerId)
    .where('source', '=', source)
    .orderBy('received_at', 'desc')
    .orderBy('delivery_id')
    .limit(page.limit)
    .offset(page.offset)
    .execute();
}

/** What a failed delivery held; null when there is none of this id that has failed. */
export async function failedContent(
  tx: AnyTransaction,
  source: string,
  deliveryId: string,
): Promise<{ readonly name: string | null; readonly content: Buffer } | null> {
  const row = await tx.sql
    .selectFrom('source_delivery')
    .select(['name', 'content'])
    .where('partner_id', '=', 'network')
    .where('source', '=', source)
    .where('delivery_id', '=', deliveryId)
    .where('state', '=', 'failed')
    .executeTakeFirst();
  return row === undefined ? null : { name: row.name, content: row.content! };
}

export interface SourceHealth extends DeliveryCounts {
  readonly source: string;
  readonly lastAppliedAt: Date | null;
  readonly latestCompletion: string | null;
  /** Of the latest delivery that had new records. */
  readonly lagDays: number | null;
  /** Deliveries that failed and were not applied since. */
  readonly failed: number;
}

/** Every source that has delivered, with the counts of its deliveries since an instant. */
export async function sourceHealth(tx: TenantTransaction, since: Date): Promise<readonly SourceHealth[]> {
  const counted = (column: string) =>
    sql`coalesce(sum(${sql.ref(column)}) filter (where state = 'applied' and received_at >= ${since}), 0)::int`;
  const { rows } = await sql<SourceHealth>`
    select source, max(received_at) filter (where state = 'applied') as "lastAppliedAt",
      max(latest_completion) as "latestCompletion",
      (array_agg(lag_days order by received_at desc) filter (where lag_days is not null))[1] as "lagDays",
      count(*) filter (where state = 'failed')::int as failed,
      ${counted('records')} as records, ${counted('created')} as created, ${counted('updated')} as updated,
      ${counted('unchanged')} as unchanged, ${counted('rejected')} as rejected
    from source_delivery where partner_id = ${tx.partnerId} group by source order by source`.execute(tx.sql);
  return rows;
}
