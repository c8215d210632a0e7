import { actorText, type NetworkTransaction, type TenantTransaction } from './database.ts';
import type { PartnerId } from './partner-id.ts';

export interface NewApiToken {
  readonly tokenHash: Buffer;
  readonly role: string;
  readonly label?: string | null;
  readonly expiresAt?: Date | null;
}

export interface LiveApiToken {
  readonly tokenId: string;
  readonly role: string;
  readonly lastUsedAt: Date | null;
}

/** Records a token of the claimed partner (`network` for operators) and answers its id. */
export async function createApiToken(tx: TenantTransaction, token: NewApiToken): Promise<string> {
  const row = await tx.sql
    .insertInto('api_token')
    .values({
      partner_id: tx.partnerId,
      token_hash: token.tokenHash,
      role: token.role,
      label: token.label ?? null,
      created_at: tx.now,
      created_by: actorText(tx.actor),
      expires_at: token.expiresAt ?? null,
    })
    .returning('token_id')
    .executeTakeFirstOrThrow();
  return row.token_id;
}

/** The token of this hash, unless it is revoked or expired. */
export async function findApiToken(tx: TenantTransaction, tokenHash: Buffer): Promise<LiveApiToken | null> {
  const row = await tx.sql
    .selectFrom('api_token')
    .select(['token_id', 'role', 'last_used_at'])
    .where('partner_id', '=', tx.partnerId)
    .where('token_hash', '=', tokenHash)
    .where('revoked_at', 'is', null)
    .where((or) => or.or([or('expires_at', 'is', null), or('expires_at', '>', tx.now)]))
    .executeTakeFirst();
  return row ? { tokenId: row.token_id, role: row.role, lastUsedAt: row.last_used_at } : null;
}

export async function revokeApiToken(tx: TenantTransaction, tokenId: string): Promise<void> {
  await tx.sql
    .updateTable('api_token')
    .set({ revoked_at: tx.now })
    .where('partner_id', '=', tx.partnerId)
    .where('token_id', '=', tokenId)
    .where('revoked_at', 'is', null)
    .execute();
}

/** The one role that no person holds: that of the directory of a company. */
export const PROVISIONING_ROLE = 'provisioning';

export interface ProvisioningToken {
  readonly tokenId: string;
  readonly createdAt: Date;
  readonly expiresAt: Date | null;
  readonly lastUsedAt: Date | null;
}

/** The token of the company's directory, also when it has expired; `null` when there is none, or it was revoked. */
export async function findProvisioningToken(tx: TenantTransaction): Promise<ProvisioningToken | null> {
  const row = await tx.sql
    .selectFrom('api_token')
    .select(['token_id as tokenId', 'created_at as createdAt'])
    .select(['expires_at as expiresAt', 'last_used_at as lastUsedAt'])
    .where('partner_id', '=', tx.partnerId)
    .where('role', '=', PROVISIONING_ROLE)
    .where('revoked_at', 'is', null)
    .executeTakeFirst();
  return row ?? null;
}

export async function touchApiToken(tx: TenantTransaction, tokenId: string): Promise<void> {
  await tx.sql
    .updateTable('api_token')
    .set({ last_used_at: tx.now })
    .where('partner_id', '=', tx.partnerId)
    .where('token_id', '=', tokenId)
    .execute();
}

/** A token of a directory with an end. */
export interface EndingToken {
  readonly partnerId: PartnerId;
  readonly tokenId: string;
  readonly createdAt: Date;
  readonly expiresAt: Date;
}

/** The tokens of directories, of every company, that end in the time given and have not been revoked. */
export async function provisioningTokensEnding(
  tx: NetworkTransaction,
  { from, until }: { readonly from: Date; readonly until: Date },
): Promise<EndingToken[]> {
  return tx.sql
    .selectFrom('api_token')
    .select(['partner_id as partnerId', 'token_id as tokenId', 'created_at as createdAt'])
    .select('expires_at as expiresAt')
    .where('role', '=', PROVISIONING_ROLE)
    .where('revoked_at', 'is', null)
    .where('expires_at', '>', from)
    .where('expires_at', '<=', until)
    .$narrowType<{ partnerId: PartnerId; expiresAt: Date }>()
    .orderBy('partner_id')
    .execute();
}
