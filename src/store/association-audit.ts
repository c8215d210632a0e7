import { actorAt, type LivingClaim } from './account-claims.ts';
import { recordAudit } from './audit-store.ts';
import type { TenantTransaction } from './database.ts';
import type { PartnerId } from './partner-id.ts';

/** Tells the partner of an association, in its own trail, that it has ended, and nothing about anybody else. */
export async function auditAssociationEnd(tx: TenantTransaction, claim: LivingClaim): Promise<void> {
  const details = {
    associationId: claim.associationId,
    provider: claim.provider,
    accountId: claim.accountId,
  };
  const actor = actorAt(tx, claim.partner);
  await recordAudit(
    { ...tx, partnerId: claim.partner as PartnerId, actor },
    { action: 'association.ended', subject: `user:${claim.user}`, details },
  );
}
