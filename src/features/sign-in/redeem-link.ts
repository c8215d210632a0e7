import type { PasswordWeakness } from '../../contract/password-rules.ts';
import { recordAudit } from '../../store/audit-store.ts';
import { setPasswordHash } from '../../store/credentials-store.ts';
import { findOneTimeLink, redeemOneTimeLink } from '../../store/one-time-links-store.ts';
import { findPartnerBySecret } from '../../store/secret-lookup.ts';
import { findUser } from '../../store/users-store.ts';
import { hashPassword } from '../shared/password.ts';
import { tellOwner } from '../shared/people/tell-owner.ts';
import { tokenHash } from '../shared/secret-token.ts';
import type { Services } from '../shared/services.ts';
import { newSession, type SignInManner } from './new-session.ts';
import { passwordRefusal } from './password-refusal.ts';
import { beginSecondStep, needsSecondStep } from './second-step.ts';

const SYSTEM = { kind: 'system', name: 'sign-in' } as const;

/** What a link is for and whose it is, without using it up; null when it is not valid. */
export async function findLink(
  { database }: Services,
  token: string,
): Promise<{ readonly purpose: string; readonly email: string } | null> {
  const hash = tokenHash(token);
  const partnerId = await findPartnerBySecret(database, 'one-time-link', hash);
  if (partnerId === null) return null;
  return database.readAsTenant({ partnerId, actor: SYSTEM }, async (tx) => {
    const link = await findOneTimeLink(tx, hash);
    const user = link === null ? null : await findUser(tx, link.userId);
    return link === null || user?.status !== 'active'
      ? null
      : { purpose: link.purpose, email: user.workEmail };
  });
}

export type RedeemLinkResult =
  | { readonly kind: 'redeemed'; readonly token: string }
  /** The password is set; whoever has an authenticator app shows its code before coming in. */
  | { readonly kind: 'second-step'; readonly token: string }
  | { readonly kind: 'weak'; readonly weakness: PasswordWeakness }
  | { readonly kind: 'link-not-valid' };

/** Uses the link up, sets the password, begins a session. A password that is refused leaves the link as it was. */
export async function redeemLink(
  { database, post }: Services,
  token: string,
  password: string,
  manner: Omit<SignInManner, 'method'>,
): Promise<RedeemLinkResult> {
  const notValid = { kind: 'link-not-valid' } as const;
  const hash = tokenHash(token);
  const partnerId = await findPartnerBySecret(database, 'one-time-link', hash);
  if (partnerId === null) return notValid;
  const owner = await database.readAsTenant({ partnerId, actor: SYSTEM }, async (tx) => {
    const link = await findOneTimeLink(tx, hash);
    const user = link === null ? null : await findUser(tx, link.userId);
    return user && { status: user.status, weakness: await passwordRefusal(tx, user, password) };
  });
  if (owner?.status !== 'active') return notValid;
  if (owner.weakness !== null) return { kind: 'weak', weakness: owner.weakness };
  // Hashing takes longer than everything else here and must not hold the link's row.
  const passwordHash = await hashPassword(password);
  return database.asTenant({ partnerId, actor: SYSTEM }, async (tx) => {
    const link = await redeemOneTimeLink(tx, hash);
    if (link === null) return notValid;
    await setPasswordHash(tx, link.userId, passwordHash);
    const details = { purpose: link.purpose };
    await recordAudit(tx, { action: 'password.set', subject: `user:${link.userId}`, details });
    // Whoever chooses a first password knows; a link of the page for forgotten ones may have been asked for by anybody.
    if (link.purpose === 'password-reset') await tellOwner(post, tx, link.userId, 'passwordChanged');
    if (await needsSecondStep(tx, link.userId)) {
      return { kind: 'second-step', token: await beginSecondStep(tx, link.userId, false) };
    }
    return { kind: 'redeemed', token: await newSession(tx, link.userId, { ...manner, method: 'link' }) };
  });
}
