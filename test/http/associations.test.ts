import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { receiveRecords } from '../../src/features/sources/receive-records.ts';
import { account, associate, newPerson, proofOf, showAccount, signedIn } from '../support/associating.ts';
import { type DemoServer, demoServer } from '../support/demo-server.ts';
import { type DemoProvider, localProviderOf } from '../support/local-provider.ts';
import { cookieSet, walkProvider } from '../support/provider-walk.ts';

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

const START = new Date('2026-11-21T10:00:00Z');
const reset = () => {
  server.clock.now = START;
};
const later = (minutes: number) => {
  server.clock.now = new Date(server.clock.now.getTime() + minutes * 60_000);
};
const BEGIN = '/api/v1/me/learning-accounts/associate';
const EXAMS = { providers: ['microsoft-learning'] };

describe('associating a learning account', () => {
  it('tells what was found and what will happen before, and begins when the person says yes', async () => {
    const zoe = await newPerson(server, 'contoso');
    const proof = proofOf(await showAccount(server, zoe, account('8100001', 'zoe@home.example')));
    const shown = (await zoe.browser.get(proof)).json();
    expect(shown).toMatchObject({
      state: 'ready',
      accountId: '8100001',
      accountEmail: 'zoe@home.example',
      workEmail: zoe.email,
      sameEmail: false,
      company: 'Contoso Conseil',
      ends: [],
      refusals: [],
      nextPossibleOn: '2026-12-21',
    });
    const before = (await zoe.browser.get('/api/v1/me/learning-accounts')).json();
    expect(before.value).toEqual([]);
    const done = await zoe.browser.send('POST', `${proof}/confirm`);
    expect([done.statusCode, done.json().value]).toMatchObject([
      200,
      [{ provider: 'microsoft-learning', accountId: '8100001', nextPossibleOn: '2026-12-21' }],
    ]);
    const { value, purposes } = (await zoe.browser.get('/api/v1/me/learning-accounts')).json();
    expect(value).toMatchObject([{ email: 'zoe@home.example', sameEmail: false, until: null }]);
    expect(purposes).toMatchObject([
      { purpose: 'exams-and-certifications', state: 'associated', expectedWithinHours: 72 },
      { purpose: 'training-and-assessments', state: 'not-associated', account: null },
    ]);
  });

  it('tells once of a company where PMC and Partner Center have both associated the account', async () => {
    const person = await newPerson(server, 'fabrikam');
    const proof = proofOf(await showAccount(server, person, account('PU-110101'), ['partner-university']));
    expect((await person.browser.get(proof)).json().ends).toMatchObject([
      { provider: 'partner-university', company: 'Contoso Conseil', sameCompany: false },
    ]);
  });

  it('takes the same account for exams and for training when the person wants that', async () => {
    const person = await newPerson(server, 'contoso');
    const both = ['partner-university', 'microsoft-learning'];
    const done = await associate(server, person, account('8100002'), both);
    expect(done.json().value).toMatchObject([
      { provider: 'microsoft-learning', accountId: '8100002' },
      { provider: 'partner-university', accountId: '8100002' },
    ]);
  });

  it('needs a fresh sign-in to begin, and still has one when the browser comes back', async () => {
    reset();
    const person = await newPerson(server, 'contoso');
    later(11);
    const stale = await person.browser.send('POST', BEGIN, EXAMS);
    expect([stale.statusCode, stale.json().code]).toEqual([403, 'fresh-sign-in-needed']);
    const other = await newPerson(server, 'contoso');
    later(6);
    const begun = await other.browser.send('POST', BEGIN, EXAMS);
    const url = await walkProvider(begun.json().address, account('8100003'));
    later(6);
    const cookies = { ...cookieSet(other.browser.cookie), ...cookieSet(String(begun.headers['set-cookie'])) };
    const back = await server.app.inject({ url, cookies });
    expect(back.headers.location).toBe('/profile?problem=not-fresh');
    reset();
  });

  it('begun by one person is not finished by another, nor in another browser or session', async () => {
    const anna = await newPerson(server, 'contoso');
    const ben = await newPerson(server, 'fabrikam');
    const begun = await anna.browser.send('POST', BEGIN, EXAMS);
    const round = cookieSet(String(begun.headers['set-cookie']));
    const url = await walkProvider(begun.json().address, account('8100004'));
    const comeBack = async (cookies: Record<string, string>) =>
      (await server.app.inject({ url, cookies })).headers.location;
    expect(await comeBack(cookieSet(anna.browser.cookie))).toBe('/profile?problem=other-browser');
    expect(await comeBack({ ...round, ...cookieSet(ben.browser.cookie) })).toBe(
      '/profile?problem=other-session',
    );
    const again = await signedIn(server, 'contoso', anna.userId);
    expect(await comeBack({ ...round, ...cookieSet(again.cookie) })).toBe('/profile?problem=other-session');
    expect(await comeBack({ ...round, ...cookieSet(anna.browser.cookie) })).toMatch(
      /^\/profile\/associate\//,
    );
    expect(await comeBack({ ...round, ...cookieSet(anna.browser.cookie) })).toBe(
      '/profile?problem=round-over',
    );
  });

  it('shown in one session is confirmed in that one, by that person, within a quarter of an hour, once', async () => {
    reset();
    const anna = await newPerson(server, 'contoso');
    const ben = await newPerson(server, 'contoso');
    const proof = proofOf(await showAccount(server, anna, account('8100005')));
    const elsewhere = await signedIn(server, 'contoso', anna.userId);
    for (const browser of [ben.browser, elsewhere]) {
      expect((await browser.get(proof)).statusCode).toBe(404);
      expect((await browser.send('POST', `${proof}/confirm`)).json().code).toBe('proof-over');
    }
    later(15);
    expect((await anna.browser.send('POST', `${proof}/confirm`)).json().code).toBe('proof-over');
    reset();
    const at = await Promise.all([1, 2, 3].map(() => anna.browser.send('POST', `${proof}/confirm`)));
    expect(at.map(({ statusCode }) => statusCode).sort()).toEqual([200, 404, 404]);
  });

  it.each([
    ['a forged state', '/oidc/callback/learning?code=x&state=invented', 'unknown-round'],
    ['no state', '/oidc/callback/learning?code=x', 'unknown-round'],
  ])('comes to nothing with %s', async (_what, url, problem) => {
    const person = await newPerson(server, 'contoso');
    const back = await server.app.inject({ url, cookies: cookieSet(person.browser.cookie) });
    expect(back.headers.location).toBe(`/profile?problem=${problem}`);
  });

  it('comes to nothing when the person turns back at the provider, and says so', async () => {
    const person = await newPerson(server, 'contoso');
    expect(await showAccount(server, person, { cancel: true })).toBe('/profile?problem=cancelled');
  });

  it('is not finished by a round that was begun to sign in', async () => {
    const person = await newPerson(server, 'contoso');
    const begun = await server.app.inject({
      method: 'POST',
      url: '/api/v1/sign-in/work-account',
      payload: { provider: 'work' },
    });
    const url = await walkProvider(begun.json().address, {
      person: provider.objectId('claire@contoso.example'),
    });
    const cookies = {
      ...cookieSet(person.browser.cookie),
      ...cookieSet(String(begun.headers['set-cookie'])),
    };
    const back = await server.app.inject({
      url: url.replace('/callback/work', '/callback/learning'),
      cookies,
    });
    expect(back.headers.location).toBe('/profile?problem=answer-not-valid');
  });

  it('links nothing by an e-mail: an address that is not verified is told as such and not kept', async () => {
    const person = await newPerson(server, 'contoso');
    const choice = { accountId: '8100006', email: 'claire@contoso.example', unverified: true } as const;
    const proof = proofOf(await showAccount(server, person, choice));
    expect((await person.browser.get(proof)).json()).toMatchObject({ emailVerified: false });
    await person.browser.send('POST', `${proof}/confirm`);
    const { value } = (await person.browser.get('/api/v1/me/learning-accounts')).json();
    expect(value).toMatchObject([{ accountId: '8100006', email: null }]);
  });

  it('asks for the end of another account of the same provider first, and names it', async () => {
    const person = await newPerson(server, 'contoso');
    await associate(server, person, account('8100007'));
    const proof = proofOf(await showAccount(server, person, account('8100008')));
    expect((await person.browser.get(proof)).json().refusals).toMatchObject([
      { code: 'other-account', accountId: '8100007' },
    ]);
    const refused = await person.browser.send('POST', `${proof}/confirm`);
    expect([refused.statusCode, refused.json().code]).toEqual([409, 'other-account']);
  });
});

