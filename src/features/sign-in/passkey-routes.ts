import { MeSchema } from '../../contract/session.ts';
import {
  NewPasskeyOptionsSchema,
  NewPasskeyRequestSchema,
  PasskeyAnswerRequestSchema,
  PasskeySignInOptionsSchema,
} from '../../contract/sign-in.ts';
import { badRequest, HttpProblem, notFound, tooManyAttempts } from '../../http/problem.ts';
import { type Route, route } from '../../http/route.ts';
import { sessionCookieName } from '../../http/session-cookie.ts';
import { stepCookie } from '../../http/step-cookie.ts';
import { recordAudit } from '../../store/audit-store.ts';
import { removePasskey } from '../../store/passkeys-store.ts';
import { findUser } from '../../store/users-store.ts';
import { requireFreshSignIn } from '../shared/fresh-sign-in.ts';
import { tellOwner } from '../shared/people/tell-owner.ts';
import type { Services } from '../shared/services.ts';
import { requireOtherWayIn } from './other-way-in.ts';
import { ownClaim } from './own-claim.ts';
import { keepNewPasskey, newPasskeyOptions } from './passkey-ceremonies.ts';
import { PASSKEY_MS, rememberChallenge, takeChallenge } from './passkey-challenges.ts';
import { beginPasskeySignIn, signInWithPasskey } from './passkey-sign-in.ts';
import type { SessionGate } from './session-gate.ts';
import { welcomeIn } from './welcome-in.ts';

export function passkeyRoutes(services: Services, gate: SessionGate): Route[] {
  const { https, database, limits, post } = services;
  const step = stepCookie('passkey', https);
  const asked = <T>(options: T, token: string) =>
    ({
      kind: 'json',
      status: 200,
      body: options,
      headers: { 'set-cookie': step.set(token, PASSKEY_MS / 1000) },
    }) as const;
  return [
    route({
      method: 'POST',
      path: '/api/v1/sign-in/passkey/options',
      summary: 'What a browser needs to sign in with a passkey',
      access: { kind: 'public' },
      response: PasskeySignInOptionsSchema,
      handle: async ({ ip }) => {
        const retryAfter = limits.perAddress.attempt(ip);
        if (retryAfter !== null) throw tooManyAttempts(retryAfter);
        const { options, token } = await beginPasskeySignIn(services);
        return asked({ ...options }, token);
      },
    }),
    route({
      method: 'POST',
      path: '/api/v1/sign-in/passkey',
      summary: 'Sign in with a passkey',
      access: { kind: 'public' },
      body: PasskeyAnswerRequestSchema,
      response: MeSchema,
      handle: async ({ body, cookies, ip, userAgent }) => {
        const earlierSession = cookies[sessionCookieName(https)] ?? null;
        const token = cookies[step.name];
        const manner = { userAgent, address: ip };
        const session = await signInWithPasskey(services, {
          token,
          answer: body.answer,
          manner,
          earlierSession,
        });
        if (session === null) {
          throw new HttpProblem(401, 'passkey-refused', 'This passkey opens no account here.');
        }
        limits.perAddress.forgive(ip);
        if (earlierSession !== null) gate.forget(earlierSession);
        return welcomeIn(services, gate, session, [step.clear()]);
      },
    }),
    route({
      method: 'POST',
      path: '/api/v1/me/passkeys/options',
      summary: 'What a browser needs to make a passkey',
      access: { kind: 'signed-in' },
      response: NewPasskeyOptionsSchema,
      handle: async (request) => {
        const { userId, ...own } = await requireFreshSignIn(services, request);
        return database.asTenant(ownClaim({ ...own, userId }), async (tx) => {
          const user = await findUser(tx, userId);
          if (user === null) throw notFound();
          const owner = { userId, email: user.workEmail, name: `${user.firstName} ${user.lastName}`.trim() };
          const options = await newPasskeyOptions(services, tx, owner);
          const token = await rememberChallenge(tx, 'passkey-new', userId, options.challenge);
          return asked({ ...options }, token);
        });
      },
    }),
    route({
      method: 'POST',
      path: '/api/v1/me/passkeys',
      summary: 'Keep a new passkey',
      access: { kind: 'signed-in' },
      body: NewPasskeyRequestSchema,
      handle: async (request) => {
        const own = await requireFreshSignIn(services, request);
        const { name, answer } = request.body;
        const kept = await database.asTenant(ownClaim(own), async (tx) => {
          const challenge = await takeChallenge(tx, 'passkey-new', own.userId, request.cookies[step.name]);
          if (challenge === null) return false;
          const owner = { userId: own.userId, name };
          if (!(await keepNewPasskey(services, tx, owner, challenge, answer))) return false;
          const details = { name };
          await recordAudit(tx, { action: 'passkey.added', subject: `user:${own.userId}`, details });
          await tellOwner(post, tx, own.userId, 'passkeyAdded');
          return true;
        });
        if (!kept) throw badRequest('passkey-refused', 'This passkey could not be kept.');
        return { kind: 'empty', headers: { 'set-cookie': step.clear() } };
      },
    }),
    route({
      method: 'DELETE',
      path: '/api/v1/me/passkeys/{passkeyId}',
      summary: 'Remove an own passkey',
      access: { kind: 'signed-in' },
      handle: async (request) => {
        const own = await requireFreshSignIn(services, request);
        const passkeyId = request.params.passkeyId ?? '';
        await database.asTenant(ownClaim(own), async (tx) => {
          if (!(await removePasskey(tx, own.userId, passkeyId))) throw notFound();
          await requireOtherWayIn(tx, own.userId);
          await recordAudit(tx, { action: 'passkey.removed', subject: `user:${own.userId}`, details: {} });
          await tellOwner(post, tx, own.userId, 'passkeyRemoved');
        });
        return { kind: 'empty' };
      },
    }),
  ];
}
