/**
 * Who may do what to whom among the people of a company. Nobody gives away more than he or she has, and nobody
 * reaches into the account of a person who may do more: a new password for an administrator would be the role.
 */
import type { TenantTransaction } from '../../../store/database.ts';
import {
  isActiveUser,
  type RoleAssignment,
  roleAssignments,
  tokenRoles,
} from '../../../store/user-roles-store.ts';

/** `everything`: the command line, background work, and provisioning that an administrator has set up. */
export type Rights = 'everything' | readonly RoleAssignment[];

/** The rights of whoever acts, at this moment. */
export async function rightsOf(tx: TenantTransaction): Promise<Rights> {
  const { actor } = tx;
  if (actor.kind === 'system') return 'everything';
  if (actor.kind === 'token') return tokenRoles(tx, actor.tokenId);
  return (await isActiveUser(tx, actor.userId)) ? roleAssignments(tx, actor.userId) : [];
}

/** The role that hands out every role, and reaches everybody. */
const EVERY_ROLE = 'global-admin';
/** Roles that administer users; held for one location they reach only its people. */
const MANAGERS = [EVERY_ROLE, 'account-admin', 'user-admin'];
/** Other roles read data of the company as a whole: a location would promise a wall that is not there. */
export const ROLES_WITH_LOCATION: readonly string[] = ['account-admin', 'user-admin'];

export type Reach =
  | { readonly kind: 'reached' }
  /** The person holds, or would be given, a role that the actor does not hold. */
  | { readonly kind: 'role-not-allowed'; readonly role: string }
  | { readonly kind: 'outside-location' };

export interface Reached {
  /** What the person holds, or is to hold. */
  readonly roles: readonly RoleAssignment[];
  readonly locationId: string | null;
}

function holds(rights: readonly RoleAssignment[], wanted: RoleAssignment): boolean {
  return rights.some(
    ({ role, locationId }) =>
      role === wanted.role && (locationId === null || locationId === wanted.locationId),
  );
}

/** Whether the actor may act on a person with these roles at this location. */
export function reach(rights: Rights, { roles, locationId }: Reached): Reach {
  if (rights === 'everything' || rights.some(({ role }) => role === EVERY_ROLE)) return { kind: 'reached' };
  const foreign = roles.find((role) => !holds(rights, role));
  if (foreign !== undefined) return { kind: 'role-not-allowed', role: foreign.role };
  const within = rights.some(
    (right) =>
      MANAGERS.includes(right.role) && (right.locationId === null || right.locationId === locationId),
  );
  return within ? { kind: 'reached' } : { kind: 'outside-location' };
}
