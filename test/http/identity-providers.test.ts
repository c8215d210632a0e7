import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { issuerIsAllowed } from '../../src/features/identity-providers/allowed-issuer.ts';
import { type DemoServer, demoServer } from '../support/demo-server.ts';
import { newInvitation } from '../support/invitation.ts';
import { type DemoProvider, localProviderOf } from '../support/local-provider.ts';
import { type Choice, cookieSet, walkProvider } from '../support/provider-walk.ts';

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

const PATH = '/api/v1/partners/contoso/identity-providers';
const ADMIN = 'global-admin@contoso.example';

async function signIn(order: { readonly provider: string; readonly link?: string }, choice: Choice) {
  const begun = await server.app.inject({
    method: 'POST',
    url: '/api/v1/sign-in/work-account',
    payload: order,
  });
  const url = await walkProvider(begun.json().address, choice);
  const answer = await server.app.inject({
    url,
    cookies: cookieSet(String(begun.headers['set-cookie'])),
    headers: { 'accept-language': 'en-GB' },
  });
  const session = [answer.headers['set-cookie'] ?? []]
    .flat()
    .map(String)
    .find((cookie) => cookie.startsWith('jalon='));
  const me = await server.app.inject({
    url: '/api/v1/me',
    headers: { cookie: session?.split(';')[0] ?? '' },
  });
  const { email, locale } = me.json();
  return { to: String(answer.headers.location), email, locale };
}

/** The learning accounts of the local provider stand in for a provider of Contoso's own. */
const own = () => ({
  name: 'Contoso SSO',
  issuer: provider.learning.issuer,
  clientId: provider.learning.clientId,
  clientSecret: provider.learning.clientSecret,
  emailDomains: ['contoso.example'],
});

describe('a provider of a company’s own', () => {
  it('is added by a global admin, who never sees its secret again, and is offered to people of its domains', async () => {
    const admin = await server.as(ADMIN);
    const added = await admin.send('POST', PATH, own());
    expect(added.statusCode).toBe(201);
    const { providerId, redirectAddress } = added.json();
    expect(redirectAddress).toBe(`http://localhost:3000/oidc/callback/${providerId}`);
    const list = await admin.get(PATH);
    expect(list.body).not.toContain(provider.learning.clientSecret);
    expect(list.json().value.map(({ name }: { name: string }) => name)).toContain('Contoso SSO');
    const offered = async (email: string) =>
      (await server.app.inject({ url: `/api/v1/sign-in/providers?email=${email}` })).json().value.length;
    expect([await offered('x@contoso.example'), await offered('x@fabrikam.example')]).toEqual([2, 1]);
  });

  it('is not offered to people of a domain that is another company’s', async () => {
    const operator = await server.as('programme-operator@contoso.example');
    const lure = { ...own(), name: 'Lure', emailDomains: ['contoso.example', 'new.example'] };
    const url = '/api/v1/partners/fabrikam/identity-providers';
    const made = await operator.send('POST', url, lure);
    expect(made.statusCode).toBe(201);
    const names = async (email: string) =>
      (await server.app.inject({ url: `/api/v1/sign-in/providers?email=${email}` }))
        .json()
        .value.map(({ name }: { name: string }) => name);
    expect(await names('x@contoso.example')).toEqual(['Work account', 'Contoso SSO']);
    expect(await names('x@new.example')).toEqual(['Work account', 'Lure']);
    await operator.send('DELETE', `${url}/${made.json().providerId}`);
  });

  it('signs in invited people of its company and of no other', async () => {
    const admin = await server.as(ADMIN);
    const { providerId } = (await admin.get(PATH))
      .json()
      .value.find(({ issuer }: { issuer: string | null }) => issuer !== null);
    const stranger = await newInvitation(server, 'fabrikam');
    const account = { email: 'ivan@contoso.example', accountId: 'sso-1' };
    expect((await signIn({ provider: providerId, link: stranger.token }, account)).to).toContain(
      'other-directory',
    );
    const invited = await newInvitation(server, 'contoso');
    expect((await signIn({ provider: providerId, link: invited.token }, account)).email).toBe(invited.email);
    expect((await signIn({ provider: providerId }, account)).email).toBe(invited.email);
  });

  it('makes a user at once only when the company wants it and the address is verified', async () => {
    const admin = await server.as(ADMIN);
    const { providerId } = (await admin.get(PATH))
      .json()
      .value.find(({ issuer }: { issuer: string | null }) => issuer !== null);
    const known = { email: 'jade@contoso.example', accountId: 'sso-2', name: 'Jade Juste' };
    expect((await signIn({ provider: providerId }, known)).to).toContain('not-invited');
    const changed = await admin.send('PATCH', `${PATH}/${providerId}`, { justInTime: true });
    expect(changed.json()).toMatchObject({ justInTime: true });
    const unverified = { ...known, accountId: 'sso-3', unverified: true } as const;
    expect((await signIn({ provider: providerId }, unverified)).to).toContain('email-not-verified');
    const elsewhere = { email: 'jade@fabrikam.example', accountId: 'sso-4' };
    expect((await signIn({ provider: providerId }, elsewhere)).to).toContain('not-invited');
    // The provider tells no language, so the browser does, and not the company, which is French.
    expect(await signIn({ provider: providerId }, known)).toMatchObject({
      email: 'jade@contoso.example',
      locale: 'en',
    });
  });

  it('signs nobody in once it is taken away', async () => {
    const admin = await server.as(ADMIN);
    const { providerId } = (await admin.get(PATH))
      .json()
      .value.find(({ issuer }: { issuer: string | null }) => issuer !== null);
    expect((await admin.send('DELETE', `${PATH}/${providerId}`)).statusCode).toBe(204);
    const begun = await server.app.inject({
      method: 'POST',
      url: '/api/v1/sign-in/work-account',
      payload: { provider: providerId },
    });
    expect(begun.json().code).toBe('unknown-provider');
  });

  it.each([
    'http://login.example.org',
    'https://127.0.0.1',
    'https://[::1]/x',
    'https://10.0.0.8/idp',
    'https://intranet',
    'https://idp.internal',
    'https://user:secret@login.example.org',
  ])('is not asked for at %s', (issuer) => {
    expect(issuerIsAllowed(issuer, false)).toBe(false);
  });

  it('that serves every directory is added with the directory that is meant', async () => {
    const admin = await server.as(ADMIN);
    const everybodys = {
      name: 'Entra ID',
      issuer: 'https://login.microsoftonline.com/organizations/v2.0',
      clientId: 'x',
    };
    const refused = await admin.send('POST', PATH, everybodys);
    expect([refused.statusCode, refused.json().code]).toEqual([400, 'directory-needed']);
    const directoryTenant = '66666666-0000-4000-8000-000000000000';
    const added = await admin.send('POST', PATH, { ...everybodys, directoryTenant });
    expect(added.statusCode).toBe(201);
    await admin.send('DELETE', `${PATH}/${added.json().providerId}`);
  });

  it('is asked for at a name of the public internet', () => {
    expect(issuerIsAllowed('https://login.microsoftonline.com/tenant/v2.0', false)).toBe(true);
  });
});

