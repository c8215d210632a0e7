import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newApiToken } from '../../src/features/setup/api-token.ts';
import type { PartnerId } from '../../src/store/partner-id.ts';
import { type Browser, type DemoServer, demoServer } from '../support/demo-server.ts';
import { type Directory, directoryOf } from '../support/directory.ts';

let server: DemoServer;
let contoso: Directory;
let admin: Browser;

beforeAll(async () => {
  server = await demoServer();
  contoso = await directoryOf(server, 'contoso');
  admin = await server.as('global-admin@contoso.example');
});
afterAll(() => server.close());

describe('the token of a directory', () => {
  const url = '/api/v1/partners/contoso/provisioning';

  it('opens nothing but the SCIM service, which opens to nothing else', async () => {
    const { token } = await newApiToken(server.services, {
      partnerId: 'contoso' as PartnerId,
      role: 'global-admin',
      label: null,
    });
    const asked = (path: string, bearer: string | null) =>
      server.app.inject({ url: path, headers: bearer === null ? {} : { authorization: `Bearer ${bearer}` } });
    const nobody = await asked('/scim/v2/Users', null);
    expect([nobody.statusCode, nobody.headers['www-authenticate'], nobody.json().status]).toEqual([
      401,
      'Bearer',
      '401',
    ]);
    expect((await asked('/scim/v2/Users', 'guessed')).statusCode).toBe(401);
    expect((await asked('/scim/v2/Users', token)).statusCode).toBe(403);
    expect((await admin.get('/scim/v2/Users')).statusCode).toBe(403);
    for (const path of ['/api/v1/me', '/api/v1/partners/contoso/users', '/api/v1/partners/contoso/roles']) {
      expect([path, (await asked(path, contoso.token)).statusCode]).toEqual([path, 403]);
    }
  });

  it('is told once, is one at a time, and ends when it is revoked or its day comes', async () => {
    const made = (await admin.send('POST', `${url}/tokens`, { validDays: 30 })).json();
    expect(made.token).toMatchObject({
      expiresAt: '2026-12-21T10:00:00.000Z',
      lastUsedAt: null,
      expired: false,
    });
    const ask = async (secret: string) =>
      (
        await server.app.inject({
          url: '/scim/v2/Users?count=0',
          headers: { authorization: `Bearer ${secret}` },
        })
      ).statusCode;
    expect(await ask(made.secret)).toBe(200);
    const shown = await admin.get(url);
    expect(shown.json().token).toMatchObject({
      tokenId: made.token.tokenId,
      lastUsedAt: '2026-11-21T10:00:00.000Z',
    });
    expect(shown.body).not.toContain(made.secret);
    const other = (await admin.send('POST', `${url}/tokens`, { validDays: 1 })).json();
    server.clock.now = new Date('2026-11-21T10:00:02Z');
    expect([await ask(made.secret), await ask(other.secret)]).toEqual([401, 200]);
    expect((await admin.send('DELETE', `${url}/tokens/${other.token.tokenId}`)).statusCode).toBe(204);
    server.clock.now = new Date('2026-11-21T10:00:04Z');
    expect(await ask(other.secret)).toBe(401);
    const last = await directoryOf(server, 'contoso', 1);
    server.clock.now = new Date('2026-11-22T10:00:05Z');
    expect(await ask(last.token)).toBe(401);
    server.clock.now = new Date('2026-11-21T10:00:05Z');
  });
});
