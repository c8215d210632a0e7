import {
  ConfirmAuthenticatorRequestSchema,
  NewAuthenticatorSchema,
  RecoveryCodesSchema,
} from '../../contract/sign-in.ts';
import { badRequest, conflict, notFound, tooManyAttempts } from '../../http/problem.ts';
import { json, type Route, route } from '../../http/route.ts';
import { recordAudit } from '../../store/audit-store.ts';
import {
  beginAuthenticator,
  confirmAuthenticator,
  findAuthenticator,
  removeAuthenticator,
} from '../../store/authenticators-store.ts';
import { findUser } from '../../store/users-store.ts';
import { requireFreshSignIn } from '../shared/fresh-sign-in.ts';
import { tellOwner } from '../shared/people/tell-owner.ts';
import type { Services } from '../shared/services.ts';
import { acceptTimeCode, newAuthenticatorKey, newRecoveryCodes } from './one-time-codes.ts';
import { ownClaim } from './own-claim.ts';

const IN_USE = () => conflict('authenticator-in-use', 'An authenticator app is in use already.');

export function authenticatorRoutes(services: Services): Route[] {
  const { database, sealer, limits, post } = services;
  return [
    route({
      method: 'POST',
      path: '/api/v1/me/authenticator',
      summary: 'Begin with an authenticator app: its key, shown once',
      access: { kind: 'signed-in' },
      response: NewAuthenticatorSchema,
      handle: async (request) => {
        const own = await requireFreshSignIn(services, request);
        return database.asTenant(ownClaim(own), async (tx) => {
          const user = await findUser(tx, own.userId);
          if (user === null) throw notFound();
          const { key, address, sealedKey } = newAuthenticatorKey(sealer, user.workEmail);
          if (!(await beginAuthenticator(tx, own.userId, sealedKey))) throw IN_USE();
          return json({ key, address });
        });
      },
    }),
    route({
      method: 'POST',
      path: '/api/v1/me/authenticator/confirm',
      summary: 'Use the authenticator app from now on, after a first code; answers the recovery codes, once',
      access: { kind: 'signed-in' },
      body: ConfirmAuthenticatorRequestSchema,
      response: RecoveryCodesSchema,
      handle: async (request) => {
        const own = await requireFreshSignIn(services, request);
        const key = `code ${own.userId}`;
        const retryAfter = limits.perEmail.attempt(key);
        if (retryAfter !== null) throw tooManyAttempts(retryAfter);
        return database.asTenant(ownClaim(own), async (tx) => {
          const authenticator = await findAuthenticator(tx, own.userId);
          if (authenticator === null) throw conflict('no-authenticator', 'Begin with a key first.');
          if (authenticator.confirmedAt !== null) throw IN_USE();
          if (!(await acceptTimeCode(sealer, tx, own.userId, request.body.code))) {
            throw badRequest('wrong-code', 'This code is wrong or out of date.', [
              { code: 'wrong-code', field: 'code' },
            ]);
          }
          limits.perEmail.forgive(key);
          await confirmAuthenticator(tx, own.userId);
          await recordAudit(tx, { action: 'authenticator.on', subject: `user:${own.userId}`, details: {} });
          await tellOwner(post, tx, own.userId, 'authenticatorOn');
          return json({ recoveryCodes: [...(await newRecoveryCodes(tx, own.userId))] });
        });
      },
    }),
    route({
      method: 'POST',
      path: '/api/v1/me/authenticator/recovery-codes',
      summary: 'New recovery codes in place of the former ones',
      access: { kind: 'signed-in' },
      response: RecoveryCodesSchema,
      handle: async (request) => {
        const own = await requireFreshSignIn(services, request);
        return database.asTenant(ownClaim(own), async (tx) => {
          if (((await findAuthenticator(tx, own.userId))?.confirmedAt ?? null) === null) {
            throw conflict('no-authenticator', 'No authenticator app is in use.');
          }
          const subject = `user:${own.userId}`;
          await recordAudit(tx, { action: 'recovery-codes.renewed', subject, details: {} });
          return json({ recoveryCodes: [...(await newRecoveryCodes(tx, own.userId))] });
        });
      },
    }),
    route({
      method: 'DELETE',
      path: '/api/v1/me/authenticator',
      summary: 'Sign in without the authenticator app again',
      access: { kind: 'signed-in' },
      handle: async (request) => {
        const own = await requireFreshSignIn(services, request);
        await database.asTenant(ownClaim(own), async (tx) => {
          if (!(await removeAuthenticator(tx, own.userId))) throw notFound();
          await recordAudit(tx, { action: 'authenticator.off', subject: `user:${own.userId}`, details: {} });
          await tellOwner(post, tx, own.userId, 'authenticatorOff');
        });
        return { kind: 'empty' };
      },
    }),
  ];
}
