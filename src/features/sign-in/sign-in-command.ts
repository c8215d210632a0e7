import { recordAudit } from '../../store/audit-store.ts';
import { findSignIn, type SignInCandidate } from '../../store/credentials-store.ts';
import { NETWORK_PARTNER, type PartnerId } from '../../store/partner-id.ts';
import { companyAfterMerges } from '../../store/partner-merges-store.ts';
import { endSession } from '../../store/sessions-store.ts';
import { passwordMatches } from '../shared/password.ts';
import { tokenHash } from '../shared/secret-token.ts';
import type { Services } from '../shared/services.ts';
import { temporaryPasswordMatches } from '../shared/temporary-password.ts';
import { newSession, refuseDuringMerge } from './new-session.ts';
import { beginSecondStep, needsSecondStep } from './second-step.ts';

export type SignInResult =
  | {
      readonly kind: 'signed-in';
      readonly partnerId: PartnerId;
      readonly userId: string;
      readonly token: string;
    }
  /** The password is right; the code of the authenticator app is asked for next. */
  | { readonly kind: 'second-step'; readonly token: string }
  | { readonly kind: 'refused' }
  /** The password is right; the company has become part of this one, where the person has another account. */
  | { readonly kind: 'company-merged'; readonly into: string }
  | { readonly kind: 'too-many'; readonly retryAfterSeconds: number };

interface Attempt {
  readonly email: string;
  readonly password: string;
  readonly ip: string;
  readonly userAgent: string | null;
  /** The session that the browser had before; it ends, so that nobody can plant one. */
  readonly earlierSession: string | null;
}

function overLimit({ limits }: Services, attempt: Attempt): number | null {
  const perAddress = limits.perAddress.attempt(attempt.ip);
  const perEmail = limits.perEmail.attempt(attempt.email.trim().toLowerCase());
  return perAddress ?? perEmail;
}

/** Also an attempt with an unknown address leaves an entry: both cases do the same work. */
async function refuse(
  services: Services,
  candidate: SignInCandidate | null,
  ip: string,
): Promise<SignInResult> {
  const partnerId = candidate?.partnerId ?? NETWORK_PARTNER;
  const subject = candidate === null ? null : `user:${candidate.userId}`;
  await services.database.asTenant({ partnerId, actor: { kind: 'system', name: 'sign-in' } }, (tx) =>
    recordAudit(tx, { action: 'sign-in.failed', subject, details: { ip } }),
  );
  return { kind: 'refused' };
}

/** The company that goes on for that of somebody who proved the password; `null` where there is none. */
async function takenOverBy({ database }: Services, { partnerId }: SignInCandidate): Promise<string | null> {
  const company = await database.asSignIn((tx) => companyAfterMerges(tx, partnerId));
  return company?.name ?? null;
}

/**
 * Signs a person in; with a temporary password, only as far as the choice of another. An unknown address, a wrong
 * password, a user without a password and one who has left all give the same answer after the same work.
 */
export async function signIn(services: Services, attempt: Attempt): Promise<SignInResult> {
  const { database, limits } = services;
  const retryAfterSeconds = overLimit(services, attempt);
  if (retryAfterSeconds !== null) return { kind: 'too-many', retryAfterSeconds };

  const candidate = await database.asSignIn((tx) => findSignIn(tx, attempt.email));
  const matches = await passwordMatches(candidate?.passwordHash ?? null, attempt.password);
  const temporary = temporaryPasswordMatches(candidate?.temporaryHash ?? null, attempt.password);
  if (candidate === null || !(matches || temporary) || candidate.status !== 'active') {
    const into = matches || temporary ? await takenOverBy(services, candidate!) : null;
    const refused = await refuse(services, candidate, attempt.ip);
    return into === null ? refused : { kind: 'company-merged', into };
  }
  limits.perAddress.forgive(attempt.ip);
  limits.perEmail.forgive(attempt.email.trim().toLowerCase());

  const { partnerId, userId } = candidate;
  return database.asTenant({ partnerId, actor: { kind: 'user', userId } }, async (tx) => {
    if (await needsSecondStep(tx, userId)) {
      await refuseDuringMerge(tx);
      return { kind: 'second-step', token: await beginSecondStep(tx, userId, !matches) };
    }
    if (attempt.earlierSession !== null) await endSession(tx, tokenHash(attempt.earlierSession));
    const manner = { method: 'password', userAgent: attempt.userAgent, address: attempt.ip } as const;
    const token = await newSession(tx, userId, manner, !matches);
    await recordAudit(tx, { action: 'sign-in', subject: `user:${userId}`, details: { ip: attempt.ip } });
    return { kind: 'signed-in', partnerId, userId, token };
  });
}
