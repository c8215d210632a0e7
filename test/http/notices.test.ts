import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type {
  CompanyNoticeSettings,
  NoticeCount,
  NoticeList,
  NoticeSettings,
} from '../../src/contract/notices.ts';
import { orderRound } from '../../src/features/memberships/order-round.ts';
import { noticeMails } from '../../src/features/notices/notice-mails.ts';
import { noticeRound } from '../../src/features/notices/notice-round.ts';
import { MAIL_PURPOSE, type MailContent } from '../../src/features/shared/mail/post-mail.ts';
import { listMails } from '../../src/store/mail-store.ts';
import type { PartnerId } from '../../src/store/partner-id.ts';
import { type Browser, type DemoServer, demoServer } from '../support/demo-server.ts';

const CLAIM = { partnerId: 'contoso' as PartnerId, actor: { kind: 'system', name: 'test' } } as const;
const COMPANY = '/api/v1/partners/contoso/notice-settings';

let server: DemoServer;
let admin: Browser;
let global: Browser;
let viewer: Browser;

beforeAll(async () => {
  server = await demoServer();
  admin = await server.as('partner-admin@contoso.example');
  global = await server.as('global-admin@contoso.example');
  viewer = await server.as('report-viewer@contoso.example');
  await noticeRound(server.services);
});
afterAll(() => server.close());

async function list(browser: Browser, query = ''): Promise<NoticeList> {
  const answer = await browser.get(`/api/v1/me/notices${query}`);
  expect(answer.statusCode).toBe(200);
  return answer.json();
}

async function mailsTo(to: string) {
  const { database, sealer } = server.services;
  const mails = await database.readAsTenant(CLAIM, (tx) => listMails(tx, { limit: 1_000, offset: 0 }));
  return mails
    .filter(({ recipient, kind }) => recipient === to && kind.startsWith('notice'))
    .map(({ subject, kind, sealedContent }) => ({
      subject,
      kind,
      ...(JSON.parse(sealer.open(MAIL_PURPOSE, sealedContent!)) as MailContent),
    }));
}

describe('the notices of a person', () => {
  it('are listed in the language asked for, and lead to where something can be done', async () => {
    const { value, unread, tasks } = await list(admin, '?lang=en');
    expect([unread, tasks]).toEqual([value.length, 0]);
    const risk = value.find(({ kind }) => kind === 'at-risk')!;
    expect(risk.title).toBe('2 levels are at risk');
    expect(risk.action.path).toBe('/risk?programme=microsoft-competencies');
    const french = (await list(admin, '?lang=fr&kind=at-risk')).value;
    expect(french.map(({ title }) => title)).toEqual(['2 niveaux sont à risque']);
  });

  it('are not those of others: a role that receives nothing has none', async () => {
    expect((await list(viewer)).count).toBe(0);
  });

  it('once read are counted no more, one by one or all at once', async () => {
    const { value, unread } = await list(global);
    const answer = await global.send('POST', '/api/v1/me/notices/read', { noticeIds: [value[0]!.noticeId] });
    expect(answer.json<NoticeCount>().unread).toBe(unread - 1);
    expect((await list(global, '?show=unread')).count).toBe(unread - 1);
    expect((await global.send('POST', '/api/v1/me/notices/read', {})).json<NoticeCount>().unread).toBe(0);
    // Those of a colleague are as they were.
    expect((await list(admin)).unread).toBe(unread);
  });

  it('that are no tasks, or are somebody else’s, cannot be done', async () => {
    const [notice] = (await list(admin)).value;
    for (const browser of [admin, global]) {
      const done = await browser.send('POST', `/api/v1/me/notices/${notice!.noticeId}/done`);
      expect(done.statusCode).toBe(404);
    }
  });
});

describe('the task to check the skills report', () => {
  it('done by one administrator is done for the other, and says by whom', async () => {
    server.clock.now = new Date('2026-12-22T10:00:00Z');
    admin = await server.as('partner-admin@contoso.example');
    global = await server.as('global-admin@contoso.example');
    await noticeRound(server.services);
    const [task] = (await list(admin, '?show=tasks&lang=en')).value;
    expect(task).toMatchObject({ kind: 'report-check', doneAt: null });
    const done = await admin.send('POST', `/api/v1/me/notices/${task!.noticeId}/done`);
    expect(done.json<NoticeCount>().tasks).toBe(0);
    expect((await list(global, '?show=tasks')).count).toBe(0);
    const [theirs] = (await list(global, '?kind=report-check')).value;
    expect(theirs).toMatchObject({ doneAt: expect.any(String), doneBy: expect.stringContaining(' ') });
    // A later look at the company opens it for nobody again.
    server.clock.now = new Date('2027-01-05T10:00:00Z');
    await noticeRound(server.services);
    global = await server.as('global-admin@contoso.example');
    expect((await list(global, '?show=tasks')).count).toBe(0);
  });
});

