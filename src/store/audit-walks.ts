/**
 * Ways through the trails of all companies: each follows an index that begins with one condition and the kind of event, and
 * ends with the order of the answer, so that it costs what it shows.
 */
import { type RawBuilder, sql } from 'kysely';
import type { NetworkTransaction } from './database.ts';

/** Conditions that have an index of their own with the kind of event. */
type WalkColumn = 'subject' | 'actor' | 'partner_id';

/** One of these values is asked for in this column. */
export interface WalkCondition {
  readonly column: WalkColumn;
  readonly values: readonly string[];
}

/** Entries with this value and this kind of event lie in the order of the answer. */
interface Lane {
  readonly value: string;
  readonly action: string;
}

export interface Walk {
  readonly column: WalkColumn;
  readonly lanes: readonly Lane[];
}

/** Conditions with so many entries are not told apart: the page is then soon full, whichever is walked by. */
const MANY = 10_000;

/** Which kinds of events each value has; one look-up for each, however many entries there are. */
async function lanesOf(tx: NetworkTransaction, { column, values }: WalkCondition): Promise<readonly Lane[]> {
  const own = sql.ref(`e.${column}`);
  const { rows } = await sql<Lane>`
    with recursive lane (value, action) as (
      select value, (select e.action from audit_event e where ${own} = value order by e.action limit 1)
      from unnest(${values}::text[]) as value
      union all
      select value, (select e.action from audit_event e where ${own} = value and e.action > lane.action
        order by e.action limit 1)
      from lane where action is not null)
    select value, action from lane where action is not null`.execute(tx.sql);
  return rows;
}

/** The same for one kind of event, which need not occur. */
function lanesWith({ values }: WalkCondition, action: string): readonly Lane[] {
  return values.map((value) => ({ value, action }));
}

function lanesIn({ column, lanes }: Walk): RawBuilder<unknown> {
  return sql`unnest(${lanes.map(({ value }) => value)}::text[], ${lanes.map(({ action }) => action)}::text[])
    as lane (value, action)
    cross join lateral (select e.at, e.partner_id, e.sequence from audit_event e
      where ${sql.ref(`e.${column}`)} = lane.value and e.action = lane.action`;
}

/** How many entries within the days are walked over at most; not more than `MANY`. */
async function lengthOf(tx: NetworkTransaction, walk: Walk, days: RawBuilder<unknown>): Promise<number> {
  const { rows } = await sql<{ length: number }>`
    select count(*)::integer as length from (
      select from ${lanesIn(walk)} and ${days} limit ${MANY}) step limit ${MANY}) steps`.execute(tx.sql);
  return rows[0]!.length;
}

/**
 * The shortest way to the entries for which all conditions hold. What one of them has never to do with the kinds of events
 * of the others is not walked at all.
 *
 * @param days SQL over `e`, the condition of time
 */
export async function shortestWalk(
  tx: NetworkTransaction,
  conditions: readonly WalkCondition[],
  action: string | null,
  days: RawBuilder<unknown>,
): Promise<Walk> {
  const walks: Walk[] = [];
  for (const condition of conditions) {
    const lanes = action === null ? await lanesOf(tx, condition) : lanesWith(condition, action);
    walks.push({ column: condition.column, lanes });
  }
  const kinds = walks.map(({ lanes }) => new Set(lanes.map((lane) => lane.action)));
  const open = walks.map(({ column, lanes }) => ({
    column,
    lanes: lanes.filter((lane) => kinds.every((each) => each.has(lane.action))),
  }));
  let [shortest] = open;
  if (open.length === 1 || shortest!.lanes.length === 0) return shortest!;
  let least = Number.POSITIVE_INFINITY;
  for (const walk of open) {
    const length = await lengthOf(tx, walk, days);
    if (length < least) [shortest, least] = [walk, length];
  }
  return shortest!;
}

/** SQL of the places of the first `limit` entries of a walk, in order. @param holds SQL over `e`, what else is asked */
export function placesOnWalk(walk: Walk, holds: RawBuilder<unknown>, limit: number): RawBuilder<unknown> {
  return sql`select step.at, step.partner_id, step.sequence from ${lanesIn(walk)} and ${holds}
      order by e.at desc, e.partner_id desc, e.sequence desc limit ${limit}) step
    order by step.at desc, step.partner_id desc, step.sequence desc limit ${limit}`;
}
