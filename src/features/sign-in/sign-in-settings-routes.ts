import { SignInSettingsSchema, UpdateSignInSettingsRequestSchema } from '../../contract/session.ts';
import { json, type Route, type RouteRequest, route } from '../../http/route.ts';
import { recordAudit } from '../../store/audit-store.ts';
import { allowReset, resetIsAllowed } from '../../store/sign-in-settings-store.ts';
import { claimOf } from '../shared/asked-partner.ts';
import type { Services } from '../shared/services.ts';

const PATH = '/api/v1/partners/{partnerId}/sign-in-settings';

/** What a company decides about how its people sign in. */
export function signInSettingsRoutes({ database, post }: Services): Route[] {
  const settings = async (request: RouteRequest<unknown, unknown>) => ({
    selfServiceReset: await database.readAsTenant(claimOf(request), resetIsAllowed),
    mailServer: post.delivery !== 'none',
  });
  return [
    route({
      method: 'GET',
      path: PATH,
      summary: 'How the people of a company may sign in',
      access: { kind: 'partner', abilities: ['users'] },
      response: SignInSettingsSchema,
      handle: async (request) => json(await settings(request)),
    }),
    route({
      method: 'PATCH',
      path: PATH,
      summary: 'Let people ask for a new password by themselves, or not',
      access: { kind: 'partner', abilities: ['company-settings'] },
      body: UpdateSignInSettingsRequestSchema,
      response: SignInSettingsSchema,
      handle: async (request) => {
        const { selfServiceReset } = request.body;
        await database.asTenant(claimOf(request), async (tx) => {
          if (selfServiceReset === undefined || !(await allowReset(tx, selfServiceReset))) return;
          const details = { selfServiceReset };
          await recordAudit(tx, { action: 'sign-in-settings.changed', subject: null, details });
        });
        return json(await settings(request));
      },
    }),
  ];
}
