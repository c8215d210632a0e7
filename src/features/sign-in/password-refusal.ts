import { type PasswordWeakness, passwordWeakness } from '../../contract/password-rules.ts';
import type { TenantTransaction } from '../../store/database.ts';
import { temporaryHashOf } from '../../store/temporary-passwords-store.ts';
import { temporaryPasswordMatches } from '../shared/temporary-password.ts';

interface Owner {
  readonly userId: string;
  readonly firstName: string;
  readonly lastName: string;
  readonly workEmail: string;
}

/**
 * Why somebody cannot choose this password; `null` when it may be taken. A temporary one is known to whoever handed
 * it out, and stands in a file: choosing it again would change nothing.
 */
export async function passwordRefusal(
  tx: TenantTransaction,
  { userId, firstName, lastName, workEmail }: Owner,
  password: string,
): Promise<PasswordWeakness | null> {
  const weakness = passwordWeakness(password, [firstName, lastName, workEmail]);
  if (weakness !== null) return weakness;
  return temporaryPasswordMatches(await temporaryHashOf(tx, userId), password) ? 'same-as-before' : null;
}
