import type { TenantTransaction } from '../../store/database.ts';
import { beginSession } from '../../store/sessions-store.ts';
import type { SessionMethod } from '../../store/sign-in-tables.ts';
import { newSecretToken, tokenHash } from '../shared/secret-token.ts';
import { sessionEnd } from './session-times.ts';

/** With what somebody was recognised, and in which browser. */
export interface SignInManner {
  readonly method: SessionMethod;
  readonly userAgent: string | null;
  readonly address: string | null;
  /** When the person proved who he or she is, where that was before: a provider may have remembered it. */
  readonly provedAt?: Date | null;
}

const LONGEST_USER_AGENT = 400;

/** Begins a session with a new token, whose hash alone is kept. */
export async function newSession(
  tx: TenantTransaction,
  userId: string,
  { method, userAgent, address, provedAt = null }: SignInManner,
  passwordChangeRequired = false,
): Promise<string> {
  const token = newSecretToken();
  await beginSession(tx, {
    tokenHash: tokenHash(token),
    userId,
    csrfToken: newSecretToken(),
    expiresAt: sessionEnd(tx.now, tx.now),
    method,
    userAgent: userAgent?.slice(0, LONGEST_USER_AGENT) ?? null,
    address,
    passwordChangeRequired,
    provedAt: provedAt !== null && provedAt < tx.now ? provedAt : null,
  });
  return token;
}
