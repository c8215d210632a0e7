import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { noticeMails } from '../../src/features/notices/notice-mails.ts';
import { profileRound } from '../../src/features/partner-directory/profile-round.ts';
import { type Browser, type DemoServer, demoServer } from '../support/demo-server.ts';

let server: DemoServer;
let admin: Browser;
beforeAll(async () => {
  server = await demoServer();
  admin = await server.as('partner-admin@contoso.example');
});
afterAll(() => server.close());

const INBOX = '/api/v1/partners/contoso/referrals';
const SEND = '/api/v1/business-profiles/contoso-conseil/enquiries';
const DAY_MS = 86_400_000;

/** The form as a visitor is shown it. */
async function formToken(): Promise<string> {
  const { body } = await server.app.inject({ url: '/p/contoso-conseil' });
  return /data-token="([^"]+)"/.exec(body)![1]!;
}

let senders = 0;

async function write(part: Record<string, unknown> = {}, { wait = 20_000, ip = '' } = {}) {
  const token = await formToken();
  server.clock.now = new Date(server.clock.now.getTime() + wait);
  senders += 1;
  const payload = {
    name: 'Paul Martin',
    email: `paul${senders}@customer.example`,
    company: 'Customer',
    phone: '',
    competency: '',
    message: `We would like to hear from you, number ${senders}.`,
    fax: '',
    token,
    locale: 'en',
    ...part,
  };
  const remoteAddress = ip === '' ? `10.0.${senders >> 8}.${senders & 255}` : ip;
  return server.app.inject({ method: 'POST', url: SEND, payload, remoteAddress });
}

const inbox = async (query = '') => (await admin.get(`${INBOX}?${query}`)).json();

describe('an enquiry', () => {
  it('reaches the inbox, and those who were chosen are told without what was written', async () => {
    const before = (await inbox()).counts.new;
    const sent = await write({ message: 'Could you move our warehouse?' });
    expect([sent.statusCode, sent.json()]).toEqual([202, { received: true }]);
    const { value, counts } = await inbox();
    expect(counts.new).toBe(before + 1);
    expect(value[0]).toMatchObject({
      state: 'new',
      senderName: 'Paul Martin',
      message: 'Could you move our warehouse?',
    });
    await noticeMails(server.services);
    const mails = (await server.mails('contoso')).filter(({ kind }) => kind === 'notice');
    expect(mails.map(({ to }) => to)).toEqual(['partner-admin@contoso.example']);
    expect(mails[0]!.text).toContain(`/referrals?referral=${value[0].referralId}`);
    for (const kept of ['warehouse', 'Paul', '@customer']) expect(mails[0]!.text).not.toContain(kept);
  });

  it('sends nothing to the address that the visitor gave', async () => {
    await write({ email: 'victim@elsewhere.example' });
    await noticeMails(server.services);
    const mails = await server.mails('contoso');
    expect(mails.filter(({ to }) => !to.endsWith('@contoso.example'))).toEqual([]);
  });

  it.each([
    ['fills the field that people do not see', { fax: '1' }, 20_000, 'hidden-field-filled'],
    ['comes before the form can be read', {}, 500, 'too-quick'],
    ['is full of links', { message: 'http://a http://b http://c http://d' }, 20_000, 'many-links'],
  ])('that %s is answered alike and put aside', async (_what, part, wait, suspicion) => {
    await noticeMails(server.services);
    const mails = (await server.mails('contoso')).length;
    const sent = await write(part, { wait });
    expect([sent.statusCode, sent.json()]).toEqual([202, { received: true }]);
    expect((await inbox('state=spam')).value[0]).toMatchObject({ state: 'spam', suspicion });
    await noticeMails(server.services);
    expect((await server.mails('contoso')).length).toBe(mails);
  });

  it('is taken once, from a form of this server that is not too old', async () => {
    const token = await formToken();
    expect((await write({ token })).statusCode).toBe(202);
    expect((await write({ token })).json().code).toBe('form-outdated');
    expect((await write({ token: 'made-up' })).json().code).toBe('form-outdated');
    const present = server.clock.now;
    const old = await formToken();
    expect((await write({ token: old }, { wait: 13 * 3_600_000 })).statusCode).toBe(409);
    server.clock.now = present;
  });

  it('comes from one address a few times an hour', async () => {
    const answers = [];
    for (let times = 0; times < 7; times++) answers.push((await write({}, { ip: '192.0.2.1' })).statusCode);
    expect(answers).toEqual([202, 202, 202, 202, 202, 202, 429]);
  });

  it('is not kept from a company by one visitor who sends without end', async () => {
    for (let times = 0; times < 70; times++) await write({}, { ip: '192.0.2.2' });
    expect((await write({}, { ip: '192.0.2.3' })).statusCode).toBe(202);
  });

  it('can be sent again from the same form when it was refused for what it lacks', async () => {
    const token = await formToken();
    expect((await write({ token, email: 'nobody' })).statusCode).toBe(400);
    expect((await write({ token })).statusCode).toBe(202);
  });

  it('without a name, an address or a message is refused, and so is one to nobody', async () => {
    for (const part of [{ name: '' }, { email: 'nobody' }, { message: 'short' }, { more: 1 }]) {
      expect((await write(part)).statusCode).toBe(400);
    }
    const url = '/api/v1/business-profiles/northwind/enquiries';
    const payload = { name: 'A', email: 'a@b.example', message: 'a long message', token: 'x', locale: 'en' };
    expect((await server.app.inject({ method: 'POST', url, payload })).statusCode).toBe(404);
  });

  it('from a page of another site is refused', async () => {
    const headers = { origin: 'https://evil.example' };
    const answer = await server.app.inject({ method: 'POST', url: SEND, payload: {}, headers });
    expect([answer.statusCode, answer.json().code]).toEqual([403, 'foreign-origin']);
  });
});

