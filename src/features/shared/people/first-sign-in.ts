/**
 * How a person comes to a password that only he or she knows: by a link in a mail, or by a temporary password that
 * is shown once to whoever opened the account. Both are withdrawn as soon as a password is chosen.
 */

import { printedInstant } from '../../../contract/messages/printed-day.ts';
import { recordAudit } from '../../../store/audit-store.ts';
import { removeAuthenticator } from '../../../store/authenticators-store.ts';
import { endSignIn, forgetPassword, passwordHashOf } from '../../../store/credentials-store.ts';
import type { TenantTransaction } from '../../../store/database.ts';
import { createOneTimeLinks } from '../../../store/one-time-links-store.ts';
import { findPartner } from '../../../store/partners-store.ts';
import { removePasskeys } from '../../../store/passkeys-store.ts';
import type { LinkPurpose } from '../../../store/schema.ts';
import { setTemporaryPasswords } from '../../../store/temporary-passwords-store.ts';
import { findUser } from '../../../store/users-store.ts';
import { FIRST_SIGN_IN } from '../mail/kinds/first-sign-in.ts';
import { SIGN_IN_RESET } from '../mail/kinds/sign-in-reset.ts';
import type { MailKind } from '../mail/mail-text.ts';
import type { MailPosted, Post } from '../mail/post-mail.ts';
import { newSecretToken, tokenHash } from '../secret-token.ts';
import { newTemporaryPassword, temporaryPasswordHash } from '../temporary-password.ts';
import { type PersonRefusal, reachedPerson } from './person.ts';
import type { Rights } from './rights.ts';

const FIRST_SIGN_IN_DAYS = 7;

/** Shown once to whoever opened the account, and to nobody again. */
export interface FirstSignIn {
  readonly userName: string;
  readonly temporaryPassword: string;
  readonly expiresAt: Date;
  readonly mail: MailPosted;
}

/** Whoever is to sign in. */
export interface Newcomer {
  readonly userId: string;
  readonly workEmail: string;
  readonly firstName: string;
  readonly locale: 'fr' | 'en' | null;
}

export interface SignInMail {
  readonly kind: MailKind;
  readonly purpose: LinkPurpose;
  readonly expiresAt: Date;
}

/**
 * Sends each a link that lets him or her choose a password, once, in the own language; earlier ones of the purpose
 * are withdrawn. What became of each mail, in order.
 */
export async function mailSignInLinks(
  post: Post,
  tx: TenantTransaction,
  people: readonly Newcomer[],
  { kind, purpose, expiresAt }: SignInMail,
): Promise<MailPosted[]> {
  // A link that nobody is sent would be a secret without an owner.
  if (post.delivery === 'none') return people.map(() => 'no-mail-server');
  const partner = await findPartner(tx, tx.partnerId);
  const letters = people.map((person) => ({ person, token: newSecretToken() }));
  await createOneTimeLinks(
    tx,
    purpose,
    letters.map(({ person, token }) => ({ tokenHash: tokenHash(token), userId: person.userId, expiresAt })),
  );
  const untilIn = (locale: 'fr' | 'en') => printedInstant(expiresAt, locale, partner?.timeZone ?? 'UTC');
  const until = { fr: untilIn('fr'), en: untilIn('en') };
  const orders = letters.map(({ person, token }) => {
    const { userId, workEmail: email, firstName } = person;
    const locale = person.locale ?? partner?.locale ?? 'en';
    const values = { name: firstName, email, until: until[locale] };
    return { kind, to: email, userId, locale, values, path: `/welcome/${token}` };
  });
  return post.sendAll(tx, orders);
}

function firstSignInEnd(now: Date): Date {
  return new Date(now.getTime() + FIRST_SIGN_IN_DAYS * 86_400_000);
}

/** Gives each a temporary password, and sends each a link in his or her language. Answers in the same order. */
export async function openFirstSignIns(
  post: Post,
  tx: TenantTransaction,
  people: readonly Newcomer[],
  kind: MailKind = FIRST_SIGN_IN,
): Promise<FirstSignIn[]> {
  if (people.length === 0) return [];
  const expiresAt = firstSignInEnd(tx.now);
  const passwords = people.map(() => newTemporaryPassword());
  await setTemporaryPasswords(
    tx,
    people.map(({ userId }, index) => ({
      userId,
      secretHash: temporaryPasswordHash(passwords[index]!),
      expiresAt,
    })),
  );
  const mails = await mailSignInLinks(post, tx, people, { kind, purpose: 'first-sign-in', expiresAt });
  return people.map(({ workEmail }, index) => ({
    userName: workEmail,
    temporaryPassword: passwords[index]!,
    expiresAt,
    mail: mails[index]!,
  }));
}

export type ResetSignInResult =
  | { readonly kind: 'reset'; readonly firstSignIn: FirstSignIn }
  | { readonly kind: 'user-not-active' }
  | PersonRefusal;

/** Forgets password, authenticator app and passkeys, and ends every session; the person begins again with a temporary password or a link. */
export async function resetSignIn(
  post: Post,
  tx: TenantTransaction,
  rights: Rights,
  userId: string,
): Promise<ResetSignInResult> {
  const person = await reachedPerson(tx, rights, userId);
  if (person.kind !== 'person') return person;
  if (person.account.status !== 'active') return { kind: 'user-not-active' };
  const user = await findUser(tx, userId);
  if (user === null) return { kind: 'user-unknown' };
  const known = (await passwordHashOf(tx, userId)) !== null;
  await endSignIn(tx, userId);
  await forgetPassword(tx, userId);
  // Whoever has lost the telephone has lost what is on it; a work account stays the affair of its directory.
  await removeAuthenticator(tx, userId);
  await removePasskeys(tx, userId);
  const [firstSignIn] = await openFirstSignIns(post, tx, [user], known ? SIGN_IN_RESET : FIRST_SIGN_IN);
  await recordAudit(tx, { action: 'user.sign-in-reset', subject: `user:${userId}`, details: {} });
  return { kind: 'reset', firstSignIn: firstSignIn! };
}

export type SendFirstSignInResult =
  | { readonly kind: 'sent'; readonly mail: MailPosted }
  | { readonly kind: 'user-not-active' | 'password-chosen' }
  | PersonRefusal;

/** Sends the link again to somebody who has not chosen a password yet; the temporary password stays as it is. */
export async function sendFirstSignIn(
  post: Post,
  tx: TenantTransaction,
  rights: Rights,
  userId: string,
): Promise<SendFirstSignInResult> {
  const person = await reachedPerson(tx, rights, userId);
  if (person.kind !== 'person') return person;
  if (person.account.status !== 'active') return { kind: 'user-not-active' };
  if ((await passwordHashOf(tx, userId)) !== null) return { kind: 'password-chosen' };
  const user = await findUser(tx, userId);
  if (user === null) return { kind: 'user-unknown' };
  const order = {
    kind: FIRST_SIGN_IN,
    purpose: 'first-sign-in',
    expiresAt: firstSignInEnd(tx.now),
  } as const;
  const mail = (await mailSignInLinks(post, tx, [user], order))[0]!;
  // Without a mail server nothing was made or sent: there is nothing to write down.
  if (mail !== 'no-mail-server') {
    const details = { mail };
    await recordAudit(tx, { action: 'user.first-sign-in-sent', subject: `user:${userId}`, details });
  }
  return { kind: 'sent', mail };
}
