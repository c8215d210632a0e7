import { z } from 'zod';
import { SetUpRequestSchema, SetUpResponseSchema } from '../../contract/set-up.ts';
import { conflict, type HttpProblem, notFound, tooManyAttempts } from '../../http/problem.ts';
import { json, type Route, route } from '../../http/route.ts';
import type { PartnerId } from '../../store/partner-id.ts';
import type { Services } from '../shared/services.ts';
import type { Refused } from './set-up.ts';
import { setUpByLink, setUpLinkIsValid } from './set-up-link.ts';

const linkNotValid = () =>
  notFound('link-not-valid', 'This link has been used, has expired, or never existed.');

function problemOf(refused: Refused, adminEmail: string): HttpProblem {
  if (refused.kind === 'not-empty') return conflict('already-set-up', 'There is a company here already.');
  if (refused.kind === 'partner-id-taken') {
    const errors = [{ code: 'partner-id-taken', field: 'company.partnerId' }];
    return conflict('partner-id-taken', 'This id is taken.', { errors });
  }
  const field = refused.email === adminEmail ? 'admin.email' : 'operator.email';
  return conflict('email-taken', 'This e-mail already belongs to a user.', {
    errors: [{ code: 'email-taken', field }],
  });
}

export function setUpRoutes(services: Services): Route[] {
  return [
    route({
      method: 'GET',
      path: '/api/v1/set-up/{token}',
      summary: 'Whether a set-up link may still be used',
      access: { kind: 'public' },
      response: z.object({ valid: z.literal(true) }),
      handle: async ({ params }) => {
        if (!(await setUpLinkIsValid(services, params.token ?? ''))) throw linkNotValid();
        return json({ valid: true as const });
      },
    }),
    route({
      method: 'POST',
      path: '/api/v1/set-up',
      summary: 'Make the operator, the first company and its global admin, by a set-up link',
      access: { kind: 'public' },
      body: SetUpRequestSchema,
      response: SetUpResponseSchema,
      status: 201,
      handle: async ({ body, ip }) => {
        const retryAfter = services.limits.perAddress.attempt(ip);
        if (retryAfter !== null) throw tooManyAttempts(retryAfter);
        const { token, locale, operator, company, admin } = body;
        const result = await setUpByLink(services, {
          token,
          operator: { ...operator, locale },
          company: { ...company, partnerId: company.partnerId as PartnerId, locale },
          admin: { ...admin, locale },
        });
        if (result.kind === 'link-not-valid') throw linkNotValid();
        if (result.kind !== 'set-up') throw problemOf(result, admin.email);
        services.limits.perAddress.forgive(ip);
        const { email, path, expiresAt } = result.admin;
        const answer = { admin: { email, path, expiresAt: expiresAt.toISOString() } };
        return { kind: 'json', status: 201, body: answer };
      },
    }),
  ];
}
