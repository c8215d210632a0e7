import { CalendarQuerySchema, CalendarSchema } from '../../contract/calendar.ts';
import { callerOf, json, type Route, route } from '../../http/route.ts';
import { asOfQuery } from '../shared/as-of.ts';
import { claimOf } from '../shared/asked-partner.ts';
import type { Services } from '../shared/services.ts';
import { calendarOf } from './calendar-query.ts';

export function calendarRoutes(services: Services): Route[] {
  return [
    route({
      method: 'GET',
      path: '/api/v1/partners/{partnerId}/calendar',
      summary:
        'What is known to happen to a company in the twelve months after a day, in words of a language',
      access: { kind: 'partner', abilities: ['competencies'] },
      query: CalendarQuerySchema,
      response: CalendarSchema,
      handle: async (request) => {
        const { from = null, until = null, lang, ...times } = request.query;
        const { abilities } = callerOf(request);
        const question = { asOf: asOfQuery(times, services.now()), from, until };
        const reader = { locale: lang ?? request.locale, abilities };
        return json(await calendarOf(services, claimOf(request), question, reader));
      },
    }),
  ];
}
