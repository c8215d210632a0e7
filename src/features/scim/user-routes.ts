import { type Route, type RouteRequest, route } from '../../http/route.ts';
import type { TenantTransaction } from '../../store/database.ts';
import { type DirectoryAccount, findDirectoryAccount } from '../../store/provisioned-users-store.ts';
import { lockUserAccount } from '../../store/user-accounts-store.ts';
import { deleteUser } from '../shared/people/end-access.ts';
import type { Services } from '../shared/services.ts';
import { togetherOrAgain } from '../shared/together-or-again.ts';
import { applyPatch } from './apply-patch.ts';
import { findUsers } from './find-users.ts';
import { normalisedResource } from './normalise-resource.ts';
import { patchOperations } from './patch-operations.ts';
import { accepted } from './people-refusals.ts';
import { projectionOf } from './project-attributes.ts';
import { directoryClaim, listAnswer, pageOf, resourceAnswer } from './scim-answers.ts';
import { parseFilter } from './scim-filter.ts';
import type { JsonObject } from './scim-json.ts';
import {
  checkVersion,
  ListQuerySchema,
  nothingHere,
  ResourceQuerySchema,
  requiredText,
  SentSchema,
  scimIdOf,
} from './scim-requests.ts';
import { keptOfUser, userResource } from './user-resource.ts';
import { addFromDirectory, changeFromDirectory } from './write-user.ts';

const USERS = '/scim/v2/Users';
const ACCESS = { kind: 'provisioning' } as const;

type Change = (account: DirectoryAccount) => JsonObject;

/** The people of a company, as its directory asks about them and sends them. */
export function scimUserRoutes(services: Services): Route[] {
  const { database, post, baseUrl } = services;

  async function found(tx: TenantTransaction, userId: string): Promise<DirectoryAccount> {
    const account = await findDirectoryAccount(tx, userId);
    if (account === null) throw nothingHere('User', userId);
    return account;
  }

  /** The account with nobody else changing it, as long as it is what the directory has read. */
  async function locked(
    tx: TenantTransaction,
    request: RouteRequest<unknown, unknown>,
  ): Promise<DirectoryAccount> {
    const userId = scimIdOf(request.params, 'User');
    if ((await lockUserAccount(tx, userId)) === null) throw nothingHere('User', userId);
    const account = await found(tx, userId);
    checkVersion(request.header('if-match'), userResource(account, baseUrl()));
    return account;
  }

  function writing<T>(
    request: RouteRequest<unknown, unknown>,
    work: (tx: TenantTransaction) => Promise<T>,
  ): Promise<T> {
    const claim = directoryClaim(services, request);
    return togetherOrAgain(() => database.asTenant(claim, work));
  }

  function changed<Query>(request: RouteRequest<Query, unknown>, change: Change): Promise<JsonObject> {
    return writing(request, async (tx) => {
      const account = await locked(tx, request);
      await changeFromDirectory(post, tx, account, change(account));
      return userResource(await found(tx, account.userId), baseUrl());
    });
  }

  return [
    route({
      method: 'GET',
      path: USERS,
      summary: 'People whom the directory has sent, or who have the key that is asked for',
      access: ACCESS,
      query: ListQuerySchema,
      handle: async (request) => {
        const { query } = request;
        const page = pageOf(query);
        const projection = projectionOf(query);
        const filter = query.filter === undefined ? null : parseFilter(query.filter);
        const { total, resources } = await database.readAsTenant(directoryClaim(services, request), (tx) =>
          findUsers(tx, filter, page, baseUrl()),
        );
        return listAnswer(total, page, resources, projection);
      },
    }),
    route({
      method: 'POST',
      path: USERS,
      summary: 'Add a person',
      access: ACCESS,
      query: ResourceQuerySchema,
      body: SentSchema,
      handle: async (request) => {
        const sent = normalisedResource('User', request.body);
        requiredText(sent, 'userName');
        const resource = await writing(request, async (tx) =>
          userResource(await found(tx, await addFromDirectory(post, tx, sent)), baseUrl()),
        );
        return resourceAnswer(201, resource, projectionOf(request.query));
      },
    }),
    route({
      method: 'GET',
      path: `${USERS}/{id}`,
      summary: 'One person',
      access: ACCESS,
      query: ResourceQuerySchema,
      handle: async (request) => {
        const projection = projectionOf(request.query);
        const userId = scimIdOf(request.params, 'User');
        const account = await database.readAsTenant(directoryClaim(services, request), (tx) =>
          found(tx, userId),
        );
        return resourceAnswer(200, userResource(account, baseUrl()), projection);
      },
    }),
    route({
      method: 'PUT',
      path: `${USERS}/{id}`,
      summary: 'Put another description in the place of that of a person',
      access: ACCESS,
      query: ResourceQuerySchema,
      body: SentSchema,
      handle: async (request) => {
        const sent = normalisedResource('User', request.body);
        requiredText(sent, 'userName');
        return resourceAnswer(200, await changed(request, () => sent), projectionOf(request.query));
      },
    }),
    route({
      method: 'PATCH',
      path: `${USERS}/{id}`,
      summary: 'Change parts of the description of a person',
      access: ACCESS,
      query: ResourceQuerySchema,
      body: SentSchema,
      handle: async (request) => {
        const { attributes, excludedAttributes } = request.query;
        const operations = patchOperations(request.body);
        const resource = await changed(request, (account) =>
          applyPatch('User', keptOfUser(account), operations),
        );
        const wanted = attributes ?? excludedAttributes;
        if (wanted !== undefined) return resourceAnswer(200, resource, projectionOf(request.query));
        return { kind: 'empty' };
      },
    }),
    route({
      method: 'DELETE',
      path: `${USERS}/{id}`,
      summary: 'Take a person out for good: names are erased, what was true of the company stays',
      access: ACCESS,
      query: ResourceQuerySchema,
      handle: async (request) => {
        await writing(request, async (tx) => {
          const { userId } = await locked(tx, request);
          accepted(await deleteUser(tx, 'everything', userId));
        });
        return { kind: 'empty' };
      },
    }),
  ];
}
