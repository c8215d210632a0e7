/** Companies that join the programme: those that are not here yet, those that are, and what operators decide. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { JOIN_TERMS } from '../../src/contract/joining.ts';
import { type Browser, browserAfter, type DemoServer, demoServer } from '../support/demo-server.ts';

let server: DemoServer;
let operator: Browser;

beforeAll(async () => {
  server = await demoServer();
  operator = await server.as('programme-operator@contoso.example');
});
afterAll(() => server.close());

const COMPANY = { country: 'FR', market: 'developed', mpnId: null, terms: JOIN_TERMS };

function join(name: string, more: object = {}) {
  const admin = { email: `ada@${name.toLowerCase()}.example`, firstName: 'Ada', lastName: 'Admin' };
  const payload = { ...COMPANY, legalName: name, admin, locale: 'fr', ...more };
  return server.app.inject({ method: 'POST', url: '/api/v1/join-requests', payload });
}

async function waiting(name: string) {
  const { value } = (await operator.get('/api/v1/join-requests?top=500')).json();
  return value.find((request: { legalName: string }) => request.legalName === name);
}

const decide = (requestId: string, decision: string, body?: object) =>
  operator.send('POST', `/api/v1/join-requests/${requestId}/${decision}`, body);

async function found(search: string) {
  return (await operator.get(`/api/v1/network/companies?search=${encodeURIComponent(search)}`)).json();
}

/** A company that is here and takes no part, with its global admin. */
async function outsider(name: string): Promise<{ readonly partnerId: string; readonly browser: Browser }> {
  const admin = { email: `gil@${name.toLowerCase()}.example`, firstName: 'Gil', lastName: 'Admin' };
  const body = { name, country: 'CA', market: 'developed', mpnId: null, admin, locale: 'en', enrol: false };
  const opened = (await operator.send('POST', '/api/v1/network/companies', body)).json();
  const mails = await server.mails(opened.partnerId);
  const path = /\/welcome\/(\S+)/.exec(mails[0]!.text)![1]!;
  const payload = { token: path, password: 'a long enough pass phrase' };
  await server.app.inject({ method: 'POST', url: '/api/v1/redeem-link', payload });
  const signIn = { email: admin.email, password: payload.password };
  const answer = await server.app.inject({ method: 'POST', url: '/api/v1/sign-in', payload: signIn });
  return { partnerId: opened.partnerId, browser: browserAfter(server.app, answer) };
}

describe('a company that is not here yet', () => {
  it('asks, is approved by an operator, and its first global admin signs in by the link of a mail', async () => {
    const sent = await join('Éclair Conseil & Fils', {
      mpnId: '7654321',
      admin: { email: 'ada@eclair.example', firstName: 'Ada', lastName: 'Admin' },
    });
    expect([sent.statusCode, sent.json()]).toEqual([202, { received: true }]);
    expect(await waiting('Éclair Conseil & Fils')).toMatchObject({
      partnerId: null,
      country: 'FR',
      mpnId: '7654321',
    });
    const { requestId } = await waiting('Éclair Conseil & Fils');
    const approved = await decide(requestId, 'approve');
    expect(approved.json()).toMatchObject({
      partnerId: 'eclair-conseil-fils',
      firstSignIn: { email: 'ada@eclair.example', mailed: true, temporaryPassword: null },
    });
  });

  it('is told the same whether its admin is known here or not, and waits where the address is taken', async () => {
    const admin = { email: 'partner-admin@contoso.example', firstName: 'Eve', lastName: 'Other' };
    const sent = await join('Taken', { admin });
    expect([sent.statusCode, sent.json()]).toEqual([202, { received: true }]);
    const { requestId } = await waiting('Taken');
    const refused = await decide(requestId, 'approve');
    expect([refused.statusCode, refused.json().code]).toEqual([409, 'email-taken']);
    expect(await waiting('Taken')).toBeDefined();
    expect((await found('Taken')).count).toBe(0);
  });

  it('asks once however often it sends, accepts the present terms, and reads nothing of others', async () => {
    expect((await join('Twice')).statusCode).toBe(202);
    expect((await join('Twice')).statusCode).toBe(202);
    const { value } = (await operator.get('/api/v1/join-requests?top=500')).json();
    expect(value.filter(({ legalName }: { legalName: string }) => legalName === 'Twice')).toHaveLength(1);
    const without = await join('NoTerms', { terms: 'older' });
    expect([without.statusCode, without.json().errors[0].field]).toEqual([400, 'terms']);
  });

  it('is refused with a reason, and of two decisions the first stands', async () => {
    await join('Refused');
    const { requestId } = await waiting('Refused');
    expect((await decide(requestId, 'refuse', { reason: 'Not a partner.' })).statusCode).toBe(204);
    expect((await decide(requestId, 'approve')).statusCode).toBe(404);
    const { value } = (await operator.get('/api/v1/join-requests?state=refused')).json();
    expect(value[0]).toMatchObject({ legalName: 'Refused', reason: 'Not a partner.' });
  });
});

