import { sql } from 'kysely';
import type { SignInTransaction, TenantTransaction } from './database.ts';
import type { PartnerId } from './partner-id.ts';

export interface ReportToken {
  readonly tokenId: string;
  readonly userId: string;
  readonly name: string;
  readonly createdAt: Date;
  readonly expiresAt: Date;
  readonly lastUsedAt: Date | null;
}

const COLUMNS = [
  'token_id as tokenId',
  'user_id as userId',
  'name',
  'created_at as createdAt',
  'expires_at as expiresAt',
  'last_used_at as lastUsedAt',
] as const;

/** The partner of a token, by its hash; it says nothing of validity. */
export async function findPartnerOfReportToken(
  tx: SignInTransaction,
  hash: Buffer,
): Promise<PartnerId | null> {
  const { rows } = await sql<{ partner: PartnerId | null }>`
    select find_partner_by_report_token(${hash}) as partner`.execute(tx.sql);
  return rows[0]?.partner ?? null;
}

/** Tokens of a person that were not revoked, the latest first; also those that have ended. */
export async function reportTokensOf(tx: TenantTransaction, userId: string): Promise<readonly ReportToken[]> {
  return tx.sql
    .selectFrom('report_token')
    .select(COLUMNS)
    .where('partner_id', '=', tx.partnerId)
    .where('user_id', '=', userId)
    .where('revoked_at', 'is', null)
    .orderBy('created_at', 'desc')
    .orderBy('token_id')
    .execute();
}

/** The token of this hash, unless it is revoked or has ended. */
export async function findReportToken(tx: TenantTransaction, hash: Buffer): Promise<ReportToken | null> {
  const row = await tx.sql
    .selectFrom('report_token')
    .select(COLUMNS)
    .where('partner_id', '=', tx.partnerId)
    .where('token_hash', '=', hash)
    .where('revoked_at', 'is', null)
    .where('expires_at', '>', tx.now)
    .executeTakeFirst();
  return row ?? null;
}

export async function addReportToken(
  tx: TenantTransaction,
  token: {
    readonly userId: string;
    readonly hash: Buffer;
    readonly name: string;
    readonly expiresAt: Date;
  },
): Promise<ReportToken> {
  return tx.sql
    .insertInto('report_token')
    .values({
      partner_id: tx.partnerId,
      user_id: token.userId,
      token_hash: token.hash,
      name: token.name,
      created_at: tx.now,
      expires_at: token.expiresAt,
    })
    .returning(COLUMNS)
    .executeTakeFirstOrThrow();
}

/** Of the person alone; false when there is none. */
export async function revokeReportToken(
  tx: TenantTransaction,
  userId: string,
  tokenId: string,
): Promise<boolean> {
  const { numUpdatedRows } = await tx.sql
    .updateTable('report_token')
    .set({ revoked_at: tx.now })
    .where('partner_id', '=', tx.partnerId)
    .where('user_id', '=', userId)
    .where('token_id', '=', tokenId)
    .where('revoked_at', 'is', null)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}

export async function touchReportToken(tx: TenantTransaction, tokenId: string): Promise<void> {
  await tx.sql
    .updateTable('report_token')
    .set({ last_used_at: tx.now })
    .where('partner_id', '=', tx.partnerId)
    .where('token_id', '=', tokenId)
    .execute();
}
