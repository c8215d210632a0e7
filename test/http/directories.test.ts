import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { PartnerId } from '../../src/store/partner-id.ts';
import { createPartner } from '../../src/store/partners-store.ts';
import { type DemoServer, demoServer } from '../support/demo-server.ts';
import { type HostileIssuer, hostileIssuer } from '../support/hostile-issuer.ts';
import { newInvitation } from '../support/invitation.ts';
import { cookieSet } from '../support/provider-walk.ts';

/** The provider of the installation says of an account whatever a test has it say. */
let server: DemoServer;
let provider: HostileIssuer;
beforeAll(async () => {
  server = await demoServer();
  provider = await hostileIssuer();
  const client = { clientId: 'jalon', clientSecret: null, issuer: provider.issuer };
  server.services.oidc.use({ work: { key: 'work', name: 'Entra ID', ...client }, learning: null });
  const actor = { kind: 'system', name: 'test' } as const;
  await server.services.database.asNetwork({ actor }, (tx) =>
    createPartner(tx, { partnerId: 'tailspin' as PartnerId, name: 'Tailspin' }),
  );
  await give('contoso', { name: 'Paris', directoryTenant: PARIS, justInTime: true });
  await give('contoso', { name: 'Lyon', directoryTenant: LYON });
});
afterEach(() => provider.lie(null));
afterAll(async () => {
  await provider.close();
  await server.close();
});

const PARIS = '11111111-0000-4000-8000-000000000001';
const LYON = '11111111-0000-4000-8000-000000000002';
const NOBODYS = '11111111-0000-4000-8000-000000000009';

async function give(partnerId: string, directory: object): Promise<void> {
  const operator = await server.as('programme-operator@contoso.example');
  const url = `/api/v1/partners/${partnerId}/identity-providers`;
  expect((await operator.send('POST', url, directory)).statusCode).toBe(201);
}

type Account = Readonly<Record<string, unknown>> & { readonly tid: string; readonly oid: string };

/** Sends the browser to the provider and back, with what the provider says: where it arrives, and who it is then. */
async function signIn(account: Account, body: object = {}, cookies: Record<string, string> = {}) {
  provider.lie({ claims: { sub: `pairwise of ${account.oid}`, ...account } });
  const payload = { provider: 'work', ...body };
  const begun = await server.app.inject({ method: 'POST', url: '/api/v1/sign-in/work-account', payload });
  return comeBack(begun.json().address, { ...cookies, ...cookieSet(String(begun.headers['set-cookie'])) });
}

async function comeBack(address: string, cookies: Record<string, string>) {
  const query = new URL(address).searchParams;
  const answer = new URLSearchParams({
    code: query.get('nonce')!,
    state: query.get('state')!,
    iss: provider.issuer,
  });
  const back = await server.app.inject({ url: `/oidc/callback/work?${answer}`, cookies });
  const problem = /[?&]problem=([^&]+)/.exec(String(back.headers.location))?.[1] ?? null;
  const set = [back.headers['set-cookie'] ?? []].flat().map(String);
  const session = cookieSet(set.find((one) => one.startsWith('jalon=')) ?? 'jalon=');
  const me = (await server.app.inject({ url: '/api/v1/me', cookies: session })).json();
  return { problem, session, partner: me.partner?.id, email: me.email, userId: me.userId };
}

const person = (tid: string, oid: string, email: string): Account => ({
  ...{ tid, oid, preferred_username: email, given_name: 'Paul', family_name: 'Exemple' },
});

let justInTime = 0;

describe('a company with several directories', () => {
  it('has new users at once from the one for which it wants that, and from no other', async () => {
    const paris = await signIn(person(PARIS, 'o-1', 'paul@contoso.example'));
    expect(paris).toMatchObject({ problem: null, partner: 'contoso', email: 'paul@contoso.example' });
    expect(await signIn(person(LYON, 'o-2', 'lea@contoso.example'))).toMatchObject({
      problem: 'not-invited',
    });
    expect(await signIn(person(NOBODYS, 'o-3', 'eve@contoso.example'))).toMatchObject({
      problem: 'not-invited',
    });
  });

  it.each([
    [{ given_name: ' Anne\u202e\n Marie ', family_name: 'x'.repeat(250) }, 'Anne Marie', 'x'.repeat(200)],
    [{ given_name: '\u0007', family_name: '—', name: 'Jean  de La\tTour' }, 'Jean', 'de La Tour'],
    [{ given_name: undefined, family_name: undefined, name: '\u2028' }, 'just3', ''],
  ])('has their names as a form would take them: %j', async (names, firstName, lastName) => {
    justInTime += 1;
    const email = `just${justInTime}@contoso.example`;
    const { userId } = await signIn({ ...person(PARIS, `just-${justInTime}`, email), ...names });
    const admin = await server.as('global-admin@contoso.example');
    const user = (await admin.get(`/api/v1/partners/contoso/users/${userId}`)).json();
    expect([user.firstName, user.lastName]).toEqual([firstName, lastName]);
  });

  it('signs in the invited of each of them, and nobody of a third', async () => {
    const { token, email } = await newInvitation(server, 'contoso');
    const account = person(LYON, 'o-10', email);
    expect(await signIn(person(NOBODYS, 'o-10', email), { link: token })).toMatchObject({
      problem: 'other-directory',
    });
    expect(await signIn(account, { link: token })).toMatchObject({ problem: null, email });
    expect(await signIn(account)).toMatchObject({ problem: null, email });
  });
});

