import type { Security } from '../../contract/sign-in.ts';
import { findAuthenticator, recoveryCodesLeft } from '../../store/authenticators-store.ts';
import { passwordHashOf } from '../../store/credentials-store.ts';
import type { TenantTransaction } from '../../store/database.ts';
import { listIdentityProviders } from '../../store/identity-providers-store.ts';
import { listPasskeys } from '../../store/passkeys-store.ts';
import { listSessions } from '../../store/sessions-store.ts';
import { listUserIdentities } from '../../store/user-identities-store.ts';
import { isFresh, type OwnSession } from '../shared/fresh-sign-in.ts';
import { tokenHash } from '../shared/secret-token.ts';
import type { Services } from '../shared/services.ts';
import { ownClaim } from './own-claim.ts';

function instant(at: Date | null): string | null {
  return at === null ? null : at.toISOString();
}

async function authenticatorView(tx: TenantTransaction, userId: string): Promise<Security['authenticator']> {
  const since = (await findAuthenticator(tx, userId))?.confirmedAt ?? null;
  if (since === null) return null;
  return { since: since.toISOString(), recoveryCodesLeft: await recoveryCodesLeft(tx, userId) };
}

/** Where people of this company have work accounts: at the installation's provider, and at the company's own. */
async function providersView(services: Services, tx: TenantTransaction): Promise<Security['providers']> {
  const { work } = services.oidc.providers();
  const own = (await listIdentityProviders(tx)).filter(({ issuer }) => issuer !== null);
  return [
    ...(work === null ? [] : [{ provider: work.key, name: work.name }]),
    ...own.map(({ providerId, name }) => ({ provider: providerId, name })),
  ];
}

/** The ways into the account of a person, and where it is open. */
export async function securityView(services: Services, own: OwnSession): Promise<Security> {
  const { userId } = own;
  const fresh = await isFresh(services, own);
  const current = tokenHash(own.sessionToken);
  return services.database.readAsTenant(ownClaim(own), async (tx) => {
    const providers = await providersView(services, tx);
    return {
      fresh,
      password: (await passwordHashOf(tx, userId)) !== null,
      authenticator: await authenticatorView(tx, userId),
      passkeys: (await listPasskeys(tx, userId)).map(({ passkeyId, name, createdAt, lastUsedAt }) => ({
        passkeyId,
        name,
        createdAt: createdAt.toISOString(),
        lastUsedAt: instant(lastUsedAt),
      })),
      workAccounts: (await listUserIdentities(tx, userId)).map((identity) => ({
        identityId: identity.identityId,
        name: identity.name,
        provider:
          providers.find(({ provider }) => provider === (identity.providerId ?? 'work'))?.name ??
          new URL(identity.issuer).hostname,
        linkedAt: identity.linkedAt.toISOString(),
        lastUsedAt: instant(identity.lastUsedAt),
      })),
      providers,
      sessions: (await listSessions(tx, userId)).map((session) => ({
        sessionId: session.sessionId,
        current: session.tokenHash.equals(current),
        method: session.method,
        userAgent: session.userAgent,
        address: session.address,
        createdAt: session.createdAt.toISOString(),
        lastSeenAt: session.lastSeenAt.toISOString(),
      })),
    };
  });
}
