import { Secret, TOTP } from 'otpauth';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newSecretToken, tokenHash } from '../../src/features/shared/secret-token.ts';
import { createOneTimeLink } from '../../src/store/one-time-links-store.ts';
import type { PartnerId } from '../../src/store/partner-id.ts';
import { type Browser, browserAfter, type DemoServer, demoServer } from '../support/demo-server.ts';
import { type DemoProvider, localProviderOf } from '../support/local-provider.ts';
import { type Choice, cookieSet, walkProvider } from '../support/provider-walk.ts';
import { softPasskey } from '../support/soft-passkey.ts';

let server: DemoServer;
let provider: DemoProvider;
beforeAll(async () => {
  server = await demoServer();
  provider = await localProviderOf(server);
});
afterAll(async () => {
  await provider.close();
  await server.close();
});

const later = (seconds: number) => {
  server.clock.now = new Date(server.clock.now.getTime() + seconds * 1_000);
};
const codeOf = (key: string) =>
  new TOTP({ secret: Secret.fromBase32(key) }).generate({ timestamp: server.clock.now.getTime() });
const passwordOf = (email: string) => server.signIns.find((entry) => entry.email === email)!.password;

function post(url: string, payload: object, cookies: Record<string, string> = {}) {
  return server.app.inject({ method: 'POST', url, payload, cookies });
}

async function firstStep(email: string) {
  const answer = await post('/api/v1/sign-in', { email, password: passwordOf(email) });
  expect([answer.statusCode, answer.json().code]).toEqual([401, 'second-step-needed']);
  return cookieSet(String(answer.headers['set-cookie']));
}

const secondStep = (cookies: Record<string, string>, code: string) =>
  post('/api/v1/sign-in/second-step', { code }, cookies);

/** Turns the authenticator app on. */
async function withAuthenticator(browser: Browser) {
  const begun = await browser.send('POST', '/api/v1/me/authenticator');
  const { key, address } = begun.json();
  expect(address).toMatch(/^otpauth:\/\/totp\/Jalon/);
  const done = await browser.send('POST', '/api/v1/me/authenticator/confirm', { code: codeOf(key) });
  expect(done.statusCode).toBe(200);
  later(30);
  return { key, recoveryCodes: done.json().recoveryCodes as string[] };
}

