import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import type { OidcClient } from '../../src/features/shared/oidc/oidc-client.ts';
import type { RoundOrder } from '../../src/features/shared/oidc/oidc-desk.ts';
import {
  type LocalIdentityProvider,
  startIdentityProvider,
} from '../../src/identity-provider/start-identity-provider.ts';
import type { PartnerId } from '../../src/store/partner-id.ts';
import { type DemoServer, demoServer } from '../support/demo-server.ts';
import { ENTRA, entraFetch, entraIssuerOf } from '../support/entra-fetch.ts';
import { type HostileIssuer, hostileIssuer } from '../support/hostile-issuer.ts';
import { type Choice, cookieSet, walkProvider } from '../support/provider-walk.ts';

const CLAIRE = {
  directoryTenant: '11111111-0000-4000-8000-000000000000',
  objectId: '22222222-0000-4000-8000-000000000000',
  accountName: 'claire@contoso.example',
  firstName: 'Claire',
  lastName: 'Exemple',
  company: 'Contoso Conseil',
};
const MCID = { accountId: '9900101', email: 'claire@mail.example', name: 'Claire Exemple', provider: 'MCID' };
const ENTRA_CLIENT = { key: 'work', name: 'Entra ID', clientId: 'jalon', clientSecret: null };
const WORK_CALLBACK = '/oidc/callback/work';

let server: DemoServer;
let provider: LocalIdentityProvider;
let hostile: HostileIssuer;
let work: OidcClient;
let learning: OidcClient;
let lying: OidcClient;

beforeAll(async () => {
  server = await demoServer();
  provider = await startIdentityProvider({
    port: 0,
    callbacks: 'http://localhost:3000/oidc/callback/',
    people: () => ({ work: [CLAIRE], learning: [MCID] }),
  });
  hostile = await hostileIssuer();
  work = { key: 'work', name: 'Work account', ...provider.work };
  learning = { key: 'learning', name: 'Learning account', ...provider.learning };
  // Where a test speaks of a provider that lies, it stands in the place of the learning provider.
  lying = { key: 'learning', name: 'Lies', issuer: hostile.issuer, clientId: 'jalon', clientSecret: null };
  server.services.oidc.use({ work, learning });
});
afterEach(() => {
  hostile.lie(null);
  server.services.oidc.use({ work, learning });
});
afterAll(async () => {
  await provider.close();
  await hostile.close();
  await server.close();
});

const DESK = () => server.services.oidc;

async function begin(order: Partial<RoundOrder> = {}) {
  const begun = await DESK().begin({
    client: work,
    purpose: 'sign-in',
    callbackPath: WORK_CALLBACK,
    begunBy: null,
    details: { returnTo: '/competencies' },
    ...order,
  });
  if (begun.kind !== 'begun') throw new Error(begun.kind);
  return begun;
}

async function roundOf(choice: Choice, order: Partial<RoundOrder> = {}) {
  const begun = await begin(order);
  const url = await walkProvider(begun.address, choice);
  return { url, cookies: cookieSet(begun.cookie), sessionToken: order.begunBy?.sessionToken ?? null };
}

const reasonOf = async (answer: Parameters<ReturnType<typeof DESK>['finish']>[0]) => {
  const finished = await DESK().finish(answer);
  return finished.kind === 'refused' ? finished.reason : finished.kind;
};

describe('a round with the work accounts', () => {
  it('asks for a code with PKCE, state and nonce', async () => {
    const { address, cookie } = await begin({ prompt: 'select_account' });
    const query = Object.fromEntries(new URL(address).searchParams);
    expect(query).toMatchObject({
      response_type: 'code',
      code_challenge_method: 'S256',
      code_challenge: expect.stringMatching(/^[\w-]{43}$/),
      state: expect.stringMatching(/^[\w-]{43}$/),
      nonce: expect.stringMatching(/^[\w-]{20,}$/),
      prompt: 'select_account',
      redirect_uri: 'http://localhost:3000/oidc/callback/work',
    });
    expect(cookie).toMatch(
      /^jalon-round-[0-9a-f]{16}=[\w-]{43}; Path=\/; HttpOnly; SameSite=Lax; Max-Age=600$/,
    );
  });

  it('tells who it is by directory and object id, and hands back what it was begun with', async () => {
    const finished = await DESK().finish(await roundOf({ person: CLAIRE.objectId }));
    expect(finished).toMatchObject({
      kind: 'finished',
      round: { purpose: 'sign-in', userId: null, clientKey: 'work', details: { returnTo: '/competencies' } },
      identity: {
        issuer: provider.work.issuer,
        subject: `${CLAIRE.directoryTenant}/${CLAIRE.objectId}`,
        directoryTenant: CLAIRE.directoryTenant,
        accountName: 'claire@contoso.example',
        givenName: 'Claire',
      },
    });
  });

  it('of somebody who turns back says so', async () => {
    expect(await reasonOf(await roundOf({ cancel: true }))).toBe('cancelled');
  });
});

