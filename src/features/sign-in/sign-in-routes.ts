import { z } from 'zod';
import type { PasswordWeakness } from '../../contract/password-rules.ts';
import {
  AskPasswordResetRequestSchema,
  ChangePasswordRequestSchema,
  MeSchema,
  RedeemLinkRequestSchema,
  SignInRequestSchema,
} from '../../contract/session.ts';
import { badRequest, HttpProblem, notFound, tooManyAttempts } from '../../http/problem.ts';
import { callerOf, type Route, route } from '../../http/route.ts';
import { sessionCookie, sessionCookieName } from '../../http/session-cookie.ts';
import { recordAudit } from '../../store/audit-store.ts';
import type { PartnerId } from '../../store/partner-id.ts';
import { endSession } from '../../store/sessions-store.ts';
import { tokenHash } from '../shared/secret-token.ts';
import { actorOf, type Services } from '../shared/services.ts';
import { askPasswordReset } from './ask-password-reset.ts';
import { changePassword } from './change-password.ts';
import { findLink, redeemLink } from './redeem-link.ts';
import { secondStepNeeded } from './second-step-routes.ts';
import type { SessionGate } from './session-gate.ts';
import { signIn } from './sign-in-command.ts';
import { welcomeIn } from './welcome-in.ts';

const LINK_NOT_VALID = () =>
  notFound('link-not-valid', 'This link has been used, has expired, or never existed.');

function weakPassword(weakness: PasswordWeakness): HttpProblem {
  return badRequest('weak-password', 'This password is too easy to guess.', [
    { code: weakness, field: 'password' },
  ]);
}

export function signInRoutes(services: Services, gate: SessionGate): Route[] {
  const { https } = services;

  const welcome = (token: string) => welcomeIn(services, gate, token);

  return [
    route({
      method: 'POST',
      path: '/api/v1/sign-in',
      summary: 'Sign in with work e-mail and password',
      access: { kind: 'public' },
      body: SignInRequestSchema,
      response: MeSchema,
      handle: async ({ body, ip, cookies, userAgent }) => {
        const earlierSession = cookies[sessionCookieName(https)] ?? null;
        const result = await signIn(services, { ...body, ip, userAgent, earlierSession });
        if (result.kind === 'too-many') throw tooManyAttempts(result.retryAfterSeconds);
        if (result.kind === 'refused') {
          throw new HttpProblem(401, 'sign-in-failed', 'E-mail or password is wrong.');
        }
        if (result.kind === 'company-merged') {
          throw new HttpProblem(401, 'company-merged', 'Your company has become part of another one.', {
            detail: `Sign in with your account at ${result.into}.`,
            errors: [{ code: 'company-merged', detail: result.into }],
          });
        }
        if (result.kind === 'second-step') throw secondStepNeeded(result.token, https);
        if (earlierSession !== null) gate.forget(earlierSession);
        return welcome(result.token);
      },
    }),
    route({
      method: 'POST',
      path: '/api/v1/sign-out',
      summary: 'End the session',
      access: { kind: 'signed-in' },
      duringPasswordChange: true,
      duringMerge: true,
      handle: async (request) => {
        const caller = callerOf(request);
        const token = request.cookies[sessionCookieName(https)];
        if (token !== undefined && caller.kind === 'user') {
          const partnerId = caller.homeId as PartnerId;
          await services.database.asTenant({ partnerId, actor: actorOf(caller) }, async (tx) => {
            await endSession(tx, tokenHash(token));
            await recordAudit(tx, { action: 'sign-out', subject: `user:${caller.id}`, details: {} });
          });
          gate.forget(token);
        }
        return { kind: 'empty', headers: { 'set-cookie': sessionCookie({ token: '', maxAge: 0 }, https) } };
      },
    }),
    route({
      method: 'GET',
      path: '/api/v1/redeem-link/{token}',
      summary: 'What a one-time link is for',
      access: { kind: 'public' },
      response: z.object({ purpose: z.string(), email: z.string() }),
      handle: async ({ params }) => {
        const link = await findLink(services, params.token ?? '');
        if (link === null) throw LINK_NOT_VALID();
        return { kind: 'json', status: 200, body: { purpose: link.purpose, email: link.email } };
      },
    }),
    route({
      method: 'POST',
      path: '/api/v1/redeem-link',
      summary: 'Set a password by a one-time link, and sign in',
      access: { kind: 'public' },
      body: RedeemLinkRequestSchema,
      response: MeSchema,
      handle: async ({ body, ip, userAgent }) => {
        const retryAfter = services.limits.perAddress.attempt(ip);
        if (retryAfter !== null) throw tooManyAttempts(retryAfter);
        const result = await redeemLink(services, body.token, body.password, {
          userAgent,
          address: ip,
        });
        if (result.kind === 'link-not-valid') throw LINK_NOT_VALID();
        services.limits.perAddress.forgive(ip);
        if (result.kind === 'weak') throw weakPassword(result.weakness);
        if (result.kind === 'second-step') throw secondStepNeeded(result.token, https);
        return welcome(result.token);
      },
    }),
    route({
      method: 'POST',
      path: '/api/v1/password-reset',
      summary: 'Ask for a link to choose a new password; the answer is the same whoever asks for whom',
      access: { kind: 'public' },
      body: AskPasswordResetRequestSchema,
      handle: async ({ body, ip }) => {
        const retryAfter = services.limits.perAddress.attempt(ip);
        if (retryAfter !== null) throw tooManyAttempts(retryAfter);
        await askPasswordReset(services, body.email, ip);
        return { kind: 'empty' };
      },
    }),
    route({
      method: 'POST',
      path: '/api/v1/me/password',
      summary: 'Choose the own password; every other session ends',
      access: { kind: 'signed-in' },
      duringPasswordChange: true,
      body: ChangePasswordRequestSchema,
      response: MeSchema,
      handle: async (request) => {
        const caller = callerOf(request);
        if (caller.userId === null) throw notFound('no-profile', 'An API token has no profile.');
        const { current = null, password } = request.body;
        // Only the first choice goes without the old one: a session that was left open must not be enough.
        const asked = caller.passwordChangeRequired ? null : (current ?? '');
        const key = `password ${caller.userId}`;
        const retryAfter = services.limits.perEmail.attempt(key);
        if (retryAfter !== null) throw tooManyAttempts(retryAfter);
        const claim = { partnerId: caller.homeId as PartnerId, actor: actorOf(caller) };
        const result = await changePassword(services, claim, caller.userId, {
          current: asked,
          password,
          session: request.cookies[sessionCookieName(https)] ?? null,
          manner: { userAgent: request.userAgent, address: request.ip },
        });
        if (result.kind === 'wrong-password') {
          throw badRequest('wrong-password', 'The present password is wrong.', [
            { code: 'wrong-password', field: 'current' },
          ]);
        }
        services.limits.perEmail.forgive(key);
        if (result.kind === 'weak') throw weakPassword(result.weakness);
        const before = request.cookies[sessionCookieName(https)];
        if (before !== undefined) gate.forget(before);
        return welcome(result.token);
      },
    }),
  ];
}
