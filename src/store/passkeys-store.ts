import { sql } from 'kysely';
import type { SignInTransaction, TenantTransaction } from './database.ts';
import type { PartnerId } from './partner-id.ts';

export interface NewPasskey {
  /** As the authenticator names it, base64url. */
  readonly passkeyId: string;
  readonly userId: string;
  readonly publicKey: Buffer;
  readonly counter: number;
  readonly transports: readonly string[];
  /** As its owner calls it. */
  readonly name: string;
}

export interface Passkey extends NewPasskey {
  readonly createdAt: Date;
  readonly lastUsedAt: Date | null;
}

function passkeys(tx: TenantTransaction) {
  return tx.sql
    .selectFrom('passkey')
    .select([
      'passkey_id as passkeyId',
      'user_id as userId',
      'public_key as publicKey',
      'counter',
      'transports',
      'name',
      'created_at as createdAt',
      'last_used_at as lastUsedAt',
    ])
    .where('partner_id', '=', tx.partnerId);
}

export function listPasskeys(tx: TenantTransaction, userId: string): Promise<Passkey[]> {
  return passkeys(tx).where('user_id', '=', userId).orderBy('created_at').orderBy('passkey_id').execute();
}

export async function findPasskey(tx: TenantTransaction, passkeyId: string): Promise<Passkey | null> {
  return (await passkeys(tx).where('passkey_id', '=', passkeyId).executeTakeFirst()) ?? null;
}

/** `false` when the passkey is known already, whoever's it is. */
export async function addPasskey(tx: TenantTransaction, passkey: NewPasskey): Promise<boolean> {
  const row = await tx.sql
    .insertInto('passkey')
    .values({
      partner_id: tx.partnerId,
      passkey_id: passkey.passkeyId,
      user_id: passkey.userId,
      public_key: passkey.publicKey,
      counter: passkey.counter,
      transports: [...passkey.transports],
      name: passkey.name,
      created_at: tx.now,
    })
    .onConflict((conflict) => conflict.doNothing())
    .returning('passkey_id')
    .executeTakeFirst();
  return row !== undefined;
}

export async function noteUseOfPasskey(
  tx: TenantTransaction,
  passkeyId: string,
  counter: number,
): Promise<void> {
  await tx.sql
    .updateTable('passkey')
    .set({ counter, last_used_at: tx.now })
    .where('partner_id', '=', tx.partnerId)
    .where('passkey_id', '=', passkeyId)
    .execute();
}

/** Whether the user had it. */
export async function removePasskey(
  tx: TenantTransaction,
  userId: string,
  passkeyId: string,
): Promise<boolean> {
  const row = await tx.sql
    .deleteFrom('passkey')
    .where('partner_id', '=', tx.partnerId)
    .where('user_id', '=', userId)
    .where('passkey_id', '=', passkeyId)
    .returning('passkey_id')
    .executeTakeFirst();
  return row !== undefined;
}

export async function findPartnerOfPasskey(
  tx: SignInTransaction,
  passkeyId: string,
): Promise<PartnerId | null> {
  const { rows } = await sql<{ partner: PartnerId | null }>`
    select find_partner_of_passkey(${passkeyId}) as partner`.execute(tx.sql);
  return rows[0]?.partner ?? null;
}

export async function removePasskeys(tx: TenantTransaction, userId: string): Promise<void> {
  await tx.sql
    .deleteFrom('passkey')
    .where('partner_id', '=', tx.partnerId)
    .where('user_id', '=', userId)
    .execute();
}