describe('a round with the learning accounts', () => {
  const order = () => ({
    client: learning,
    purpose: 'associate' as const,
    callbackPath: '/oidc/callback/learning',
    prompt: 'select_account' as const,
  });

  it('tells the account id and the e-mail', async () => {
    const finished = await DESK().finish(await roundOf({ person: '9900101' }, order()));
    expect(finished).toMatchObject({
      kind: 'finished',
      identity: {
        subject: '9900101',
        email: 'claire@mail.example',
        emailVerified: true,
        directoryTenant: null,
      },
    });
  });

  it('says when an address has not been verified', async () => {
    const typed = { email: 'x@mail.example', accountId: '77', unverified: true } as const;
    const finished = await DESK().finish(await roundOf(typed, order()));
    expect(finished).toMatchObject({ identity: { subject: '77', emailVerified: false } });
  });
});

describe('a round is refused', () => {
  it('with a state that was invented', async () => {
    const { url, cookies, sessionToken } = await roundOf({ person: CLAIRE.objectId });
    const forged = url.replace(/state=[^&]+/, 'state=forged');
    expect(await reasonOf({ url: forged, cookies, sessionToken })).toBe('unknown-round');
    expect(await reasonOf({ url: WORK_CALLBACK, cookies, sessionToken })).toBe('unknown-round');
  });

  it('in a browser that did not begin it, which leaves it to the one that did', async () => {
    const mine = await roundOf({ person: CLAIRE.objectId });
    const theirs = await begin();
    expect(await reasonOf({ ...mine, cookies: {} })).toBe('other-browser');
    expect(await reasonOf({ ...mine, cookies: cookieSet(theirs.cookie) })).toBe('other-browser');
    expect(await reasonOf(mine)).toBe('finished');
  });

  it('a second time, with the same code', async () => {
    const mine = await roundOf({ person: CLAIRE.objectId });
    const both = await Promise.all([reasonOf(mine), reasonOf(mine)]);
    expect([...both].sort()).toEqual(['finished', 'round-over']);
    expect(await reasonOf(mine)).toBe('round-over');
  });

  it('with the code of another round', async () => {
    const first = await roundOf({ person: CLAIRE.objectId });
    const second = await roundOf({ person: CLAIRE.objectId });
    const stolen = new URL(first.url, 'http://x').searchParams.get('code')!;
    const url = second.url.replace(/code=[^&]+/, `code=${stolen}`);
    expect(await reasonOf({ ...second, url })).toBe('provider-refused');
  });

  it('after ten minutes', async () => {
    const mine = await roundOf({ person: CLAIRE.objectId });
    const before = server.clock.now;
    server.clock.now = new Date(before.getTime() + 10 * 60_000 + 1);
    expect(await reasonOf(mine)).toBe('round-over');
    server.clock.now = before;
  });

  it('when another person is signed in than began it', async () => {
    const me = (await (await server.as('claire@contoso.example')).get('/api/v1/me')).json();
    const partnerId = 'contoso' as PartnerId;
    const begunBy = { partnerId, userId: me.userId, sessionToken: 'session of Claire' };
    const mine = await roundOf({ person: CLAIRE.objectId }, { begunBy, purpose: 'associate' });
    expect(await reasonOf({ ...mine, sessionToken: 'session of Yann' })).toBe('other-session');
    expect(await reasonOf({ ...mine, sessionToken: null })).toBe('other-session');
    const finished = await DESK().finish(mine);
    expect(finished).toMatchObject({ kind: 'finished', round: { partnerId: 'contoso', userId: me.userId } });
  });

  it('when the answer comes to the address of another provider, or names another issuer (mix-up)', async () => {
    const astray = await roundOf({ person: CLAIRE.objectId });
    const url = astray.url.replace(WORK_CALLBACK, '/oidc/callback/learning');
    expect(await reasonOf({ ...astray, url })).toBe('answer-not-valid');
    const mixed = await roundOf({ person: CLAIRE.objectId });
    const issuer = encodeURIComponent(provider.learning.issuer);
    expect(await reasonOf({ ...mixed, url: mixed.url.replace(/iss=[^&]+/, `iss=${issuer}`) })).toBe(
      'answer-not-valid',
    );
  });

  it('when the answer leaves out the issuer that its provider always names', async () => {
    const mine = await roundOf({ person: CLAIRE.objectId });
    expect(mine.url).toMatch(/[?&]iss=/);
    expect(await reasonOf({ ...mine, url: mine.url.replace(/&iss=[^&]+/, '') })).toBe('answer-not-valid');
  });

  it('when its code was never given out', async () => {
    const mine = await roundOf({ person: CLAIRE.objectId });
    const url = mine.url.replace(/code=[^&]+/, 'code=invented');
    expect(await reasonOf({ ...mine, url })).toBe('provider-refused');
  });

  it('when the provider has been replaced in between', async () => {
    const mine = await roundOf({ person: CLAIRE.objectId });
    server.services.oidc.use({ work: { ...lying, key: 'work' }, learning });
    expect(await reasonOf(mine)).toBe('provider-refused');
  });

  it('when the provider does not answer', async () => {
    const away = { ...work, issuer: 'http://localhost:1/work' };
    const order = { client: away, purpose: 'sign-in', callbackPath: WORK_CALLBACK, begunBy: null } as const;
    expect(await DESK().begin(order)).toEqual({ kind: 'provider-unreachable' });
  });

  it('when the provider names itself differently than it is known here', async () => {
    hostile.lie({ announcedIssuer: 'https://login.example' });
    const order = {
      client: { ...lying, clientId: 'fresh' },
      purpose: 'sign-in',
      callbackPath: '/x',
      begunBy: null,
    } as const;
    expect(await DESK().begin(order)).toEqual({ kind: 'provider-unreachable' });
  });
});

