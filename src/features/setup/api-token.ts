import type { Role } from '../../contract/roles.ts';
import { createApiToken } from '../../store/api-tokens-store.ts';
import { recordAudit } from '../../store/audit-store.ts';
import { NETWORK_PARTNER, type PartnerId } from '../../store/partner-id.ts';
import { newSecretToken, tokenHash } from '../shared/secret-token.ts';
import type { Services } from '../shared/services.ts';

const SYSTEM = { kind: 'system', name: 'command line' } as const;

/** Makes a token of a company, or of the operator when there is no partner; the secret is told this once. */
export async function newApiToken(
  { database }: Services,
  order: { readonly partnerId: PartnerId | null; readonly role: Role; readonly label: string | null },
): Promise<{ readonly tokenId: string; readonly token: string }> {
  const token = `jalon_${newSecretToken()}`;
  const { role, label } = order;
  const claim = { partnerId: order.partnerId ?? NETWORK_PARTNER, actor: SYSTEM };
  const tokenId = await database.asTenant(claim, async (tx) => {
    const id = await createApiToken(tx, { tokenHash: tokenHash(token), role, label });
    await recordAudit(tx, { action: 'token.created', subject: `token:${id}`, details: { role, label } });
    return id;
  });
  return { tokenId, token };
}