describe('an account in a directory', () => {
  it('is known by directory and object id, whatever subject and address it has today', async () => {
    const first = await signIn(person(PARIS, 'o-20', 'anne.martin@contoso.example'));
    const married = await signIn({
      ...person(PARIS, 'o-20', 'anne.durand@contoso.example'),
      sub: 'another application',
    });
    expect([married.problem, married.userId]).toEqual([null, first.userId]);
    expect(married.email).toBe('anne.martin@contoso.example');
  });

  it('is not the account with the same object id in another directory', async () => {
    await signIn(person(PARIS, 'o-21', 'marc@contoso.example'));
    expect(await signIn(person(LYON, 'o-21', 'marc@contoso.example'))).toMatchObject({
      problem: 'not-invited',
    });
  });

  it('does not inherit from the one that had its address before', async () => {
    await signIn(person(PARIS, 'o-22', 'accueil@contoso.example'));
    expect(await signIn(person(PARIS, 'o-23', 'accueil@contoso.example'))).toMatchObject({
      problem: 'email-taken',
    });
  });

  it('that is a guest there waits for an invitation, and a personal one is refused', async () => {
    const home = 'https://sts.windows.net/22222222-0000-4000-8000-000000000000/';
    const guest = { ...person(PARIS, 'o-30', 'gus@fabrikam.example'), idp: home };
    expect(await signIn(guest)).toMatchObject({ problem: 'not-invited' });
    expect(await signIn({ ...person(PARIS, 'o-31', 'gil@else.example'), acct: 1 })).toMatchObject({
      problem: 'not-invited',
    });
    expect(await signIn({ ...person(PARIS, 'o-32', 'pia@home.example'), idp: 'live.com' })).toMatchObject({
      problem: 'personal-account',
    });
    const { token, email } = await newInvitation(server, 'contoso');
    expect(await signIn(guest, { link: token })).toMatchObject({ problem: null, email });
  });

  it('of one company is not linked to a user of another, even one that has named no directory', async () => {
    const lured = await newInvitation(server, 'tailspin');
    expect(await signIn(person(LYON, 'o-40', 'tom@contoso.example'), { link: lured.token })).toMatchObject({
      problem: 'other-directory',
    });
    expect(await signIn(person(NOBODYS, 'o-41', lured.email), { link: lured.token })).toMatchObject({
      problem: null,
      partner: 'tailspin',
    });
  });
});

describe('a sign-in that the provider only remembers', () => {
  const earlier = (minutes: number) => ({
    auth_time: Math.floor(server.clock.now.getTime() / 1000) - minutes * 60,
  });
  const fresh = async (cookies: Record<string, string>) =>
    (await server.app.inject({ url: '/api/v1/me/security', cookies })).json().fresh;

  it('is no proof of who is at the browser now', async () => {
    const account = person(PARIS, 'o-50', 'remy@contoso.example');
    expect(await fresh((await signIn({ ...account, ...earlier(0) })).session)).toBe(true);
    expect(await fresh((await signIn({ ...account, ...earlier(9) })).session)).toBe(true);
    expect(await fresh((await signIn({ ...account, ...earlier(11) })).session)).toBe(false);
  });

  it('does not confirm either, also when somebody has taken the request for a new one out of the address', async () => {
    const account = person(PARIS, 'o-51', 'rose@contoso.example');
    const { session } = await signIn({ ...account, ...earlier(60) });
    const csrf = (await server.app.inject({ url: '/api/v1/me', cookies: session })).json().csrfToken;
    const confirm = async () => {
      const begun = await server.app.inject({
        method: 'POST',
        url: '/api/v1/me/confirm/work-account',
        cookies: session,
        headers: { 'x-csrf-token': csrf },
        payload: { provider: 'work', returnTo: '/profile/security' },
      });
      const { searchParams } = new URL(begun.json().address);
      expect([searchParams.get('prompt'), searchParams.get('max_age')]).toEqual(['login', '0']);
      const cookies = { ...session, ...cookieSet(String(begun.headers['set-cookie'])) };
      return (await comeBack(begun.json().address, cookies)).problem;
    };
    expect(await confirm()).toBe('not-fresh');
    expect(await fresh(session)).toBe(false);
    provider.lie({ claims: { sub: 'pairwise of o-51', ...account, ...earlier(0) } });
    expect(await confirm()).toBeNull();
    expect(await fresh(session)).toBe(true);
  });
});
