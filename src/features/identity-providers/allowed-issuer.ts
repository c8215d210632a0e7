import { isAllowedAddress } from '../shared/oidc/provider-address.ts';

const MANY = /\/(organizations|common|consumers|\{tenantid\})(?=\/|$)/;

/** A provider for accounts of every directory: which of them a company means must be said. */
export function servesManyDirectories(issuer: string): boolean {
  return MANY.test(issuer);
}

/** The issuer in the tokens of one directory. */
export function issuerOfDirectory(issuer: string, directoryTenant: string | null): string {
  return directoryTenant === null ? issuer : issuer.replace(MANY, `/${directoryTenant}`);
}

/** Whether this server may ask the provider that a company names. */
export function issuerIsAllowed(issuer: string, demo: boolean): boolean {
  const address = new URL(issuer);
  return address.search === '' && isAllowedAddress(address, demo);
}
