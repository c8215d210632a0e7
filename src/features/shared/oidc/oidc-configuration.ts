import type { Configuration } from 'openid-client';
import { LEARNING, type OidcClient, WORK } from './oidc-client.ts';
import { isAllowedAddress, isLoopbackAddress } from './provider-address.ts';

/** How long a provider may take to answer. */
const TIMEOUT_SECONDS = 10;
/** What a provider says of itself is read anew after so long; its keys are looked up by the library when needed. */
const KEPT_MS = 3_600_000;
const MOST_KEPT = 500;

interface Kept {
  readonly configuration: Promise<Configuration>;
  readonly until: number;
}

/** Where a company's own provider says that it is to be asked must be as public as its name. */
function requireAllowed(client: OidcClient, configuration: Configuration, loopback: boolean): void {
  if (client.key === WORK || client.key === LEARNING) return;
  const { authorization_endpoint, token_endpoint, jwks_uri } = configuration.serverMetadata();
  for (const address of [authorization_endpoint, token_endpoint, jwks_uri]) {
    if (address !== undefined && !isAllowedAddress(new URL(address), loopback)) {
      throw new Error(`the provider ${client.issuer} sends to ${address}, which is not asked`);
    }
  }
}

/**
 * What a client must know of its provider, read from the provider and kept for a while. Only `https` addresses are
 * asked; a provider on this machine only where that is allowed, in the demo and in tests.
 */
export function oidcConfigurations(options: {
  readonly loopback: boolean;
  readonly now: () => number;
}): (client: OidcClient) => Promise<Configuration> {
  const kept = new Map<string, Kept>();

  async function read(client: OidcClient): Promise<Configuration> {
    // The library is loaded by the first round, not by every start and command.
    const oidc = await import('openid-client');
    const issuer = new URL(client.issuer);
    const { clientSecret } = client;
    const authentication = clientSecret === null ? oidc.None() : oidc.ClientSecretPost(clientSecret);
    const execute = [oidc.enableNonRepudiationChecks];
    if (options.loopback && isLoopbackAddress(issuer)) execute.push(oidc.allowInsecureRequests);
    const configuration = await oidc.discovery(issuer, client.clientId, undefined, authentication, {
      timeout: TIMEOUT_SECONDS,
      execute,
    });
    requireAllowed(client, configuration, options.loopback);
    return configuration;
  }

  return (client) => {
    const key = JSON.stringify([client.key, client.issuer, client.clientId, client.clientSecret]);
    const known = kept.get(key);
    if (known !== undefined && known.until > options.now()) return known.configuration;
    const configuration = read(client);
    kept.delete(key);
    kept.set(key, { configuration, until: options.now() + KEPT_MS });
    if (kept.size > MOST_KEPT) kept.delete(kept.keys().next().value!);
    // A provider that was away must not stay away for as long.
    configuration.catch(() => kept.delete(key));
    return configuration;
  };
}
