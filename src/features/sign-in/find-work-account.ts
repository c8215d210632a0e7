import type { Database, TenantTransaction } from '../../store/database.ts';
import {
  findIdentityProvider,
  findPartnerOfProvider,
  type IdentityProvider,
  listIdentityProviders,
} from '../../store/identity-providers-store.ts';
import { NETWORK_PARTNER, type PartnerId } from '../../store/partner-id.ts';
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

function sameAddress(left: string, right: string | null): boolean {
  return right !== null && new URL(left).href === new URL(right).href;
}

/**
 * Whether a company takes work accounts of this directory. One that has named directories takes those alone, any other
 * every directory that is not another company's; of its own provider, the directory that was named with it. Without
 * one the provider must speak for itself: one that serves many directories issues tokens in their names.
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
    const own = needed === null ? sameAddress(identity.issuer, provider.issuer) : needed === directoryTenant;
    return own ? { kind: 'admitted', provider } : { kind: 'other-directory' };
  }
  const tenants = (await listIdentityProviders(tx)).filter(({ issuer }) => issuer === null);
  if (tenants.length === 0) {
    // Operators may have their accounts where a company has its people.
    const { byTenant } = await findPartnersOfWorkAccount(tx, identity);
    return byTenant === null || tx.partnerId === NETWORK_PARTNER
      ? { kind: 'admitted', provider: null }
      : { kind: 'other-directory' };
  }
  const provider = tenants.find((tenant) => tenant.directoryTenant === directoryTenant);
  return provider === undefined ? { kind: 'other-directory' } : { kind: 'admitted', provider };
}
