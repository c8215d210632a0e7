/** People as the directory of a company knows them: what it sent of each, beside the user that it is about. */
import { sql } from 'kysely';
import { violatedUniqueness } from './constraint-violation.ts';
import type { TenantTransaction } from './database.ts';
import { type DirectoryRow, directory } from './directory-store.ts';
import type { Content } from './provisioning-tables.ts';
import { emailOwner } from './work-emails-store.ts';

export interface DirectoryAccount extends DirectoryRow {
  readonly locale: 'fr' | 'en' | null;
  readonly lastSignInAt: Date | null;
  readonly userCreatedAt: Date;
  /** What was sent; `null` of a user whom no directory has sent. */
  readonly content: Content | null;
  readonly externalId: string | null;
  readonly provisionedAt: Date | null;
  readonly changedAt: Date | null;
}

function accounts(tx: TenantTransaction) {
  return directory(tx)
    .leftJoin('provisioned_user as p', (join) =>
      join.onRef('p.partner_id', '=', 'u.partner_id').onRef('p.user_id', '=', 'u.user_id'),
    )
    .select(['u.locale', 'u.last_sign_in_at as lastSignInAt', 'u.created_at as userCreatedAt'])
    .select(['p.content', 'p.external_id as externalId'])
    .select(['p.created_at as provisionedAt', 'p.changed_at as changedAt']);
}

export async function findDirectoryAccount(
  tx: TenantTransaction,
  userId: string,
): Promise<DirectoryAccount | null> {
  return (await accounts(tx).where('u.user_id', '=', userId).executeTakeFirst()) ?? null;
}

function inOrder(tx: TenantTransaction) {
  return accounts(tx).where('p.user_id', 'is not', null).orderBy('p.created_at').orderBy('p.user_id');
}

/** A page of those whom the directory has sent, in the order in which they came. */
export async function listProvisioned(
  tx: TenantTransaction,
  page: { readonly offset: number; readonly limit: number },
): Promise<DirectoryAccount[]> {
  // Which they are is read from the index alone, so that the last page costs no more than the first.
  const asked = await tx.sql
    .selectFrom('provisioned_user')
    .select('user_id')
    .where('partner_id', '=', tx.partnerId)
    .orderBy('created_at')
    .orderBy('user_id')
    .offset(page.offset)
    .limit(page.limit)
    .execute();
  if (asked.length === 0) return [];
  const userIds = asked.map((row) => row.user_id);
  return inOrder(tx).where('u.user_id', 'in', userIds).execute();
}

/** What must be so of everybody who is looked for: a text at a place of what was sent, as a pattern of LIKE. */
export interface SentPattern {
  readonly path: readonly string[];
  /** In lower case. */
  readonly like: string;
}

/** Those whom the directory has sent and of whom all patterns hold; what is no text there passes. */
export async function searchProvisioned(
  tx: TenantTransaction,
  patterns: readonly SentPattern[],
): Promise<DirectoryAccount[]> {
  let query = inOrder(tx);
  for (const { path, like } of patterns) {
    const place = sql`p.content #> ${path}::text[]`;
    query = query.where(
      sql<boolean>`(lower(${place} #>> '{}') like ${like} or jsonb_typeof(${place}) <> 'string')`,
    );
  }
  return query.execute();
}

export async function countProvisioned(tx: TenantTransaction): Promise<number> {
  const row = await tx.sql
    .selectFrom('provisioned_user')
    .select(({ fn }) => fn.countAll<string>().as('count'))
    .where('partner_id', '=', tx.partnerId)
    .executeTakeFirstOrThrow();
  return Number(row.count);
}

