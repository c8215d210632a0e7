import { conflict, HttpProblem, notFound } from '../../http/problem.ts';
import { recordAudit } from '../../store/audit-store.ts';
import type { TenantClaim } from '../../store/database.ts';
import { findIdentityProvider, type IdentityProvider } from '../../store/identity-providers-store.ts';
import { linkUserIdentity, type ProviderAccount } from '../../store/user-identities-store.ts';
import { reachedPerson } from '../shared/people/person.ts';
import { rightsOf } from '../shared/people/rights.ts';
import { tellOwner } from '../shared/people/tell-owner.ts';
import type { Services } from '../shared/services.ts';
import { isUuid } from '../shared/uuid-param.ts';
import { issuerOfDirectory } from './allowed-issuer.ts';

/** The account as its tokens will tell it: see `identityOf`. */
function accountOf(
  { oidc }: Services,
  provider: IdentityProvider,
  externalId: string,
): ProviderAccount | null {
  const issuer = provider.issuer ?? oidc.providers().work?.issuer;
  if (issuer === undefined) return null;
  const { directoryTenant } = provider;
  return {
    providerId: provider.issuer === null ? null : provider.providerId,
    issuer: issuerOfDirectory(issuer, directoryTenant),
    subject: directoryTenant === null ? externalId : `${directoryTenant}/${externalId}`,
  };
}

/**
 * Links an account that the administrator knows by its id in the directory: its owner signs in at once. Nobody does
 * this for a person who may do more than himself or herself.
 */
export async function linkKnownAccount(
  services: Services,
  claim: TenantClaim,
  userId: string,
  { providerId, externalId }: { readonly providerId: string; readonly externalId: string },
): Promise<void> {
  if (!isUuid(userId)) throw notFound();
  await services.database.asTenant(claim, async (tx) => {
    const person = await reachedPerson(tx, await rightsOf(tx), userId);
    if (person.kind === 'user-unknown') throw notFound();
    if (person.kind !== 'person') {
      throw new HttpProblem(403, person.kind, 'Your role does not reach the account of this person.');
    }
    const provider = await findIdentityProvider(tx, providerId);
    const account = provider && accountOf(services, provider, externalId);
    if (account === null) throw notFound('unknown-provider', 'There is no such identity provider.');
    const linked = await linkUserIdentity(tx, { ...account, userId, name: null });
    if (linked.kind === 'taken') {
      throw conflict('account-taken', 'This work account is linked to another user.');
    }
    const details = { issuer: account.issuer, by: 'administrator' };
    await recordAudit(tx, { action: 'work-account.linked', subject: `user:${userId}`, details });
    await tellOwner(services.post, tx, userId, 'workAccountLinked');
  });
}
