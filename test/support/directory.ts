import type { LightMyRequestResponse } from 'fastify';
import { newDirectoryToken } from '../../src/features/scim/directory-token.ts';
import type { PartnerId } from '../../src/store/partner-id.ts';
import type { DemoServer } from './demo-server.ts';

/** The directory of a company, as it talks to the server. */
export interface Directory {
  readonly token: string;
  get(path: string): Promise<LightMyRequestResponse>;
  send(
    method: 'POST' | 'PUT' | 'PATCH' | 'DELETE',
    path: string,
    body?: unknown,
    headers?: Record<string, string>,
  ): Promise<LightMyRequestResponse>;
  /** A change of one thing, by the operations of a PATCH. */
  patch(path: string, ...operations: unknown[]): Promise<LightMyRequestResponse>;
}

export async function directoryOf(
  server: DemoServer,
  partnerId: string,
  validDays = 180,
): Promise<Directory> {
  const claim = { partnerId: partnerId as PartnerId, actor: { kind: 'system', name: 'test' } } as const;
  const token = await server.services.database.asTenant(claim, (tx) => newDirectoryToken(tx, validDays));
  const authorization = `Bearer ${token}`;
  const send: Directory['send'] = (method, path, body, headers = {}) => {
    const sent = { method, url: `/scim/v2${path}`, headers: { authorization, ...headers } };
    if (body === undefined) return server.app.inject(sent);
    const type = { 'content-type': 'application/scim+json', ...sent.headers };
    return server.app.inject({ ...sent, headers: type, payload: JSON.stringify(body) });
  };
  return {
    token,
    get: (path) => server.app.inject({ url: `/scim/v2${path}`, headers: { authorization } }),
    send,
    patch: (path, ...operations) =>
      send('PATCH', path, {
        schemas: ['urn:ietf:params:scim:api:messages:2.0:PatchOp'],
        Operations: operations,
      }),
  };
}