/** By what a directory finds its people again. */
export interface AccountKey {
  readonly attribute: 'id' | 'userName' | 'externalId' | 'email';
  readonly value: string;
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

async function userIdsOf(tx: TenantTransaction, { attribute, value }: AccountKey): Promise<string[]> {
  if (attribute === 'id') return UUID.test(value) ? [value.toLowerCase()] : [];
  if (attribute === 'externalId') {
    const rows = await tx.sql
      .selectFrom('provisioned_user')
      .select('user_id')
      .where('partner_id', '=', tx.partnerId)
      .where('external_id', '=', value)
      .execute();
    return rows.map((row) => row.user_id);
  }
  const key = sql<string>`lower(${value})`;
  const rows =
    attribute === 'userName'
      ? await tx.sql
          .selectFrom('provisioned_user')
          .select('user_id')
          .where('partner_id', '=', tx.partnerId)
          .where('user_key', '=', key)
          .execute()
      : await tx.sql
          .selectFrom('provisioned_email')
          .select('user_id')
          .where('partner_id', '=', tx.partnerId)
          .where('email_key', '=', key)
          .execute();
  const owner = await emailOwner(tx, value);
  const found = rows.map((row) => row.user_id);
  return owner !== null && owner.partnerId === tx.partnerId ? [...found, owner.userId] : found;
}

/** Everybody of the company to whom one of the keys may belong, also people whom no directory has sent yet. */
export async function accountsByKeys(
  tx: TenantTransaction,
  keys: readonly AccountKey[],
): Promise<DirectoryAccount[]> {
  const found: string[] = [];
  for (const key of keys) found.push(...(await userIdsOf(tx, key)));
  if (found.length === 0) return [];
  return accounts(tx)
    .where('u.user_id', 'in', [...new Set(found)])
    .orderBy('u.user_id')
    .execute();
}

export interface SentUser {
  readonly userName: string;
  readonly externalId: string | null;
  readonly content: Content;
}

/** Keeps what was sent of a user. False when the name is that of somebody else whom the directory has sent. */
export async function keepSentUser(
  tx: TenantTransaction,
  userId: string,
  { userName, externalId, content }: SentUser,
): Promise<boolean> {
  const columns = { user_name: userName, external_id: externalId, content: JSON.stringify(content) };
  const row = {
    ...columns,
    partner_id: tx.partnerId,
    user_id: userId,
    created_at: tx.now,
    changed_at: tx.now,
  };
  await sql`SAVEPOINT before_keeping`.execute(tx.sql);
  try {
    await tx.sql
      .insertInto('provisioned_user')
      .values(row)
      .onConflict((conflict) =>
        conflict.columns(['partner_id', 'user_id']).doUpdateSet({ ...columns, changed_at: tx.now }),
      )
      .execute();
    return true;
  } catch (error) {
    if (violatedUniqueness(error) !== 'provisioned_user_name') throw error;
    await sql`ROLLBACK TO SAVEPOINT before_keeping`.execute(tx.sql);
    return false;
  }
}

/** Erases what a directory has sent of a user, also as a member of groups. */
export async function forgetProvisioned(tx: TenantTransaction, userId: string): Promise<void> {
  await tx.sql
    .deleteFrom('provisioned_member')
    .where('partner_id', '=', tx.partnerId)
    .where('member', '=', userId)
    .execute();
  await tx.sql
    .deleteFrom('provisioned_user')
    .where('partner_id', '=', tx.partnerId)
    .where('user_id', '=', userId)
    .execute();
}

const ENTERPRISE = 'urn:ietf:params:scim:schemas:extension:enterprise:2.0:User';

/** Whom the directory names as the manager of each person, where that is somebody of the company who is still there. */
export async function managersOf(
  tx: TenantTransaction,
  userIds: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  if (userIds.length === 0) return new Map();
  const { rows } = await sql<{ user_id: string; manager_id: string }>`
    select p.user_id, m.user_id as manager_id
    from provisioned_user p
    join app_user m on m.partner_id = p.partner_id and m.status = 'active'
      and m.user_id::text = p.content -> ${ENTERPRISE} -> 'manager' ->> 'value'
    where p.partner_id = ${tx.partnerId} and p.user_id = any(${[...userIds]}::uuid[])`.execute(tx.sql);
  return new Map(rows.map((row) => [row.user_id, row.manager_id]));
}
