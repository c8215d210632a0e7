import { sql } from 'kysely';
import type { TenantTransaction } from './database.ts';
import { type DirectoryRow, directory } from './directory-store.ts';
import { grantRole } from './user-roles-store.ts';
import { dayOf } from './user-status.ts';

export interface User extends DirectoryRow {
  /** The own choice, else that of the company. */
  readonly locale: 'fr' | 'en' | null;
  readonly roles: readonly string[];
  /** Which roles are held for one location only: `role location-id`. */
  readonly scopes: readonly string[];
  readonly lastSignInAt: Date | null;
  readonly locationId: string | null;
  /** As the company or its directory calls it. */
  readonly team: string | null;
  readonly disabledOn: string | null;
  readonly passwordChosen: boolean;
  /** The directory of the company sends this person. */
  readonly fromDirectory: boolean;
  /** `YYYY-MM-DD`: access to Partner University was given on that day. */
  readonly partnerUniversitySince: string | null;
}

function usersWithoutRoles(tx: TenantTransaction) {
  return directory(tx)
    .select(['u.last_sign_in_at as lastSignInAt', 'u.location_id as locationId', 'u.team'])
    .select(
      sql<'fr' | 'en' | null>`coalesce(u.locale,
        (select p.locale from partner p where p.partner_id = ${tx.partnerId}))`.as('locale'),
    )
    .select(['u.disabled_on as disabledOn', 'u.partner_university_since as partnerUniversitySince'])
    .select(
      sql<boolean>`exists (select from credential k
        where k.partner_id = u.partner_id and k.user_id = u.user_id)`.as('passwordChosen'),
    )
    .select(
      sql<boolean>`exists (select from provisioned_user d
        where d.partner_id = u.partner_id and d.user_id = u.user_id)`.as('fromDirectory'),
    );
}

function users(tx: TenantTransaction) {
  return usersWithoutRoles(tx)
    .select(
      sql<string[]>`array(select r.role || ' ' || r.location_id from user_role r
        where r.partner_id = u.partner_id and r.user_id = u.user_id and r.ended_at is null
          and r.location_id is not null order by r.role)`.as('scopes'),
    )
    .select(
      sql<string[]>`array(select r.role from user_role r
        where r.partner_id = u.partner_id and r.user_id = u.user_id and r.ended_at is null order by r.role)`.as(
        'roles',
      ),
    );
}

const NONE: readonly string[] = [];

/** Everybody of the company with a user account, leavers included. Few hold roles, so these are read by themselves. */
export async function listUsers(tx: TenantTransaction): Promise<User[]> {
  const everybody = await usersWithoutRoles(tx).orderBy('u.user_id').execute();
  const held = await tx.sql
    .selectFrom('user_role')
    .select(['user_id as userId', 'role', 'location_id as locationId'])
    .where('partner_id', '=', tx.partnerId)
    .where('ended_at', 'is', null)
    .orderBy('role')
    .execute();
  const roles = new Map<string, string[]>();
  const scopes = new Map<string, string[]>();
  const add = (to: Map<string, string[]>, userId: string, text: string) =>
    void to.set(userId, [...(to.get(userId) ?? []), text]);
  for (const { userId, role, locationId } of held) {
    add(roles, userId, role);
    if (locationId !== null) add(scopes, userId, `${role} ${locationId}`);
  }
  return everybody.map((user) => ({
    ...user,
    roles: roles.get(user.userId) ?? NONE,
    scopes: scopes.get(user.userId) ?? NONE,
  }));
}

export async function usersById(
  tx: TenantTransaction,
  userIds: readonly string[],
): Promise<ReadonlyMap<string, User>> {
  if (userIds.length === 0) return new Map();
  const found = await users(tx)
    .where('u.user_id', 'in', [...userIds])
    .execute();
  return new Map(found.map((user) => [user.userId, user]));
}

export async function findUser(tx: TenantTransaction, userId: string): Promise<User | null> {
  return (await users(tx).where('u.user_id', '=', userId).executeTakeFirst()) ?? null;
}

export interface RoleHolder {
  readonly role: string;
  readonly userId: string;
  readonly displayName: string;
  /** `null`: for the whole company. */
  readonly location: string | null;
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
    .leftJoin('location as l', (join) =>
      join.onRef('l.partner_id', '=', 'r.partner_id').onRef('l.location_id', '=', 'r.location_id'),
    )
    .select(['r.role', 'r.user_id', 'c.first_name', 'c.last_name', 'l.name as location'])
    .where('r.partner_id', '=', tx.partnerId)
    .where('r.ended_at', 'is', null)
    .where('r.role', 'in', [...roles])
    .where('u.status', '=', 'active')
    .where((or) => or.or([or('u.employed_until', 'is', null), or('u.employed_until', '>', dayOf(tx.now))]))
    .orderBy('c.last_name')
    .orderBy('c.first_name')
    .execute();
  return rows.map((row) => ({
    role: row.role,
    userId: row.user_id,
    displayName: `${row.first_name} ${row.last_name}`.trim(),
    location: row.location,
  }));
}

/** `null` forgets what was known. */
export interface UserChange {
  readonly technical?: boolean | undefined;
  readonly locale?: 'fr' | 'en' | undefined;
  readonly locationId?: string | null | undefined;
  readonly team?: string | null | undefined;
  readonly employedFrom?: string | null | undefined;
}

export async function updateUser(tx: TenantTransaction, userId: string, change: UserChange): Promise<void> {
  const columns = {
    technical: change.technical,
    locale: change.locale,
    location_id: change.locationId,
    team: change.team,
    employed_from: change.employedFrom,
  };
  const set = Object.fromEntries(Object.entries(columns).filter(([, value]) => value !== undefined));
  if (Object.keys(set).length === 0) return;
  await tx.sql
    .updateTable('app_user')
    .set(set)
    .where('partner_id', '=', tx.partnerId)
    .where('user_id', '=', userId)
    .execute();
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
  readonly locationId?: string | null;
  readonly team?: string | null;
}

/** Creates a user without roles and answers the id; `null` when the work e-mail is somebody's already. */
export async function createUserUnlessTaken(
  tx: TenantTransaction,
  user: Omit<NewUser, 'roles'>,
): Promise<string | null> {
  const row = await tx.sql
    .insertInto('app_user')
    .values({
      partner_id: tx.partnerId,
      locale: user.locale ?? null,
      technical: user.technical ?? false,
      employed_from: user.employedFrom ?? null,
      location_id: user.locationId ?? null,
      team: user.team ?? null,
      created_at: tx.now,
    })
    .returning('user_id')
    .executeTakeFirstOrThrow();
  const contact = await tx.sql
    .insertInto('user_contact')
    .values({
      partner_id: tx.partnerId,
      user_id: row.user_id,
      first_name: user.firstName,
      last_name: user.lastName,
      work_email: user.workEmail,
    })
    .onConflict((conflict) => conflict.doNothing())
    .returning('user_id')
    .executeTakeFirst();
  if (contact === undefined) {
    await tx.sql
      .deleteFrom('app_user')
      .where('partner_id', '=', tx.partnerId)
      .where('user_id', '=', row.user_id)
      .execute();
    return null;
  }
  return row.user_id;
}

/** Creates a user whose work e-mail is known to be free. */
export async function createUser(tx: TenantTransaction, user: NewUser): Promise<string> {
  const userId = await createUserUnlessTaken(tx, user);
  if (userId === null) throw new Error('the work e-mail of a new user was taken meanwhile');
  for (const role of user.roles) await grantRole(tx, userId, { role, locationId: null });
  return userId;
}
