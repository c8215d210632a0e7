import { sql } from 'kysely';
import type { SignInTransaction, TenantTransaction } from './database.ts';
import type { PartnerId } from './partner-id.ts';
import type { UserStatus } from './schema.ts';
import { statusOn } from './user-status.ts';

export interface SignInCandidate {
  readonly partnerId: PartnerId;
  readonly userId: string;
  readonly status: UserStatus;
  /** `null` until a first password is set. */
  readonly passwordHash: string | null;
  /** Hash of the temporary password, while it may be used. */
  readonly temporaryHash: Buffer | null;
}

/** Who signs in with this work e-mail, whatever its case. The only look across partners by e-mail. */
export async function findSignIn(tx: SignInTransaction, workEmail: string): Promise<SignInCandidate | null> {
  const { rows } = await sql<{
    partner_id: string;
    user_id: string;
    status: UserStatus;
    employed_until: string | null;
    password_hash: string | null;
    temporary_hash: Buffer | null;
    temporary_until: Date | null;
  }>`select * from find_sign_in(${workEmail})`.execute(tx.sql);
  const row = rows[0];
  if (!row) return null;
  const temporary = row.temporary_until !== null && row.temporary_until > tx.now;
  return {
    partnerId: row.partner_id as PartnerId,
    userId: row.user_id,
    status: statusOn(row.status, row.employed_until, tx.now),
    passwordHash: row.password_hash,
    temporaryHash: temporary ? row.temporary_hash : null,
  };
}

/**
 * Sets the password that a person has chosen: every session ends, and with it whatever else could still set or
 * stand for a password.
 */
export async function setPasswordHash(
  tx: TenantTransaction,
  userId: string,
  passwordHash: string,
): Promise<void> {
  const values = { password_hash: passwordHash, changed_at: tx.now };
  await tx.sql
    .insertInto('credential')
    .values({ partner_id: tx.partnerId, user_id: userId, ...values })
    .onConflict((conflict) => conflict.columns(['partner_id', 'user_id']).doUpdateSet(values))
    .execute();
  await endSignIn(tx, userId);
}

/** Ends every session of the user and withdraws links and temporary passwords that would begin one. */
export async function endSignIn(tx: TenantTransaction, userId: string): Promise<void> {
  await tx.sql
    .updateTable('session')
    .set({ ended_at: tx.now })
    .where('partner_id', '=', tx.partnerId)
    .where('user_id', '=', userId)
    .where('ended_at', 'is', null)
    .execute();
  await withdrawLinks(tx, userId);
  await tx.sql
    .updateTable('sign_in_challenge')
    .set({ used_at: tx.now })
    .where('partner_id', '=', tx.partnerId)
    .where('user_id', '=', userId)
    .where('used_at', 'is', null)
    .execute();
  await tx.sql
    .deleteFrom('temporary_password')
    .where('partner_id', '=', tx.partnerId)
    .where('user_id', '=', userId)
    .execute();
}

/** Links that nobody has used yet are worth nothing any more. */
export async function withdrawLinks(tx: TenantTransaction, userId: string): Promise<void> {
  await tx.sql
    .updateTable('one_time_link')
    .set({ used_at: tx.now })
    .where('partner_id', '=', tx.partnerId)
    .where('user_id', '=', userId)
    .where('used_at', 'is', null)
    .execute();
}

/** The password is forgotten: only a temporary one, or a link, lets the person in again. */
export async function forgetPassword(tx: TenantTransaction, userId: string): Promise<void> {
  await tx.sql
    .deleteFrom('credential')
    .where('partner_id', '=', tx.partnerId)
    .where('user_id', '=', userId)
    .execute();
}

export async function passwordHashOf(tx: TenantTransaction, userId: string): Promise<string | null> {
  const row = await tx.sql
    .selectFrom('credential')
    .select('password_hash')
    .where('partner_id', '=', tx.partnerId)
    .where('user_id', '=', userId)
    .executeTakeFirst();
  return row?.password_hash ?? null;
}
