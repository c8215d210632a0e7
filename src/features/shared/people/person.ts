import type { TenantTransaction } from '../../../store/database.ts';
import { lockUserAccount, type UserAccount } from '../../../store/user-accounts-store.ts';
import { heldByAnother, type RoleAssignment, roleAssignments } from '../../../store/user-roles-store.ts';
import { type Reach, type Rights, reach } from './rights.ts';

/** Why nothing happens to a person, whatever was asked. */
export type PersonRefusal =
  | { readonly kind: 'user-unknown' }
  /** Nobody would be left who may manage users and roles. */
  | { readonly kind: 'last-admin' }
  | Exclude<Reach, { readonly kind: 'reached' }>;

export interface Person {
  readonly kind: 'person';
  readonly userId: string;
  readonly account: UserAccount;
  readonly roles: readonly RoleAssignment[];
}

/**
 * The person with a locked account, when the actor reaches him or her: for particulars (name, language, place) the
 * place decides alone, for access also what the person may do.
 */
export async function reachedPerson(
  tx: TenantTransaction,
  rights: Rights,
  userId: string,
  what: 'access' | 'particulars' = 'access',
): Promise<Person | PersonRefusal> {
  const account = await lockUserAccount(tx, userId);
  if (account === null) return { kind: 'user-unknown' };
  const roles = await roleAssignments(tx, userId);
  const guarded = what === 'access' ? roles : [];
  const reached = reach(rights, { roles: guarded, locationId: account.locationId });
  return reached.kind === 'reached' ? { kind: 'person', userId, account, roles } : reached;
}

const LAST_ONE = 'global-admin';

/**
 * Whether the company would lose its last active global admin with this person: one who cannot sign in, or whose
 * last day is set, does not count as left over.
 */
export async function isLastAdmin(tx: TenantTransaction, person: Person): Promise<boolean> {
  const { account, roles, userId } = person;
  const counts = account.status === 'active' && roles.some(({ role }) => role === LAST_ONE);
  return counts && !(await heldByAnother(tx, LAST_ONE, userId));
}
