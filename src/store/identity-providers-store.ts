import { sql } from 'kysely';
import { actorText, type SignInTransaction, type TenantTransaction } from './database.ts';
import type { PartnerId } from './partner-id.ts';

/** Where people of a company have their work accounts. */
export interface IdentityProvider {
  readonly providerId: string;
  readonly name: string;
  /** `null` for a directory tenant at the provider of the installation. */
  readonly issuer: string | null;
  readonly directoryTenant: string | null;
  readonly clientId: string | null;
  readonly sealedClientSecret: Buffer | null;
  readonly emailDomains: readonly string[];
  readonly justInTime: boolean;
}

const columns = [
  'provider_id as providerId',
  'name',
  'issuer',
  'directory_tenant as directoryTenant',
  'client_id as clientId',
  'sealed_client_secret as sealedClientSecret',
  'email_domains as emailDomains',
  'just_in_time as justInTime',
] as const;

function living(tx: TenantTransaction) {
  return tx.sql
    .selectFrom('identity_provider')
    .select(columns)
    .where('partner_id', '=', tx.partnerId)
    .where('ended_at', 'is', null);
}

export function listIdentityProviders(tx: TenantTransaction): Promise<IdentityProvider[]> {
  return living(tx).orderBy('name').orderBy('provider_id').execute();
}

export async function findIdentityProvider(
  tx: TenantTransaction,
  providerId: string,
): Promise<IdentityProvider | null> {
  return (await living(tx).where('provider_id', '=', providerId).executeTakeFirst()) ?? null;
}

export type AddedProvider =
  | { readonly kind: 'added'; readonly providerId: string }
  /** Another company has this directory tenant at the provider of the installation. */
  | { readonly kind: 'tenant-taken' };

export async function addIdentityProvider(
  tx: TenantTransaction,
  provider: Omit<IdentityProvider, 'providerId'>,
): Promise<AddedProvider> {
  const row = await tx.sql
    .insertInto('identity_provider')
    .values({
      partner_id: tx.partnerId,
      name: provider.name,
      issuer: provider.issuer,
      directory_tenant: provider.directoryTenant,
      client_id: provider.clientId,
      sealed_client_secret: provider.sealedClientSecret,
      email_domains: [...provider.emailDomains],
      just_in_time: provider.justInTime,
      created_at: tx.now,
      created_by: actorText(tx.actor),
    })
    .onConflict((conflict) => conflict.doNothing())
    .returning('provider_id')
    .executeTakeFirst();
  return row === undefined ? { kind: 'tenant-taken' } : { kind: 'added', providerId: row.provider_id };
}

/** Whether there was such a provider. */
export async function changeIdentityProvider(
  tx: TenantTransaction,
  providerId: string,
  change: Partial<Pick<IdentityProvider, 'name' | 'emailDomains' | 'justInTime' | 'sealedClientSecret'>>,
): Promise<boolean> {
  const set = {
    ...(change.name === undefined ? {} : { name: change.name }),
    ...(change.emailDomains === undefined ? {} : { email_domains: [...change.emailDomains] }),
    ...(change.justInTime === undefined ? {} : { just_in_time: change.justInTime }),
    ...(change.sealedClientSecret === undefined ? {} : { sealed_client_secret: change.sealedClientSecret }),
  };
  if (Object.keys(set).length === 0) return (await findIdentityProvider(tx, providerId)) !== null;
  const row = await tx.sql
    .updateTable('identity_provider')
    .set(set)
    .where('partner_id', '=', tx.partnerId)
    .where('provider_id', '=', providerId)
    .where('ended_at', 'is', null)
    .returning('provider_id')
    .executeTakeFirst();
  return row !== undefined;
}

/** Nobody signs in by it any more; the links of its accounts stay as history. Whether there was such a provider. */
export async function endIdentityProvider(tx: TenantTransaction, providerId: string): Promise<boolean> {
  const row = await tx.sql
    .updateTable('identity_provider')
    .set({ ended_at: tx.now })
    .where('partner_id', '=', tx.partnerId)
    .where('provider_id', '=', providerId)
    .where('ended_at', 'is', null)
    .returning('provider_id')
    .executeTakeFirst();
  return row !== undefined;
}

/** The company that a provider of a company's own belongs to; ended ones too. */
export async function findPartnerOfProvider(
  tx: SignInTransaction,
  providerId: string,
): Promise<PartnerId | null> {
  const { rows } = await sql<{ partner: PartnerId | null }>`
    select find_partner_of_provider(${providerId}::uuid) as partner`.execute(tx.sql);
  return rows[0]?.partner ?? null;
}

/** Providers of companies' own whose people have addresses of this domain. */
export async function findProvidersOfDomain(
  tx: SignInTransaction,
  domain: string,
): Promise<{ readonly providerId: string; readonly name: string }[]> {
  const { rows } = await sql<{ provider_id: string; name: string }>`
    select provider_id, name from find_providers_of_domain(${domain})`.execute(tx.sql);
  return rows.map((row) => ({ providerId: row.provider_id, name: row.name }));
}