describe('the inbox', () => {
  it('keeps who changed what and when, and refuses what cannot follow', async () => {
    const [{ referralId }] = (await inbox('state=new')).value;
    const path = `${INBOX}/${referralId}`;
    expect((await admin.send('PATCH', path, { state: 'in-contact' })).json().state).toBe('in-contact');
    server.clock.now = new Date(server.clock.now.getTime() + 60_000);
    expect((await admin.send('POST', `${path}/notes`, { note: 'Called twice.' })).statusCode).toBe(200);
    const back = await admin.send('PATCH', path, { state: 'new' });
    expect([back.statusCode, back.json().code]).toEqual([409, 'state-not-next']);
    const { events } = (await admin.get(path)).json();
    expect(events.map(({ state, note }: { state: string; note: string }) => state ?? note)).toEqual([
      'in-contact',
      'Called twice.',
    ]);
    expect(events[0].by).toMatch(/\S+ \S+/);
  });

  it('is searched by every word, and leaves spam out until it is asked for', async () => {
    const found = await inbox('search=fonderies+BRUN');
    expect(found.value.map(({ senderName }: { senderName: string }) => senderName)).toEqual(['Amélie Brun']);
    expect((await inbox('search=100%25')).count).toBe(0);
    const states = (await inbox('top=200')).value.map(({ state }: { state: string }) => state);
    expect(states).not.toContain('spam');
  });

  it('is downloaded with the rows that it shows, and the trail says so', async () => {
    const file = await admin.get(`${INBOX}?format=csv&lang=fr&search=fonderies`);
    expect(file.body).toContain('Amélie Brun');
    expect(file.body.trim().split('\r\n')).toHaveLength(2);
    const filter = encodeURIComponent("action eq 'referrals.downloaded'");
    const trail = (await admin.get(`/api/v1/partners/contoso/audit-events?filter=${filter}`)).json().value;
    expect(trail[0].details).toMatchObject({ format: 'csv', rows: 1 });
  });

  it('shows programs that were written into an enquiry as text, and lets none into a spreadsheet', async () => {
    const message = '<script>alert(1)</script> =HYPERLINK("https://evil.example")';
    await write({ name: '=1+1', company: '@SUM(A1)', message });
    const [{ referralId }] = (await inbox('search=hyperlink')).value;
    expect((await admin.get(`${INBOX}/${referralId}`)).json().message).toBe(message);
    const file = await admin.get(`${INBOX}?format=csv&lang=en&search=hyperlink`);
    expect(file.body).toContain('1+1');
    expect(file.body).not.toMatch(/(^|[,;\t])"?[=@]/m);
    await noticeMails(server.services);
    const mails = (await server.mails('contoso')).filter(({ kind }) => kind === 'notice');
    expect(mails.at(-1)!.text).not.toContain('script');
  });

  it('forgets an enquiry at once when whoever wrote it asks for that', async () => {
    await write({ name: 'Forget Me' });
    const [{ referralId }] = (await inbox('search=forget')).value;
    const path = `${INBOX}/${referralId}`;
    await admin.send('POST', `${path}/notes`, { note: 'Her cousin knows us.' });
    const erased = (await admin.send('DELETE', `${path}/personal-data`)).json();
    expect(erased).toMatchObject({ erased: true, senderName: null, senderEmail: null, message: null });
    expect(erased.events).toEqual([]);
    expect((await admin.send('DELETE', `${path}/personal-data`)).json().code).toBe('referral-erased');
  });

  it('is closed to roles that do not look after customers', async () => {
    const viewer = await server.as('report-viewer@contoso.example');
    expect((await viewer.get(INBOX)).statusCode).toBe(403);
    const operator = await server.as('programme-operator@contoso.example');
    expect((await operator.get(INBOX)).statusCode).toBe(403);
  });

  it('forgets who asked when the time is over, and keeps that somebody did', async () => {
    const won = (await inbox('state=won')).value[0];
    const spam = (await inbox('state=spam')).count;
    expect(spam).toBeGreaterThan(0);
    const present = server.clock.now;
    server.clock.now = new Date(Date.parse(won.changedAt) + 365 * DAY_MS);
    expect((await profileRound(server.services)).erased).toBeGreaterThan(0);
    expect((await profileRound(server.services)).erased).toBe(0);
    const later = await server.as('partner-admin@contoso.example');
    const { value } = (await later.get(`${INBOX}?state=won`)).json();
    expect(value[0]).toMatchObject({
      referralId: won.referralId,
      erased: true,
      senderName: null,
      message: null,
    });
    const { events } = (await later.get(`${INBOX}/${won.referralId}`)).json();
    expect(events.every(({ note }: { note: string | null }) => note === null)).toBe(true);
    expect((await later.get(`${INBOX}?state=spam`)).json().count).toBe(0);
    const open = (await later.get(`${INBOX}?search=fonderies`)).json();
    expect(open.count).toBe(1);
    server.clock.now = present;
  });
});
