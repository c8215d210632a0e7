import {
  EndedAssociationSchema,
  EndingEffectSchema,
  UserAssociationsSchema,
} from '../../contract/associations.ts';
import { HttpProblem, notFound } from '../../http/problem.ts';
import { callerOf, json, type Route, route } from '../../http/route.ts';
import { associationHistory } from '../../store/associations-store.ts';
import type { TenantTransaction } from '../../store/database.ts';
import { claimOf } from '../shared/asked-partner.ts';
import { reachedPerson } from '../shared/people/person.ts';
import { rightsOf } from '../shared/people/rights.ts';
import type { Services } from '../shared/services.ts';
import { togetherOrAgain } from '../shared/together-or-again.ts';
import { uuidParam } from '../shared/uuid-param.ts';
import { endUserAssociation } from './end-association.ts';
import { endingEffect, openAssociation } from './ending-effect.ts';

async function requireReach(tx: TenantTransaction, userId: string): Promise<void> {
  const person = await reachedPerson(tx, await rightsOf(tx), userId, 'particulars');
  if (person.kind === 'user-unknown') throw notFound();
  if (person.kind !== 'person') {
    throw new HttpProblem(403, person.kind, 'Your role covers the people of another location.');
  }
}

/** What an administrator may do to the association of somebody who has left, and of nobody else. */
export function leaverRoutes(services: Services): Route[] {
  const { database } = services;
  const access = { kind: 'partner', abilities: ['manage-users'] } as const;
  const associations = '/api/v1/partners/{partnerId}/users/{userId}/associations';
  return [
    route({
      method: 'GET',
      path: associations,
      summary: 'The associations of a user with the company that have not ended',
      access,
      response: UserAssociationsSchema,
      handle: async (request) => {
        const userId = uuidParam(request.params, 'userId');
        const history = await database.asTenant(claimOf(request), async (tx) => {
          await requireReach(tx, userId);
          return associationHistory(tx, userId);
        });
        return json({
          value: history
            .filter(({ until }) => until === null)
            .map(({ associationId, provider, accountId, via, from }) => ({
              associationId,
              provider,
              accountId,
              via,
              since: from.toISOString(),
            })),
        });
      },
    }),
    route({
      method: 'GET',
      path: `${associations}/{associationId}/ending-effect`,
      summary: 'What stops counting when the association of a user ends today',
      access,
      response: EndingEffectSchema,
      handle: async (request) => {
        const userId = uuidParam(request.params, 'userId');
        const associationId = uuidParam(request.params, 'associationId');
        const claim = claimOf(request);
        const association = await database.asTenant(claim, async (tx) => {
          await requireReach(tx, userId);
          return openAssociation(tx, userId, associationId);
        });
        if (association === null) throw notFound();
        const may = { readLevels: callerOf(request).abilities.has('competencies') };
        return json(await endingEffect(services, { partnerId: claim.partnerId, userId }, association, may));
      },
    }),
    route({
      method: 'POST',
      path: `${associations}/{associationId}/end`,
      summary: 'End the association that a leaver left behind',
      access,
      response: EndedAssociationSchema,
      handle: async (request) => {
        const userId = uuidParam(request.params, 'userId');
        const associationId = uuidParam(request.params, 'associationId');
        return json(
          await togetherOrAgain(() =>
            database.asTenant(claimOf(request), async (tx) => {
              await requireReach(tx, userId);
              return endUserAssociation(tx, { userId, associationId, isAdmin: true });
            }),
          ),
        );
      },
    }),
  ];
}
