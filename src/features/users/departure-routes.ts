import {
  DeparturePreviewQuerySchema,
  DeparturePreviewSchema,
  MOST_LEAVERS,
} from '../../contract/departures.ts';
import { badRequest, notFound } from '../../http/problem.ts';
import { callerOf, json, type Route, route } from '../../http/route.ts';
import { findUser } from '../../store/users-store.ts';
import { today } from '../shared/as-of.ts';
import { askedPartner, claimOf } from '../shared/asked-partner.ts';
import type { Services } from '../shared/services.ts';
import { departurePreview } from './departure-preview.ts';
import { userIdOf } from './user-view.ts';

/** Several departures tried out together, before any of them is decided. */
export function departureRoutes(services: Services): Route[] {
  const { database, now } = services;
  return [
    route({
      method: 'GET',
      path: '/api/v1/partners/{partnerId}/departures',
      summary: 'What is lost, when, and what repairs it, if people no longer count from a day on',
      access: { kind: 'partner', abilities: ['users'] },
      query: DeparturePreviewQuerySchema,
      response: DeparturePreviewSchema,
      handle: async (request) => {
        const leaving = [...new Set(request.query.people.split(','))].map((userId) => userIdOf({ userId }));
        if (leaving.length > MOST_LEAVERS) {
          throw badRequest('too-many-people', `At most ${MOST_LEAVERS} people can be tried at once.`);
        }
        await database.readAsTenant(claimOf(request), async (tx) => {
          for (const userId of leaving) if ((await findUser(tx, userId)) === null) throw notFound();
        });
        const { abilities } = callerOf(request);
        const reader = {
          mayNames: abilities.has('personal-data'),
          mayFollow: abilities.has('competencies'),
        };
        const on = request.query.on ?? today(now());
        return json(await departurePreview(services, askedPartner(request), leaving, on, reader));
      },
    }),
  ];
}
