import type { TenantTransaction } from './database.ts';

export interface NewTemporaryPassword {
  readonly userId: string;
  readonly secretHash: Buffer;
  readonly expiresAt: Date;
}

/** Sets temporary passwords, one each; one that a person had before is worth nothing any more. */
export async function setTemporaryPasswords(
  tx: TenantTransaction,
  passwords: readonly NewTemporaryPassword[],
): Promise<void> {
  if (passwords.length === 0) return;
  await tx.sql
    .insertInto('temporary_password')
    .values(
      passwords.map(({ userId, secretHash, expiresAt }) => ({
        partner_id: tx.partnerId,
        user_id: userId,
        secret_hash: secretHash,
        created_at: tx.now,
        expires_at: expiresAt,
      })),
    )
    .onConflict((conflict) =>
      conflict.columns(['partner_id', 'user_id']).doUpdateSet(({ ref }) => ({
        secret_hash: ref('excluded.secret_hash'),
        created_at: ref('excluded.created_at'),
        expires_at: ref('excluded.expires_at'),
      })),
    )
    .execute();
}

/** Of the temporary password that was handed out last and nothing has replaced, whether it may still be used or not. */
export async function temporaryHashOf(tx: TenantTransaction, userId: string): Promise<Buffer | null> {
  const row = await tx.sql
    .selectFrom('temporary_password')
    .select('secret_hash')
    .where('partner_id', '=', tx.partnerId)
    .where('user_id', '=', userId)
    .executeTakeFirst();
  return row?.secret_hash ?? null;
}
