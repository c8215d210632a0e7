/** Users by the hundred, for files: one statement for each table, however many people a batch has. */
import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import type { TenantTransaction } from './database.ts';
import { dayOf } from './user-status.ts';

export interface BatchUser {
  readonly workEmail: string;
  readonly firstName: string;
  readonly lastName: string;
  readonly roles: readonly string[];
  readonly locale: 'fr' | 'en' | null;
  readonly technical: boolean;
  readonly team: string | null;
}

/** Adds people, employed from today; the id of each in order, `null` when the address was taken meanwhile. */
export async function addUsers(
  tx: TenantTransaction,
  users: readonly BatchUser[],
): Promise<(string | null)[]> {
  if (users.length === 0) return [];
  const rows = users.map((user) => ({ ...user, userId: randomUUID() }));
  await tx.sql
    .insertInto('app_user')
    .values(
      rows.map(({ userId, locale, technical, team }) => ({
        partner_id: tx.partnerId,
        user_id: userId,
        locale,
        technical,
        team,
        employed_from: dayOf(tx.now),
        created_at: tx.now,
      })),
    )
    .execute();
  const named = await tx.sql
    .insertInto('user_contact')
    .values(
      rows.map(({ userId, firstName, lastName, workEmail }) => ({
        partner_id: tx.partnerId,
        user_id: userId,
        first_name: firstName,
        last_name: lastName,
        work_email: workEmail,
      })),
    )
    .onConflict((conflict) => conflict.doNothing())
    .returning('user_id')
    .execute();
  const added = new Set(named.map((row) => row.user_id));
  await dropNameless(
    tx,
    rows.map(({ userId }) => userId).filter((userId) => !added.has(userId)),
  );
  const roles = rows.flatMap(({ userId, roles: held }) =>
    added.has(userId)
      ? held.map((role) => ({ partner_id: tx.partnerId, user_id: userId, role, granted_at: tx.now }))
      : [],
  );
  if (roles.length > 0) await tx.sql.insertInto('user_role').values(roles).execute();
  return rows.map(({ userId }) => (added.has(userId) ? userId : null));
}

/** Holds the people still until the transaction ends, always in one order: two files at once then wait, not die. */
export async function lockUsers(tx: TenantTransaction, userIds: readonly string[]): Promise<void> {
  if (userIds.length === 0) return;
  await tx.sql
    .selectFrom('app_user')
    .select('user_id')
    .where('partner_id', '=', tx.partnerId)
    .where('user_id', 'in', [...userIds])
    .orderBy('user_id')
    .forUpdate()
    .execute();
}

/** What a file says about somebody who is known, whole. */
export interface UserParticulars {
  readonly userId: string;
  readonly firstName: string;
  readonly lastName: string;
  readonly locale: 'fr' | 'en' | null;
  readonly technical: boolean;
  readonly team: string | null;
}

export async function updateParticulars(
  tx: TenantTransaction,
  users: readonly UserParticulars[],
): Promise<void> {
  if (users.length === 0) return;
  const said = sql`unnest(${users.map(({ userId }) => userId)}::uuid[],
    ${users.map(({ firstName }) => firstName)}::text[], ${users.map(({ lastName }) => lastName)}::text[],
    ${users.map(({ locale }) => locale)}::text[], ${users.map(({ technical }) => technical)}::boolean[],
    ${users.map(({ team }) => team)}::text[])
    as said (user_id, first_name, last_name, locale, technical, team)`;
  await sql`update app_user u set locale = said.locale, technical = said.technical, team = said.team from ${said}
    where u.partner_id = ${tx.partnerId} and u.user_id = said.user_id
      and (u.locale, u.technical, u.team) is distinct from (said.locale, said.technical, said.team)`.execute(
    tx.sql,
  );
  await sql`update user_contact c set first_name = said.first_name, last_name = said.last_name from ${said}
    where c.partner_id = ${tx.partnerId} and c.user_id = said.user_id
      and (c.first_name, c.last_name) is distinct from (said.first_name, said.last_name)`.execute(tx.sql);
}

async function dropNameless(tx: TenantTransaction, userIds: readonly string[]): Promise<void> {
  if (userIds.length === 0) return;
  await tx.sql
    .deleteFrom('app_user')
    .where('partner_id', '=', tx.partnerId)
    .where('user_id', 'in', [...userIds])
    .execute();
}

/** How far a person is with signing in, as a log tells it; nothing of it is secret. */
export interface SignInState {
  readonly userName: string;
  /** Of the temporary password; `null` once another one is chosen. */
  readonly expiresAt: Date | null;
  readonly mail: 'sent' | 'queued' | 'failed' | 'none';
}

export async function signInStates(
  tx: TenantTransaction,
  userIds: readonly string[],
): Promise<ReadonlyMap<string, SignInState>> {
  if (userIds.length === 0) return new Map();
  const { rows } = await sql<{
    user_id: string;
    work_email: string;
    expires_at: Date | null;
    mail: SignInState['mail'];
  }>`
    select c.user_id, c.work_email, t.expires_at, coalesce(m.state, 'none') as mail
    from user_contact c
    left join temporary_password t on (t.partner_id, t.user_id) = (c.partner_id, c.user_id)
    left join lateral (
      select case when o.sent_at is not null then 'sent' when o.failed_at is not null then 'failed' else 'queued' end
        as state
      from outgoing_mail o
      where o.partner_id = c.partner_id and o.user_id = c.user_id and o.kind in ('first-sign-in', 'sign-in-reset')
      order by o.created_at desc limit 1) m on true
    where c.partner_id = ${tx.partnerId} and c.user_id = any(${userIds}::uuid[])`.execute(tx.sql);
  return new Map(
    rows.map((row) => [row.user_id, { userName: row.work_email, expiresAt: row.expires_at, mail: row.mail }]),
  );
}
