import { sql } from 'kysely';
import type { TenantTransaction } from './database.ts';
import { type DirectoryRow, directory } from './directory-store.ts';

export interface User extends DirectoryRow {
  readonly locale: 'fr' | 'en' | null;
  readonly roles: readonly string[];
  readonly lastSignInAt: Date | null;
}

function users(tx: TenantTransaction) {
  return directory(tx)
    .select(['u.locale', 'u.last_sign_in_at as lastSignInAt'])
    .select(
      sql<string[]>`array(select r.role from user_role r
        where r.partner_id = u.partner_id and r.user_id = u.user_id and r.ended_at is null order by r.role)`.as(
        'roles',
      ),
    );
}

/** Everybody of the company with a user account, leavers included. */
export async function listUsers(tx: TenantTransaction): Promise<User[]> {
  return users(tx).orderBy('u.user_id').execute();
}

export async function findUser(tx: TenantTransaction, userId: string): Promise<User | null> {
  return (await users(tx).where('u.user_id', '=', userId).executeTakeFirst()) ?? null;
}

export interface RoleHolder {
  readonly role: string;
  readonly userId: string;
  readonly displayName: string;
}

/** Active people who hold one of the roles, by name. */
export async function holdersOfRoles(tx: TenantTransaction, roles: readonly string[]): Promise<RoleHolder[]> {
  const rows = await tx.sql
    .selectFrom('user_role as r')
    .innerJoin('app_user as u', (join) =>
      join.onRef('u.partner_id', '=', 'r.partner_id').onRef('u.user_id', '=', 'r.user_id'),
    )
    .innerJoin('user_contact as c', (join) =>
      join.onRef('c.partner_id', '=', 'r.partner_id').onRef('c.user_id', '=', 'r.user_id'),
    )
    .select(['r.role', 'r.user_id', 'c.first_name', 'c.last_name'])
    .where('r.partner_id', '=', tx.partnerId)
    .where('r.ended_at', 'is', null)
    .where('r.role', 'in', [...roles])
    .where('u.status', '=', 'active')
    .orderBy('c.last_name')
    .orderBy('c.first_name')
    .execute();
  return rows.map((row) => ({
    role: row.role,
    userId: row.user_id,
    displayName: `${row.first_name} ${row.last_name}`.trim(),
  }));
}

async function updateUser(
  tx: TenantTransaction,
  userId: string,
  set: { technical?: boolean; locale?: 'fr' | 'en' },
): Promise<void> {
  await tx.sql
    .updateTable('app_user')
    .set(set)
    .where('partner_id', '=', tx.partnerId)
    .where('user_id', '=', userId)
    .execute();
}

export async function setTechnical(tx: TenantTransaction, userId: string, technical: boolean): Promise<void> {
  await updateUser(tx, userId, { technical });
}

export async function setUserLocale(
  tx: TenantTransaction,
  userId: string,
  locale: 'fr' | 'en',
): Promise<void> {
  await updateUser(tx, userId, { locale });
}

export interface NewUser {
  readonly workEmail: string;
  readonly firstName: string;
  readonly lastName: string;
  readonly roles: readonly string[];
  readonly locale?: 'fr' | 'en' | null;
  readonly technical?: boolean | null;
  /** `YYYY-MM-DD`; employed always when absent. */
  readonly employedFrom?: string | null;
}

async function grantRole(tx: TenantTransaction, userId: string, role: string): Promise<void> {
  await tx.sql
    .insertInto('user_role')
    .values({ partner_id: tx.partnerId, user_id: userId, role, granted_at: tx.now })
    .execute();
}

/** Creates a user and answers the id. The work e-mail must be free: see `saveUser`. */
export async function createUser(tx: TenantTransaction, user: NewUser): Promise<string> {
  const row = await tx.sql
    .insertInto('app_user')
    .values({
      partner_id: tx.partnerId,
      locale: user.locale ?? null,
      technical: user.technical ?? false,
      employed_from: user.employedFrom ?? null,
    })
    .returning('user_id')
    .executeTakeFirstOrThrow();
  await tx.sql
    .insertInto('user_contact')
    .values({
      partner_id: tx.partnerId,
      user_id: row.user_id,
      first_name: user.firstName,
      last_name: user.lastName,
      work_email: user.workEmail,
    })
    .execute();
  for (const role of user.roles) await grantRole(tx, row.user_id, role);
  return row.user_id;
}

/** A person as a file tells: `null` means that it says nothing about it. */
export interface UserRow {
  readonly workEmail: string;
  readonly firstName: string;
  readonly lastName: string;
  readonly roles: readonly string[] | null;
  readonly locale: 'fr' | 'en' | null;
  readonly technical: boolean | null;
}

export type SavedUser =
  | { readonly kind: 'created' | 'updated' | 'unchanged'; readonly userId: string }
  /** The address belongs to a user of another company. */
  | { readonly kind: 'email-taken' };

async function saveChanges(tx: TenantTransaction, known: User, row: UserRow): Promise<boolean> {
  let changed = false;
  if (known.firstName !== row.firstName || known.lastName !== row.lastName) {
    await tx.sql
      .updateTable('user_contact')
      .set({ first_name: row.firstName, last_name: row.lastName })
      .where('partner_id', '=', tx.partnerId)
      .where('user_id', '=', known.userId)
      .execute();
    changed = true;
  }
  const set = {
    ...(row.locale !== null && row.locale !== known.locale ? { locale: row.locale } : {}),
    ...(row.technical !== null && row.technical !== known.technical ? { technical: row.technical } : {}),
  };
  if (Object.keys(set).length > 0) {
    await updateUser(tx, known.userId, set);
    changed = true;
  }
  // A file adds roles and takes none away: an older list must not lock anybody out.
  for (const role of row.roles ?? []) {
    if (known.roles.includes(role)) continue;
    await grantRole(tx, known.userId, role);
    changed = true;
  }
  return changed;
}

/** Creates the user with this work e-mail, or brings the known one up to date. */
export async function saveUser(tx: TenantTransaction, row: UserRow): Promise<SavedUser> {
  const { rows } = await sql<{ partner_id: string; user_id: string }>`
    select partner_id, user_id from find_sign_in(${row.workEmail})`.execute(tx.sql);
  const found = rows[0];
  if (found === undefined) {
    const employedFrom = tx.now.toISOString().slice(0, 10);
    const userId = await createUser(tx, { ...row, roles: row.roles ?? [], employedFrom });
    return { kind: 'created', userId };
  }
  const known = found.partner_id === tx.partnerId ? await findUser(tx, found.user_id) : null;
  if (known === null) return { kind: 'email-taken' };
  const changed = await saveChanges(tx, known, row);
  return { kind: changed ? 'updated' : 'unchanged', userId: known.userId };
}
