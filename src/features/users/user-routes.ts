import { ROLES, type Role } from '../../contract/roles.ts';
import {
  RoleHoldersSchema,
  UpdateUserRequestSchema,
  UserListSchema,
  UserSchema,
  UsersQuerySchema,
} from '../../contract/users.ts';
import { notFound } from '../../http/problem.ts';
import { callerOf, json, type Route, route } from '../../http/route.ts';
import { recordAudit } from '../../store/audit-store.ts';
import { findUser, holdersOfRoles, listUsers, updateUser } from '../../store/users-store.ts';
import { asOfQuery } from '../shared/as-of.ts';
import { askedPartner, claimOf } from '../shared/asked-partner.ts';
import { nextPage } from '../shared/paging.ts';
import { answersOfEach } from '../shared/partner-programmes.ts';
import type { Services } from '../shared/services.ts';
import { chosenUsers, userViews } from './user-list.ts';

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
const PAGE = 1_000;

/** Ids of another form are answered like ids that do not exist. */
function userIdOf(params: Readonly<Record<string, string>>): string {
  const userId = params.userId ?? '';
  if (!UUID.test(userId)) throw notFound();
  return userId;
}

export function userRoutes(services: Services): Route[] {
  const { database, now } = services;

  async function oneUser(request: Parameters<typeof claimOf>[0]) {
    const user = await database.readAsTenant(claimOf(request), (tx) =>
      findUser(tx, userIdOf(request.params)),
    );
    if (user === null) throw notFound();
    return userViews([user], await answersOfEach(services, askedPartner(request), asOfQuery({}, now())))[0]!;
  }

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
        const users = await database.readAsTenant(claimOf(request), (tx) => listUsers(tx));
        const views = userViews(
          users,
          await answersOfEach(services, askedPartner(request), asOfQuery({}, now())),
        );
        const chosen = chosenUsers(views, query, callerOf(request).locale);
        const { top = PAGE, skip = 0 } = query;
        return json({
          value: chosen.slice(skip, skip + top),
          nextLink: skip + top < chosen.length ? nextPage(request.url, skip + top, top) : null,
          count: chosen.length,
        });
      },
    }),
    route({
      method: 'GET',
      path: '/api/v1/partners/{partnerId}/users/{userId}',
      summary: 'One user',
      access: { kind: 'partner', abilities: ['users'] },
      response: UserSchema,
      handle: async (request) => json(await oneUser(request)),
    }),
    route({
      method: 'PATCH',
      path: '/api/v1/partners/{partnerId}/users/{userId}',
      summary: 'Mark a user as a technical user, or not',
      access: { kind: 'partner', abilities: ['manage-users'] },
      body: UpdateUserRequestSchema,
      response: UserSchema,
      handle: async (request) => {
        const userId = userIdOf(request.params);
        const { technical } = request.body;
        await database.asTenant(claimOf(request), async (tx) => {
          const user = await findUser(tx, userId);
          if (user === null) throw notFound();
          if (technical === undefined || technical === user.technical) return;
          await updateUser(tx, userId, { technical });
          await recordAudit(tx, {
            action: 'user.technical',
            subject: `user:${userId}`,
            details: { technical },
          });
        });
        return json(await oneUser(request));
      },
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
              .map(({ userId, displayName }) => ({ userId, displayName })),
          })),
        });
      },
    }),
  ];
}
