import { printedInstant } from '../../../contract/messages/printed-day.ts';
import type { TenantTransaction } from '../../../store/database.ts';
import { findPartner } from '../../../store/partners-store.ts';
import { findUser, type User } from '../../../store/users-store.ts';
import { SIGN_IN_CHANGED } from '../mail/kinds/sign-in-changed.ts';
import { SIGN_IN_RENAMED } from '../mail/kinds/sign-in-renamed.ts';
import { hasAddress } from '../mail/no-address.ts';
import type { Post } from '../mail/post-mail.ts';

/** What came or went among the ways into an account; the words of the mail choose by it. */
export type SignInChange =
  | 'passkeyAdded'
  | 'passkeyRemoved'
  | 'authenticatorOn'
  | 'authenticatorOff'
  | 'passwordChanged'
  | 'workAccountLinked'
  | 'workAccountUnlinked';

/** The language of a person and this instant as a mail to him or her prints it. */
async function printedNow(
  tx: TenantTransaction,
  user: User,
): Promise<{ readonly locale: 'fr' | 'en'; readonly at: string }> {
  const partner = await findPartner(tx, tx.partnerId);
  const locale = user.locale ?? partner?.locale ?? 'en';
  return { locale, at: printedInstant(tx.now, locale, partner?.timeZone ?? 'UTC') };
}

/**
 * Writes to a person, in the transaction of the change and in his or her language, that a way to sign in came or went:
 * whoever has found an open browser does not stay unnoticed.
 */
export async function tellOwner(
  post: Post,
  tx: TenantTransaction,
  userId: string,
  what: SignInChange,
): Promise<void> {
  const user = await findUser(tx, userId);
  if (user === null) return;
  const { locale, at } = await printedNow(tx, user);
  const values = { name: user.firstName, what, at };
  const path = '/profile/security';
  await post.send(tx, { kind: SIGN_IN_CHANGED, to: user.workEmail, userId, locale, values, path });
}

/** Writes to the address with which a person has signed in until now. `user` is the person before the change. */
export async function tellOldAddress(
  post: Post,
  tx: TenantTransaction,
  user: User,
  { now, by }: { readonly now: string; readonly by: 'administrator' | 'directory' },
): Promise<void> {
  const { workEmail: email, userId, firstName: name } = user;
  // Other capitals lead to the same mailbox and sign in as before.
  if (email.toLowerCase() === now.toLowerCase() || !hasAddress(email)) return;
  const { locale, at } = await printedNow(tx, user);
  await post.send(tx, {
    kind: SIGN_IN_RENAMED,
    to: email,
    userId,
    locale,
    values: { name, email, by, at },
    path: null,
  });
}
