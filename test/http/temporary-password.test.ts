import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Browser, browserAfter, type DemoServer, demoServer } from '../support/demo-server.ts';
import { newUsers } from '../support/new-users.ts';

let server: DemoServer;
let admin: Browser;
beforeAll(async () => {
  server = await demoServer();
  admin = await server.as('global-admin@contoso.example');
});
afterAll(() => server.close());

const { added, later, mailsTo, signIn } = newUsers({ server: () => server, admin: () => admin });

describe('a temporary password', () => {
  it('leads to the choice of another one and to nothing else', async () => {
    const { user, firstSignIn } = await added({ roles: ['partner-admin'] });
    const browser = browserAfter(server.app, await signIn(user.workEmail, firstSignIn.temporaryPassword));
    expect((await browser.get('/api/v1/me')).json().passwordChangeRequired).toBe(true);
    const open = server.routes.filter(({ access }) => !['public', 'provisioning'].includes(access.kind));
    for (const route of open) {
      const url = route.path.replace('{partnerId}', 'contoso').replace(/\{\w+\}/g, user.userId);
      if (['/api/v1/me', '/api/v1/me/password', '/api/v1/sign-out'].includes(url)) continue;
      const answer =
        route.method === 'GET' ? await browser.get(url) : await browser.send(route.method as 'POST', url, {});
      const { code } = url.startsWith('/odata/') ? answer.json().error : answer.json();
      expect([url, answer.statusCode, code]).toEqual([url, 403, 'password-change-required']);
    }
    const weak = await browser.send('POST', '/api/v1/me/password', { password: 'Nadia-2026-Contoso' });
    expect([weak.statusCode, weak.json().errors]).toEqual([
      400,
      [{ code: 'tells-who-you-are', field: 'password' }],
    ]);
    // Who handed it out knows it, and it stands in a file: it is no choice, however it is written.
    const handedOut = firstSignIn.temporaryPassword as string;
    for (const password of [handedOut, handedOut.toUpperCase(), handedOut.replaceAll('-', '')]) {
      const same = await browser.send('POST', '/api/v1/me/password', { password });
      expect([same.statusCode, same.json().errors]).toEqual([
        400,
        [{ code: 'same-as-before', field: 'password' }],
      ]);
    }
    const chosen = await browser.send('POST', '/api/v1/me/password', { password: 'quatre boules de neige' });
    expect(chosen.json()).toMatchObject({ passwordChangeRequired: false });
    const renewed = browserAfter(server.app, chosen);
    expect((await renewed.get('/api/v1/partners/contoso/overview')).statusCode).toBe(200);
    later(1_000);
    expect((await browser.get('/api/v1/me')).statusCode).toBe(401);
    expect((await signIn(user.workEmail, firstSignIn.temporaryPassword)).statusCode).toBe(401);
    expect((await signIn(user.workEmail, 'quatre boules de neige')).statusCode).toBe(200);
  });

  it('is worth nothing after seven days, nor after the link of the mail was used', async () => {
    const old = await added();
    const linked = await added();
    const { text } = (await mailsTo(linked.user.workEmail))[0]!;
    const token = /\/welcome\/([\w-]+)/.exec(text)![1];
    const redeem = (password: string) =>
      server.app.inject({ method: 'POST', url: '/api/v1/redeem-link', payload: { token, password } });
    const same = await redeem(linked.firstSignIn.temporaryPassword);
    expect([same.statusCode, same.json().errors]).toMatchObject([400, [{ code: 'same-as-before' }]]);
    const redeemed = await redeem('cinq boules de neige');
    expect(redeemed.statusCode).toBe(200);
    expect((await signIn(linked.user.workEmail, linked.firstSignIn.temporaryPassword)).statusCode).toBe(401);
    const before = server.clock.now;
    later(7 * 86_400_000 - 1_000);
    expect((await signIn(old.user.workEmail, old.firstSignIn.temporaryPassword)).statusCode).toBe(200);
    later(1_000);
    expect((await signIn(old.user.workEmail, old.firstSignIn.temporaryPassword)).statusCode).toBe(401);
    server.clock.now = before;
  });

  it('asks whoever changes a password later for the present one', async () => {
    const { user, firstSignIn } = await added();
    const begun = browserAfter(server.app, await signIn(user.workEmail, firstSignIn.temporaryPassword));
    const chosen = await begun.send('POST', '/api/v1/me/password', { password: 'six boules de neige' });
    const browser = browserAfter(server.app, chosen);
    const without = await browser.send('POST', '/api/v1/me/password', { password: 'sept boules de neige' });
    expect([without.statusCode, without.json().code]).toEqual([400, 'wrong-password']);
    const same = { current: 'six boules de neige', password: 'six boules de neige' };
    expect((await browser.send('POST', '/api/v1/me/password', same)).json().errors).toMatchObject([
      { code: 'same-as-before' },
    ]);
    const change = { current: 'six boules de neige', password: 'sept boules de neige' };
    expect((await browser.send('POST', '/api/v1/me/password', change)).statusCode).toBe(200);
  });
});
