import type { Database, TenantTransaction } from '../../store/database.ts';
import {
  findIdentityProvider,
  findPartnerOfProvider,
  type IdentityProvider,
  listIdentityProviders,
} from '../../store/identity-providers-store.ts';
import type { PartnerId } from '../../store/partner-id.ts';
import { findPartnersOfWorkAccount, type ProviderAccount } from '../../store/user-identities-store.ts';
import { WORK } from '../shared/oidc/oidc-client.ts';
import type { OidcIdentity } from '../shared/oidc/oidc-identity.ts';

/** A work account, and the company whose users it may be one of. */
export interface PlacedAccount {
  readonly partnerId: PartnerId;
  readonly account: ProviderAccount;
}

/** The account as it is kept: by issuer and subject, and for a company's own provider within that company. */
export function accountOf(clientKey: string, { issuer, subject }: OidcIdentity): ProviderAccount {
  return { providerId: clientKey === WORK ? null : clientKey, issuer, subject };
}

/** `null` when no company has a user with this account, or the directory that it is in. */
export async function placeAccount(
  database: Database,
  clientKey: string,
  identity: OidcIdentity,
): Promise<PlacedAccount | null> {
  const account = accountOf(clientKey, identity);
  const { providerId } = account;
  if (providerId !== null) {
    const partnerId = await database.asSignIn((tx) => findPartnerOfProvider(tx, providerId));
    return partnerId === null ? null : { partnerId, account };
  }
  const { byAccount, byTenant } = await database.asSignIn((tx) => findPartnersOfWorkAccount(tx, identity));
  const partnerId = byAccount ?? byTenant;
  return partnerId === null ? null : { partnerId, account };
}

export type Admission =
  | { readonly kind: 'admitted'; readonly provider: IdentityProvider | null }
  | { readonly kind: 'other-directory' };

/**
 * Whether a company takes work accounts of this directory. One that has named directories takes those alone; of its own
 * provider, the directory that was named with it.
 */
export async function admission(
  tx: TenantTransaction,
  account: ProviderAccount,
  identity: OidcIdentity,
): Promise<Admission> {
  const { directoryTenant } = identity;
  if (account.providerId !== null) {
    const provider = await findIdentityProvider(tx, account.providerId);
    if (provider === null) return { kind: 'other-directory' };
    const needed = provider.directoryTenant;
    return needed === null || needed === directoryTenant
      ? { kind: 'admitted', provider }
      : { kind: 'other-directory' };
  }
  const tenants = (await listIdentityProviders(tx)).filter(({ issuer }) => issuer === null);
  if (tenants.length === 0) return { kind: 'admitted', provider: null };
  const provider = tenants.find((tenant) => tenant.directoryTenant === directoryTenant);
  return provider === undefined ? { kind: 'other-directory' } : { kind: 'admitted', provider };
}