describe('a company that is here and takes no part', () => {
  it('is told so, asks with what is known of it, and takes part once it is approved', async () => {
    const { partnerId, browser } = await outsider('Quiet');
    const own = `/api/v1/partners/${partnerId}`;
    expect((await browser.get(own)).json()).toMatchObject({ enrolled: false });
    expect((await browser.get(`${own}/skills-report`)).json()).toMatchObject({ cause: 'not-enrolled' });
    expect((await browser.get(`${own}/join-request`)).json()).toEqual({ enrolled: false, request: null });
    const asked = await browser.send('POST', `${own}/join-request`, { ...COMPANY, legalName: 'Quiet Inc.' });
    expect([asked.statusCode, asked.json().request.state]).toEqual([201, 'waiting']);
    const again = await browser.send('POST', `${own}/join-request`, { ...COMPANY, legalName: 'Quiet Inc.' });
    expect([again.statusCode, again.json().code]).toEqual([409, 'join-waiting']);
    await decide((await waiting('Quiet Inc.')).requestId, 'refuse', { reason: 'A form is missing.' });
    expect((await browser.get(`${own}/join-request`)).json().request).toMatchObject({
      state: 'refused',
      reason: 'A form is missing.',
    });
    await browser.send('POST', `${own}/join-request`, { ...COMPANY, legalName: 'Quiet Inc.' });
    const approved = await decide((await waiting('Quiet Inc.')).requestId, 'approve');
    expect(approved.json()).toEqual({ partnerId, firstSignIn: null });
    expect((await browser.get(own)).json()).toMatchObject({ enrolled: true });
    const late = await browser.send('POST', `${own}/join-request`, { ...COMPANY, legalName: 'Quiet Inc.' });
    expect([late.statusCode, late.json().code]).toEqual([409, 'already-enrolled']);
  });

  it('is enrolled by an operator too, and once', async () => {
    const { partnerId, browser } = await outsider('Enrolled');
    const programme = 'microsoft-competencies';
    for (let times = 0; times < 2; times++) {
      const done = await operator.send('POST', `/api/v1/partners/${partnerId}/enrolments`, { programme });
      expect(done.statusCode).toBe(204);
    }
    expect((await found('Enrolled')).value[0]).toMatchObject({ programmes: [{ id: programme }], users: 1 });
    const list = (await browser.get(`/api/v1/partners/${partnerId}/competencies`)).statusCode;
    expect(list).toBe(200);
    const unknown = await operator.send('POST', `/api/v1/partners/${partnerId}/enrolments`, {
      programme: 'no',
    });
    expect([unknown.statusCode, unknown.json().code]).toEqual([400, 'unknown-programme']);
  });
});

describe('the policy', () => {
  it('takes companies in at once where an operator has chosen so, and leaves doubtful ones to be decided', async () => {
    expect((await operator.get('/api/v1/join-policy')).json()).toEqual({ atOnce: false });
    await operator.send('PATCH', '/api/v1/join-policy', { atOnce: true });
    await join('Atonce');
    expect(await waiting('Atonce')).toBeUndefined();
    expect((await found('atonce')).value[0]).toMatchObject({ partnerId: 'atonce', users: 1 });
    expect((await server.mails('atonce')).map(({ kind }) => kind)).toEqual(['first-sign-in']);
    const admin = { email: 'zoe@contoso.example', firstName: 'Zoe', lastName: 'Other' };
    await join('Doubtful', { admin });
    expect(await waiting('Doubtful')).toBeDefined();
    await operator.send('PATCH', '/api/v1/join-policy', { atOnce: false });
  });
});

describe('the list of companies', () => {
  it('is found by name, id and number, and split by who takes part', async () => {
    expect((await found('contoso')).value[0]).toMatchObject({ partnerId: 'contoso' });
    expect((await found('7654321')).value[0]).toMatchObject({ partnerId: 'eclair-conseil-fils' });
    expect((await found('100%')).count).toBe(0);
    const all = (await operator.get('/api/v1/network/companies')).json().count;
    const yes = (await operator.get('/api/v1/network/companies?enrolled=yes')).json().count;
    const no = (await operator.get('/api/v1/network/companies?enrolled=no')).json().count;
    expect(yes + no).toBe(all);
    const page = (await operator.get('/api/v1/network/companies?top=1')).json();
    expect([page.value.length, page.nextLink !== null]).toEqual([1, true]);
  });

  it('gives companies of one name ids of their own, and refuses a number twice', async () => {
    const open = (email: string, mpnId: string | null = null) =>
      operator.send('POST', '/api/v1/network/companies', {
        name: 'Same Name',
        country: 'FR',
        market: 'developed',
        mpnId,
        admin: { email, firstName: 'A', lastName: 'B' },
        locale: 'fr',
      });
    const [first, second] = [await open('a@same.example', '1112223'), await open('b@same.example')];
    expect([first.json().partnerId, second.json().partnerId]).toEqual(['same-name', 'same-name-2']);
    const taken = await open('c@same.example', '1112223');
    expect([taken.statusCode, taken.json().code]).toEqual([409, 'mpn-id-taken']);
    const email = await open('a@same.example');
    expect([email.statusCode, email.json().code]).toEqual([409, 'email-taken']);
    const support = await server.as('programme-support@contoso.example');
    expect((await support.get('/api/v1/network/companies')).statusCode).toBe(200);
    expect((await support.send('POST', '/api/v1/network/companies', {})).statusCode).toBe(403);
  });
});
