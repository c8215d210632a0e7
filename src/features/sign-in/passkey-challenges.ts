import type { TenantTransaction } from '../../store/database.ts';
import { beginChallenge, closeChallenge } from '../../store/sign-in-challenges-store.ts';
import type { ChallengePurpose } from '../../store/sign-in-tables.ts';
import { newSecretToken, tokenHash } from '../shared/secret-token.ts';

export const PASSKEY_MS = 5 * 60_000;

type PasskeyPurpose = Exclude<ChallengePurpose, 'second-step'>;

/** Remembers what the browser was asked to sign; the token goes to it in a cookie. */
export async function rememberChallenge(
  tx: TenantTransaction,
  purpose: PasskeyPurpose,
  userId: string | null,
  challenge: string,
): Promise<string> {
  const token = newSecretToken();
  const expiresAt = new Date(tx.now.getTime() + PASSKEY_MS);
  await beginChallenge(tx, { tokenHash: tokenHash(token), userId, purpose, challenge, expiresAt });
  return token;
}

/** The challenge that this browser was asked to sign, once; `null` when it is over or somebody else's. */
export async function takeChallenge(
  tx: TenantTransaction,
  purpose: PasskeyPurpose,
  userId: string | null,
  token: string | undefined,
): Promise<string | null> {
  if (token === undefined) return null;
  const taken = await closeChallenge(tx, tokenHash(token), purpose);
  return taken === null || taken.userId !== userId ? null : taken.challenge;
}
