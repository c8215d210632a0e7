import { type Route, type RouteRequest, route } from '../../http/route.ts';
import type { TenantTransaction } from '../../store/database.ts';
import {
  findGroup,
  listGroups,
  lockGroup,
  type ProvisionedGroup,
} from '../../store/provisioned-groups-store.ts';
import type { Services } from '../shared/services.ts';
import { togetherOrAgain } from '../shared/together-or-again.ts';
import { applyPatch } from './apply-patch.ts';
import { groupResource, keptOfGroups } from './group-resource.ts';
import { matches } from './match-filter.ts';
import { normalisedResource } from './normalise-resource.ts';
import { patchOperations } from './patch-operations.ts';
import { leavesOut, type Projection, projectionOf } from './project-attributes.ts';
import { directoryClaim, listAnswer, pageOf, resourceAnswer } from './scim-answers.ts';
import { parseFilter } from './scim-filter.ts';
import type { JsonObject } from './scim-json.ts';
import {
  checkVersion,
  ListQuerySchema,
  nothingHere,
  ResourceQuerySchema,
  SentSchema,
  scimIdOf,
} from './scim-requests.ts';
import { addGroup, changeGroupTo, removeGroup } from './write-group.ts';

const GROUPS = '/scim/v2/Groups';
const ACCESS = { kind: 'provisioning' } as const;

/** The groups of a directory. What a group gives its members is decided in Jalon, by an administrator. */
export function scimGroupRoutes(services: Services): Route[] {
  const { database, baseUrl } = services;

  async function shown(
    tx: TenantTransaction,
    groups: readonly ProvisionedGroup[],
    withMembers: boolean,
  ): Promise<JsonObject[]> {
    const kept = await keptOfGroups(tx, groups, withMembers);
    return groups.map((group, index) => groupResource(group, kept[index]!, baseUrl()));
  }

  async function one(tx: TenantTransaction, groupId: string, withMembers = true): Promise<JsonObject> {
    const group = await findGroup(tx, groupId);
    if (group === null) throw nothingHere('Group', groupId);
    return (await shown(tx, [group], withMembers))[0]!;
  }

  async function locked(
    tx: TenantTransaction,
    request: RouteRequest<unknown, unknown>,
  ): Promise<ProvisionedGroup> {
    const groupId = scimIdOf(request.params, 'Group');
    const group = await lockGroup(tx, groupId);
    if (group === null) throw nothingHere('Group', groupId);
    const header = request.header('if-match');
    if (header !== undefined) checkVersion(header, (await shown(tx, [group], true))[0]!);
    return group;
  }

  function writing<T>(
    request: RouteRequest<unknown, unknown>,
    work: (tx: TenantTransaction) => Promise<T>,
  ): Promise<T> {
    const claim = directoryClaim(services, request);
    return togetherOrAgain(() => database.asTenant(claim, work));
  }

  function changed<Query>(
    request: RouteRequest<Query, unknown>,
    projection: Projection,
    change: (kept: JsonObject) => JsonObject,
  ): Promise<JsonObject> {
    return writing(request, async (tx) => {
      const group = await locked(tx, request);
      const [kept] = await keptOfGroups(tx, [group], true);
      await changeGroupTo(tx, group, change(kept!));
      return one(tx, group.groupId, !leavesOut(projection, 'members'));
    });
  }

  return [
    route({
      method: 'GET',
      path: GROUPS,
      summary: 'Groups of the directory',
      access: ACCESS,
      query: ListQuerySchema,
      handle: async (request) => {
        const { query } = request;
        const page = pageOf(query);
        const projection = projectionOf(query);
        const filter = query.filter === undefined ? null : parseFilter(query.filter);
        const found = await database.readAsTenant(directoryClaim(services, request), async (tx) => {
          const groups = await listGroups(tx);
          const asked = /members/i.test(query.filter ?? '');
          const judged = filter === null ? [] : await shown(tx, groups, asked);
          const chosen =
            filter === null ? groups : groups.filter((_group, at) => matches(judged[at]!, filter));
          const paged = chosen.slice(page.offset, page.offset + page.limit);
          return {
            total: chosen.length,
            resources: await shown(tx, paged, !leavesOut(projection, 'members')),
          };
        });
        return listAnswer(found.total, page, found.resources, projection);
      },
    }),
    route({
      method: 'POST',
      path: GROUPS,
      summary: 'Add a group',
      access: ACCESS,
      query: ResourceQuerySchema,
      body: SentSchema,
      handle: async (request) => {
        const sent = normalisedResource('Group', request.body);
        const resource = await writing(request, async (tx) => one(tx, await addGroup(tx, sent)));
        return resourceAnswer(201, resource, projectionOf(request.query));
      },
    }),
    route({
      method: 'GET',
      path: `${GROUPS}/{id}`,
      summary: 'One group',
      access: ACCESS,
      query: ResourceQuerySchema,
      handle: async (request) => {
        const projection = projectionOf(request.query);
        const groupId = scimIdOf(request.params, 'Group');
        const resource = await database.readAsTenant(directoryClaim(services, request), (tx) =>
          one(tx, groupId, !leavesOut(projection, 'members')),
        );
        return resourceAnswer(200, resource, projection);
      },
    }),
    route({
      method: 'PUT',
      path: `${GROUPS}/{id}`,
      summary: 'Put another description in the place of that of a group',
      access: ACCESS,
      query: ResourceQuerySchema,
      body: SentSchema,
      handle: async (request) => {
        const projection = projectionOf(request.query);
        const sent = normalisedResource('Group', request.body);
        return resourceAnswer(200, await changed(request, projection, () => sent), projection);
      },
    }),
    route({
      method: 'PATCH',
      path: `${GROUPS}/{id}`,
      summary: 'Change a group or its members',
      access: ACCESS,
      query: ResourceQuerySchema,
      body: SentSchema,
      handle: async (request) => {
        const { attributes, excludedAttributes } = request.query;
        const projection = projectionOf(request.query);
        const operations = patchOperations(request.body);
        const resource = await changed(request, projection, (kept) => applyPatch('Group', kept, operations));
        if ((attributes ?? excludedAttributes) === undefined) return { kind: 'empty' };
        return resourceAnswer(200, resource, projection);
      },
    }),
    route({
      method: 'DELETE',
      path: `${GROUPS}/{id}`,
      summary: 'Take a group away, and with it the role that it gave',
      access: ACCESS,
      query: ResourceQuerySchema,
      handle: async (request) => {
        await writing(request, async (tx) => removeGroup(tx, await locked(tx, request)));
        return { kind: 'empty' };
      },
    }),
  ];
}
