import { DELAYED_EVENTS, type DelayedEvent, type SourceDelays } from '../domain/diagnosis/expected-by.ts';
import type { AnyTransaction, TenantTransaction } from './database.ts';

/** Hours within which a source tells of an event. */
export interface SourceDelay {
  readonly source: string;
  readonly event: DelayedEvent;
  readonly hours: number;
}

/** Told when nothing is set: what the slowest sources need. */
const SLOWEST_HOURS = 72;

export async function listSourceDelays(tx: AnyTransaction): Promise<readonly SourceDelay[]> {
  return tx.sql
    .selectFrom('source_delay')
    .select(['source', 'event', 'hours'])
    .orderBy('source')
    .orderBy('event')
    .execute();
}

export async function sourceDelays(tx: AnyTransaction): Promise<SourceDelays> {
  const known = new Map((await listSourceDelays(tx)).map((one) => [`${one.source} ${one.event}`, one.hours]));
  return (source, event) => known.get(`${source} ${event}`) ?? SLOWEST_HOURS;
}

/** Within a transaction of the network's own partner. */
export async function setSourceDelay(
  tx: TenantTransaction,
  { source, event, hours }: SourceDelay,
): Promise<void> {
  await tx.sql
    .insertInto('source_delay')
    .values({ source, event, hours })
    .onConflict((known) => known.columns(['partner_id', 'source', 'event']).doUpdateSet({ hours }))
    .execute();
}

/** All events of a source that is known by one of them. */
export function everyEvent(delays: readonly SourceDelay[]): readonly SourceDelay[] {
  const sources = [...new Set(delays.map(({ source }) => source))];
  return sources.flatMap((source) =>
    DELAYED_EVENTS.map((event) => ({
      source,
      event,
      hours: delays.find((one) => one.source === source && one.event === event)?.hours ?? SLOWEST_HOURS,
    })),
  );
}
