import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { listAudit } from '../../src/store/audit-store.ts';
import { changeIdentityProvider, listIdentityProviders } from '../../src/store/identity-providers-store.ts';
import type { PartnerId } from '../../src/store/partner-id.ts';
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

const SYSTEM = { kind: 'system', name: 'test' } as const;
const at = (partnerId: string) => ({ partnerId: partnerId as PartnerId, actor: SYSTEM });

async function begin(body: object = {}) {
  const payload = { provider: 'work', ...body };
  return server.app.inject({ method: 'POST', url: '/api/v1/sign-in/work-account', payload });
}

/** Goes to the provider, chooses, and comes back: where the server sends the browser, and with which session. */
async function signInAs(choice: Choice, body: object = {}) {
  const begun = await begin(body);
  const url = await walkProvider(begun.json().address, choice);
  const cookies = cookieSet(String(begun.headers['set-cookie']));
  return back(url, cookies);
}

async function back(url: string, cookies: Record<string, string>) {
  const answer = await server.app.inject({ url, cookies });
  const set = [answer.headers['set-cookie'] ?? []].flat().map(String);
  const session = set.find((cookie) => cookie.startsWith('jalon='));
  return {
    to: String(answer.headers.location),
    session: session === undefined ? null : session.split(';')[0]!,
    set,
  };
}

const me = async (session: string | null) =>
  (await server.app.inject({ url: '/api/v1/me', headers: { cookie: session ?? '' } })).json();

const work = (email: string): Choice => ({ person: provider.objectId(email) });

describe('the sign-in page', () => {
  it('offers the provider of the installation', async () => {
    const answer = await server.app.inject({ url: '/api/v1/sign-in/providers' });
    expect(answer.json().value).toEqual([{ provider: 'work', name: 'Work account' }]);
  });

  it('begins nothing for a page of another site', async () => {
    const answer = await server.app.inject({
      method: 'POST',
      url: '/api/v1/sign-in/work-account',
      headers: { origin: 'https://evil.example' },
      payload: { provider: 'work' },
    });
    expect([answer.statusCode, answer.json().code]).toEqual([403, 'foreign-origin']);
  });

  it.each(['learning', 'nonsense', '00000000-0000-4000-8000-000000000000'])(
    'knows no work accounts at %s',
    async (key) => {
      const answer = await begin({ provider: key });
      expect([answer.statusCode, answer.json().code]).toEqual([404, 'unknown-provider']);
    },
  );
});

describe('a work account that is known', () => {
  it('signs its user in, and leads where he or she wanted to go', async () => {
    const { to, session, set } = await signInAs(work('claire@contoso.example'), {
      returnTo: '/competencies?asOf=2026-01-01',
    });
    expect(to).toBe('/competencies?asOf=2026-01-01');
    expect(set.some((cookie) => /^jalon-round-\w+=;.*Max-Age=0/.test(cookie))).toBe(true);
    expect(await me(session)).toMatchObject({ email: 'claire@contoso.example', partner: { id: 'contoso' } });
  });

  it.each([
    'https://evil.example/',
    '//evil.example',
    '/\\evil.example',
    '/\t/evil.example',
    'javascript:alert(1)',
  ])('does not lead to %s', async (returnTo) => {
    const { to, session } = await signInAs(work('claire@contoso.example'), { returnTo });
    expect(session).not.toBeNull();
    expect(new URL(to, 'http://localhost:3000').host).toBe('localhost:3000');
  });

  it('begins a session of its own and ends the one that the browser had', async () => {
    const yann = await server.as('yann@contoso.example');
    const begun = await begin();
    const url = await walkProvider(begun.json().address, work('claire@contoso.example'));
    const cookies = cookieSet(String(begun.headers['set-cookie']));
    const { session } = await back(url, { ...cookies, jalon: yann.cookie.slice('jalon='.length) });
    expect((await me(session)).email).toBe('claire@contoso.example');
    expect((await yann.get('/api/v1/me')).statusCode).toBe(401);
  });

  it('signs nobody in when the browser of somebody else brings the answer (login forgery)', async () => {
    const begun = await begin();
    const url = await walkProvider(begun.json().address, work('claire@contoso.example'));
    const { to, session } = await back(url, {});
    expect([to, session]).toEqual(['/sign-in?problem=other-browser', null]);
  });

  it('leaves an entry in the trail of the company', async () => {
    await signInAs(work('zoe@contoso.example'));
    const [event] = await server.services.database.readAsTenant(at('contoso'), (tx) =>
      listAudit(tx, { top: 1, skip: 0 }),
    );
    expect(event).toMatchObject({ action: 'sign-in', details: { method: 'work-account' } });
  });

  it('of an operator opens the network side', async () => {
    const { session } = await signInAs(work('programme-operator@contoso.example'));
    expect(await me(session)).toMatchObject({ roles: ['programme-operator'], partner: null });
  });
});

