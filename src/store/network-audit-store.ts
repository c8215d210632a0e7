/** The trails of all companies, read from the newest entry back. */
import { sql } from 'kysely';
import type { AuditEvent } from './audit-store.ts';
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
  const { partnerId, actors, subjects, action, from, until } = question;
  if (actors?.length === 0 || subjects?.length === 0) return [];
  let query = tx.sql
    .selectFrom('audit_event')
    .select(['partner_id as partnerId', 'sequence', 'at', 'actor', 'action', 'subject', 'details'])
    .orderBy('at', 'desc')
    .orderBy('partner_id', 'desc')
    .orderBy('sequence', 'desc')
    .limit(limit);
  if (partnerId !== null) query = query.where('partner_id', '=', partnerId);
  if (actors !== null) query = query.where('actor', 'in', [...actors]);
  if (subjects !== null) query = query.where('subject', 'in', [...subjects]);
  if (action !== null) query = query.where('action', '=', action);
  if (from !== null) query = query.where('at', '>=', from);
  if (until !== null) query = query.where('at', '<', until);
  if (after !== null) {
    query = query.where(
      sql<boolean>`(at, partner_id, sequence) < (${after.at}, ${after.partnerId}, ${after.sequence})`,
    );
  }
  const rows = await query.execute();
  return rows.map((row) => ({ ...row, details: row.details as Record<string, unknown> }));
}

/** Ids of the people whose work e-mail this is, whichever company has them. */
export async function peopleWithEmail(tx: NetworkTransaction, email: string): Promise<readonly string[]> {
  const rows = await tx.sql
    .selectFrom('user_contact')
    .select('user_id')
    .where(sql<boolean>`lower(work_email) = lower(${email})`)
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
