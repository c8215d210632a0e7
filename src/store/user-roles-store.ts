import { sql } from 'kysely';
import type { TenantTransaction } from './database.ts';
import { dayOf } from './user-status.ts';

/** A role, for the whole company or for the people of one location. */
export interface RoleAssignment {
  readonly role: string;
  readonly locationId: string | null;
}

export async function roleAssignments(
  tx: TenantTransaction,
  userId: string,
): Promise<readonly RoleAssignment[]> {
  return tx.sql
    .selectFrom('user_role')
    .select(['role', 'location_id as locationId'])
    .where('partner_id', '=', tx.partnerId)
    .where('user_id', '=', userId)
    .where('ended_at', 'is', null)
    .orderBy('role')
    .execute();
}

/** Gives a role, or moves one that is held to another location. */
export async function grantRole(
  tx: TenantTransaction,
  userId: string,
  { role, locationId }: RoleAssignment,
): Promise<void> {
  const moved = await tx.sql
    .updateTable('user_role')
    .set({ location_id: locationId })
    .where('partner_id', '=', tx.partnerId)
    .where('user_id', '=', userId)
    .where('role', '=', role)
    .where('ended_at', 'is', null)
    .executeTakeFirst();
  if (moved.numUpdatedRows > 0n) return;
  await tx.sql
    .insertInto('user_role')
    .values({
      partner_id: tx.partnerId,
      user_id: userId,
      role,
      granted_at: tx.now,
      location_id: locationId,
    })
    // Given, taken and given again in one instant: it is held.
    .onConflict((conflict) =>
      conflict
        .columns(['partner_id', 'user_id', 'role', 'granted_at'])
        .doUpdateSet({ ended_at: null, location_id: locationId }),
    )
    .execute();
}

/** Ends the named roles of a user, or all. */
export async function endRoles(
  tx: TenantTransaction,
  userId: string,
  roles: readonly string[] | 'all',
): Promise<void> {
  if (roles !== 'all' && roles.length === 0) return;
  let update = tx.sql
    .updateTable('user_role')
    .set({ ended_at: tx.now })
    .where('partner_id', '=', tx.partnerId)
    .where('user_id', '=', userId)
    .where('ended_at', 'is', null);
  if (roles !== 'all') update = update.where('role', 'in', [...roles]);
  await update.execute();
}

/**
 * Whether somebody other than `userId` holds the role, may sign in, and is not about to leave. While the transaction
 * lasts nobody else of the company gets an answer: of two who would remove one another the second waits and sees
 * what the first has done.
 */
export async function heldByAnother(tx: TenantTransaction, role: string, userId: string): Promise<boolean> {
  await sql`select pg_advisory_xact_lock(hashtext('jalon.last-holder'), hashtext(${tx.partnerId}))`.execute(
    tx.sql,
  );
  const row = await tx.sql
    .selectFrom('user_role as r')
    .innerJoin('app_user as u', (join) =>
      join.onRef('u.partner_id', '=', 'r.partner_id').onRef('u.user_id', '=', 'r.user_id'),
    )
    .select('r.user_id')
    .where('r.partner_id', '=', tx.partnerId)
    .where('r.role', '=', role)
    .where('r.ended_at', 'is', null)
    .where('r.user_id', '!=', userId)
    .where('u.status', '=', 'active')
    .where('u.employed_until', 'is', null)
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}

/** The roles of an API token, which is never bound to a location. */
export async function tokenRoles(tx: TenantTransaction, tokenId: string): Promise<readonly RoleAssignment[]> {
  const rows = await tx.sql
    .selectFrom('api_token')
    .select('role')
    .where('partner_id', '=', tx.partnerId)
    .where('token_id', '=', tokenId)
    .where('revoked_at', 'is', null)
    .where((or) => or.or([or('expires_at', 'is', null), or('expires_at', '>', tx.now)]))
    .execute();
  return rows.map(({ role }) => ({ role, locationId: null }));
}

/** Which of these people may sign in and work for the company today. */
export async function activeUsers(
  tx: TenantTransaction,
  userIds: readonly string[],
): Promise<ReadonlySet<string>> {
  if (userIds.length === 0) return new Set();
  const rows = await tx.sql
    .selectFrom('app_user')
    .select('user_id')
    .where('partner_id', '=', tx.partnerId)
    .where(sql<boolean>`user_id = any(${[...new Set(userIds)]}::uuid[])`)
    .where('status', '=', 'active')
    .where((or) => or.or([or('employed_until', 'is', null), or('employed_until', '>', dayOf(tx.now))]))
    .execute();
  return new Set(rows.map((row) => row.user_id));
}

/** Whether the user may act at this moment. */
export async function isActiveUser(tx: TenantTransaction, userId: string): Promise<boolean> {
  const row = await tx.sql
    .selectFrom('app_user')
    .select('user_id')
    .where('partner_id', '=', tx.partnerId)
    .where('user_id', '=', userId)
    .where('status', '=', 'active')
    .where((or) => or.or([or('employed_until', 'is', null), or('employed_until', '>', dayOf(tx.now))]))
    .executeTakeFirst();
  return row !== undefined;
}
