import { recordAudit } from '../../../store/audit-store.ts';
import { withdrawLinks } from '../../../store/credentials-store.ts';
import type { TenantTransaction } from '../../../store/database.ts';
import { locationExists } from '../../../store/locations-store.ts';
import { renamePerson, renameWorkEmail } from '../../../store/user-accounts-store.ts';
import { findUser, updateUser } from '../../../store/users-store.ts';
import type { Post } from '../mail/post-mail.ts';
import { type EmailTaken, emailRefusal } from './add-user.ts';
import { type PersonRefusal, reachedPerson } from './person.ts';
import { type Rights, reach } from './rights.ts';
import { tellOldAddress } from './tell-owner.ts';

/** What is absent stays as it is. */
export interface PersonChange {
  readonly firstName?: string | undefined;
  readonly lastName?: string | undefined;
  readonly locale?: 'fr' | 'en' | undefined;
  readonly technical?: boolean | undefined;
  readonly locationId?: string | null | undefined;
  readonly team?: string | null | undefined;
  /** `YYYY-MM-DD`; `null`: employed always. */
  readonly employedFrom?: string | null | undefined;
}

export type EditUserResult =
  | { readonly kind: 'changed' | 'unchanged' }
  | { readonly kind: 'location-unknown' }
  | { readonly kind: 'leaves-before-start' }
  | PersonRefusal;

const FIELDS = [
  'firstName',
  'lastName',
  'locale',
  'technical',
  'locationId',
  'team',
  'employedFrom',
] as const;

/** Changes what the company says about a person. The entry in the trail names the fields, never a name. */
export async function editUser(
  tx: TenantTransaction,
  rights: Rights,
  userId: string,
  change: PersonChange,
): Promise<EditUserResult> {
  const person = await reachedPerson(tx, rights, userId, 'particulars');
  if (person.kind !== 'person') return person;
  const known = await findUser(tx, userId);
  if (known === null) return { kind: 'user-unknown' };
  const fields = FIELDS.filter((field) => change[field] !== undefined && change[field] !== known[field]);
  if (fields.length === 0) return { kind: 'unchanged' };
  if (fields.includes('locationId')) {
    const locationId = change.locationId ?? null;
    if (locationId !== null && !(await locationExists(tx, locationId))) return { kind: 'location-unknown' };
    const reached = reach(rights, { roles: [], locationId });
    if (reached.kind !== 'reached') return reached;
  }
  const { employedUntil } = person.account;
  const from = change.employedFrom ?? null;
  if (from !== null && employedUntil !== null && employedUntil < from) return { kind: 'leaves-before-start' };
  if (fields.includes('firstName') || fields.includes('lastName')) {
    const { firstName = known.firstName, lastName = known.lastName } = change;
    await renamePerson(tx, userId, { firstName, lastName });
  }
  const { locale, technical, locationId, team, employedFrom } = change;
  await updateUser(tx, userId, { locale, technical, locationId, team, employedFrom });
  await recordAudit(tx, { action: 'user.edited', subject: `user:${userId}`, details: { fields } });
  return { kind: 'changed' };
}

export type RenameSignInResult = { readonly kind: 'changed' | 'unchanged' } | EmailTaken | PersonRefusal;

export interface SignInName {
  readonly workEmail: string;
  /** Who says so, as the mail to the old address tells. */
  readonly by: 'administrator' | 'directory';
}

/**
 * Gives a person another sign-in name: history and associations are the person's and stay. The old address is told, so
 * that nobody takes over an account unnoticed by moving its mail.
 */
export async function renameSignIn(
  post: Post,
  tx: TenantTransaction,
  rights: Rights,
  userId: string,
  { workEmail, by }: SignInName,
): Promise<RenameSignInResult> {
  const person = await reachedPerson(tx, rights, userId);
  if (person.kind !== 'person') return person;
  const known = await findUser(tx, userId);
  if (known === null) return { kind: 'user-unknown' };
  if (known.workEmail === workEmail) return { kind: 'unchanged' };
  const taken = await emailRefusal(tx, workEmail, userId);
  if (taken !== null) return taken;
  if (!(await renameWorkEmail(tx, userId, workEmail))) return { kind: 'email-taken', userId: null };
  // Links lie in the mailbox of the old address, which may be somebody else's by tomorrow.
  await withdrawLinks(tx, userId);
  await tellOldAddress(post, tx, known, { now: workEmail, by });
  const details = { fields: ['workEmail'] };
  await recordAudit(tx, { action: 'user.sign-in-renamed', subject: `user:${userId}`, details });
  return { kind: 'changed' };
}
