import type { WorkAccountProblem } from '../../contract/sign-in.ts';
import { recordAudit } from '../../store/audit-store.ts';
import type { PartnerId } from '../../store/partner-id.ts';
import { linkUserIdentity } from '../../store/user-identities-store.ts';
import { isFresh } from '../shared/fresh-sign-in.ts';
import type { RoundMemory } from '../shared/oidc/finish-round.ts';
import type { OidcIdentity } from '../shared/oidc/oidc-identity.ts';
import { tellOwner } from '../shared/people/tell-owner.ts';
import type { Services } from '../shared/services.ts';
import { accountOf, admission, placeAccount } from './find-work-account.ts';
import { isPersonalAccount } from './personal-accounts.ts';

/** What a round brought back about somebody who is signed in. */
export interface ShownToOwner {
  readonly round: RoundMemory;
  readonly identity: OidcIdentity;
}

/**
 * Adds a work account to the ways in of the person who showed it, in the session that began it and while that is
 * fresh; answers what stands in the way.
 */
export async function linkShownAccount(
  services: Services,
  { round, identity }: ShownToOwner,
  sessionToken: string,
): Promise<WorkAccountProblem | null> {
  const { userId, partnerId, clientKey } = round;
  if (userId === null) return 'other-session';
  const own = { userId, partnerId: partnerId as PartnerId, sessionToken };
  if (!(await isFresh(services, own))) return 'not-fresh';
  if (isPersonalAccount(identity)) return 'personal-account';
  const account = accountOf(clientKey, identity);
  if (account.providerId !== null) {
    const placed = await placeAccount(services.database, clientKey, identity);
    if (placed?.partnerId !== partnerId) return 'other-directory';
  }
  return services.database.asTenant({ partnerId, actor: { kind: 'user', userId } }, async (tx) => {
    if ((await admission(tx, account, identity)).kind === 'other-directory') return 'other-directory';
    const linked = await linkUserIdentity(tx, { ...account, userId, name: identity.accountName });
    if (linked.kind === 'taken') return 'account-taken';
    if (linked.kind === 'linked') {
      const details = { issuer: account.issuer, by: 'owner' };
      await recordAudit(tx, { action: 'work-account.linked', subject: `user:${userId}`, details });
      await tellOwner(services.post, tx, userId, 'workAccountLinked');
    }
    return null;
  });
}
