/** The trails of all companies, read from the newest entry back. */
import { type RawBuilder, sql } from 'kysely';
import type { AuditEvent } from './audit-store.ts';
import { placesOnWalk, shortestWalk } from './audit-walks.ts';
import type { NetworkTransaction } from './database.ts';

export interface NetworkAuditEvent extends AuditEvent {
  readonly partnerId: string;
}

/** Null is no condition. Instants are half-open. */
export interface NetworkAuditQuestion {
  readonly partnerId: string | null;
  /** Any of these; none fits an empty list. */
  readonly actors: readonly string[] | null;
  readonly subjects: readonly string[] | null;
  readonly action: string | null;
  readonly from: Date | null;
  readonly until: Date | null;
}

/** The place of an entry among those of all companies. */
export type AuditPlace = Pick<NetworkAuditEvent, 'at' | 'partnerId' | 'sequence'>;

/** The first one is walked by when none is shorter. */
const WALKED = ['subject', 'actor', 'partner_id'] as const;

type Condition = RawBuilder<unknown>;

const all = (conditions: readonly Condition[]): Condition =>
  conditions.length === 0 ? sql`true` : sql.join(conditions, sql` and `);

/** SQL over `e` of the days that are asked for, from the place on where the page before ended. */
function timeSql({ from, until }: NetworkAuditQuestion, after: AuditPlace | null): Condition {
  const conditions: Condition[] = [];
  if (from !== null) conditions.push(sql`e.at >= ${from}`);
  if (until !== null) conditions.push(sql`e.at < ${until}`);
  if (after !== null) {
    conditions.push(
      sql`(e.at, e.partner_id, e.sequence) < (${after.at}, ${after.partnerId}, ${after.sequence})`,
    );
  }
  return all(conditions);
}

/**
 * SQL of the places of one list that lies in order as it is. The value is read from a function: with a constant PostgreSQL
 * may take the list of all entries instead, because it takes what it knows of single columns for independent.
 */
function placesOfList(
  column: 'action' | 'partner_id',
  value: string,
  time: Condition,
  limit: number,
): Condition {
  return sql`select step.at, step.partner_id, step.sequence from unnest(array[${value}]::text[]) as list (value)
    cross join lateral (select e.at, e.partner_id, e.sequence from audit_event e
      where ${sql.ref(`e.${column}`)} = list.value and ${time}
      order by e.at desc, e.partner_id desc, e.sequence desc limit ${limit}) step`;
}

/** SQL of the places of the entries that fit; null when nothing can fit. */
async function placesSql(
  tx: NetworkTransaction,
  { partnerId, actors, subjects, action, ...question }: NetworkAuditQuestion,
  after: AuditPlace | null,
  limit: number,
): Promise<Condition | null> {
  const time = timeSql({ partnerId, actors, subjects, action, ...question }, after);
  const asked = { subject: subjects, actor: actors, partner_id: partnerId === null ? null : [partnerId] };
  const conditions = WALKED.flatMap((column) => {
    const values = asked[column];
    return values === null ? [] : [{ column, values }];
  });
  const [only] = conditions;
  if (only === undefined) {
    return action === null
      ? sql`select e.at, e.partner_id, e.sequence from audit_event e where ${time}
          order by e.at desc, e.partner_id desc, e.sequence desc limit ${limit}`
      : placesOfList('action', action, time, limit);
  }
  if (conditions.length === 1 && partnerId !== null && action === null) {
    return placesOfList('partner_id', partnerId, time, limit);
  }
  const walk = await shortestWalk(tx, conditions, action, time);
  if (walk.lanes.length === 0) return null;
  const others = conditions
    .filter(({ column }) => column !== walk.column)
    .map(({ column, values }) => sql`${sql.ref(`e.${column}`)} = any(${values}::text[])`);
  return placesOnWalk(walk, all([time, ...others]), limit);
}

/**
 * The newest entries that fit, after the place where the page before ended. Entries of one instant are in the order of
 * their companies and numbers, so that no page repeats or leaves out what another one shows.
 */
export async function searchAudit(
  tx: NetworkTransaction,
  question: NetworkAuditQuestion,
  after: AuditPlace | null,
  limit: number,
): Promise<readonly NetworkAuditEvent[]> {
  const places = await placesSql(tx, question, after, limit);
  if (places === null) return [];
  // The places come from indexes alone; the entries are read when it is known which.
  const { rows } = await sql<NetworkAuditEvent>`
    select e.partner_id as "partnerId", e.sequence, e.at, e.actor, e.action, e.subject, e.details
    from (${places}) place join audit_event e using (partner_id, sequence)
    order by e.at desc, e.partner_id desc, e.sequence desc`.execute(tx.sql);
  return rows;
}

/** Ids of the people whose work e-mail this is, whichever company has them. */
export async function peopleWithEmail(tx: NetworkTransaction, email: string): Promise<readonly string[]> {
  const rows = await tx.sql
    .selectFrom('user_contact')
    .select('user_id')
    .where('email_key', '=', sql<string>`lower(${email})`)
    .execute();
  return [...new Set(rows.map(({ user_id }) => user_id))];
}

export interface NamedIn {
  readonly partnerId: string;
  readonly userId: string;
}

/** Names of people by `company user`; those who were erased have none. */
export async function namesOfPeople(
  tx: NetworkTransaction,
  people: readonly NamedIn[],
): Promise<ReadonlyMap<string, string>> {
  if (people.length === 0) return new Map();
  const { rows } = await sql<{ key: string; name: string }>`
    select c.partner_id || ' ' || c.user_id as key, c.first_name || ' ' || c.last_name as name
    from unnest(${people.map(({ partnerId }) => partnerId)}::text[],
      ${people.map(({ userId }) => userId)}::uuid[]) as asked (partner_id, user_id)
    join user_contact c using (partner_id, user_id)`.execute(tx.sql);
  return new Map(rows.map(({ key, name }) => [key, name]));
}
