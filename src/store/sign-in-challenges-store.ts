import { sql } from 'kysely';
import type { SignInTransaction, TenantTransaction } from './database.ts';
import type { PartnerId } from './partner-id.ts';
import type { ChallengePurpose } from './sign-in-tables.ts';

/** Something that a browser has been asked to answer. */
export interface NewChallenge {
  readonly tokenHash: Buffer;
  /** `null` when nobody is known yet. */
  readonly userId: string | null;
  readonly purpose: ChallengePurpose;
  /** What a passkey must sign. */
  readonly challenge: string | null;
  readonly passwordChangeRequired?: boolean;
  readonly expiresAt: Date;
}

export interface OpenChallenge {
  readonly userId: string | null;
  readonly challenge: string | null;
  readonly passwordChangeRequired: boolean;
}

export async function beginChallenge(tx: TenantTransaction, challenge: NewChallenge): Promise<void> {
  await tx.sql
    .deleteFrom('sign_in_challenge')
    .where('partner_id', '=', tx.partnerId)
    .where('expires_at', '<', tx.now)
    .execute();
  await tx.sql
    .insertInto('sign_in_challenge')
    .values({
      partner_id: tx.partnerId,
      token_hash: challenge.tokenHash,
      user_id: challenge.userId,
      purpose: challenge.purpose,
      challenge: challenge.challenge,
      password_change_required: challenge.passwordChangeRequired ?? false,
      created_at: tx.now,
      expires_at: challenge.expiresAt,
    })
    .execute();
}

export async function findPartnerOfChallenge(
  tx: SignInTransaction,
  tokenHash: Buffer,
): Promise<PartnerId | null> {
  const { rows } = await sql<{ partner: PartnerId | null }>`
    select find_partner_of_sign_in('challenge', ${tokenHash}) as partner`.execute(tx.sql);
  return rows[0]?.partner ?? null;
}

function open(tx: TenantTransaction, tokenHash: Buffer, purpose: ChallengePurpose) {
  return tx.sql
    .updateTable('sign_in_challenge')
    .where('partner_id', '=', tx.partnerId)
    .where('token_hash', '=', tokenHash)
    .where('purpose', '=', purpose)
    .where('used_at', 'is', null)
    .where('expires_at', '>', tx.now)
    .returning(['user_id as userId', 'challenge', 'password_change_required as passwordChangeRequired']);
}

/** Counts one attempt; `null` when the challenge is over or this is one attempt too many. */
export async function attemptChallenge(
  tx: TenantTransaction,
  tokenHash: Buffer,
  purpose: ChallengePurpose,
  most: number,
): Promise<OpenChallenge | null> {
  const row = await open(tx, tokenHash, purpose)
    .set((eb) => ({ attempts: eb('attempts', '+', 1) }))
    .where('attempts', '<', most)
    .executeTakeFirst();
  return row ?? null;
}

/** Uses the challenge up; of two at once one wins. */
export async function closeChallenge(
  tx: TenantTransaction,
  tokenHash: Buffer,
  purpose: ChallengePurpose,
): Promise<OpenChallenge | null> {
  return (await open(tx, tokenHash, purpose).set({ used_at: tx.now }).executeTakeFirst()) ?? null;
}
