import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Browser, browserAfter, type DemoServer, demoServer } from '../support/demo-server.ts';

let server: DemoServer;
let admin: Browser;
beforeAll(async () => {
  server = await demoServer();
  admin = await server.as('global-admin@contoso.example');
});
afterAll(() => server.close());

const settings = '/api/v1/partners/contoso/sign-in-settings';
const later = (milliseconds: number) => {
  server.clock.now = new Date(server.clock.now.getTime() + milliseconds);
};
const ask = (email: string) =>
  server.app.inject({ method: 'POST', url: '/api/v1/password-reset', payload: { email } });
const redeem = (token: string, password: string) =>
  server.app.inject({ method: 'POST', url: '/api/v1/redeem-link', payload: { token, password } });

async function linksTo(address: string): Promise<string[]> {
  const mails = await server.mails('contoso');
  const own = mails.filter(({ kind, to }) => kind === 'password-reset' && to === address);
  return own.map(({ text }) => /\/welcome\/([\w-]+)/.exec(text)![1]!);
}

describe('a new password that people ask for by themselves', () => {
  it('is not sent before the company allows it, which its global admin decides', async () => {
    expect((await ask('zoe@contoso.example')).statusCode).toBe(204);
    expect(await linksTo('zoe@contoso.example')).toEqual([]);
    const refused = await (await server.as('user-admin@contoso.example')).send('PATCH', settings, {
      selfServiceReset: true,
    });
    expect(refused.statusCode).toBe(403);
    const allowed = await admin.send('PATCH', settings, { selfServiceReset: true });
    expect(allowed.json()).toEqual({ selfServiceReset: true, mailServer: true });
    const events = (await admin.get('/api/v1/partners/contoso/audit-events')).json().value;
    expect(events[0]).toMatchObject({
      action: 'sign-in-settings.changed',
      details: { selfServiceReset: true },
    });
  });

  it('is answered alike for a known and an unknown address, in the same time', async () => {
    const timed = async (email: string) => {
      const begin = performance.now();
      const answer = await ask(email);
      return { took: performance.now() - begin, seen: [answer.statusCode, answer.body] };
    };
    const [known, unknown] = [await timed('yann@contoso.example'), await timed('nobody@contoso.example')];
    expect(known.seen).toEqual(unknown.seen);
    for (const { took } of [known, unknown]) expect(took).toBeGreaterThan(390);
    expect(await linksTo('yann@contoso.example')).toHaveLength(1);
  });

  it('comes by a link that works once, within the hour, and ends what was before', async () => {
    const browser = await server.as('claire@contoso.example');
    await ask('claire@contoso.example');
    const [token] = (await linksTo('claire@contoso.example')) as [string];
    const weak = await redeem(token, 'motdepasse123!');
    expect([weak.statusCode, weak.json().errors[0].code]).toEqual([400, 'too-common']);
    const redeemed = await redeem(token, 'neuf boules de neige');
    expect(redeemed.statusCode).toBe(200);
    expect((await browserAfter(server.app, redeemed).get('/api/v1/me')).statusCode).toBe(200);
    later(1_000);
    expect((await browser.get('/api/v1/me')).statusCode).toBe(401);
    expect((await redeem(token, 'dix boules de neige')).statusCode).toBe(404);

    await ask('zoe@contoso.example');
    const [late] = (await linksTo('zoe@contoso.example')) as [string];
    later(3_600_000);
    expect((await redeem(late, 'onze boules de neige')).statusCode).toBe(404);
  });

  it('is not sent a fourth time in an hour, nor to somebody who is disabled, and nobody is told', async () => {
    for (let tries = 0; tries < 4; tries++) expect((await ask('yann@contoso.example')).statusCode).toBe(204);
    expect(await linksTo('yann@contoso.example')).toHaveLength(4);
    const again = await server.as('global-admin@contoso.example');
    const users = '/api/v1/partners/contoso/users';
    const { userId } = (await again.get(`${users}?search=zoe`)).json().value[0];
    await again.send('POST', `${users}/${userId}/disable`);
    const before = (await linksTo('zoe@contoso.example')).length;
    expect((await ask('zoe@contoso.example')).statusCode).toBe(204);
    expect(await linksTo('zoe@contoso.example')).toHaveLength(before);
  });
});
