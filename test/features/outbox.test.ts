import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Mail, MailList } from '../../src/contract/mails.ts';
import { markMailFailed, markMailSent } from '../../src/store/mail-store.ts';
import type { PartnerId } from '../../src/store/partner-id.ts';
import { type Browser, type DemoServer, demoServer } from '../support/demo-server.ts';

const SYSTEM = { partnerId: 'contoso' as PartnerId, actor: { kind: 'system', name: 'test' } } as const;
const PATH = '/api/v1/partners/contoso/mails';

let server: DemoServer;
let admin: Browser;
let helper: Browser;
beforeAll(async () => {
  server = await demoServer();
  admin = await server.as('global-admin@contoso.example');
  helper = await server.as('user-admin@contoso.example');
  const users = (await admin.get('/api/v1/partners/contoso/users')).json().value;
  const idOf = (email: string) =>
    users.find(({ workEmail }: { workEmail: string }) => workEmail === email).userId;
  const userIds = [idOf('sandrine.lopez@contoso.example'), idOf('global-admin@contoso.example')];
  const asked = await admin.send('POST', '/api/v1/partners/contoso/reminders', { userIds });
  expect(asked.statusCode).toBe(200);
});
afterAll(() => server.close());

async function mails(): Promise<MailList> {
  return (await admin.get(PATH)).json();
}

async function mailTo(recipient: string): Promise<Mail> {
  return (await mails()).value.find((mail) => mail.recipient === recipient)!;
}

it('lists what was written, a page at a time', async () => {
  const list = await mails();
  expect(list).toMatchObject({ count: 2, delivery: 'outbox' });
  const one: MailList = (await admin.get(`${PATH}?top=1`)).json();
  expect(one.value).toHaveLength(1);
  expect(one.nextLink).toContain('skip=1');
});

it('shows what a captured mail says, and writes down that it was read', async () => {
  const { mailId } = await mailTo('sandrine.lopez@contoso.example');
  const content = await helper.get(`${PATH}/${mailId}/content`);
  expect(content.json().text).toContain('Bonjour Sandrine');
  const trail = (await admin.get('/api/v1/partners/contoso/audit-events?top=1')).json();
  expect(trail.value[0]).toMatchObject({ action: 'mail.read', subject: `mail:${mailId}` });
});

it('keeps mails of somebody who may do more from whom may do less: they may carry a way in', async () => {
  const { mailId } = await mailTo('global-admin@contoso.example');
  const refused = await helper.get(`${PATH}/${mailId}/content`);
  expect([refused.statusCode, refused.json().code]).toEqual([403, 'role-not-allowed']);
  expect((await admin.get(`${PATH}/${mailId}/content`)).statusCode).toBe(200);
});

it('tells why a mail did not go, sends it again, and never one that went', async () => {
  const { mailId } = await mailTo('sandrine.lopez@contoso.example');
  await server.services.database.asTenant(SYSTEM, (tx) => markMailFailed(tx, mailId, '550 no such mailbox'));
  expect(await mailTo('sandrine.lopez@contoso.example')).toMatchObject({
    state: 'failed',
    failure: '550 no such mailbox',
  });
  expect((await admin.send('POST', `${PATH}/${mailId}/send-again`)).statusCode).toBe(200);
  await server.services.database.asTenant(SYSTEM, (tx) => markMailSent(tx, mailId, false));
  expect(await mailTo('sandrine.lopez@contoso.example')).toMatchObject({ state: 'sent', failure: null });
  const again = await admin.send('POST', `${PATH}/${mailId}/send-again`);
  expect([again.statusCode, again.json().code]).toEqual([409, 'mail-sent']);
  const content = await admin.get(`${PATH}/${mailId}/content`);
  expect([content.statusCode, content.json().code]).toEqual([404, 'mail-not-kept']);
});