describe('a directory at the provider of the installation', () => {
  const directory = { name: 'Filiale', directoryTenant: '77777777-0000-4000-8000-000000000000' };

  it('is given to a company by an operator alone, and to one company alone', async () => {
    const admin = await server.as(ADMIN);
    expect((await admin.send('POST', PATH, directory)).json().code).toBe('role-needed');
    const operator = await server.as('programme-operator@contoso.example');
    expect((await operator.send('POST', PATH, directory)).statusCode).toBe(201);
    const twice = await operator.send('POST', '/api/v1/partners/fabrikam/identity-providers', directory);
    expect([twice.statusCode, twice.json().code]).toEqual([409, 'directory-taken']);
  });
});

describe('a work account that the administrator knows by its id', () => {
  it('signs its user in without an invitation', async () => {
    const admin = await server.as(ADMIN);
    const { userId, email } = await newInvitation(server, 'contoso');
    const account = provider.directory.work.find(({ partnerId }) => partnerId === 'contoso')!;
    const newcomer = {
      ...account,
      objectId: '88888888-0000-4000-8000-000000000000',
      accountName: 'n@contoso.example',
    };
    (provider.directory.work as (typeof account)[]).push(newcomer);
    const tenant = (await admin.get(PATH))
      .json()
      .value.find(
        (one: { directoryTenant: string | null }) => one.directoryTenant === account.directoryTenant,
      );
    const order = { providerId: tenant.providerId, externalId: newcomer.objectId };
    const url = `/api/v1/partners/contoso/users/${userId}/work-accounts`;
    expect((await admin.send('POST', url, order)).statusCode).toBe(204);
    expect((await signIn({ provider: 'work' }, { person: newcomer.objectId })).email).toBe(email);
    const told = (await server.mails('contoso')).filter(({ to }) => to === email).map(({ kind }) => kind);
    expect(told).toContain('sign-in-changed');
  });

  it('is not given to somebody who may do more than whoever says so', async () => {
    const admin = await server.as(ADMIN);
    const { userId } = (await admin.get('/api/v1/me')).json();
    const [tenant] = (await admin.get(PATH)).json().value;
    const userAdmin = await server.as('user-admin@contoso.example');
    const order = { providerId: tenant.providerId, externalId: 'mine' };
    const answer = await userAdmin.send(
      'POST',
      `/api/v1/partners/contoso/users/${userId}/work-accounts`,
      order,
    );
    expect([answer.statusCode, answer.json().code]).toEqual([403, 'role-not-allowed']);
  });
});
