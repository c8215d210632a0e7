import { PARTNER_ROLES } from '../../../contract/roles.ts';
import { recordAudit } from '../../../store/audit-store.ts';
import type { TenantTransaction } from '../../../store/database.ts';
import { locationExists } from '../../../store/locations-store.ts';
import { endRoles, grantRole, type RoleAssignment } from '../../../store/user-roles-store.ts';
import { isLastAdmin, type PersonRefusal, reachedPerson } from './person.ts';
import { type Rights, ROLES_WITH_LOCATION, reach } from './rights.ts';

export type RolesRefusal =
  | { readonly kind: 'role-unknown'; readonly role: string }
  /** Only roles that administer people can be held for one location. */
  | { readonly kind: 'role-without-location'; readonly role: string }
  | { readonly kind: 'location-unknown' };

export type SetRolesResult =
  | { readonly kind: 'changed' | 'unchanged' }
  | RolesRefusal
  | PersonRefusal
  /** Whoever has left or is disabled holds roles, but is given none. */
  | { readonly kind: 'user-not-active' };

/** What is wrong with the roles themselves, whoever gives them to whomever. */
export async function rolesRefusal(
  tx: TenantTransaction,
  roles: readonly RoleAssignment[],
): Promise<RolesRefusal | null> {
  for (const { role, locationId } of roles) {
    if (!PARTNER_ROLES.some((known) => known === role)) return { kind: 'role-unknown', role };
    if (locationId === null) continue;
    if (!ROLES_WITH_LOCATION.includes(role)) return { kind: 'role-without-location', role };
    if (!(await locationExists(tx, locationId))) return { kind: 'location-unknown' };
  }
  return null;
}

function difference(
  left: readonly RoleAssignment[],
  right: readonly RoleAssignment[],
): readonly RoleAssignment[] {
  return left.filter(
    (one) => !right.some(({ role, locationId }) => role === one.role && locationId === one.locationId),
  );
}

/** Sets the roles of a person to exactly these. A right that is taken away ends in running sessions too. */
export async function setRoles(
  tx: TenantTransaction,
  rights: Rights,
  userId: string,
  roles: readonly RoleAssignment[],
): Promise<SetRolesResult> {
  const refused = await rolesRefusal(tx, roles);
  if (refused !== null) return refused;
  const person = await reachedPerson(tx, rights, userId);
  if (person.kind !== 'person') return person;
  const given = difference(roles, person.roles);
  const names = roles.map(({ role }) => role);
  const taken = person.roles.filter(({ role }) => !names.includes(role)).map(({ role }) => role);
  if (given.length === 0 && taken.length === 0) return { kind: 'unchanged' };
  const reached = reach(rights, { roles: given, locationId: person.account.locationId });
  if (reached.kind !== 'reached') return reached;
  if (given.length > 0 && person.account.status !== 'active') return { kind: 'user-not-active' };
  if (taken.includes('global-admin') && (await isLastAdmin(tx, person))) return { kind: 'last-admin' };
  await endRoles(tx, userId, taken);
  for (const role of given) await grantRole(tx, userId, role);
  const details = { given: given.map(({ role }) => role), taken };
  await recordAudit(tx, { action: 'user.roles', subject: `user:${userId}`, details });
  return { kind: 'changed' };
}
