import {
  type InstallationProviders,
  LEARNING,
  type OidcClient,
  WORK,
} from './features/shared/oidc/oidc-client.ts';

type Values = Readonly<Record<string, unknown>>;

export type ProvidersResult =
  | { readonly kind: 'providers'; readonly providers: InstallationProviders }
  | { readonly kind: 'bad-providers'; readonly problems: readonly string[] };

function text(value: unknown): string | null {
  return typeof value === 'string' ? value : null;
}

function isOnThisMachine(address: string): boolean {
  return ['localhost', '127.0.0.1', '[::1]'].includes(new URL(address).hostname);
}

/** The variables of one provider belong together: an issuer needs a client, a client needs an issuer. */
function readProvider(
  values: Values,
  prefix: 'OIDC' | 'OIDC_LEARNING',
  key: string,
  loopback: boolean,
): OidcClient | null | readonly string[] {
  const issuer = text(values[`${prefix}_ISSUER`]);
  const clientId = text(values[`${prefix}_CLIENT_ID`]);
  const clientSecret = text(values[`${prefix}_CLIENT_SECRET`]);
  const name = text(values[`${prefix}_NAME`]);
  if (issuer === null) {
    const lonely = ['CLIENT_ID', 'CLIENT_SECRET', 'NAME'].filter(
      (part) => text(values[`${prefix}_${part}`]) !== null,
    );
    return lonely.length === 0
      ? null
      : [`${prefix}_ISSUER is required when ${prefix}_${lonely[0]} is given.`];
  }
  if (clientId === null) return [`${prefix}_CLIENT_ID is required when ${prefix}_ISSUER is given.`];
  if (!issuer.startsWith('https:') && !(loopback && isOnThisMachine(issuer))) {
    return [`${prefix}_ISSUER must be an https:// address.`];
  }
  return { key, name: name ?? new URL(issuer).hostname, issuer, clientId, clientSecret };
}

/** `loopback`: whether a provider on this machine may be asked without TLS. */
export function readIdentityProviders(values: Values, loopback: boolean): ProvidersResult {
  const work = readProvider(values, 'OIDC', WORK, loopback);
  const learning = readProvider(values, 'OIDC_LEARNING', LEARNING, loopback);
  const problems = [work, learning].flatMap((read) => (Array.isArray(read) ? (read as string[]) : []));
  if (problems.length > 0) return { kind: 'bad-providers', problems };
  return {
    kind: 'providers',
    providers: { work: work as OidcClient | null, learning: learning as OidcClient | null },
  };
}
