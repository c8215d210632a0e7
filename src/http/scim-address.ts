import type { IncomingMessage } from 'node:http';
import type { Route } from './route.ts';

const SERVICE = '/scim/v2/';

/**
 * Names of resource types in the addresses of SCIM are read in any case: directories and the public test collection of
 * Microsoft also ask for `/users`. Ids, keys and everything else stay as they were sent.
 */
export function scimAddresses(routes: readonly Route[]): (request: Pick<IncomingMessage, 'url'>) => string {
  const names = new Map<string, string>();
  for (const { path } of routes) {
    const name = path.startsWith(SERVICE) ? path.slice(SERVICE.length).split('/')[0] : undefined;
    if (name !== undefined) names.set(name.toLowerCase(), name);
  }
  return ({ url = '' }) => {
    if (!url.startsWith(SERVICE)) return url;
    const [sent = ''] = /^[^/?#]*/.exec(url.slice(SERVICE.length)) ?? [];
    const name = names.get(sent.toLowerCase());
    return name === undefined ? url : `${SERVICE}${name}${url.slice(SERVICE.length + sent.length)}`;
  };
}
