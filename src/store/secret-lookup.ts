import { sql } from 'kysely';
import type { SignInTransaction } from './database.ts';
import type { PartnerId } from './partner-id.ts';

export type SecretKind = 'session' | 'one-time-link' | 'calendar-link' | 'api-token';

/**
 * The partner that a session cookie, one-time link, calendar link or API token belongs to, by the hash of the secret. It says
 * nothing of validity: the caller claims the partner and reads the row itself.
 */
export async function findPartnerBySecret(
  tx: SignInTransaction,
  kind: SecretKind,
  hash: Buffer,
): Promise<PartnerId | null> {
  const { rows } = await sql<{ partner: PartnerId | null }>`
    select find_partner_by_secret(${kind}, ${hash}) as partner`.execute(tx.sql);
  return rows[0]?.partner ?? null;
}