describe('an authenticator app', () => {
  const EMAIL = 'claire@contoso.example';
  let key = '';
  let recoveryCodes: string[] = [];

  it('is not asked for before a first code was right', async () => {
    const browser = await server.as(EMAIL);
    await browser.send('POST', '/api/v1/me/authenticator');
    const wrong = await browser.send('POST', '/api/v1/me/authenticator/confirm', { code: '000000' });
    expect([wrong.statusCode, wrong.json().code]).toEqual([400, 'wrong-code']);
    await server.as(EMAIL);
    const done = await withAuthenticator(browser);
    key = done.key;
    recoveryCodes = done.recoveryCodes;
    expect(new Set(recoveryCodes).size).toBe(10);
    const { authenticator } = (await browser.get('/api/v1/me/security')).json();
    expect(authenticator.recoveryCodesLeft).toBe(10);
  });

  it('is the second step of a sign-in, in the browser of the first', async () => {
    const cookies = await firstStep(EMAIL);
    expect((await secondStep({}, codeOf(key))).json().code).toBe('second-step-over');
    const done = await secondStep(cookies, codeOf(key));
    expect(done.json()).toMatchObject({ email: EMAIL });
    const sessions = (await browserAfter(server.app, done).get('/api/v1/me/security')).json().sessions;
    expect(sessions.find((one: { current: boolean }) => one.current).method).toBe('password-and-code');
    expect((await secondStep(cookies, codeOf(key))).json().code).toBe('second-step-over');
  });

  it('gives codes that are taken once, also within their half minute', async () => {
    later(60);
    const code = codeOf(key);
    const [first, second] = [await firstStep(EMAIL), await firstStep(EMAIL)];
    const both = await Promise.all([secondStep(first, code), secondStep(second, code)]);
    expect(both.map(({ statusCode }) => statusCode).sort()).toEqual([200, 401]);
  });

  it('gives no older code after a newer one, also when its half minute is not over', async () => {
    later(60);
    const older = codeOf(key);
    later(30);
    expect((await secondStep(await firstStep(EMAIL), codeOf(key))).statusCode).toBe(200);
    expect((await secondStep(await firstStep(EMAIL), older)).json().code).toBe('wrong-code');
  });

  it('does not give codes that are long past', async () => {
    const old = codeOf(key);
    later(120);
    expect((await secondStep(await firstStep(EMAIL), old)).json().code).toBe('wrong-code');
  });

  it('is replaced by a recovery code, once, however it is written', async () => {
    const cookies = await firstStep(EMAIL);
    const written = recoveryCodes[0]!.toUpperCase().replaceAll('-', ' ');
    expect((await secondStep(cookies, written)).statusCode).toBe(200);
    expect((await secondStep(await firstStep(EMAIL), recoveryCodes[0]!)).json().code).toBe('wrong-code');
  });

  it('lets nobody guess: five attempts for a first step, ten in a quarter of an hour', async () => {
    const cookies = await firstStep(EMAIL);
    for (let tries = 0; tries < 5; tries++) {
      expect((await secondStep(cookies, '123456')).json().code).toBe('wrong-code');
    }
    expect((await secondStep(cookies, '123456')).json().code).toBe('second-step-over');
    const again = await firstStep(EMAIL);
    let last = await secondStep(again, '123456');
    for (let tries = 0; tries < 4 && last.statusCode === 401; tries++)
      last = await secondStep(again, '123456');
    expect([last.statusCode, last.json().code]).toEqual([429, 'too-many-attempts']);
    later(901);
  });

  it('is asked for also after a new password was set by a link', async () => {
    const token = newSecretToken();
    const claim = { partnerId: 'contoso' as PartnerId, actor: { kind: 'system', name: 'test' } } as const;
    const { userId } = (
      await browserAfter(server.app, await secondStep(await firstStep(EMAIL), codeOf(key))).get('/api/v1/me')
    ).json();
    await server.services.database.asTenant(claim, (tx) =>
      createOneTimeLink(tx, {
        tokenHash: tokenHash(token),
        userId,
        purpose: 'password-reset',
        expiresAt: new Date(tx.now.getTime() + 3_600_000),
      }),
    );
    later(30);
    const redeemed = await post('/api/v1/redeem-link', { token, password: passwordOf(EMAIL) });
    expect([redeemed.statusCode, redeemed.json().code]).toEqual([401, 'second-step-needed']);
    const done = await secondStep(cookieSet(String(redeemed.headers['set-cookie'])), codeOf(key));
    expect(done.statusCode).toBe(200);
  });

  it('is not got round by a change of the password, which is no proof by itself then', async () => {
    later(30);
    const browser = browserAfter(server.app, await secondStep(await firstStep(EMAIL), codeOf(key)));
    later(601);
    const current = passwordOf(EMAIL);
    const password = 'quatre mots choisis ensemble';
    const changed = await browser.send('POST', '/api/v1/me/password', { current, password });
    const after = browserAfter(server.app, changed);
    expect((await after.send('DELETE', '/api/v1/me/authenticator')).json().code).toBe('fresh-sign-in-needed');
    const alone = await after.send('POST', '/api/v1/me/confirm', { password });
    expect(alone.json().code).toBe('confirmation-failed');
    const both = await after.send('POST', '/api/v1/me/confirm', { password, code: codeOf(key) });
    expect(both.statusCode).toBe(204);
    const back = { current: password, password: current };
    expect((await after.send('POST', '/api/v1/me/password', back)).statusCode).toBe(200);
  });

  it('is turned off, and with it its recovery codes', async () => {
    later(30);
    const done = await secondStep(await firstStep(EMAIL), codeOf(key));
    const browser = browserAfter(server.app, done);
    expect((await browser.send('DELETE', '/api/v1/me/authenticator')).statusCode).toBe(204);
    const again = await server.as(EMAIL);
    expect((await again.get('/api/v1/me/security')).json().authenticator).toBeNull();
  });
});

