import { sql } from 'kysely';
import type { TenantTransaction } from './database.ts';

/** Where somebody works, and with whom; `null` where the company has not said it. */
export interface Workplace {
  readonly locationId: string | null;
  readonly team: string | null;
}

/**
 * Location and team of each person of whom the company has said one, by user id; of everybody, or of those who are named.
 * One line for each place: people are many, and as many rows take ten times as long.
 */
export async function workplacesOfUsers(
  tx: TenantTransaction,
  users: readonly string[] | null = null,
): Promise<ReadonlyMap<string, Workplace>> {
  const named = users === null ? sql`` : sql`and u.user_id = any(${users}::uuid[])`;
  const { rows } = await sql<Workplace & { users: readonly string[] }>`
    select u.location_id as "locationId", u.team, json_agg(u.user_id) as users
    from app_user u
    where u.partner_id = ${tx.partnerId} and (u.location_id is not null or u.team is not null) ${named}
    group by u.location_id, u.team`.execute(tx.sql);
  return new Map(
    rows.flatMap(({ locationId, team, users: own }) => {
      const place = { locationId, team };
      return own.map((user) => [user, place] as const);
    }),
  );
}

/** Every team in which somebody of the company works or worked. */
export async function listTeams(tx: TenantTransaction): Promise<readonly string[]> {
  const rows = await tx.sql
    .selectFrom('app_user')
    .select('team')
    .distinct()
    .where('partner_id', '=', tx.partnerId)
    .where('team', 'is not', null)
    .orderBy('team')
    .execute();
  return rows.map(({ team }) => team!);
}
