import {
  GroupRoleSchema,
  MadeProvisioningTokenSchema,
  NewProvisioningTokenSchema,
  type Provisioning,
  ProvisioningGroupSchema,
  ProvisioningSchema,
  type ProvisioningToken,
} from '../../contract/provisioning.ts';
import { conflict, notFound } from '../../http/problem.ts';
import { callerOf, json, type Route, route } from '../../http/route.ts';
import { findProvisioningToken, type ProvisioningToken as Token } from '../../store/api-tokens-store.ts';
import { recordAudit } from '../../store/audit-store.ts';
import type { TenantTransaction } from '../../store/database.ts';
import {
  listGroups,
  lockGroup,
  memberCounts,
  membersOf,
  setGroupRole,
} from '../../store/provisioned-groups-store.ts';
import { countProvisioned } from '../../store/provisioned-users-store.ts';
import { claimOf } from '../shared/asked-partner.ts';
import { requireFreshSignIn } from '../shared/fresh-sign-in.ts';
import type { Services } from '../shared/services.ts';
import { uuidParam } from '../shared/uuid-param.ts';
import { newDirectoryToken, revokeDirectoryToken } from './directory-token.ts';
import { followGroups } from './group-roles.ts';

const PATH = '/api/v1/partners/{partnerId}/provisioning';
const ACCESS = { kind: 'partner', abilities: ['company-settings'] } as const;
function tokenView({ tokenId, createdAt, expiresAt, lastUsedAt }: Token, now: Date): ProvisioningToken {
  const ends = expiresAt ?? createdAt;
  return {
    tokenId,
    createdAt: createdAt.toISOString(),
    expiresAt: ends.toISOString(),
    expired: ends <= now,
    lastUsedAt: lastUsedAt?.toISOString() ?? null,
  };
}

/** What an administrator decides about the directory of the company: its token, and what its groups give. */
export function provisioningRoutes(services: Services): Route[] {
  const { database, baseUrl } = services;

  async function view(tx: TenantTransaction): Promise<Provisioning> {
    const token = await findProvisioningToken(tx);
    const counts = await memberCounts(tx);
    const groups = await listGroups(tx);
    return {
      address: `${baseUrl()}/scim/v2`,
      token: token === null ? null : tokenView(token, tx.now),
      people: await countProvisioned(tx),
      groups: groups.map(({ groupId, displayName, role }) => ({
        groupId,
        displayName,
        role,
        members: counts.get(groupId) ?? 0,
      })),
    };
  }

  /** The role of a group is that of its members from now on; what it was before is taken from them. */
  async function giveRole(tx: TenantTransaction, groupId: string, role: string | null): Promise<void> {
    const group = await lockGroup(tx, groupId);
    if (group === null) throw notFound();
    if (group.role === role) return;
    await setGroupRole(tx, groupId, role);
    const details = { role, before: group.role };
    await recordAudit(tx, { action: 'group.role', subject: `group:${groupId}`, details });
    for (const { member } of await membersOf(tx, [groupId])) await followGroups(tx, member, group.role);
  }

  return [
    route({
      method: 'GET',
      path: PATH,
      summary: 'How the directory of a company sends its people',
      access: ACCESS,
      response: ProvisioningSchema,
      handle: async (request) => json(await database.readAsTenant(claimOf(request), view)),
    }),
    route({
      method: 'POST',
      path: `${PATH}/tokens`,
      summary: 'Make the token of the directory, told this once; the one before it ends',
      access: ACCESS,
      body: NewProvisioningTokenSchema,
      response: MadeProvisioningTokenSchema,
      status: 201,
      handle: async (request) => {
        if (callerOf(request).kind === 'user') await requireFreshSignIn(services, request);
        const made = await database.asTenant(claimOf(request), async (tx) => {
          const secret = await newDirectoryToken(tx, request.body.validDays);
          const token = await findProvisioningToken(tx);
          return token === null ? null : { secret, token: tokenView(token, tx.now) };
        });
        if (made === null) throw conflict('changed-meanwhile', 'Somebody else has just changed this.');
        return { kind: 'json', status: 201, body: made };
      },
    }),
    route({
      method: 'DELETE',
      path: `${PATH}/tokens/{tokenId}`,
      summary: 'End the token of the directory at once',
      access: ACCESS,
      handle: async (request) => {
        const tokenId = uuidParam(request.params, 'tokenId');
        await database.asTenant(claimOf(request), async (tx) => {
          if (!(await revokeDirectoryToken(tx, tokenId))) throw notFound();
        });
        return { kind: 'empty' };
      },
    }),
    route({
      method: 'PATCH',
      path: `${PATH}/groups/{groupId}`,
      summary: 'Say which role the members of a group of the directory hold',
      access: ACCESS,
      body: GroupRoleSchema,
      response: ProvisioningGroupSchema,
      handle: async (request) => {
        const groupId = uuidParam(request.params, 'groupId');
        if (callerOf(request).kind === 'user') await requireFreshSignIn(services, request);
        const group = await database.asTenant(claimOf(request), async (tx) => {
          await giveRole(tx, groupId, request.body.role);
          return (await view(tx)).groups.find((one) => one.groupId === groupId);
        });
        if (group === undefined) throw notFound();
        return json(group);
      },
    }),
  ];
}