describe('dissociating', () => {
  it('tells its effect first, then ends at once, and leaves the history', async () => {
    const yann = await server.as('yann@contoso.example');
    const { value } = (await yann.get('/api/v1/me/learning-accounts')).json();
    const open = value.find((one: { provider: string }) => one.provider === 'partner-university');
    const address = `/api/v1/me/associations/${open.associationId}`;
    const effect = (await yann.get(`${address}/ending-effect`)).json();
    expect(effect.skillsCounting).toBeGreaterThan(0);
    expect(effect.levels).toEqual([]);
    const skills = async () => (await yann.get('/api/v1/me/skills')).json().value;
    const counting = (list: { countsNow: boolean }[]) => list.filter(({ countsNow }) => countsNow).length;
    const before = counting(await skills());
    const ended = await yann.send('POST', `${address}/end`);
    expect(ended.statusCode).toBe(200);
    expect(ended.json().nextPossibleOn >= '2026-11-21').toBe(true);
    expect(before - counting(await skills())).toBeGreaterThanOrEqual(effect.skillsCounting);
    expect((await yann.send('POST', `${address}/end`)).json().code).toBe('already-ended');
    const now = (await yann.get('/api/v1/me/learning-accounts')).json().value;
    expect(now.find((one: { accountId: string }) => one.accountId === open.accountId).until).not.toBeNull();
  });

  it('says by what the skills of the account go on counting, and until when', async () => {
    const helene = await server.as('partner-admin@contoso.example');
    const { value } = (await helene.get('/api/v1/me/learning-accounts')).json();
    const effectOf = async (via: string) => {
      const { associationId } = value.find((one: { via: string }) => one.via === via);
      return (await helene.get(`/api/v1/me/associations/${associationId}/ending-effect`)).json();
    };
    expect(await effectOf('partner-center')).toMatchObject({
      skillsCounting: 0,
      kept: [{ by: 'pmc', skills: 2, until: '2026-12-14' }],
      notCounting: null,
      levels: [],
    });
    expect(await effectOf('pmc')).toMatchObject({
      skillsCounting: 0,
      kept: [{ by: 'partner-center', skills: 2, until: null }],
      notCounting: null,
    });
  });

  it('says that another account keeps a skill, or that there was nothing to keep', async () => {
    const person = await newPerson(server, 'contoso');
    const both = [
      ['microsoft-learning', '8100031'],
      ['partner-university', '8100032'],
    ] as const;
    for (const [provider, accountId] of both) await associate(server, person, account(accountId), [provider]);
    const effectOf = async (accountId: string) => {
      const { value } = (await person.browser.get('/api/v1/me/learning-accounts')).json();
      const { associationId } = value.find((one: { accountId: string }) => one.accountId === accountId);
      return (await person.browser.get(`/api/v1/me/associations/${associationId}/ending-effect`)).json();
    };
    const nothing = { skillsCounting: 0, kept: [] };
    expect(await effectOf('8100031')).toMatchObject({ ...nothing, notCounting: 'no-skill-known' });
    const hold = (provider: string, accountId: string, skill: string) =>
      receiveRecords(server.services, { kind: 'system', name: 'test' }, provider, [
        { externalId: `kept ${accountId} ${skill}`, accountId, skill, achievedOn: '2026-10-01' },
      ]);
    await hold('microsoft-learning', '8100031', 'cert:azure-fundamentals');
    expect(await effectOf('8100031')).toMatchObject({ ...nothing, notCounting: 'none-counts' });
    for (const [provider, accountId] of both) await hold(provider, accountId, 'assessment:TA-AZURE-DATA');
    // One of the two records is the duplicate; whichever it is, each account says the other keeps the skill.
    for (const [, accountId] of both) {
      expect(await effectOf(accountId)).toMatchObject({
        skillsCounting: 0,
        kept: [{ by: 'other-account', skills: 1, until: null }],
        notCounting: null,
      });
    }
  });

  it('of a colleague, or of somebody elsewhere, is nowhere', async () => {
    const anna = await newPerson(server, 'contoso');
    const ben = await newPerson(server, 'contoso');
    const done = await associate(server, anna, account('8100009'));
    const { associationId } = done.json().value[0];
    const answer = await ben.browser.send('POST', `/api/v1/me/associations/${associationId}/end`);
    expect(answer.statusCode).toBe(404);
  });
});
