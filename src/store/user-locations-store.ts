import { sql } from 'kysely';
import type { TenantTransaction } from './database.ts';

/**
 * The location of each person of whom the company has said it, by user id; of everybody, or of those who are named. One
 * line for each location: people are many, and as many rows take ten times as long.
 */
export async function locationsOfUsers(
  tx: TenantTransaction,
  users: readonly string[] | null = null,
): Promise<ReadonlyMap<string, string>> {
  const named = users === null ? sql`` : sql`and u.user_id = any(${users}::uuid[])`;
  const { rows } = await sql<{ locationId: string; users: readonly string[] }>`
    select u.location_id as "locationId", json_agg(u.user_id) as users
    from app_user u
    where u.partner_id = ${tx.partnerId} and u.location_id is not null ${named}
    group by u.location_id`.execute(tx.sql);
  return new Map(
    rows.flatMap(({ locationId, users: own }) => own.map((user) => [user, locationId] as const)),
  );
}
