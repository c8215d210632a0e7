import { EndedAssociationSchema } from '../../contract/associations.ts';
import { HttpProblem, notFound } from '../../http/problem.ts';
import { json, type Route, route } from '../../http/route.ts';
import { claimOf } from '../shared/asked-partner.ts';
import { reachedPerson } from '../shared/people/person.ts';
import { rightsOf } from '../shared/people/rights.ts';
import type { Services } from '../shared/services.ts';
import { idOf } from './association-routes.ts';
import { endUserAssociation } from './end-association.ts';

/** What an administrator may do to the association of somebody who has left, and of nobody else. */
export function leaverRoutes({ database }: Services): Route[] {
  return [
    route({
      method: 'POST',
      path: '/api/v1/partners/{partnerId}/users/{userId}/associations/{associationId}/end',
      summary: 'End the association that a leaver left behind',
      access: { kind: 'partner', abilities: ['manage-users'] },
      response: EndedAssociationSchema,
      handle: async (request) => {
        const userId = idOf(request.params, 'userId');
        const associationId = idOf(request.params, 'associationId');
        return json(
          await database.asTenant(claimOf(request), async (tx) => {
            const person = await reachedPerson(tx, await rightsOf(tx), userId, 'particulars');
            if (person.kind === 'user-unknown') throw notFound();
            if (person.kind !== 'person') {
              throw new HttpProblem(403, person.kind, 'Your role covers the people of another location.');
            }
            return endUserAssociation(tx, { userId, associationId, isAdmin: true });
          }),
        );
      },
    }),
  ];
}
