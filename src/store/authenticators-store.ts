import { sql } from 'kysely';
import type { TenantTransaction } from './database.ts';

/** The authenticator app of a person. */
export interface Authenticator {
  readonly sealedKey: Buffer;
  /** `null` until the first code has been shown. */
  readonly confirmedAt: Date | null;
}

export async function findAuthenticator(
  tx: TenantTransaction,
  userId: string,
): Promise<Authenticator | null> {
  const found = await tx.sql
    .selectFrom('authenticator')
    .select(['sealed_key as sealedKey', 'confirmed_at as confirmedAt'])
    .where('partner_id', '=', tx.partnerId)
    .where('user_id', '=', userId)
    .executeTakeFirst();
  return found ?? null;
}

/** Begins with a new key, unless one is in use: that must be removed first. */
export async function beginAuthenticator(
  tx: TenantTransaction,
  userId: string,
  sealedKey: Buffer,
): Promise<boolean> {
  const row = await tx.sql
    .insertInto('authenticator')
    .values({ partner_id: tx.partnerId, user_id: userId, sealed_key: sealedKey, created_at: tx.now })
    .onConflict((conflict) =>
      conflict
        .columns(['partner_id', 'user_id'])
        .doUpdateSet({ sealed_key: sealedKey, created_at: tx.now, last_step: null })
        .where('authenticator.confirmed_at', 'is', null),
    )
    .returning('user_id')
    .executeTakeFirst();
  return row !== undefined;
}

export async function confirmAuthenticator(tx: TenantTransaction, userId: string): Promise<void> {
  await tx.sql
    .updateTable('authenticator')
    .set({ confirmed_at: tx.now })
    .where('partner_id', '=', tx.partnerId)
    .where('user_id', '=', userId)
    .execute();
}

/** Takes the code of a time step once: `false` when it or a later one has been taken. Of two at once one wins. */
export async function takeTimeStep(tx: TenantTransaction, userId: string, step: number): Promise<boolean> {
  const row = await tx.sql
    .updateTable('authenticator')
    .set({ last_step: step })
    .where('partner_id', '=', tx.partnerId)
    .where('user_id', '=', userId)
    .where((eb) => eb.or([eb('last_step', 'is', null), eb('last_step', '<', step)]))
    .returning('user_id')
    .executeTakeFirst();
  return row !== undefined;
}

/** Takes the app and its recovery codes away. Whether there was one. */
export async function removeAuthenticator(tx: TenantTransaction, userId: string): Promise<boolean> {
  const row = await tx.sql
    .deleteFrom('authenticator')
    .where('partner_id', '=', tx.partnerId)
    .where('user_id', '=', userId)
    .returning('confirmed_at')
    .executeTakeFirst();
  await replaceRecoveryCodes(tx, userId, []);
  return row != null && row.confirmed_at !== null;
}

export async function replaceRecoveryCodes(
  tx: TenantTransaction,
  userId: string,
  hashes: readonly Buffer[],
): Promise<void> {
  await tx.sql
    .deleteFrom('recovery_code')
    .where('partner_id', '=', tx.partnerId)
    .where('user_id', '=', userId)
    .execute();
  if (hashes.length === 0) return;
  const values = hashes.map((hash) => ({
    partner_id: tx.partnerId,
    user_id: userId,
    code_hash: hash,
    created_at: tx.now,
  }));
  await tx.sql.insertInto('recovery_code').values(values).execute();
}

/** Uses a recovery code up; of two at once one wins. */
export async function takeRecoveryCode(
  tx: TenantTransaction,
  userId: string,
  hash: Buffer,
): Promise<boolean> {
  const row = await tx.sql
    .updateTable('recovery_code')
    .set({ used_at: tx.now })
    .where('partner_id', '=', tx.partnerId)
    .where('user_id', '=', userId)
    .where('code_hash', '=', hash)
    .where('used_at', 'is', null)
    .returning('user_id')
    .executeTakeFirst();
  return row !== undefined;
}

export async function recoveryCodesLeft(tx: TenantTransaction, userId: string): Promise<number> {
  const row = await tx.sql
    .selectFrom('recovery_code')
    .select(sql<number>`count(*)::int`.as('left'))
    .where('partner_id', '=', tx.partnerId)
    .where('user_id', '=', userId)
    .where('used_at', 'is', null)
    .executeTakeFirstOrThrow();
  return row.left;
}
