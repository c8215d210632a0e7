import { setTimeout as pause } from 'node:timers/promises';
import { recordAudit } from '../../store/audit-store.ts';
import { findSignIn, type SignInCandidate } from '../../store/credentials-store.ts';
import { NETWORK_PARTNER } from '../../store/partner-id.ts';
import { resetIsAllowed } from '../../store/sign-in-settings-store.ts';
import { findUser } from '../../store/users-store.ts';
import { PASSWORD_RESET } from '../shared/mail/kinds/password-reset.ts';
import { mailSignInLinks } from '../shared/people/first-sign-in.ts';
import type { Services } from '../shared/services.ts';

const LINK_HOURS = 1;
/** Every answer takes as long: whether a mail was written must not be told by the clock. */
const ANSWER_MS = 400;

const SYSTEM = { kind: 'system', name: 'sign-in' } as const;

/** The same steps for everybody up to the mail; an address that nobody has is noted with the network. */
async function answerQuietly(
  { database, post }: Services,
  candidate: SignInCandidate | null,
  ip: string,
): Promise<void> {
  const partnerId = candidate?.partnerId ?? NETWORK_PARTNER;
  await database.asTenant({ partnerId, actor: SYSTEM }, async (tx) => {
    const allowed = await resetIsAllowed(tx);
    const user = candidate === null ? null : await findUser(tx, candidate.userId);
    const subject = user === null ? null : `user:${user.userId}`;
    await recordAudit(tx, { action: 'password-reset.asked', subject, details: { ip } });
    if (!allowed || user?.status !== 'active') return;
    const expiresAt = new Date(tx.now.getTime() + LINK_HOURS * 3_600_000);
    await mailSignInLinks(post, tx, [user], { kind: PASSWORD_RESET, purpose: 'password-reset', expiresAt });
  });
}

/**
 * Sends a link to choose a new password, where the company allows it. Whoever asks learns nothing: neither whether
 * the address is known, nor whether the company allows it, nor that the address has been asked for too often.
 */
export async function askPasswordReset(services: Services, email: string, ip: string): Promise<void> {
  const { database, limits } = services;
  const quietly = async () => {
    const candidate = await database.asSignIn((tx) => findSignIn(tx, email));
    const tooOften = limits.resetsPerEmail.attempt(email.trim().toLowerCase()) !== null;
    if (!tooOften) await answerQuietly(services, candidate, ip);
  };
  await Promise.all([quietly(), pause(ANSWER_MS)]);
}
