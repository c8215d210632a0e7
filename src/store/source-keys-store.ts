/** Keys by which sources sign what they deliver; the secrets are sealed. */
import type { TenantTransaction } from './database.ts';

export interface SourceKey {
  readonly keyId: string;
  readonly source: string;
  readonly label: string;
  readonly createdAt: Date;
  /** It signs until then; null: until it is revoked. */
  readonly endsAt: Date | null;
  readonly lastUsedAt: Date | null;
}

export interface SealedKey extends SourceKey {
  readonly sealedSecret: Buffer;
}

const COLUMNS = [
  'key_id as keyId',
  'source',
  'label',
  'created_at as createdAt',
  'ends_at as endsAt',
  'last_used_at as lastUsedAt',
] as const;

function living(tx: TenantTransaction) {
  return tx.sql
    .selectFrom('source_key')
    .select(COLUMNS)
    .where('partner_id', '=', tx.partnerId)
    .where('revoked_at', 'is', null)
    .where((where) => where.or([where('ends_at', 'is', null), where('ends_at', '>', tx.now)]));
}

/** The keys of every source that sign now, the latest first. */
export async function livingKeys(tx: TenantTransaction): Promise<readonly SourceKey[]> {
  return living(tx).orderBy('created_at', 'desc').orderBy('key_id').execute();
}

/** The keys by which a source signs now, with their secrets. */
export async function keysOfSource(tx: TenantTransaction, source: string): Promise<readonly SealedKey[]> {
  return living(tx).select('sealed_secret as sealedSecret').where('source', '=', source).execute();
}

export async function addSourceKey(
  tx: TenantTransaction,
  key: {
    readonly source: string;
    readonly label: string;
    readonly sealedSecret: Buffer;
    readonly createdBy: string;
  },
): Promise<SourceKey> {
  return tx.sql
    .insertInto('source_key')
    .values({
      source: key.source,
      label: key.label,
      sealed_secret: key.sealedSecret,
      created_at: tx.now,
      created_by: key.createdBy,
    })
    .returning(COLUMNS)
    .executeTakeFirstOrThrow();
}

/** Lets the keys of a source that sign now sign until `endsAt` and no longer; one that ends earlier stays so. */
export async function endKeysBy(tx: TenantTransaction, source: string, endsAt: Date): Promise<void> {
  await tx.sql
    .updateTable('source_key')
    .set({ ends_at: endsAt })
    .where('partner_id', '=', tx.partnerId)
    .where('source', '=', source)
    .where('revoked_at', 'is', null)
    .where((where) => where.or([where('ends_at', 'is', null), where('ends_at', '>', endsAt)]))
    .execute();
}

/** At once; false when the source has no such key, or has it no longer. */
export async function revokeSourceKey(
  tx: TenantTransaction,
  source: string,
  keyId: string,
): Promise<boolean> {
  const { numUpdatedRows } = await tx.sql
    .updateTable('source_key')
    .set({ revoked_at: tx.now })
    .where('partner_id', '=', tx.partnerId)
    .where('source', '=', source)
    .where('key_id', '=', keyId)
    .where('revoked_at', 'is', null)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}

export async function touchSourceKey(tx: TenantTransaction, keyId: string): Promise<void> {
  await tx.sql
    .updateTable('source_key')
    .set({ last_used_at: tx.now })
    .where('partner_id', '=', tx.partnerId)
    .where('key_id', '=', keyId)
    .execute();
}
