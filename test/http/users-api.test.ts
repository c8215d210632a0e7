import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Browser, type DemoServer, demoServer } from '../support/demo-server.ts';
import { newUsers } from '../support/new-users.ts';

let server: DemoServer;
let admin: Browser;
let userAdmin: Browser;
beforeAll(async () => {
  server = await demoServer();
  admin = await server.as('global-admin@contoso.example');
  userAdmin = await server.as('user-admin@contoso.example');
});
afterAll(() => server.close());

const users = '/api/v1/partners/contoso/users';
const { added, later, mailsTo, signIn } = newUsers({ server: () => server, admin: () => admin });

async function find(search: string) {
  const found = (await admin.get(`${users}?search=${encodeURIComponent(search)}`)).json();
  return found.value[0] as { userId: string; status: string; roles: string[] };
}

describe('adding a user', () => {
  it('answers with a temporary password, and sends a link in the person’s language', async () => {
    const answer = await added({ locale: 'en', roles: ['report-viewer'] });
    expect(answer.user).toMatchObject({ status: 'active', roles: ['report-viewer'], passwordChosen: false });
    expect(answer.firstSignIn).toMatchObject({ mail: 'queued', userName: answer.user.workEmail });
    const [mail] = await mailsTo(answer.user.workEmail);
    expect(mail).toMatchObject({ kind: 'first-sign-in', to: answer.user.workEmail, locale: 'en' });
    expect(mail?.text).toMatch(/\/welcome\/[\w-]{43}/);
    expect(mail?.text).not.toContain(answer.firstSignIn.temporaryPassword);
  });

  it('is done once however often the same request is sent, and its secret is told once', async () => {
    const person = { firstName: 'Omar', lastName: 'Haddad', workEmail: 'omar.h@contoso.example' };
    const headers = { 'repeatability-request-id': '8f1c2c7e-0001' };
    const [first, second] = await Promise.all([
      admin.send('POST', users, person, headers),
      admin.send('POST', users, person, headers),
    ]);
    expect([first.statusCode, second.statusCode]).toEqual([201, 201]);
    expect(first.json().user.userId).toBe(second.json().user.userId);
    const secrets = [first, second].map((one) => one.json().firstSignIn.temporaryPassword);
    expect(secrets.filter((secret) => secret !== null)).toHaveLength(1);
    const other = await admin.send('POST', users, { ...person, firstName: 'Omer' }, headers);
    expect([other.statusCode, other.json().code]).toEqual([409, 'request-id-used']);
  });

  it('refuses an address that is taken, an unknown field, and a role that the actor does not hold', async () => {
    const person = { firstName: 'A', lastName: 'B', workEmail: 'zoe@contoso.example' };
    const taken = await admin.send('POST', users, person);
    expect([taken.statusCode, taken.json().errors[0]]).toEqual([
      409,
      { code: 'email-taken', field: 'workEmail', detail: 'own-company' },
    ]);
    expect((await admin.send('POST', users, { ...person, nick: 'x' })).statusCode).toBe(400);
    const fresh = { ...person, workEmail: 'a.b@contoso.example' };
    const refused = await userAdmin.send('POST', users, { ...fresh, roles: ['partner-admin'] });
    expect([refused.statusCode, refused.json().code]).toEqual([403, 'role-not-allowed']);
    expect(refused.json().neededRoles).toEqual(['global-admin', 'partner-admin']);
    const network = await admin.send('POST', users, { ...fresh, roles: ['programme-operator'] });
    expect(network.statusCode).toBe(400);
  });
});

describe('the list of users', () => {
  it('can be asked for those who have chosen no password, and for those who have never signed in', async () => {
    const waiting = (await added()).user.userId;
    const { userId: came } = (await admin.get('/api/v1/me')).json();
    const idsOf = async (signIn: string) =>
      (await admin.get(`${users}?signIn=${signIn}`))
        .json()
        .value.map((one: { userId: string }) => one.userId);
    for (const signIn of ['no-password', 'never']) {
      const ids = await idsOf(signIn);
      expect([signIn, ids.includes(waiting), ids.includes(came)]).toEqual([signIn, true, false]);
    }
    expect((await admin.get(`${users}?signIn=often`)).statusCode).toBe(400);
  });
});

