import { recordAudit } from '../../../store/audit-store.ts';
import type { TenantTransaction } from '../../../store/database.ts';
import { locationExists } from '../../../store/locations-store.ts';
import { grantRole, type RoleAssignment } from '../../../store/user-roles-store.ts';
import { dayOf } from '../../../store/user-status.ts';
import { createUserUnlessTaken } from '../../../store/users-store.ts';
import { emailOwner } from '../../../store/work-emails-store.ts';
import { type Reach, type Rights, reach } from './rights.ts';
import { type RolesRefusal, rolesRefusal } from './set-roles.ts';

export interface NewPerson {
  readonly workEmail: string;
  readonly firstName: string;
  readonly lastName: string;
  readonly roles: readonly RoleAssignment[];
  readonly locale: 'fr' | 'en' | null;
  readonly technical: boolean;
  readonly locationId: string | null;
  readonly team: string | null;
  /** `YYYY-MM-DD`; today when absent. */
  readonly employedFrom?: string | null;
}

/** The address signs in somebody already; who it is, is told of the own company only. */
export interface EmailTaken {
  readonly kind: 'email-taken';
  readonly userId: string | null;
}

export type AddUserResult =
  | { readonly kind: 'added'; readonly userId: string }
  | EmailTaken
  | RolesRefusal
  | Exclude<Reach, { readonly kind: 'reached' }>
  | { readonly kind: 'location-unknown' };

/** The refusal of an address that signs in somebody else than `userId`. */
export async function emailRefusal(
  tx: TenantTransaction,
  workEmail: string,
  userId: string | null,
): Promise<EmailTaken | null> {
  const owner = await emailOwner(tx, workEmail);
  if (owner === null || (owner.partnerId === tx.partnerId && owner.userId === userId)) return null;
  // An address of a leaver stays his or hers: whoever it is given to next must not find an account behind it.
  return { kind: 'email-taken', userId: owner.partnerId === tx.partnerId ? owner.userId : null };
}

/** Adds a person to the company, without any way to sign in yet: see `openFirstSignIn`. */
export async function addUser(
  tx: TenantTransaction,
  rights: Rights,
  person: NewPerson,
): Promise<AddUserResult> {
  const { roles, locationId, workEmail } = person;
  const refused = await rolesRefusal(tx, roles);
  if (refused !== null) return refused;
  const reached = reach(rights, { roles, locationId });
  if (reached.kind !== 'reached') return reached;
  if (locationId !== null && !(await locationExists(tx, locationId))) return { kind: 'location-unknown' };
  const taken = await emailRefusal(tx, workEmail, null);
  if (taken !== null) return taken;
  const employedFrom = person.employedFrom ?? dayOf(tx.now);
  const userId = await createUserUnlessTaken(tx, { ...person, employedFrom });
  // Somebody else was given the address between the look and the write.
  if (userId === null)
    return (await emailRefusal(tx, workEmail, null)) ?? { kind: 'email-taken', userId: null };
  for (const role of roles) await grantRole(tx, userId, role);
  const details = { roles: roles.map(({ role }) => role) };
  await recordAudit(tx, { action: 'user.added', subject: `user:${userId}`, details });
  return { kind: 'added', userId };
}
