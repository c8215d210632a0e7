import {
  BegunRoundSchema,
  ConfirmRequestSchema,
  PasskeyAnswerRequestSchema,
  PasskeySignInOptionsSchema,
  ShowWorkAccountRequestSchema,
} from '../../contract/sign-in.ts';
import { HttpProblem, tooManyAttempts } from '../../http/problem.ts';
import { type Route, route } from '../../http/route.ts';
import { stepCookie } from '../../http/step-cookie.ts';
import { recordAudit } from '../../store/audit-store.ts';
import { passwordHashOf } from '../../store/credentials-store.ts';
import type { TenantTransaction } from '../../store/database.ts';
import { listPasskeys } from '../../store/passkeys-store.ts';
import { noteProof } from '../../store/sessions-store.ts';
import { type OwnSession, ownSession } from '../shared/fresh-sign-in.ts';
import { passwordMatches } from '../shared/password.ts';
import { tokenHash } from '../shared/secret-token.ts';
import type { Services } from '../shared/services.ts';
import { acceptSecondStep } from './one-time-codes.ts';
import { ownClaim } from './own-claim.ts';
import { ownerOfPasskey, passkeyOptions } from './passkey-ceremonies.ts';
import { PASSKEY_MS, rememberChallenge, takeChallenge } from './passkey-challenges.ts';
import { needsSecondStep } from './second-step.ts';
import { showWorkAccount } from './show-work-account.ts';

async function proved(tx: TenantTransaction, own: OwnSession, method: string): Promise<void> {
  await noteProof(tx, tokenHash(own.sessionToken));
  const details = { method };
  await recordAudit(tx, { action: 'sign-in.confirmed', subject: `user:${own.userId}`, details });
}

/** Proving anew, in a session, who is at the browser: for ten minutes changes of the account are then allowed. */
export function confirmRoutes(services: Services): Route[] {
  const { database, https, limits, sealer } = services;
  const step = stepCookie('passkey', https);
  const refused = () => new HttpProblem(403, 'confirmation-failed', 'That did not show that it is you.');
  return [
    route({
      method: 'POST',
      path: '/api/v1/me/confirm',
      summary:
        'Prove with the password, and a code where an authenticator app is used, who is at the browser',
      access: { kind: 'signed-in' },
      body: ConfirmRequestSchema,
      handle: async (request) => {
        const own = ownSession(services, request);
        const { password, code = '' } = request.body;
        const key = `confirm ${own.userId}`;
        const retryAfter = limits.perEmail.attempt(key);
        if (retryAfter !== null) throw tooManyAttempts(retryAfter);
        const hash = await database.readAsTenant(ownClaim(own), (tx) => passwordHashOf(tx, own.userId));
        const matches = await passwordMatches(hash, password);
        const right = await database.asTenant(ownClaim(own), async (tx) => {
          const codeNeeded = await needsSecondStep(tx, own.userId);
          // The code is not used up by an attempt with a wrong password.
          if (!matches) return false;
          if (codeNeeded && (await acceptSecondStep(sealer, tx, own.userId, code)) === null) return false;
          await proved(tx, own, codeNeeded ? 'password-and-code' : 'password');
          return true;
        });
        if (!right) throw refused();
        limits.perEmail.forgive(key);
        return { kind: 'empty' };
      },
    }),
    route({
      method: 'POST',
      path: '/api/v1/me/confirm/passkey/options',
      summary: 'What a browser needs to prove with a passkey who is at it',
      access: { kind: 'signed-in' },
      response: PasskeySignInOptionsSchema,
      handle: async (request) => {
        const own = ownSession(services, request);
        return database.asTenant(ownClaim(own), async (tx) => {
          const known = await listPasskeys(tx, own.userId);
          const options = await passkeyOptions(
            services,
            known.map(({ passkeyId }) => passkeyId),
          );
          const token = await rememberChallenge(tx, 'passkey-step-up', own.userId, options.challenge);
          const cookie = step.set(token, PASSKEY_MS / 1000);
          return { kind: 'json', status: 200, body: { ...options }, headers: { 'set-cookie': cookie } };
        });
      },
    }),
    route({
      method: 'POST',
      path: '/api/v1/me/confirm/passkey',
      summary: 'Prove with a passkey who is at the browser',
      access: { kind: 'signed-in' },
      body: PasskeyAnswerRequestSchema,
      handle: async (request) => {
        const own = ownSession(services, request);
        const right = await database.asTenant(ownClaim(own), async (tx) => {
          const token = request.cookies[step.name];
          const challenge = await takeChallenge(tx, 'passkey-step-up', own.userId, token);
          if (challenge === null) return false;
          if ((await ownerOfPasskey(services, tx, challenge, request.body.answer)) !== own.userId)
            return false;
          await proved(tx, own, 'passkey');
          return true;
        });
        if (!right) throw refused();
        return { kind: 'empty', headers: { 'set-cookie': step.clear() } };
      },
    }),
    route({
      method: 'POST',
      path: '/api/v1/me/confirm/work-account',
      summary: 'Begin to prove with a work account who is at the browser: where it goes next',
      access: { kind: 'signed-in' },
      body: ShowWorkAccountRequestSchema,
      response: BegunRoundSchema,
      handle: (request) =>
        showWorkAccount(services, ownSession(services, request), { ...request.body, purpose: 'step-up' }),
    }),
  ];
}