describe('who is listed', () => {
  it.each([
    '',
    'search=an%20er',
    'search=zoe%40contoso',
    'status=active',
    'status=left&asOf=2026-01-01',
    'associated=no',
    'technical=yes&orderby=firstName%20desc',
    'orderby=skills%20desc,lastName',
    'orderby=status,workEmail%20desc',
    'top=3&skip=2',
    'top=2&skip=1000',
    "filter=contains(workEmail,'an') or skills gt 3",
    'filter=employedFrom ge 2018-01-01&orderby=lastName%20desc',
  ])(
    'is the same whether names alone are asked about or also what only the database knows: %s',
    async (query) => {
      const parameters = new URLSearchParams(query);
      const quick = (await admin.get(`${users}?${parameters}`)).json();
      // Nobody has this language, and only the database can tell.
      const own = parameters.get('filter');
      parameters.set('filter', own === null ? "locale ne 'zz'" : `(${own}) and locale ne 'zz'`);
      const slow = (await admin.get(`${users}?${parameters}`)).json();
      expect(quick.count).toBe(slow.count);
      expect(quick.value).toEqual(slow.value);
      if (!/skip=1000|left/.test(query)) expect(quick.value.length).toBeGreaterThan(0);
    },
  );

  it('follows a new name at once, also in its place', async () => {
    const { user } = await added({ lastName: 'Zzyzx' });
    const lastOne = async () => (await admin.get(`${users}?orderby=lastName%20desc&top=1`)).json().value[0];
    expect((await lastOne()).userId).toBe(user.userId);
    await admin.send('PATCH', `${users}/${user.userId}`, { lastName: 'Aaron' });
    expect((await lastOne()).userId).not.toBe(user.userId);
    const first = (await admin.get(`${users}?top=1`)).json().value[0];
    expect([first.userId, first.lastName]).toEqual([user.userId, 'Aaron']);
  });
});

describe('what cannot be the name or the address of a person', () => {
  it.each([
    ['firstName', 'a\u0000b', 'nul-character'],
    ['firstName', 'a\nBcc: somebody', 'invalid-value'],
    ['firstName', '\u202Etxet', 'invalid-value'],
    ['lastName', '\ud800', 'invalid-value'],
    ['lastName', '\u200B', 'invalid-value'],
    ['workEmail', 'a@b.c\u0000.example', 'nul-character'],
    ['workEmail', 'a\u0007@contoso.example', 'invalid-value'],
  ])('%s %j is refused as %s', async (field, value, code) => {
    const person = { firstName: 'A', lastName: 'B', workEmail: 'odd@contoso.example' };
    const answer = await admin.send('POST', users, { ...person, [field]: value });
    expect([answer.statusCode, answer.json().errors]).toEqual([
      400,
      [expect.objectContaining({ code, field })],
    ]);
  });

  it('is none of the names of many writings', async () => {
    for (const firstName of ['Zoë', '李', 'Nguyễn Văn', 'O’Neill-D’Été', 'עמית', 'X Æ 12']) {
      expect((await added({ firstName })).user).toMatchObject({ firstName });
    }
  });

  it('signs nobody in and asks for no reset either', async () => {
    expect((await signIn('a\u0000@contoso.example', 'x')).statusCode).toBe(400);
    const payload = { email: 'a\u0000@contoso.example' };
    const reset = await server.app.inject({ method: 'POST', url: '/api/v1/password-reset', payload });
    expect(reset.statusCode).toBe(400);
  });
});

