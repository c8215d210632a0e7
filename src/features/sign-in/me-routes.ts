import { MeSchema, UpdateMeRequestSchema } from '../../contract/session.ts';
import { callerOf, json, type Route, route } from '../../http/route.ts';
import { sessionCookieName } from '../../http/session-cookie.ts';
import type { PartnerId } from '../../store/partner-id.ts';
import { setUserLocale } from '../../store/users-store.ts';
import { actorOf, type Services } from '../shared/services.ts';
import { meView } from './me-view.ts';
import type { SessionGate } from './session-gate.ts';

export function meRoutes(services: Services, gate: SessionGate): Route[] {
  return [
    route({
      method: 'GET',
      path: '/api/v1/me',
      summary: 'Who is signed in, and what he or she may do',
      access: { kind: 'signed-in' },
      duringPasswordChange: true,
      response: MeSchema,
      handle: async (request) => json(await meView(services, callerOf(request))),
    }),
    route({
      method: 'PATCH',
      path: '/api/v1/me',
      summary: 'Change the own language',
      access: { kind: 'signed-in' },
      duringPasswordChange: true,
      body: UpdateMeRequestSchema,
      response: MeSchema,
      handle: async (request) => {
        const caller = callerOf(request);
        const { locale } = request.body;
        const me = await meView(services, caller);
        const claim = { partnerId: caller.homeId as PartnerId, actor: actorOf(caller) };
        await services.database.asTenant(claim, (tx) => setUserLocale(tx, me.userId, locale));
        const token = request.cookies[sessionCookieName(services.https)];
        if (token !== undefined) gate.forget(token);
        return json({ ...me, locale });
      },
    }),
  ];
}
