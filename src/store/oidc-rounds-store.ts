import { sql } from 'kysely';
import type { SignInTransaction, TenantTransaction } from './database.ts';
import type { PartnerId } from './partner-id.ts';
import type { RoundPurpose } from './sign-in-tables.ts';

export interface NewOidcRound {
  readonly stateHash: Buffer;
  readonly browserHash: Buffer;
  /** The session and person that begin it; `null` when nobody is signed in. */
  readonly begunBy: { readonly sessionHash: Buffer; readonly userId: string } | null;
  readonly purpose: RoundPurpose;
  readonly clientKey: string;
  readonly issuer: string;
  readonly callbackPath: string;
  readonly sealedSecrets: Buffer;
  readonly details: Readonly<Record<string, unknown>>;
  readonly expiresAt: Date;
}

export interface OidcRound extends Omit<NewOidcRound, 'stateHash'> {
  readonly partnerId: PartnerId;
  readonly createdAt: Date;
  readonly used: boolean;
}

/** Rounds are of no use once they are over; they go when another one of the same partner begins. */
async function forgetOldRounds(tx: TenantTransaction): Promise<void> {
  await tx.sql
    .deleteFrom('oidc_round')
    .where('partner_id', '=', tx.partnerId)
    .where('expires_at', '<', new Date(tx.now.getTime() - 24 * 3_600_000))
    .execute();
}

export async function beginOidcRound(tx: TenantTransaction, round: NewOidcRound): Promise<void> {
  await forgetOldRounds(tx);
  await tx.sql
    .insertInto('oidc_round')
    .values({
      partner_id: tx.partnerId,
      state_hash: round.stateHash,
      browser_hash: round.browserHash,
      session_hash: round.begunBy?.sessionHash ?? null,
      user_id: round.begunBy?.userId ?? null,
      purpose: round.purpose,
      client_key: round.clientKey,
      issuer: round.issuer,
      callback_path: round.callbackPath,
      sealed_secrets: round.sealedSecrets,
      details: JSON.stringify(round.details),
      created_at: tx.now,
      expires_at: round.expiresAt,
    })
    .execute();
}

/** The partner a round belongs to, the network when nobody had signed in; it says nothing of validity. */
export async function findPartnerOfRound(
  tx: SignInTransaction,
  stateHash: Buffer,
): Promise<PartnerId | null> {
  const { rows } = await sql<{ partner: PartnerId | null }>`
    select find_partner_of_sign_in('oidc-round', ${stateHash}) as partner`.execute(tx.sql);
  return rows[0]?.partner ?? null;
}

export async function findOidcRound(tx: TenantTransaction, stateHash: Buffer): Promise<OidcRound | null> {
  const row = await tx.sql
    .selectFrom('oidc_round')
    .selectAll()
    .where('partner_id', '=', tx.partnerId)
    .where('state_hash', '=', stateHash)
    .executeTakeFirst();
  if (row === undefined) return null;
  const { session_hash: sessionHash, user_id: userId } = row;
  return {
    partnerId: tx.partnerId,
    browserHash: row.browser_hash,
    begunBy: sessionHash === null || userId === null ? null : { sessionHash, userId },
    purpose: row.purpose,
    clientKey: row.client_key,
    issuer: row.issuer,
    callbackPath: row.callback_path,
    sealedSecrets: row.sealed_secrets,
    details: row.details,
    createdAt: row.created_at,
    expiresAt: row.expires_at,
    used: row.used_at !== null,
  };
}

/** Uses the round up; of two at once one wins. */
export async function closeOidcRound(tx: TenantTransaction, stateHash: Buffer): Promise<boolean> {
  const row = await tx.sql
    .updateTable('oidc_round')
    .set({ used_at: tx.now })
    .where('partner_id', '=', tx.partnerId)
    .where('state_hash', '=', stateHash)
    .where('used_at', 'is', null)
    .where('expires_at', '>', tx.now)
    .returning('partner_id')
    .executeTakeFirst();
  return row !== undefined;
}
