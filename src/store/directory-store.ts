import { sql } from 'kysely';
import type { TenantTransaction } from './database.ts';
import type { UserStatus } from './schema.ts';
import { dayOf } from './user-status.ts';

/** What the directory says about one person; the facts know people by their id only. */
interface Person<Status> {
  readonly userId: string;
  readonly firstName: string;
  readonly lastName: string;
  readonly workEmail: string;
  readonly status: Status;
  readonly technical: boolean;
  readonly employedFrom: string | null;
  readonly employedUntil: string | null;
}

export type DirectoryUser = Person<Exclude<UserStatus, 'deleted'>>;
export type DirectoryRow = Person<UserStatus>;

/** Everybody of the company with a user account, leavers included; what else is wanted of them is added to the query. */
export function directory(tx: TenantTransaction) {
  return tx.sql
    .selectFrom('app_user as u')
    .innerJoin('user_contact as c', (join) =>
      join.onRef('u.partner_id', '=', 'c.partner_id').onRef('u.user_id', '=', 'c.user_id'),
    )
    .select([
      'u.user_id as userId',
      'c.first_name as firstName',
      'c.last_name as lastName',
      'c.work_email as workEmail',
      'u.technical',
      'u.employed_from as employedFrom',
      'u.employed_until as employedUntil',
    ])
    .select(
      // Nobody writes at midnight: whoever leaves today has left, as in `statusOn`.
      sql<UserStatus>`case when u.status in ('active', 'disabled') and u.employed_until <= ${dayOf(tx.now)}::date
        then 'left' else u.status end`.as('status'),
    )
    .where('u.partner_id', '=', tx.partnerId)
    .where('u.status', '!=', 'deleted');
}

/** The directory by user id, or those of it who are named; without roles, which cost a look-up each. */
export async function loadDirectory(
  tx: TenantTransaction,
  users: readonly string[] | null = null,
): Promise<ReadonlyMap<string, DirectoryUser>> {
  if (users?.length === 0) return new Map();
  const query = directory(tx).orderBy('u.user_id');
  const rows = await (users === null ? query : query.where('u.user_id', 'in', [...users])).execute();
  return new Map(
    rows.map((row) => [
      row.userId,
      { ...row, status: row.status === 'deleted' ? ('left' as const) : row.status },
    ]),
  );
}
