import { isIP } from 'node:net';
import { isLoopbackAddress } from '../shared/oidc/oidc-configuration.ts';

const MANY = /\/(organizations|common|consumers|\{tenantid\})(?=\/|$)/;

/** A provider for accounts of every directory: which of them a company means must be said. */
export function servesManyDirectories(issuer: string): boolean {
  return MANY.test(issuer);
}

/** The issuer in the tokens of one directory. */
export function issuerOfDirectory(issuer: string, directoryTenant: string | null): string {
  return directoryTenant === null ? issuer : issuer.replace(MANY, `/${directoryTenant}`);
}

/**
 * Whether this server may go and ask an address that a company has named: a name of the public internet over TLS, so
 * that nobody has it ask machines beside it. In a demo on one's own machine also a provider there.
 */
export function issuerIsAllowed(issuer: string, demo: boolean): boolean {
  const address = new URL(issuer);
  if (address.username !== '' || address.password !== '' || address.search !== '') return false;
  if (isLoopbackAddress(address)) return demo;
  const host = address.hostname.replace(/^\[|\]$/g, '');
  if (address.protocol !== 'https:' || isIP(host) !== 0) return false;
  return host.includes('.') && !/\.(local|localhost|internal|lan|home|corp)$/.test(host);
}
