import { recordAudit } from '../../store/audit-store.ts';
import { NETWORK_PARTNER } from '../../store/partner-id.ts';
import { findPartnerOfPasskey } from '../../store/passkeys-store.ts';
import { endSession } from '../../store/sessions-store.ts';
import { findUser } from '../../store/users-store.ts';
import { tokenHash } from '../shared/secret-token.ts';
import type { Services } from '../shared/services.ts';
import { newSession, type SignInManner } from './new-session.ts';
import { ownerOfPasskey, type PasskeyAnswer, passkeyOptions } from './passkey-ceremonies.ts';
import { rememberChallenge, takeChallenge } from './passkey-challenges.ts';

const SYSTEM = { kind: 'system', name: 'sign-in' } as const;
const NOBODY_YET = { partnerId: NETWORK_PARTNER, actor: SYSTEM };

/** Asks for any passkey of this server: it says itself whose it is. */
export async function beginPasskeySignIn(services: Services) {
  const options = await passkeyOptions(services);
  const token = await services.database.asTenant(NOBODY_YET, (tx) =>
    rememberChallenge(tx, 'passkey-sign-in', null, options.challenge),
  );
  return { options, token };
}

/**
 * Signs in the owner of a passkey. It is held by a device and opened by a finger, a face or a PIN: no further step is
 * asked for. `null` when it is not a passkey of somebody who may sign in.
 */
export async function signInWithPasskey(
  services: Services,
  attempt: {
    readonly token: string | undefined;
    readonly answer: PasskeyAnswer;
    readonly manner: Omit<SignInManner, 'method'>;
    readonly earlierSession: string | null;
  },
): Promise<string | null> {
  const { database } = services;
  const { token, answer, manner, earlierSession } = attempt;
  const challenge = await database.asTenant(NOBODY_YET, (tx) =>
    takeChallenge(tx, 'passkey-sign-in', null, token),
  );
  const partnerId = await database.asSignIn((tx) => findPartnerOfPasskey(tx, answer.id));
  const details = { ip: manner.address, method: 'passkey' };
  const session =
    challenge === null || partnerId === null
      ? null
      : await database.asTenant({ partnerId, actor: SYSTEM }, async (tx) => {
          const userId = await ownerOfPasskey(services, tx, challenge, answer);
          if (userId === null || (await findUser(tx, userId))?.status !== 'active') return null;
          const acting = { ...tx, actor: { kind: 'user', userId } } as const;
          if (earlierSession !== null) await endSession(acting, tokenHash(earlierSession));
          const begun = await newSession(acting, userId, { ...manner, method: 'passkey' });
          await recordAudit(acting, { action: 'sign-in', subject: `user:${userId}`, details });
          return begun;
        });
  if (session === null) {
    const claim = { partnerId: partnerId ?? NETWORK_PARTNER, actor: SYSTEM };
    await database.asTenant(claim, (tx) =>
      recordAudit(tx, { action: 'sign-in.failed', subject: null, details }),
    );
  }
  return session;
}