describe('a passkey', () => {
  const EMAIL = 'yann@contoso.example';
  const passkey = softPasskey();

  async function addPasskey(browser: Browser, made = passkey, origin?: string) {
    const options = await browser.send('POST', '/api/v1/me/passkeys/options');
    const cookie = String(options.headers['set-cookie']).split(';')[0];
    return server.app.inject({
      method: 'POST',
      url: '/api/v1/me/passkeys',
      headers: { cookie: `${browser.cookie}; ${cookie}`, 'x-csrf-token': browser.csrf },
      payload: { name: 'Téléphone de Yann', answer: made.register(options.json(), origin) },
    });
  }

  async function options() {
    const answer = await server.app.inject({ method: 'POST', url: '/api/v1/sign-in/passkey/options' });
    return { asked: answer.json(), cookies: cookieSet(String(answer.headers['set-cookie'])) };
  }

  it('made for another site is not kept', async () => {
    const refused = await addPasskey(await server.as(EMAIL), softPasskey(), 'https://evil.example');
    expect([refused.statusCode, refused.json().code]).toEqual([400, 'passkey-refused']);
  });

  it('signs its owner in without an address and without a password', async () => {
    const browser = await server.as(EMAIL);
    expect((await addPasskey(browser)).statusCode).toBe(204);
    expect((await browser.get('/api/v1/me/security')).json().passkeys).toMatchObject([
      { passkeyId: passkey.id, name: 'Téléphone de Yann', lastUsedAt: null },
    ]);
    const { asked, cookies } = await options();
    const answer = passkey.sign(asked);
    const done = await post('/api/v1/sign-in/passkey', { answer }, cookies);
    expect(done.json()).toMatchObject({ email: EMAIL });
    const replayed = await post('/api/v1/sign-in/passkey', { answer }, cookies);
    expect([replayed.statusCode, replayed.json().code]).toEqual([401, 'passkey-refused']);
  });

  it('is refused with the challenge of another browser, of another site, and when it is unknown', async () => {
    const mine = await options();
    const theirs = await options();
    const code = async (answer: object, cookies: Record<string, string>) =>
      (await post('/api/v1/sign-in/passkey', { answer }, cookies)).json().code;
    expect(await code(passkey.sign(theirs.asked), mine.cookies)).toBe('passkey-refused');
    expect(await code(passkey.sign(theirs.asked), {})).toBe('passkey-refused');
    const next = await options();
    expect(await code(passkey.sign(next.asked, 'https://evil.example'), next.cookies)).toBe(
      'passkey-refused',
    );
    const unknown = await options();
    expect(await code(softPasskey().sign(unknown.asked), unknown.cookies)).toBe('passkey-refused');
  });

  it('whose counter goes back is a copy, and refused', async () => {
    const { asked, cookies } = await options();
    const copied = await post('/api/v1/sign-in/passkey', { answer: passkey.signAsCopy(asked) }, cookies);
    expect([copied.statusCode, copied.json().code]).toEqual([401, 'passkey-refused']);
  });

  it('proves who is at the browser, and somebody else’s does not', async () => {
    const yann = await server.as(EMAIL);
    const zoe = await server.as('zoe@contoso.example');
    later(601);
    const confirmAs = async (browser: Browser) => {
      const begun = await browser.send('POST', '/api/v1/me/confirm/passkey/options');
      const cookie = `${browser.cookie}; ${String(begun.headers['set-cookie']).split(';')[0]}`;
      const answer = await server.app.inject({
        method: 'POST',
        url: '/api/v1/me/confirm/passkey',
        headers: { cookie, 'x-csrf-token': browser.csrf },
        payload: { answer: passkey.sign(begun.json()) },
      });
      return [answer.statusCode, (await browser.get('/api/v1/me/security')).json().fresh];
    };
    expect(await confirmAs(zoe)).toEqual([403, false]);
    expect(await confirmAs(yann)).toEqual([204, true]);
  });

  it('opens nothing once its owner is disabled', async () => {
    const claim = { partnerId: 'contoso' as PartnerId, actor: { kind: 'system', name: 'test' } } as const;
    const { userId } = (await (await server.as(EMAIL)).get('/api/v1/me')).json();
    const become = (status: 'active' | 'disabled') =>
      server.services.database.asTenant(claim, (tx) =>
        tx.sql
          .updateTable('app_user')
          .set({ status })
          .where('partner_id', '=', 'contoso')
          .where('user_id', '=', userId)
          .execute(),
      );
    await become('disabled');
    const { asked, cookies } = await options();
    const refused = await post('/api/v1/sign-in/passkey', { answer: passkey.sign(asked) }, cookies);
    await become('active');
    expect([refused.statusCode, refused.json().code]).toEqual([401, 'passkey-refused']);
  });

  it('is removed by its owner alone', async () => {
    const zoe = await server.as('zoe@contoso.example');
    const url = `/api/v1/me/passkeys/${passkey.id}`;
    expect((await zoe.send('DELETE', url)).statusCode).toBe(404);
    const yann = await server.as(EMAIL);
    expect((await yann.send('DELETE', url)).statusCode).toBe(204);
    const { asked, cookies } = await options();
    const refused = await post('/api/v1/sign-in/passkey', { answer: passkey.sign(asked) }, cookies);
    expect(refused.statusCode).toBe(401);
  });
});

