import type { TenantTransaction } from './database.ts';

/** A key of the installation that signs credentials; read and written in the rows of the network. */
export interface CredentialKey {
  readonly keyId: string;
  /** As a JSON Web Key. */
  readonly publicKey: Readonly<Record<string, string>>;
  readonly sealedPrivateKey: Buffer;
  readonly createdAt: Date;
}

/** The newest, which signs, comes first. */
export async function listCredentialKeys(tx: TenantTransaction): Promise<CredentialKey[]> {
  return tx.sql
    .selectFrom('credential_key')
    .select(['key_id as keyId', 'public_key as publicKey', 'sealed_private_key as sealedPrivateKey'])
    .select('created_at as createdAt')
    .where('partner_id', '=', tx.partnerId)
    .orderBy('created_at', 'desc')
    .orderBy('key_id')
    .execute();
}

export async function addCredentialKey(
  tx: TenantTransaction,
  key: Omit<CredentialKey, 'createdAt'>,
): Promise<void> {
  await tx.sql
    .insertInto('credential_key')
    .values({
      partner_id: tx.partnerId,
      key_id: key.keyId,
      public_key: JSON.stringify(key.publicKey),
      sealed_private_key: key.sealedPrivateKey,
      created_at: tx.now,
    })
    .execute();
}

/** Forgets keys that were made before an instant: nothing that they signed is valid any more. */
export async function forgetCredentialKeys(tx: TenantTransaction, keyIds: readonly string[]): Promise<void> {
  if (keyIds.length === 0) return;
  await tx.sql
    .deleteFrom('credential_key')
    .where('partner_id', '=', tx.partnerId)
    .where('key_id', 'in', [...keyIds])
    .execute();
}
