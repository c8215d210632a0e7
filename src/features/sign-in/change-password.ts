import type { PasswordWeakness } from '../../contract/password-rules.ts';
import { recordAudit } from '../../store/audit-store.ts';
import { passwordHashOf, setPasswordHash } from '../../store/credentials-store.ts';
import type { TenantClaim } from '../../store/database.ts';
import { findSession } from '../../store/sessions-store.ts';
import { findUser } from '../../store/users-store.ts';
import { hashPassword, passwordMatches } from '../shared/password.ts';
import { tellOwner } from '../shared/people/tell-owner.ts';
import { tokenHash } from '../shared/secret-token.ts';
import type { Services } from '../shared/services.ts';
import { newSession, type SignInManner } from './new-session.ts';
import { passwordRefusal } from './password-refusal.ts';
import { needsSecondStep } from './second-step.ts';

export interface PasswordChange {
  /** Not asked of whoever has just signed in with a temporary one. */
  readonly current: string | null;
  readonly password: string;
  readonly manner: Omit<SignInManner, 'method'>;
  /** The session in which it is changed. */
  readonly session: string | null;
}

export type ChangePasswordResult =
  | { readonly kind: 'changed'; readonly token: string }
  | { readonly kind: 'weak'; readonly weakness: PasswordWeakness }
  | { readonly kind: 'wrong-password' };

/** Sets the own password, ends all sessions, and begins a new one. */
export async function changePassword(
  { database, post }: Services,
  claim: TenantClaim,
  userId: string,
  { current, password, manner, session }: PasswordChange,
): Promise<ChangePasswordResult> {
  const known = await database.readAsTenant(claim, async (tx) => {
    const user = await findUser(tx, userId);
    const weakness = user && (await passwordRefusal(tx, user, password));
    return { hash: await passwordHashOf(tx, userId), weakness };
  });
  if (current !== null && !(await passwordMatches(known.hash, current))) return { kind: 'wrong-password' };
  const weakness = current === password ? 'same-as-before' : known.weakness;
  if (weakness !== null) return { kind: 'weak', weakness };
  const passwordHash = await hashPassword(password);
  return database.asTenant(claim, async (tx) => {
    const before = session === null ? null : await findSession(tx, tokenHash(session));
    await setPasswordHash(tx, userId, passwordHash);
    await recordAudit(tx, {
      action: 'password.set',
      subject: `user:${userId}`,
      details: { purpose: 'change' },
    });
    // Whoever chooses a first password, or one after a reset that was told, learns nothing new by a mail about it.
    if (current !== null) await tellOwner(post, tx, userId, 'passwordChanged');
    // Where a code is asked for as well, the password alone is no fresh proof of who is at the browser.
    const coded = await needsSecondStep(tx, userId);
    const provedAt = coded ? (before?.provedAt ?? null) : null;
    const method = coded ? 'password-and-code' : 'password';
    return { kind: 'changed', token: await newSession(tx, userId, { ...manner, method, provedAt }) };
  });
}
