import { recordAudit } from '../../store/audit-store.ts';
import type { TenantTransaction } from '../../store/database.ts';
import { createOneTimeLink } from '../../store/one-time-links-store.ts';
import { createUser } from '../../store/users-store.ts';
import { newSecretToken, tokenHash } from '../shared/secret-token.ts';

const LINK_HOURS = 24;

export interface NewPerson {
  readonly email: string;
  readonly firstName: string;
  readonly lastName: string;
  readonly locale: 'fr' | 'en' | null;
}

export interface Invitation {
  readonly email: string;
  readonly role: string;
  /** Path of the page that redeems it. */
  readonly path: string;
  readonly expiresAt: Date;
}

/** A person of whom nobody gave the name: what stands before the @ is all we know. */
export function personOf(email: string): NewPerson {
  const [first = '', ...rest] = email.split('@')[0]!.split(/[._-]+/);
  const capital = (word: string) => word.charAt(0).toUpperCase() + word.slice(1);
  return { email, firstName: capital(first), lastName: rest.map(capital).join(' '), locale: null };
}

export function linkEnd(now: Date): Date {
  return new Date(now.getTime() + LINK_HOURS * 3_600_000);
}

/** A user with one role and no password yet. */
export async function addPerson(tx: TenantTransaction, person: NewPerson, role: string): Promise<string> {
  const { email, firstName, lastName, locale } = person;
  const userId = await createUser(tx, { workEmail: email, firstName, lastName, locale, roles: [role] });
  await recordAudit(tx, { action: 'user.invited', subject: `user:${userId}`, details: { role } });
  return userId;
}

/** A user without a password, and the link by which he or she sets one, once, within a day. */
export async function invite(tx: TenantTransaction, person: NewPerson, role: string): Promise<Invitation> {
  const userId = await addPerson(tx, person, role);
  const token = newSecretToken();
  const expiresAt = linkEnd(tx.now);
  await createOneTimeLink(tx, { tokenHash: tokenHash(token), userId, purpose: 'first-sign-in', expiresAt });
  return { email: person.email, role, path: `/welcome/${token}`, expiresAt };
}
