import type { Database } from './database.ts';
import type { PartnerId } from './partner-id.ts';

export type SecretKind = 'session' | 'one-time-link' | 'calendar-link' | 'api-token';

/**
 * The partner that a session cookie, one-time link, calendar link or API token belongs to, by the hash of the secret. It says
 * nothing of validity: the caller claims the partner and reads the row itself.
 */
export async function findPartnerBySecret(
  database: Database,
  kind: SecretKind,
  hash: Buffer,
): Promise<PartnerId | null> {
  const [row] = await database.askOnce<{ partner: PartnerId | null }>({
    name: 'partner-of-secret',
    text: 'select find_partner_by_secret($1, $2) as partner',
    values: [kind, hash],
  });
  return row?.partner ?? null;
}
