import type { TenantTransaction } from '../../store/database.ts';
import { membersOf, type ProvisionedGroup } from '../../store/provisioned-groups-store.ts';
import type { JsonObject } from './scim-json.ts';
import { withMeta } from './user-resource.ts';

/** What is kept of each group, with its members where they are wanted: a group may have very many. */
export async function keptOfGroups(
  tx: TenantTransaction,
  groups: readonly ProvisionedGroup[],
  withMembers: boolean,
): Promise<JsonObject[]> {
  const rows = withMembers
    ? await membersOf(
        tx,
        groups.map(({ groupId }) => groupId),
      )
    : [];
  const byGroup = new Map<string, JsonObject[]>();
  for (const { groupId, content } of rows) {
    const members = byGroup.get(groupId) ?? [];
    members.push(content as JsonObject);
    byGroup.set(groupId, members);
  }
  return groups.map(({ groupId, content }) => {
    const members = byGroup.get(groupId);
    return { ...(content as JsonObject), ...(members === undefined ? {} : { members }) };
  });
}

export function groupResource(group: ProvisionedGroup, kept: JsonObject, baseUrl: string): JsonObject {
  const dates = { created: group.createdAt, lastModified: group.changedAt };
  return withMeta('Group', group.groupId, kept, dates, baseUrl);
}
