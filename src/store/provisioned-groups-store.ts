/** Groups of the directory of a company, their members, and the role that a group may give. */
import { sql } from 'kysely';
import { violatedUniqueness } from './constraint-violation.ts';
import type { TenantTransaction } from './database.ts';
import type { Content } from './provisioning-tables.ts';

export interface ProvisionedGroup {
  readonly groupId: string;
  readonly displayName: string;
  readonly externalId: string | null;
  readonly role: string | null;
  readonly content: Content;
  readonly createdAt: Date;
  readonly changedAt: Date;
}

function groups(tx: TenantTransaction) {
  return tx.sql
    .selectFrom('provisioned_group')
    .select(['group_id as groupId', 'display_name as displayName', 'external_id as externalId', 'role'])
    .select(['content', 'created_at as createdAt', 'changed_at as changedAt'])
    .where('partner_id', '=', tx.partnerId);
}

export async function listGroups(tx: TenantTransaction): Promise<ProvisionedGroup[]> {
  return groups(tx).orderBy('created_at').orderBy('group_id').execute();
}

export async function findGroup(tx: TenantTransaction, groupId: string): Promise<ProvisionedGroup | null> {
  return (await groups(tx).where('group_id', '=', groupId).executeTakeFirst()) ?? null;
}

/** The group, which nobody else can change until this transaction ends. */
export async function lockGroup(tx: TenantTransaction, groupId: string): Promise<ProvisionedGroup | null> {
  return (await groups(tx).where('group_id', '=', groupId).forUpdate().executeTakeFirst()) ?? null;
}

export interface SentGroup {
  readonly displayName: string;
  readonly externalId: string | null;
  readonly content: Content;
}

async function unlessTaken<T>(tx: TenantTransaction, write: () => Promise<T>): Promise<T | null> {
  await sql`SAVEPOINT before_group`.execute(tx.sql);
  try {
    return await write();
  } catch (error) {
    if (violatedUniqueness(error) !== 'provisioned_group_name') throw error;
    await sql`ROLLBACK TO SAVEPOINT before_group`.execute(tx.sql);
    return null;
  }
}

/** The id of the new group; `null` when there is one of the same name and id of the directory. */
export async function createGroup(tx: TenantTransaction, group: SentGroup): Promise<string | null> {
  const { displayName, externalId, content } = group;
  const row = await unlessTaken(tx, () =>
    tx.sql
      .insertInto('provisioned_group')
      .values({
        partner_id: tx.partnerId,
        display_name: displayName,
        external_id: externalId,
        content: JSON.stringify(content),
        created_at: tx.now,
        changed_at: tx.now,
      })
      .returning('group_id')
      .executeTakeFirstOrThrow(),
  );
  return row?.group_id ?? null;
}

/** False when there is another group of the same name and id of the directory. */
export async function changeGroup(
  tx: TenantTransaction,
  groupId: string,
  { displayName, externalId, content }: SentGroup,
): Promise<boolean> {
  const set = { display_name: displayName, external_id: externalId, content: JSON.stringify(content) };
  const done = await unlessTaken(tx, () =>
    tx.sql
      .updateTable('provisioned_group')
      .set({ ...set, changed_at: tx.now })
      .where('partner_id', '=', tx.partnerId)
      .where('group_id', '=', groupId)
      .execute(),
  );
  return done !== null;
}

export async function setGroupRole(
  tx: TenantTransaction,
  groupId: string,
  role: string | null,
): Promise<void> {
  await tx.sql
    .updateTable('provisioned_group')
    .set({ role })
    .where('partner_id', '=', tx.partnerId)
    .where('group_id', '=', groupId)
    .execute();
}

export async function deleteGroup(tx: TenantTransaction, groupId: string): Promise<void> {
  await tx.sql
    .deleteFrom('provisioned_group')
    .where('partner_id', '=', tx.partnerId)
    .where('group_id', '=', groupId)
    .execute();
}

/** A member by the id that was sent, in lower case. */
export interface GroupMember {
  readonly groupId: string;
  readonly member: string;
  readonly content: Content;
}

export async function membersOf(tx: TenantTransaction, groupIds: readonly string[]): Promise<GroupMember[]> {
  if (groupIds.length === 0) return [];
  return tx.sql
    .selectFrom('provisioned_member')
    .select(['group_id as groupId', 'member', 'content'])
    .where('partner_id', '=', tx.partnerId)
    .where('group_id', 'in', [...groupIds])
    .orderBy('group_id')
    .orderBy('member')
    .execute();
}

/** How many members each group has. */
export async function memberCounts(tx: TenantTransaction): Promise<ReadonlyMap<string, number>> {
  const rows = await tx.sql
    .selectFrom('provisioned_member')
    .select(['group_id', ({ fn }) => fn.countAll<string>().as('count')])
    .where('partner_id', '=', tx.partnerId)
    .groupBy('group_id')
    .execute();
  return new Map(rows.map((row) => [row.group_id, Number(row.count)]));
}

const BATCH = 1_000;

export async function keepMembers(
  tx: TenantTransaction,
  groupId: string,
  members: readonly Omit<GroupMember, 'groupId'>[],
): Promise<void> {
  for (let at = 0; at < members.length; at += BATCH) {
    const values = members.slice(at, at + BATCH).map(({ member, content }) => ({
      partner_id: tx.partnerId,
      group_id: groupId,
      member,
      content: JSON.stringify(content),
    }));
    await tx.sql
      .insertInto('provisioned_member')
      .values(values)
      .onConflict((conflict) =>
        conflict
          .columns(['partner_id', 'group_id', 'member'])
          .doUpdateSet(({ ref }) => ({ content: ref('excluded.content') })),
      )
      .execute();
  }
}

export async function dropMembers(
  tx: TenantTransaction,
  groupId: string,
  members: readonly string[],
): Promise<void> {
  if (members.length === 0) return;
  await tx.sql
    .deleteFrom('provisioned_member')
    .where('partner_id', '=', tx.partnerId)
    .where('group_id', '=', groupId)
    .where(sql<boolean>`member = any(${[...members]}::text[])`)
    .execute();
}

/** The roles that a user has through groups at this moment. */
export async function rolesThroughGroups(tx: TenantTransaction, userId: string): Promise<string[]> {
  const rows = await tx.sql
    .selectFrom('provisioned_member as m')
    .innerJoin('provisioned_group as g', (join) =>
      join.onRef('g.partner_id', '=', 'm.partner_id').onRef('g.group_id', '=', 'm.group_id'),
    )
    .select('g.role')
    .distinct()
    .where('m.partner_id', '=', tx.partnerId)
    .where('m.member', '=', userId)
    .where('g.role', 'is not', null)
    .execute();
  return rows.map(({ role }) => role!);
}
