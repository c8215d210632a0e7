import { isIP } from 'node:net';

export function isLoopbackAddress(address: URL): boolean {
  return ['localhost', '127.0.0.1', '[::1]'].includes(address.hostname);
}

/**
 * Whether this server may go and ask an address that a company has named: a name of the public internet over TLS, so
 * that nobody has it ask machines beside it. In a demo on one's own machine also a provider there.
 */
export function isAllowedAddress(address: URL, loopback: boolean): boolean {
  if (address.username !== '' || address.password !== '') return false;
  if (isLoopbackAddress(address)) return loopback && /^https?:$/.test(address.protocol);
  const host = address.hostname.replace(/^\[|\]$/g, '');
  if (address.protocol !== 'https:' || isIP(host) !== 0) return false;
  return host.includes('.') && !/\.(local|localhost|internal|lan|home|corp)$/.test(host);
}
