import { recordAudit } from '../../../store/audit-store.ts';
import type { TenantTransaction } from '../../../store/database.ts';
import {
  disableAccount,
  enableAccount,
  eraseUser,
  setLeavingDay,
} from '../../../store/user-accounts-store.ts';
import { isLastAdmin, type PersonRefusal, reachedPerson } from './person.ts';
import type { Rights } from './rights.ts';

export type EndAccessResult =
  | { readonly kind: 'changed' | 'unchanged' }
  | { readonly kind: 'leaves-before-start' }
  | PersonRefusal;

/** Ends sign-in at once, and counting from today on, until the account is enabled again. */
export async function disableUser(
  tx: TenantTransaction,
  rights: Rights,
  userId: string,
): Promise<EndAccessResult> {
  const person = await reachedPerson(tx, rights, userId);
  if (person.kind !== 'person') return person;
  if (person.account.status !== 'active') return { kind: 'unchanged' };
  if (await isLastAdmin(tx, person)) return { kind: 'last-admin' };
  await disableAccount(tx, userId);
  await recordAudit(tx, { action: 'user.disabled', subject: `user:${userId}`, details: {} });
  return { kind: 'changed' };
}

/** Lets a disabled person in again, or a leaver back, who then has no roles. */
export async function enableUser(
  tx: TenantTransaction,
  rights: Rights,
  userId: string,
): Promise<EndAccessResult> {
  const person = await reachedPerson(tx, rights, userId);
  if (person.kind !== 'person') return person;
  if (person.account.status === 'active') return { kind: 'unchanged' };
  await enableAccount(tx, userId, person.account);
  const action = person.account.status === 'left' ? 'user.returned' : 'user.enabled';
  await recordAudit(tx, { action, subject: `user:${userId}`, details: {} });
  return { kind: 'changed' };
}

/**
 * The person leaves: from `on` (`YYYY-MM-DD`, half-open) nothing counts and nobody signs in; history stays. A day to
 * come is kept until it comes; `null` takes such a departure back.
 */
export async function leaveUser(
  tx: TenantTransaction,
  rights: Rights,
  userId: string,
  on: string | null,
): Promise<EndAccessResult> {
  const person = await reachedPerson(tx, rights, userId);
  if (person.kind !== 'person') return person;
  const { employedFrom, employedUntil, status } = person.account;
  if (on === employedUntil || (on === null && status === 'left')) return { kind: 'unchanged' };
  if (on !== null && employedFrom !== null && on < employedFrom) return { kind: 'leaves-before-start' };
  if (on !== null && (await isLastAdmin(tx, person))) return { kind: 'last-admin' };
  await setLeavingDay(tx, userId, person.account, on);
  await recordAudit(tx, { action: 'user.left', subject: `user:${userId}`, details: { on } });
  return { kind: 'changed' };
}

/** Takes a person out for good: associations end, names and addresses are erased, facts stay under the pseudonym. */
export async function deleteUser(
  tx: TenantTransaction,
  rights: Rights,
  userId: string,
): Promise<EndAccessResult> {
  const person = await reachedPerson(tx, rights, userId);
  if (person.kind !== 'person') return person;
  if (await isLastAdmin(tx, person)) return { kind: 'last-admin' };
  const associationsEnded = await eraseUser(tx, userId, person.account);
  const details = { associationsEnded };
  await recordAudit(tx, { action: 'user.deleted', subject: `user:${userId}`, details });
  return { kind: 'changed' };
}
