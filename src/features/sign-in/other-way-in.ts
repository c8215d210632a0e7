import { conflict } from '../../http/problem.ts';
import { passwordHashOf } from '../../store/credentials-store.ts';
import type { TenantTransaction } from '../../store/database.ts';
import { listPasskeys } from '../../store/passkeys-store.ts';
import { listUserIdentities } from '../../store/user-identities-store.ts';

/**
 * Nobody locks himself or herself out: after a way in is removed, another is left.
 * @throws 409 `last-way-in`, which undoes the removal.
 */
export async function requireOtherWayIn(tx: TenantTransaction, userId: string): Promise<void> {
  if ((await passwordHashOf(tx, userId)) !== null) return;
  if ((await listPasskeys(tx, userId)).length > 0) return;
  if ((await listUserIdentities(tx, userId)).length > 0) return;
  throw conflict('last-way-in', 'This is the only way into your account.', {
    detail: 'Add another one first: a passkey, a work account or a password.',
  });
}