describe('a work account that nobody knows', () => {
  it('opens nothing by its e-mail address', async () => {
    // Karim is a user of the company; his address alone does not make the account his.
    const { to, session } = await signInAs({ email: 'karim@contoso.example', name: 'Karim' });
    expect([to, session]).toEqual(['/sign-in?problem=not-invited&returnTo=%2F', null]);
  });

  it.each([
    ['by its directory', 'somebody@nowhere.example'],
    ['by its domain', 'somebody@gmail.com'],
  ])('is refused when it is personal, told %s', async (_how, email) => {
    const { to, session } = await signInAs({ email });
    expect([to, session]).toEqual(['/sign-in?problem=personal-account&returnTo=%2F', null]);
  });

  it('becomes a user without roles where the company wants that', async () => {
    const { session } = await signInAs({ email: 'nina@fabrikam.example', name: 'Nina Newman' });
    expect(await me(session)).toMatchObject({
      email: 'nina@fabrikam.example',
      firstName: 'Nina',
      roles: [],
      partner: { id: 'fabrikam' },
    });
    const again = await signInAs({ email: 'nina@fabrikam.example', name: 'Nina Newman' });
    expect((await me(again.session)).userId).toBe((await me(session)).userId);
  });

  it('does not take over the address of somebody who is there, or has left', async () => {
    const [fabrikam] = await usersOf('fabrikam');
    const { to } = await signInAs({ email: fabrikam!, name: 'Another' });
    expect(to).toBe('/sign-in?problem=email-taken&returnTo=%2F');
  });

  async function usersOf(partnerId: string): Promise<string[]> {
    const rows = await server.services.database.readAsTenant(at(partnerId), (tx) =>
      tx.sql
        .selectFrom('user_contact as c')
        .innerJoin('app_user as u', 'u.user_id', 'c.user_id')
        .select('c.work_email')
        .where('c.partner_id', '=', partnerId)
        .where((eb) =>
          eb.not(
            eb.exists(
              eb.selectFrom('user_identity as i').select('i.user_id').whereRef('i.user_id', '=', 'c.user_id'),
            ),
          ),
        )
        .limit(1)
        .execute(),
    );
    return rows.map(({ work_email }) => work_email);
  }
});

describe('somebody who has been invited', () => {
  it('links a work account by the one-time link, once, and signs in with it afterwards', async () => {
    const { token, email } = await newInvitation(server, 'contoso');
    const choice = { email, name: 'Nadège Neuve' };
    const first = await signInAs(choice, { link: token });
    expect((await me(first.session)).email).toBe(email);
    const again = await signInAs(choice, { link: token });
    expect(again.to).toBe('/sign-in?problem=link-not-valid&returnTo=%2F');
    expect((await me((await signInAs(choice)).session)).email).toBe(email);
  });

  it('keeps the link when the account turns out to be somebody else’s', async () => {
    const { token, email } = await newInvitation(server, 'contoso');
    const taken = await signInAs(work('claire@contoso.example'), { link: token });
    expect([taken.to, taken.session]).toEqual(['/sign-in?problem=account-taken&returnTo=%2F', null]);
    expect((await signInAs({ email, name: 'X Y' }, { link: token })).session).not.toBeNull();
  });

  it('cannot bring an account of another company’s directory', async () => {
    const { token } = await newInvitation(server, 'contoso');
    const { to } = await signInAs({ email: 'nadine@fabrikam.example' }, { link: token });
    expect(to).toBe('/sign-in?problem=other-directory&returnTo=%2F');
  });
});

describe('somebody who has left', () => {
  it('finds the account closed, and it stays closed for the next owner of the address', async () => {
    const { token, email } = await newInvitation(server, 'fabrikam');
    const { session } = await signInAs({ email, name: 'Lea Leaver' }, { link: token });
    const { userId } = await me(session);
    await server.services.database.asTenant(at('fabrikam'), (tx) =>
      tx.sql
        .updateTable('app_user')
        .set({ status: 'left' })
        .where('partner_id', '=', 'fabrikam')
        .where('user_id', '=', userId)
        .execute(),
    );
    server.clock.now = new Date(server.clock.now.getTime() + 1_000);
    expect((await me(session)).code).toBe('not-signed-in');
    expect((await signInAs({ email, name: 'Lea Leaver' })).to).toBe(
      '/sign-in?problem=account-closed&returnTo=%2F',
    );
    // Another account with the same address, in the same directory.
    const other = await provider.directory.work.find(({ partnerId }) => partnerId === 'fabrikam')!;
    const successor = { ...other, objectId: '99999999-0000-4000-8000-000000000000', accountName: email };
    (provider.directory.work as (typeof other)[]).push(successor);
    expect((await signInAs({ person: successor.objectId })).to).toBe(
      '/sign-in?problem=email-taken&returnTo=%2F',
    );
  });
});

describe('a company', () => {
  it('that stops just-in-time users gets no further ones', async () => {
    const { database } = server.services;
    const [tenant] = await database.readAsTenant(at('fabrikam'), (tx) => listIdentityProviders(tx));
    await database.asTenant(at('fabrikam'), (tx) =>
      changeIdentityProvider(tx, tenant!.providerId, { justInTime: false }),
    );
    const { to } = await signInAs({ email: 'norbert@fabrikam.example' });
    expect(to).toBe('/sign-in?problem=not-invited&returnTo=%2F');
  });
});
