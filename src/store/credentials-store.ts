import { sql } from 'kysely';
import type { SignInTransaction, TenantTransaction } from './database.ts';
import type { PartnerId } from './partner-id.ts';
import type { UserStatus } from './schema.ts';

export interface SignInCandidate {
  readonly partnerId: PartnerId;
  readonly userId: string;
  readonly status: UserStatus;
  /** `null` until a first password is set. */
  readonly passwordHash: string | null;
}

/** Who signs in with this work e-mail, whatever its case. The only look across partners by e-mail. */
export async function findSignIn(tx: SignInTransaction, workEmail: string): Promise<SignInCandidate | null> {
  const { rows } = await sql<{
    partner_id: string;
    user_id: string;
    status: UserStatus;
    password_hash: string | null;
  }>`select partner_id, user_id, status, password_hash from find_sign_in(${workEmail})`.execute(tx.sql);
  const row = rows[0];
  if (!row) return null;
  return {
    partnerId: row.partner_id as PartnerId,
    userId: row.user_id,
    status: row.status,
    passwordHash: row.password_hash,
  };
}

/** Sets the password and ends every session of the user. */
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
  await tx.sql
    .updateTable('session')
    .set({ ended_at: tx.now })
    .where('partner_id', '=', tx.partnerId)
    .where('user_id', '=', userId)
    .where('ended_at', 'is', null)
    .execute();
}
