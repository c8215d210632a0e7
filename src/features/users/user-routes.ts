import { ROLES, type Role } from '../../contract/roles.ts';
import {
  DepartureEffectQuerySchema,
  DepartureEffectSchema,
  LocationListSchema,
  RoleHoldersSchema,
  UserListSchema,
  UserSchema,
  UsersQuerySchema,
} from '../../contract/users.ts';
import { notFound } from '../../http/problem.ts';
import { callerOf, json, type Route, route } from '../../http/route.ts';
import { listLocations } from '../../store/locations-store.ts';
import { findUser, holdersOfRoles, listUsers, usersById } from '../../store/users-store.ts';
import { asOfQuery, today } from '../shared/as-of.ts';
import { askedPartner, claimOf } from '../shared/asked-partner.ts';
import { nextPage } from '../shared/paging.ts';
import { answersOfEach } from '../shared/partner-programmes.ts';
import type { Services } from '../shared/services.ts';
import { departureEffect } from './departure-effect.ts';
import { chosenUsers, userViews } from './user-list.ts';
import { shownUser, userIdOf } from './user-view.ts';
import { answeredFromMemory, chosenFromMemory } from './users-in-memory.ts';

const PAGE = 1_000;

/** What is read about the people of a company; `user-change-routes.ts` has what changes them. */
export function userRoutes(services: Services): Route[] {
  const { database, now } = services;
  return [
    route({
      method: 'GET',
      path: '/api/v1/partners/{partnerId}/users',
      summary: 'Users of a company with roles, linked accounts and last sign-in',
      access: { kind: 'partner', abilities: ['users'] },
      query: UsersQuerySchema,
      response: UserListSchema,
      handle: async (request) => {
        const { query } = request;
        const { locale } = callerOf(request);
        const { top = PAGE, skip = 0 } = query;
        const answers = await answersOfEach(services, askedPartner(request), asOfQuery(query, now()));
        const { value, count } = await database.readAsTenant(claimOf(request), async (tx) => {
          if (!answeredFromMemory(query)) {
            const chosen = chosenUsers(userViews(await listUsers(tx), answers), query, locale);
            return { value: chosen.slice(skip, skip + top), count: chosen.length };
          }
          const chosen = chosenFromMemory(answers, query, locale);
          const page = chosen.slice(skip, skip + top);
          const users = await usersById(tx, page);
          const shown = page.flatMap((userId) => users.get(userId) ?? []);
          return { value: userViews(shown, answers), count: chosen.length };
        });
        const nextLink = skip + top < count ? nextPage(request.url, skip + top, top) : null;
        return json({ value, nextLink, count });
      },
    }),
    route({
      method: 'GET',
      path: '/api/v1/partners/{partnerId}/users/{userId}',
      summary: 'One user',
      access: { kind: 'partner', abilities: ['users'] },
      response: UserSchema,
      handle: async (request) => {
        const { view, tag } = await shownUser(services, claimOf(request), userIdOf(request.params));
        return { kind: 'json', status: 200, body: view, headers: { etag: tag } };
      },
    }),
    route({
      method: 'GET',
      path: '/api/v1/partners/{partnerId}/users/{userId}/departure-effect',
      summary: 'What stops counting, and which levels are lost, if a user no longer counts from a day on',
      access: { kind: 'partner', abilities: ['manage-users'] },
      query: DepartureEffectQuerySchema,
      response: DepartureEffectSchema,
      handle: async (request) => {
        const userId = userIdOf(request.params);
        const user = await database.readAsTenant(claimOf(request), (tx) => findUser(tx, userId));
        if (user === null) throw notFound();
        const on = request.query.on ?? today(now());
        return json(await departureEffect(services, askedPartner(request), userId, on));
      },
    }),
    route({
      method: 'GET',
      path: '/api/v1/partners/{partnerId}/locations',
      summary: 'The locations of a company',
      access: { kind: 'partner', abilities: [] },
      response: LocationListSchema,
      handle: async (request) =>
        json({ value: await database.readAsTenant(claimOf(request), listLocations) }),
    }),
    route({
      method: 'GET',
      path: '/api/v1/partners/{partnerId}/roles',
      summary: 'Who holds which role',
      access: { kind: 'partner', abilities: [] },
      response: RoleHoldersSchema,
      handle: async (request) => {
        const holders = await database.readAsTenant(claimOf(request), (tx) => holdersOfRoles(tx, ROLES));
        const companyRoles = ROLES.filter((role) => !role.startsWith('programme-'));
        return json({
          value: companyRoles.map((role: Role) => ({
            role,
            holders: holders
              .filter((holder) => holder.role === role)
              .map(({ userId, displayName, location }) => ({ userId, displayName, location })),
          })),
        });
      },
    }),
  ];
}
