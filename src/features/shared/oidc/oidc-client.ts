import type { Database } from '../../../store/database.ts';
import { findIdentityProvider, findPartnerOfProvider } from '../../../store/identity-providers-store.ts';
import type { Sealer } from '../sealed.ts';

/** What an identity provider knows this installation as. */
export interface OidcClient {
  /** Names it in addresses and rounds: `work`, `learning`, or the id of a company's own provider. */
  readonly key: string;
  /** What its button says. */
  readonly name: string;
  readonly issuer: string;
  readonly clientId: string;
  /** `null` where the provider knows public clients, which the verifier of the round protects. */
  readonly clientSecret: string | null;
}

/** The two providers of the whole installation; each is `null` where none is set up. */
export interface InstallationProviders {
  /** Where people have their work accounts. */
  readonly work: OidcClient | null;
  /** Where people have their learning accounts: its subject is the account id of the learning provider. */
  readonly learning: OidcClient | null;
}

export const WORK = 'work';
export const LEARNING = 'learning';

/** What the secret of a company's own provider is sealed for. */
export const CLIENT_SECRET_PURPOSE = 'client secret of an identity provider';

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const SYSTEM = { kind: 'system', name: 'sign-in' } as const;

/** The client of this key, unless it does not exist or was taken away. */
export async function findOidcClient(
  parts: {
    readonly database: Database;
    readonly sealer: Sealer;
    readonly providers: () => InstallationProviders;
  },
  key: string,
): Promise<OidcClient | null> {
  if (key === WORK) return parts.providers().work;
  if (key === LEARNING) return parts.providers().learning;
  if (!UUID.test(key)) return null;
  const partnerId = await parts.database.asSignIn((tx) => findPartnerOfProvider(tx, key));
  if (partnerId === null) return null;
  const provider = await parts.database.readAsTenant({ partnerId, actor: SYSTEM }, (tx) =>
    findIdentityProvider(tx, key),
  );
  if (provider === null || provider.issuer === null || provider.clientId === null) return null;
  const { issuer, clientId, name, sealedClientSecret } = provider;
  const clientSecret =
    sealedClientSecret === null ? null : parts.sealer.open(CLIENT_SECRET_PURPOSE, sealedClientSecret);
  return { key, name, issuer, clientId, clientSecret };
}
