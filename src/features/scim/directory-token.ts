import {
  createApiToken,
  findProvisioningToken,
  PROVISIONING_ROLE,
  revokeApiToken,
} from '../../store/api-tokens-store.ts';
import { recordAudit } from '../../store/audit-store.ts';
import type { TenantTransaction } from '../../store/database.ts';
import { newSecretToken, tokenHash } from '../shared/secret-token.ts';

const DAY_MS = 86_400_000;

/** Ends the token at once. False when it is not the company's, or has ended already. */
export async function revokeDirectoryToken(tx: TenantTransaction, tokenId: string): Promise<boolean> {
  const present = await findProvisioningToken(tx);
  if (present === null || present.tokenId !== tokenId) return false;
  await revokeApiToken(tx, tokenId);
  await recordAudit(tx, { action: 'directory-token.revoked', subject: `token:${tokenId}`, details: {} });
  return true;
}

/** Makes the token of the company's directory; the one before it ends. The secret is told this once. */
export async function newDirectoryToken(tx: TenantTransaction, validDays: number): Promise<string> {
  const before = await findProvisioningToken(tx);
  if (before !== null) await revokeDirectoryToken(tx, before.tokenId);
  const secret = `jalon_scim_${newSecretToken()}`;
  const expiresAt = new Date(tx.now.getTime() + validDays * DAY_MS);
  const order = { tokenHash: tokenHash(secret), role: PROVISIONING_ROLE, expiresAt };
  const tokenId = await createApiToken(tx, order);
  const details = { expiresAt: expiresAt.toISOString() };
  await recordAudit(tx, { action: 'directory-token.created', subject: `token:${tokenId}`, details });
  return secret;
}
