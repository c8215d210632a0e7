import type { TenantTransaction } from '../../../store/database.ts';
import { findPartner } from '../../../store/partners-store.ts';
import { findUser } from '../../../store/users-store.ts';
import { SIGN_IN_CHANGED } from '../mail/kinds/sign-in-changed.ts';
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
  // Nobody reads the address of an account whose directory has given none that is free.
  if (user === null || user.workEmail.endsWith('.invalid')) return;
  const partner = await findPartner(tx, tx.partnerId);
  const locale = user.locale ?? partner?.locale ?? 'en';
  const at = new Intl.DateTimeFormat(locale, {
    dateStyle: 'long',
    timeStyle: 'short',
    timeZone: partner?.timeZone ?? 'UTC',
  }).format(tx.now);
  const values = { name: user.firstName, what, at };
  const path = '/profile/security';
  await post.send(tx, { kind: SIGN_IN_CHANGED, to: user.workEmail, userId, locale, values, path });
}
