import { companyMerging } from '../../http/problem.ts';
import type { TenantTransaction } from '../../store/database.ts';
import { mergeUnderWay } from '../../store/partner-merge-runs-store.ts';
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

/**
 * Nobody begins anything at a company that is being taken over: a minute later it goes on at the other one.
 * @throws HttpProblem 503 at once, instead of waiting for the merge with a connection to the database
 */
export async function refuseDuringMerge(tx: TenantTransaction): Promise<void> {
  if ((await mergeUnderWay(tx, tx.partnerId)) === 'from') throw companyMerging();
}

/** Begins a session with a new token, whose hash alone is kept. */
export async function newSession(
  tx: TenantTransaction,
  userId: string,
  { method, userAgent, address, provedAt = null }: SignInManner,
  passwordChangeRequired = false,
): Promise<string> {
  await refuseDuringMerge(tx);
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
