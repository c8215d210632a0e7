import { recordAudit } from '../../store/audit-store.ts';
import { findAuthenticator } from '../../store/authenticators-store.ts';
import type { TenantTransaction } from '../../store/database.ts';
import { endSession } from '../../store/sessions-store.ts';
import {
  attemptChallenge,
  beginChallenge,
  closeChallenge,
  findPartnerOfChallenge,
} from '../../store/sign-in-challenges-store.ts';
import { findUser } from '../../store/users-store.ts';
import { newSecretToken, tokenHash } from '../shared/secret-token.ts';
import type { Services } from '../shared/services.ts';
import { newSession, type SignInManner } from './new-session.ts';
import { acceptSecondStep } from './one-time-codes.ts';

export const SECOND_STEP_MS = 10 * 60_000;
const MOST_ATTEMPTS = 5;
const SYSTEM = { kind: 'system', name: 'sign-in' } as const;

export async function needsSecondStep(tx: TenantTransaction, userId: string): Promise<boolean> {
  const authenticator = await findAuthenticator(tx, userId);
  return authenticator !== null && authenticator.confirmedAt !== null;
}

/** Remembers that the first step was right; the token stays with the browser that took it. */
export async function beginSecondStep(
  tx: TenantTransaction,
  userId: string,
  passwordChangeRequired: boolean,
): Promise<string> {
  const token = newSecretToken();
  await beginChallenge(tx, {
    tokenHash: tokenHash(token),
    userId,
    purpose: 'second-step',
    challenge: null,
    passwordChangeRequired,
    expiresAt: new Date(tx.now.getTime() + SECOND_STEP_MS),
  });
  return token;
}

interface SecondStep {
  /** From the cookie that the first step has set. */
  readonly token: string;
  readonly code: string;
  readonly manner: Omit<SignInManner, 'method'>;
  readonly earlierSession: string | null;
}

export type SecondStepResult =
  | { readonly kind: 'signed-in'; readonly token: string }
  | { readonly kind: 'wrong-code' }
  /** Too late, too often, or never begun: back to the first step. */
  | { readonly kind: 'over' }
  | { readonly kind: 'too-many'; readonly retryAfterSeconds: number };

/** Takes the code of the authenticator app or a recovery code; five attempts for each first step. */
export async function takeSecondStep(services: Services, step: SecondStep): Promise<SecondStepResult> {
  const { database, limits, sealer } = services;
  const hash = tokenHash(step.token);
  const partnerId = await database.asSignIn((tx) => findPartnerOfChallenge(tx, hash));
  if (partnerId === null) return { kind: 'over' };
  return database.asTenant({ partnerId, actor: SYSTEM }, async (tx) => {
    const open = await attemptChallenge(tx, hash, 'second-step', MOST_ATTEMPTS);
    const userId = open?.userId ?? null;
    if (open === null || userId === null) return { kind: 'over' };
    // Also whoever knows the password, and begins again and again, cannot guess.
    const key = `code ${userId}`;
    const retryAfterSeconds = limits.perEmail.attempt(key);
    if (retryAfterSeconds !== null) return { kind: 'too-many', retryAfterSeconds };
    const acting = { ...tx, actor: { kind: 'user', userId } } as const;
    const subject = `user:${userId}`;
    const user = await findUser(tx, userId);
    const accepted =
      user?.status === 'active' ? await acceptSecondStep(sealer, acting, userId, step.code) : null;
    const details = { ip: step.manner.address };
    if (accepted === null) {
      await recordAudit(tx, { action: 'sign-in.failed', subject, details: { ...details, step: 'code' } });
      return { kind: 'wrong-code' };
    }
    limits.perEmail.forgive(key);
    await closeChallenge(acting, hash, 'second-step');
    if (step.earlierSession !== null) await endSession(acting, tokenHash(step.earlierSession));
    const manner = { ...step.manner, method: 'password-and-code' } as const;
    const token = await newSession(acting, userId, manner, open.passwordChangeRequired);
    await recordAudit(acting, { action: 'sign-in', subject, details: { ...details, step: accepted } });
    return { kind: 'signed-in', token };
  });
}
