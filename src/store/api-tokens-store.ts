import { actorText, type TenantTransaction } from './database.ts';

export interface NewApiToken {
  readonly tokenHash: Buffer;
  readonly role: string;
  readonly label?: string | null;
  readonly expiresAt?: Date | null;
}

export interface LiveApiToken {
  readonly tokenId: string;
  readonly role: string;
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
    .select(['token_id', 'role'])
    .where('partner_id', '=', tx.partnerId)
    .where('token_hash', '=', tokenHash)
    .where('revoked_at', 'is', null)
    .where((or) => or.or([or('expires_at', 'is', null), or('expires_at', '>', tx.now)]))
    .executeTakeFirst();
  return row ? { tokenId: row.token_id, role: row.role } : null;
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
