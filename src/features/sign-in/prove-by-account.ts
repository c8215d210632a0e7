import type { WorkAccountProblem } from '../../contract/sign-in.ts';
import { recordAudit } from '../../store/audit-store.ts';
import { noteProof } from '../../store/sessions-store.ts';
import { findUserIdentity } from '../../store/user-identities-store.ts';
import { tokenHash } from '../shared/secret-token.ts';
import type { Services } from '../shared/services.ts';
import { accountOf } from './find-work-account.ts';
import type { ShownToOwner } from './link-work-account.ts';

/** Clocks of two machines differ. */
const SKEW_MS = 60_000;

/**
 * Takes a work account that was shown anew for a proof of who is at the browser: it must be the person's own, and
 * where the provider says when he or she signed in there, that must have been in this round.
 */
export async function proveByAccount(
  { database }: Services,
  { round, identity }: ShownToOwner,
  sessionToken: string,
): Promise<WorkAccountProblem | null> {
  const { userId, partnerId } = round;
  if (userId === null) return 'other-session';
  const { authenticatedAt } = identity;
  if (authenticatedAt !== null && authenticatedAt.getTime() < round.begunAt.getTime() - SKEW_MS) {
    return 'not-fresh';
  }
  return database.asTenant({ partnerId, actor: { kind: 'user', userId } }, async (tx) => {
    const known = await findUserIdentity(tx, accountOf(round.clientKey, identity));
    if (known?.userId !== userId) return 'other-account';
    await noteProof(tx, tokenHash(sessionToken));
    const details = { method: 'work-account' };
    await recordAudit(tx, { action: 'sign-in.confirmed', subject: `user:${userId}`, details });
    return null;
  });
}
