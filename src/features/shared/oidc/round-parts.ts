import type { Configuration } from 'openid-client';
import type { Database } from '../../../store/database.ts';
import type { Sealer } from '../sealed.ts';
import type { OidcClient } from './oidc-client.ts';

/** What a round is made with. */
export interface RoundParts {
  readonly database: Database;
  readonly sealer: Sealer;
  readonly now: () => Date;
  readonly baseUrl: () => string;
  readonly https: boolean;
  readonly configurationOf: (client: OidcClient) => Promise<Configuration>;
  readonly client: (key: string) => Promise<OidcClient | null>;
}

/** What only the server that began a round knows of it. */
export interface RoundSecrets {
  readonly verifier: string;
  readonly nonce: string;
}

export const ROUND_PURPOSE = 'oidc round';
export const ROUND_MS = 10 * 60_000;

/** Each round has a cookie of its own, so that two pages of one browser do not end each other's. */
export function roundCookieName(stateHash: Buffer, https: boolean): string {
  return `${https ? '__Host-' : ''}jalon-round-${stateHash.toString('hex').slice(0, 16)}`;
}

/** `Lax`: the browser comes back from another site by following a link. */
export function roundCookie(name: string, value: string, https: boolean): string {
  const maxAge = value === '' ? 0 : ROUND_MS / 1000;
  return `${name}=${value}; Path=/; HttpOnly; SameSite=Lax; Max-Age=${maxAge}${https ? '; Secure' : ''}`;
}