describe('changes of what opens an account', () => {
  const EMAIL = 'zoe@contoso.example';
  const WRITES = [
    ['POST', '/api/v1/me/authenticator'],
    ['POST', '/api/v1/me/authenticator/recovery-codes'],
    ['DELETE', '/api/v1/me/authenticator'],
    ['POST', '/api/v1/me/passkeys/options'],
    ['DELETE', '/api/v1/me/passkeys/x'],
    ['DELETE', '/api/v1/me/work-accounts/00000000-0000-4000-8000-000000000000'],
  ] as const;

  async function stale(): Promise<Browser> {
    const browser = await server.as(EMAIL);
    later(601);
    return browser;
  }

  it('ask for a proof once the sign-in is older than ten minutes', async () => {
    const browser = await stale();
    for (const [method, url] of WRITES) {
      const answer = await browser.send(method, url);
      expect([url, answer.statusCode, answer.json().code]).toEqual([url, 403, 'fresh-sign-in-needed']);
    }
    const linking = await browser.send('POST', '/api/v1/me/work-accounts', { provider: 'work' });
    expect(linking.json().code).toBe('fresh-sign-in-needed');
    expect((await browser.get('/api/v1/me/security')).json().fresh).toBe(false);
  });

  it('are allowed after the password, for ten minutes', async () => {
    const browser = await stale();
    const wrong = await browser.send('POST', '/api/v1/me/confirm', { password: 'wrong' });
    expect([wrong.statusCode, wrong.json().code]).toEqual([403, 'confirmation-failed']);
    const right = await browser.send('POST', '/api/v1/me/confirm', { password: passwordOf(EMAIL) });
    expect(right.statusCode).toBe(204);
    expect((await browser.send('POST', '/api/v1/me/passkeys/options')).statusCode).toBe(200);
    later(601);
    expect((await browser.send('POST', '/api/v1/me/passkeys/options')).statusCode).toBe(403);
  });

  async function round(browser: Browser, url: string, choice: Choice, other = browser) {
    const begun = await browser.send('POST', url, { provider: 'work', returnTo: '/profile/security' });
    const path = await walkProvider(begun.json().address, choice);
    const cookie = `${other.cookie}; ${String(begun.headers['set-cookie']).split(';')[0]}`;
    return String((await server.app.inject({ url: path, headers: { cookie } })).headers.location);
  }

  it('are allowed after the own work account was shown, and not somebody else’s', async () => {
    const browser = await stale();
    const confirm = '/api/v1/me/confirm/work-account';
    const claire = { person: provider.objectId('claire@contoso.example') };
    expect(await round(browser, confirm, claire)).toContain('problem=other-account');
    expect((await browser.get('/api/v1/me/security')).json().fresh).toBe(false);
    expect(await round(browser, confirm, { person: provider.objectId(EMAIL) })).toBe('/profile/security');
    expect((await browser.get('/api/v1/me/security')).json().fresh).toBe(true);
  });

  it('are the affair of whoever began: a work account begun by one is not linked to another', async () => {
    const zoe = await server.as(EMAIL);
    const yann = await server.as('yann@contoso.example');
    const account = { email: 'second.account@contoso.example', name: 'Zoé Bis' };
    const url = '/api/v1/me/work-accounts';
    expect(await round(zoe, url, account, yann)).toContain('problem=other-session');
    expect(await round(zoe, url, account)).toBe('/profile/security');
    const linked = (await zoe.get('/api/v1/me/security')).json().workAccounts;
    expect(linked.map(({ name }: { name: string }) => name)).toContain('second.account@contoso.example');
    expect(await round(yann, url, account)).toContain('problem=account-taken');
    expect(await round(yann, url, { email: 'yann@gmail.com' })).toContain('problem=personal-account');
    expect(await round(yann, url, { email: 'yann@fabrikam.example' })).toContain('problem=other-directory');
  });

  it('never take the last way in', async () => {
    const zoe = await server.as(EMAIL);
    const claim = { partnerId: 'contoso' as PartnerId, actor: { kind: 'system', name: 'test' } } as const;
    const { userId } = (await zoe.get('/api/v1/me')).json();
    await server.services.database.asTenant(claim, (tx) =>
      tx.sql
        .deleteFrom('credential')
        .where('partner_id', '=', 'contoso')
        .where('user_id', '=', userId)
        .execute(),
    );
    const accounts = (await zoe.get('/api/v1/me/security')).json().workAccounts;
    const answers = [];
    for (const { identityId } of accounts) {
      answers.push((await zoe.send('DELETE', `/api/v1/me/work-accounts/${identityId}`)).statusCode);
    }
    expect(answers).toEqual([204, 409]);
  });
});

describe('whoever owns an account', () => {
  const subjectsTo = async (email: string) =>
    (await server.mails('contoso')).filter(({ kind, to }) => kind === 'sign-in-changed' && to === email);

  it('is told of every way to sign in that came or went, in his or her language', async () => {
    const toClaire = await subjectsTo('claire@contoso.example');
    expect(toClaire.map(({ subject }) => subject)).toEqual([
      'L’application d’authentification est activée',
      ...Array(3).fill('Votre mot de passe a été changé'),
      'L’application d’authentification est désactivée',
    ]);
    expect(toClaire[0]!.text).toContain('http://localhost:3000/profile/security');
    expect((await subjectsTo('yann@contoso.example')).map(({ subject }) => subject)).toEqual([
      'Une clé d’accès a été ajoutée à votre compte',
      'Une clé d’accès de votre compte a été supprimée',
    ]);
  });

  it('is not told of what was refused', async () => {
    const before = (await subjectsTo('yann@contoso.example')).length;
    const yann = await server.as('yann@contoso.example');
    later(601);
    expect((await yann.send('DELETE', '/api/v1/me/passkeys/x')).statusCode).toBe(403);
    expect(await subjectsTo('yann@contoso.example')).toHaveLength(before);
  });
});