describe('a company’s own provider', () => {
  it.each([
    ['token_endpoint', 'https://10.0.0.8/token'],
    ['token_endpoint', 'https://metadata.internal/token'],
    ['jwks_uri', 'https://[fd00::1]/keys'],
    ['authorization_endpoint', 'javascript:alert(1)'],
  ])('is not used when its %s is %s', async (endpoint, address) => {
    hostile.lie({ announced: { [endpoint]: address } });
    const key = '5b1f0a52-0000-4000-8000-000000000000';
    const client = { ...lying, key, clientId: `${endpoint} ${address}` };
    const order = { client, purpose: 'sign-in', callbackPath: '/x', begunBy: null } as const;
    expect(await DESK().begin(order)).toEqual({ kind: 'provider-unreachable' });
  });
});

describe('a token of a provider that lies', () => {
  /** Sends the browser back as the provider would; its code stands for the nonce. */
  async function answered(nonce?: string) {
    server.services.oidc.use({ work, learning: lying });
    const begun = await begin({ client: lying, callbackPath: '/oidc/callback/learning' });
    const query = new URL(begun.address).searchParams;
    const answer = new URLSearchParams({
      code: nonce ?? query.get('nonce')!,
      state: query.get('state')!,
      iss: hostile.issuer,
    });
    const url = `/oidc/callback/learning?${answer}`;
    return reasonOf({ url, cookies: cookieSet(begun.cookie), sessionToken: null });
  }

  it('is taken while it tells the truth', async () => {
    expect(await answered()).toBe('finished');
  });

  const past = Math.floor(Date.now() / 1000) - 3_600;
  it.each([
    ['names another audience', { claims: { aud: 'somebody-else' } }],
    ['was made for another client and only passed on', { claims: { aud: ['jalon', 'else'], azp: 'else' } }],
    ['has expired', { claims: { exp: past, iat: past - 300 } }],
    ['never expires', { claims: { exp: undefined } }],
    ['is not valid yet', { claims: { nbf: past + 7_200 } }],
    ['answers no question', { claims: { nonce: undefined } }],
    ['names another issuer', { claims: { iss: 'https://login.example' } }],
    ['is signed with a foreign key', { foreignKey: true }],
    ['is signed with the public key as a secret', { keyAsSecret: true }],
    ['is not signed', { unsigned: true }],
    ['names nobody', { claims: { sub: undefined } }],
  ] as const)('is refused when it %s', async (_what, lie) => {
    hostile.lie(lie);
    expect(await answered()).toBe('answer-not-valid');
  });

  it('is refused with the nonce of another round', async () => {
    expect(await answered('a-nonce-from-elsewhere')).toBe('answer-not-valid');
  });
});

describe('Entra ID for accounts of every directory', () => {
  const PARIS = '11111111-0000-4000-8000-000000000001';
  const entra: OidcClient = { ...ENTRA_CLIENT, issuer: ENTRA };
  beforeAll(() => {
    vi.stubGlobal('fetch', entraFetch(hostile));
  });
  afterAll(() => {
    vi.unstubAllGlobals();
  });

  /** Entra ID does not name itself in its answers: the address they come to is its own instead. */
  async function answered(claims: Record<string, unknown>) {
    server.services.oidc.use({ work: entra, learning });
    hostile.lie({ claims });
    const begun = await begin({ client: entra });
    const query = new URL(begun.address).searchParams;
    const answer = new URLSearchParams({ code: query.get('nonce')!, state: query.get('state')! });
    const cookies = cookieSet(begun.cookie);
    return DESK().finish({ url: `${WORK_CALLBACK}?${answer}`, cookies, sessionToken: null });
  }

  it('names each directory as the issuer of its tokens', async () => {
    const claims = { iss: entraIssuerOf(PARIS), tid: PARIS, oid: 'o-1', sub: 'pairwise' };
    expect(await answered(claims)).toMatchObject({
      kind: 'finished',
      identity: { issuer: entraIssuerOf(PARIS), subject: `${PARIS}/o-1`, directoryTenant: PARIS },
    });
  });

  it('does not speak for a directory in the name of another', async () => {
    const claims = { iss: entraIssuerOf(PARIS), tid: '99999999-0000-4000-8000-000000000009', oid: 'o-1' };
    expect(await answered(claims)).toMatchObject({ kind: 'refused', reason: 'answer-not-valid' });
  });
});
