import { isDeepStrictEqual } from 'node:util';
import { recordAudit } from '../../store/audit-store.ts';
import type { TenantTransaction } from '../../store/database.ts';
import {
  changeGroup,
  createGroup,
  deleteGroup,
  dropMembers,
  type GroupMember,
  keepMembers,
  membersOf,
  type ProvisionedGroup,
  type SentGroup,
} from '../../store/provisioned-groups-store.ts';
import { followGroups } from './group-roles.ts';
import { elementsOf, held, heldText, isObject, type JsonObject } from './scim-json.ts';
import { scimProblem } from './scim-problem.ts';
import { requiredText } from './scim-requests.ts';

type SentMember = Omit<GroupMember, 'groupId'>;

/** The members that were sent, each once, by the id in lower case. */
function sentMembers(sent: JsonObject): SentMember[] {
  const members = new Map<string, SentMember>();
  for (const element of elementsOf(held(sent, 'members'))) {
    const id = isObject(element) ? heldText(element, 'value') : null;
    if (id === null || !isObject(element)) throw scimProblem('invalid-value', 'A member has a "value".');
    members.set(id.toLowerCase(), { member: id.toLowerCase(), content: element });
  }
  return [...members.values()];
}

function sentGroup(sent: JsonObject): SentGroup {
  const { members: _apart, ...content } = sent;
  const displayName = requiredText(sent, 'displayName');
  return { displayName, externalId: heldText(sent, 'externalId'), content };
}

function nameTaken(displayName: string) {
  return scimProblem('uniqueness', `There is a group "${displayName}" already.`);
}

/** The members as they are to be; the roles of who joins or leaves follow. */
async function setMembers(
  tx: TenantTransaction,
  groupId: string,
  role: string | null,
  members: readonly SentMember[],
): Promise<void> {
  const before = new Map((await membersOf(tx, [groupId])).map((one) => [one.member, one.content]));
  const wanted = new Set(members.map(({ member }) => member));
  const left = [...before.keys()].filter((member) => !wanted.has(member));
  const changed = members.filter(({ member, content }) => !isDeepStrictEqual(before.get(member), content));
  const joined = changed.filter(({ member }) => !before.has(member)).map(({ member }) => member);
  if (left.length === 0 && changed.length === 0) return;
  await dropMembers(tx, groupId, left);
  await keepMembers(tx, groupId, changed);
  const details = { joined: joined.length, left: left.length };
  await recordAudit(tx, { action: 'group.members', subject: `group:${groupId}`, details });
  if (role === null) return;
  for (const member of joined) await followGroups(tx, member);
  for (const member of left) await followGroups(tx, member, role);
}

export async function addGroup(tx: TenantTransaction, sent: JsonObject): Promise<string> {
  const group = sentGroup(sent);
  const groupId = await createGroup(tx, group);
  if (groupId === null) throw nameTaken(group.displayName);
  await recordAudit(tx, { action: 'group.added', subject: `group:${groupId}`, details: {} });
  await setMembers(tx, groupId, null, sentMembers(sent));
  return groupId;
}

export async function changeGroupTo(
  tx: TenantTransaction,
  before: ProvisionedGroup,
  sent: JsonObject,
): Promise<void> {
  const { groupId, role } = before;
  const group = sentGroup(sent);
  if (!isDeepStrictEqual(group.content, before.content)) {
    if (!(await changeGroup(tx, groupId, group))) throw nameTaken(group.displayName);
    await recordAudit(tx, { action: 'group.changed', subject: `group:${groupId}`, details: {} });
  }
  await setMembers(tx, groupId, role, sentMembers(sent));
}

/** Nobody belongs to it any more, so what it gave is taken first. */
export async function removeGroup(tx: TenantTransaction, { groupId, role }: ProvisionedGroup): Promise<void> {
  await setMembers(tx, groupId, role, []);
  await deleteGroup(tx, groupId);
  await recordAudit(tx, { action: 'group.deleted', subject: `group:${groupId}`, details: {} });
}