describe('an administrator', () => {
  it('changes a user only as he or she was last seen', async () => {
    const { user } = await added();
    const url = `${users}/${user.userId}`;
    const { etag } = (await admin.get(url)).headers as { etag: string };
    const first = await admin.send('PATCH', url, { firstName: 'Nadège' }, { 'if-match': etag });
    expect([first.statusCode, first.json().firstName]).toEqual([200, 'Nadège']);
    const second = await admin.send('PATCH', url, { firstName: 'Nadine' }, { 'if-match': etag });
    expect([second.statusCode, second.json().code]).toEqual([412, 'changed-meanwhile']);
    const third = { 'if-match': String(first.headers.etag) };
    expect((await admin.send('PATCH', url, { firstName: 'Nadine' }, third)).statusCode).toBe(200);
  });

  it('changes nothing at all when a part of it is refused', async () => {
    const { user } = await added();
    const url = `${users}/${user.userId}`;
    const change = { firstName: 'Changed', workEmail: 'zoe@contoso.example' };
    expect((await admin.send('PATCH', url, change)).statusCode).toBe(409);
    expect((await admin.get(url)).json().firstName).toBe('Nadia');
  });

  it('gives another sign-in name, under which the person signs in with the same password', async () => {
    const { user, firstSignIn } = await added();
    const workEmail = 'nadia.durand@contoso.example';
    const answer = await admin.send('PATCH', `${users}/${user.userId}`, { workEmail });
    expect(answer.json()).toMatchObject({ userId: user.userId, workEmail });
    expect((await signIn(user.workEmail, firstSignIn.temporaryPassword)).statusCode).toBe(401);
    expect((await signIn(workEmail, firstSignIn.temporaryPassword)).statusCode).toBe(200);
  });

  it('tells the old address that the sign-in name is another one now, and not which', async () => {
    const { user } = await added({ locale: 'fr' });
    const url = `${users}/${user.userId}`;
    const capitals = user.workEmail.replace('nadia', 'Nadia');
    expect((await admin.send('PATCH', url, { workEmail: capitals })).statusCode).toBe(200);
    expect((await admin.send('PATCH', url, { workEmail: 'nadia.moved@contoso.example' })).statusCode).toBe(
      200,
    );
    const told = (await mailsTo(capitals)).filter(({ kind }) => kind === 'sign-in-renamed');
    expect(told.map(({ locale, subject }) => [locale, subject])).toEqual([
      ['fr', 'Votre nom d’utilisateur a été remplacé'],
    ]);
    expect(told[0]!.text).toContain('Un administrateur de Contoso Conseil');
    expect(told[0]!.text).toContain(capitals);
    expect(told[0]!.text).not.toContain('nadia.moved');
    expect(await mailsTo('nadia.moved@contoso.example')).toEqual([]);
    const refused = await admin.send('PATCH', url, { workEmail: 'zoe@contoso.example' });
    expect([refused.statusCode, (await mailsTo('nadia.moved@contoso.example')).length]).toEqual([409, 0]);
  });

  it('resets a sign-in: sessions end, the old password is worth nothing, the new secret is told once', async () => {
    const browser = await server.as('yann@contoso.example');
    const { userId } = await find('yann');
    const headers = { 'repeatability-request-id': 'reset-1' };
    const url = `${users}/${userId}/reset-sign-in`;
    const answer = await admin.send('POST', url, undefined, headers);
    const kinds = (await mailsTo('yann@contoso.example')).map(({ kind }) => kind);
    expect([answer.statusCode, kinds]).toEqual([200, ['sign-in-reset']]);
    const { temporaryPassword } = answer.json().firstSignIn;
    later(1_000);
    expect((await browser.get('/api/v1/me')).statusCode).toBe(401);
    await expect(server.as('yann@contoso.example')).rejects.toThrow('cannot sign in');
    expect((await signIn('yann@contoso.example', temporaryPassword)).statusCode).toBe(200);
    const again = await admin.send('POST', url, undefined, headers);
    expect(again.json().firstSignIn.temporaryPassword).toBeNull();
    const powerless = await userAdmin.send(
      'POST',
      `${users}/${(await find('partner-admin')).userId}/reset-sign-in`,
    );
    expect([powerless.statusCode, powerless.json().code]).toEqual([403, 'role-not-allowed']);
  });

  it('sends the first link again, until a password is chosen', async () => {
    const { user } = await added();
    const before = (await mailsTo(user.workEmail))[0]!.text;
    const sent = await admin.send('POST', `${users}/${user.userId}/send-first-sign-in`);
    expect(sent.json()).toEqual({ mail: 'queued' });
    const tokenOf = (text: string) => /\/welcome\/([\w-]+)/.exec(text)![1];
    const old = await server.app.inject({ url: `/api/v1/redeem-link/${tokenOf(before)}` });
    expect(old.statusCode).toBe(404);
    const { userId } = await find('zoe');
    const chosen = await admin.send('POST', `${users}/${userId}/send-first-sign-in`);
    expect([chosen.statusCode, chosen.json().code]).toEqual([409, 'password-chosen']);
  });

  it('is shown what a departure takes with it before it is decided, and it is so', async () => {
    const { userId } = await find('zoe');
    const effect = (await admin.get(`${users}/${userId}/departure-effect`)).json();
    expect(effect).toMatchObject({ on: '2026-11-21', associations: expect.any(Number) });
    expect(effect.skillsCounting).toBeGreaterThan(0);
    const level = async (competency: string) =>
      (await admin.get('/api/v1/partners/contoso/competencies'))
        .json()
        .value.find((one: { competency: string }) => one.competency === competency)?.attained ?? null;
    for (const { competency, before } of effect.levels) expect(await level(competency)).toBe(before);
    const left = await admin.send('POST', `${users}/${userId}/leave`, { on: '2026-11-21' });
    expect(left.json()).toMatchObject({
      status: 'left',
      employedUntil: '2026-11-21',
      skills: { counting: 0 },
    });
    for (const { competency, after } of effect.levels) expect(await level(competency)).toBe(after);
  });

  it('disables an account: the session ends within a second, and nothing of it counts', async () => {
    const browser = await server.as('claire@contoso.example');
    const { userId } = await find('claire');
    const disabled = await admin.send('POST', `${users}/${userId}/disable`);
    expect(disabled.json()).toMatchObject({ status: 'disabled', skills: { counting: 0 } });
    later(1_000);
    expect((await browser.get('/api/v1/me')).statusCode).toBe(401);
    const enabled = await admin.send('POST', `${users}/${userId}/enable`);
    expect(enabled.json().status).toBe('active');
    expect((await server.as('claire@contoso.example')).csrf).toBeTruthy();
  });

  it('takes somebody out for good', async () => {
    const { user } = await added();
    expect((await admin.send('DELETE', `${users}/${user.userId}`)).statusCode).toBe(204);
    expect((await admin.get(`${users}/${user.userId}`)).statusCode).toBe(404);
    const events = (await admin.get('/api/v1/partners/contoso/audit-events')).json().value;
    expect(events[0]).toMatchObject({ action: 'user.deleted', subject: `user:${user.userId}` });
    const outbox = JSON.stringify(
      await server.services.database.readAsTenant(
        { partnerId: 'contoso' as never, actor: { kind: 'system', name: 'test' } },
        (tx) => tx.sql.selectFrom('outgoing_mail').select(['recipient', 'subject']).execute(),
      ),
    );
    expect(outbox).not.toContain(user.workEmail);
  });

  it('cannot take away the last one who manages users', async () => {
    const me = (await admin.get('/api/v1/me')).json();
    const others = (await admin.get(`${users}?role=global-admin`)).json().value;
    for (const { userId } of others) {
      if (userId !== me.userId) await admin.send('PATCH', `${users}/${userId}`, { roles: [] });
    }
    const demoted = await admin.send('PATCH', `${users}/${me.userId}`, { roles: ['partner-admin'] });
    expect([demoted.statusCode, demoted.json().code]).toEqual([409, 'last-admin']);
    for (const action of ['disable', 'leave'] as const) {
      const body = action === 'leave' ? { on: '2026-11-21' } : undefined;
      const answer = await admin.send('POST', `${users}/${me.userId}/${action}`, body);
      expect([action, answer.json().code]).toEqual([action, 'last-admin']);
    }
    expect((await admin.send('DELETE', `${users}/${me.userId}`)).json().code).toBe('last-admin');
  });
});
