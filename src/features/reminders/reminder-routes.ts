import { type Reminder, RemindersSchema, RemindRequestSchema } from '../../contract/reminders.ts';
import { json, type Route, route } from '../../http/route.ts';
import { claimOf } from '../shared/asked-partner.ts';
import { repeatable } from '../shared/repeatable.ts';
import type { Services } from '../shared/services.ts';
import { remindPeople } from './remind-people.ts';

export function reminderRoutes(services: Services): Route[] {
  return [
    route({
      method: 'POST',
      path: '/api/v1/partners/{partnerId}/reminders',
      summary: 'Asks people by e-mail to associate their learning accounts, each once a month at most',
      access: { kind: 'partner', abilities: ['remind'] },
      body: RemindRequestSchema,
      response: RemindersSchema,
      handle: async (request) => {
        const { kept } = await services.database.asTenant(claimOf(request), (tx) =>
          repeatable<Reminder[]>(tx, request, () => remindPeople(services, tx, request.body.userIds)),
        );
        return json({ value: kept });
      },
    }),
  ];
}
