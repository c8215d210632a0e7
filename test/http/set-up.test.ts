import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { personOf } from '../../src/features/setup/invitations.ts';
import { setUp } from '../../src/features/setup/set-up.ts';
import { newSetUpPath } from '../../src/features/setup/set-up-link.ts';
import { loggedPath } from '../../src/http/request-log.ts';
import type { PartnerId } from '../../src/store/partner-id.ts';
import { browserAfter, type DemoServer, emptyServer } from '../support/demo-server.ts';

let server: DemoServer;
beforeAll(async () => {
  server = await emptyServer();
});
afterAll(() => server.close());

const PASSWORD = 'a long enough sentence';
const ORDER = {
  locale: 'fr',
  operator: { email: 'olga@reseau.example', firstName: 'Olga', lastName: 'Petit', password: PASSWORD },
  company: {
    partnerId: 'contoso',
    name: 'Contoso Conseil',
    country: 'FR',
    market: 'developed',
    mpnId: '4711',
  },
  admin: { email: 'claire@contoso.example', firstName: 'Claire', lastName: 'Martin' },
};

async function newToken(): Promise<string> {
  const path = await newSetUpPath(server.services);
  return path!.slice('/set-up/'.length);
}

function setUpWith(token: string, order: object = ORDER) {
  return server.app.inject({ method: 'POST', url: '/api/v1/set-up', payload: { token, ...order } });
}

const check = (token: string) => server.app.inject({ url: `/api/v1/set-up/${token}` });

describe('an empty installation', () => {
  it('is set up by the newest link only', async () => {
    const older = await newToken();
    const newer = await newToken();
    expect((await check(older)).statusCode).toBe(404);
    expect((await check(newer)).statusCode).toBe(200);
    expect((await setUpWith(older)).json().code).toBe('link-not-valid');
  });

  it('is not set up after a day', async () => {
    const token = await newToken();
    const begin = server.clock.now;
    server.clock.now = new Date(begin.getTime() + 24 * 3_600_000);
    expect((await check(token)).statusCode).toBe(404);
    expect((await setUpWith(token)).statusCode).toBe(404);
    server.clock.now = begin;
    expect((await check(token)).statusCode).toBe(200);
  });

  it.each([
    [{ company: { ...ORDER.company, partnerId: 'network' } }, 400, 'company.partnerId'],
    [{ company: { ...ORDER.company, partnerId: 'Contoso SA' } }, 400, 'company.partnerId'],
    [{ company: { ...ORDER.company, country: 'France' } }, 400, 'company.country'],
    [{ operator: { ...ORDER.operator, password: 'short' } }, 400, 'operator.password'],
    [{ admin: { ...ORDER.admin, email: 'nobody' } }, 400, 'admin.email'],
    [{ admin: { ...ORDER.admin, email: 'OLGA@reseau.example' } }, 409, 'admin.email'],
  ])('keeps its link when %j is refused, and names the field', async (change, status, field) => {
    const token = await newToken();
    const answer = await setUpWith(token, { ...ORDER, ...change });
    expect([answer.statusCode, answer.json().errors[0].field]).toEqual([status, field]);
    expect((await check(token)).statusCode).toBe(200);
  });

  it('never sets a password by the link that sets it up', async () => {
    const payload = { token: await newToken(), password: PASSWORD };
    const answer = await server.app.inject({ method: 'POST', url: '/api/v1/redeem-link', payload });
    expect(answer.statusCode).toBe(404);
  });

  it('becomes, once, an operator who signs in, a company, and a global admin with a first link', async () => {
    const token = await newToken();
    const both = await Promise.all([setUpWith(token), setUpWith(token)]);
    const done = both.filter(({ statusCode }) => statusCode === 201);
    expect(done).toHaveLength(1);
    const made = done[0]!.json();
    expect(made.admin).toMatchObject({
      email: 'claire@contoso.example',
      path: expect.stringMatching(/^\/welcome\/.{40,}/),
      expiresAt: '2026-11-22T10:00:00.000Z',
    });
    expect((await check(token)).statusCode).toBe(404);
    expect(await newSetUpPath(server.services)).toBeNull();

    const operator = await server.app.inject({
      method: 'POST',
      url: '/api/v1/sign-in',
      payload: { email: 'olga@reseau.example', password: PASSWORD },
    });
    expect(operator.json()).toMatchObject({ firstName: 'Olga', roles: ['programme-operator'], locale: 'fr' });
    const partners = await browserAfter(server.app, operator).get('/api/v1/partners');
    expect(partners.json().value).toMatchObject([
      { id: 'contoso', name: 'Contoso Conseil', country: 'FR', market: 'developed', mpnId: '4711' },
    ]);

    const first = { token: made.admin.path.slice('/welcome/'.length), password: PASSWORD };
    const admin = await server.app.inject({ method: 'POST', url: '/api/v1/redeem-link', payload: first });
    expect(admin.json()).toMatchObject({
      roles: ['global-admin'],
      partner: { id: 'contoso', enrolled: true },
    });
    expect((await browserAfter(server.app, admin).get('/api/v1/partners/contoso/overview')).statusCode).toBe(
      200,
    );
  });

  it('is not set up a second time from the command line', async () => {
    const order = {
      company: { partnerId: 'fabrikam' as PartnerId, name: 'Fabrikam' },
      admin: personOf('ben@fabrikam.example'),
      operator: null,
    };
    expect(await setUp(server.services, order)).toEqual({ kind: 'not-empty' });
  });
});

describe('the log of requests', () => {
  it.each(['/set-up/', '/welcome/', '/api/v1/set-up/', '/api/v1/redeem-link/'])(
    'does not keep the secret of %s',
    (path) => {
      expect(loggedPath(`${path}s3cret?a=b`)).toBe(`${path}[secret]`);
    },
  );
});