describe('how somebody is told', () => {
  it('is the person’s own choice, but for what is essential', async () => {
    admin = await server.as('partner-admin@contoso.example');
    const choose = (kind: string, mode: string | null) =>
      admin.send('PATCH', '/api/v1/me/notice-settings', { kind, mode });
    const refused = await choose('at-risk', 'off');
    expect([refused.statusCode, refused.json().code]).toEqual([409, 'essential-notice']);
    const changed = (await choose('pmc-window-ending', 'weekly')).json<NoticeSettings>();
    expect(changed.value.find(({ kind }) => kind === 'pmc-window-ending')).toMatchObject({
      mode: 'weekly',
      own: 'weekly',
    });
    const back = (await choose('pmc-window-ending', null)).json<NoticeSettings>();
    expect(back.value.find(({ kind }) => kind === 'pmc-window-ending')).toMatchObject({
      mode: 'at-once',
      own: null,
    });
  });

  it('knows only kinds that the person may read', async () => {
    viewer = await server.as('report-viewer@contoso.example');
    const { value } = (await viewer.get('/api/v1/me/notice-settings')).json<NoticeSettings>();
    const kinds = value.map(({ kind }) => kind);
    expect(kinds).toContain('at-risk');
    expect(kinds).not.toContain('certificates-expiring');
  });

  it('of the company is chosen by its administrators, and never names a role that may not read it', async () => {
    const roles = ['report-viewer', 'user-admin'];
    const answer = await admin.send('PATCH', COMPANY, { kind: 'level-gained', roles, mode: 'at-once' });
    const row = answer.json<CompanyNoticeSettings>().value.find(({ kind }) => kind === 'level-gained')!;
    expect(row).toMatchObject({ roles: ['report-viewer'], mode: 'at-once', people: 1 });
    const nobody = await admin.send('PATCH', COMPANY, { kind: 'at-risk', roles: [] });
    expect([nobody.statusCode, nobody.json().code]).toEqual([409, 'nobody-told']);
    const forbidden = await viewer.get(COMPANY);
    expect(forbidden.statusCode).toBe(403);
  });
});

describe('a mail that is not wanted', () => {
  it('carries a link that refuses further ones with one click, without a sign-in', async () => {
    await noticeMails(server.services);
    const mails = await mailsTo('partner-admin@contoso.example');
    const pmc = mails.find(({ headers }) => headers !== undefined)!;
    expect(pmc.headers!['List-Unsubscribe-Post']).toBe('List-Unsubscribe=One-Click');
    const [, url] = /^<http:\/\/localhost:3000(.*)>$/.exec(pmc.headers!['List-Unsubscribe']!)!;
    const before = (await server.app.inject({ url: url! })).json();
    expect(before).toMatchObject({ refused: false });
    const click = await server.app.inject({
      method: 'POST',
      url: url!,
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      payload: 'List-Unsubscribe=One-Click',
    });
    expect([click.statusCode, click.json()]).toEqual([200, { kinds: before.kinds, refused: true }]);
    const { value } = (await admin.get('/api/v1/me/notice-settings')).json<NoticeSettings>();
    for (const kind of before.kinds)
      expect(value.find((each) => each.kind === kind)).toMatchObject({ own: 'off' });
  });

  it('is sent all the same when it is essential, and then carries no such link', async () => {
    const mails = await mailsTo('partner-admin@contoso.example');
    const risk = mails.find(({ subject }) => subject.includes('risque') || subject.includes('risk'))!;
    expect(risk.headers).toBeUndefined();
    expect(risk.text).not.toContain('/unsubscribe');
  });

  it('is not refused by a link that was not made here', async () => {
    const answer = await server.app.inject({ method: 'POST', url: '/api/v1/unsubscribe?token=AAAA' });
    expect(answer.statusCode).toBe(404);
  });

  it('opens no other route to forms', async () => {
    const answer = await server.app.inject({
      method: 'POST',
      url: '/api/v1/sign-in',
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      payload: 'email=a&password=b',
    });
    expect(answer.statusCode).toBe(415);
  });
});

describe('an order by transfer', () => {
  it('is told when it is placed, and when it has expired unpaid', async () => {
    // The demo has one that was placed before notices were: it expires thirty days later.
    await orderRound(server.services);
    const buyer = await server.as('account-admin@contoso.example');
    const [expired] = (await list(buyer, '?lang=en&kind=order-expired')).value;
    expect(expired).toMatchObject({ title: 'Order expired: Microsoft Action Pack' });
    const payload = { offer: 'action-pack', method: 'transfer' };
    const placed = await buyer.send('POST', '/api/v1/partners/contoso/orders', payload);
    expect(placed.statusCode).toBe(201);
    const [pending] = (await list(buyer, '?lang=en&kind=order-pending')).value;
    expect(pending!.paragraphs[0]).toContain(placed.json().reference);
    expect(pending!.paragraphs[0]).toContain('arrive by 4 February 2027');
  });
});
