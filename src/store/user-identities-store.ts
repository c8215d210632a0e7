import { sql } from 'kysely';
import { actorText, type SignInTransaction, type TenantTransaction } from './database.ts';
import type { PartnerId } from './partner-id.ts';

/** An account at an identity provider. */
export interface ProviderAccount {
  /** The company's own provider; `null` for the provider of the installation. */
  readonly providerId: string | null;
  readonly issuer: string;
  readonly subject: string;
}

/** "This account is this user." */
export interface UserIdentity extends ProviderAccount {
  readonly identityId: string;
  readonly userId: string;
  /** How the provider called the account when it was last seen. */
  readonly name: string | null;
  readonly linkedAt: Date;
  readonly lastUsedAt: Date | null;
}

const columns = [
  'identity_id as identityId',
  'user_id as userId',
  'provider_id as providerId',
  'issuer',
  'subject',
  'name',
  'linked_at as linkedAt',
  'last_used_at as lastUsedAt',
] as const;

function living(tx: TenantTransaction) {
  return tx.sql
    .selectFrom('user_identity')
    .select(columns)
    .where('partner_id', '=', tx.partnerId)
    .where('ended_at', 'is', null);
}

export function listUserIdentities(tx: TenantTransaction, userId: string): Promise<UserIdentity[]> {
  return living(tx).where('user_id', '=', userId).orderBy('linked_at').orderBy('identity_id').execute();
}

export async function findUserIdentity(
  tx: TenantTransaction,
  { providerId, issuer, subject }: ProviderAccount,
): Promise<UserIdentity | null> {
  const found = await living(tx)
    .where('provider_id', 'is not distinct from', providerId)
    .where('issuer', '=', issuer)
    .where('subject', '=', subject)
    .executeTakeFirst();
  return found ?? null;
}

export type LinkedIdentity = { readonly kind: 'linked' | 'linked-before' } | { readonly kind: 'taken' };

/** Says that the account is the user, unless it is somebody else already, here or (of the installation) anywhere. */
export async function linkUserIdentity(
  tx: TenantTransaction,
  link: ProviderAccount & { readonly userId: string; readonly name: string | null },
): Promise<LinkedIdentity> {
  const row = await tx.sql
    .insertInto('user_identity')
    .values({
      partner_id: tx.partnerId,
      user_id: link.userId,
      provider_id: link.providerId,
      issuer: link.issuer,
      subject: link.subject,
      name: link.name,
      linked_at: tx.now,
      linked_by: actorText(tx.actor),
    })
    .onConflict((conflict) => conflict.doNothing())
    .returning('identity_id')
    .executeTakeFirst();
  if (row !== undefined) return { kind: 'linked' };
  const known = await findUserIdentity(tx, link);
  return known?.userId === link.userId ? { kind: 'linked-before' } : { kind: 'taken' };
}

export async function noteUseOfIdentity(
  tx: TenantTransaction,
  identityId: string,
  name: string | null,
): Promise<void> {
  await tx.sql
    .updateTable('user_identity')
    .set({ last_used_at: tx.now, ...(name === null ? {} : { name }) })
    .where('partner_id', '=', tx.partnerId)
    .where('identity_id', '=', identityId)
    .execute();
}

/** Whether the user had such an account. */
export async function endUserIdentity(
  tx: TenantTransaction,
  userId: string,
  identityId: string,
): Promise<boolean> {
  const row = await tx.sql
    .updateTable('user_identity')
    .set({ ended_at: tx.now })
    .where('partner_id', '=', tx.partnerId)
    .where('user_id', '=', userId)
    .where('identity_id', '=', identityId)
    .where('ended_at', 'is', null)
    .returning('identity_id')
    .executeTakeFirst();
  return row !== undefined;
}

export interface PartnersOfWorkAccount {
  /** The company one of whose users this account is. */
  readonly byAccount: PartnerId | null;
  /** The company whose directory the account is in. */
  readonly byTenant: PartnerId | null;
}

/** Where to look for the user of an account of the installation's provider. */
export async function findPartnersOfWorkAccount(
  tx: SignInTransaction,
  account: { readonly issuer: string; readonly subject: string; readonly directoryTenant: string | null },
): Promise<PartnersOfWorkAccount> {
  const { rows } = await sql<{ by_account: PartnerId | null; by_tenant: PartnerId | null }>`
    select by_account, by_tenant
    from find_partner_of_work_account(${account.issuer}, ${account.subject}, ${account.directoryTenant})`.execute(
    tx.sql,
  );
  return { byAccount: rows[0]?.by_account ?? null, byTenant: rows[0]?.by_tenant ?? null };
}
