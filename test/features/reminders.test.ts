import { afterAll, beforeAll, expect, it } from 'vitest';
import type { ChaseList } from '../../src/contract/chase-list.ts';
import type { Reminders } from '../../src/contract/reminders.ts';
import { type Browser, type DemoServer, demoServer } from '../support/demo-server.ts';

let server: DemoServer;
let admin: Browser;
const ids = new Map<string, string>();
beforeAll(async () => {
  server = await demoServer();
  admin = await server.as('partner-admin@contoso.example');
  const users = (await admin.get('/api/v1/partners/contoso/users')).json().value;
  for (const { workEmail, userId } of users) ids.set(workEmail.split('@')[0], userId);
});
afterAll(() => server.close());

const PATH = '/api/v1/partners/contoso/reminders';

async function remind(...people: string[]): Promise<Reminders['value']> {
  const userIds = people.map((person) => ids.get(person) ?? person);
  const answer = await admin.send('POST', PATH, { userIds });
  expect(answer.statusCode).toBe(200);
  return answer.json().value;
}

async function remindersWritten() {
  return (await server.mails('contoso')).filter(({ kind }) => kind === 'associate-reminder');
}

it('goes to whom there is something to ask, once a month, and says so for each', async () => {
  const first = await remind('sandrine.lopez', 'global-admin', 'claire', 'thomas.vidal', 'nobody');
  expect(first.map(({ result, nextOn }) => [result, nextOn])).toEqual([
    ['queued', '2026-12-01'],
    ['queued', '2026-12-01'],
    ['associated', null],
    ['not-active', null],
    ['unknown-user', null],
  ]);
  const again = await remind('sandrine.lopez');
  expect(again).toMatchObject([{ result: 'sent-before', nextOn: '2026-12-01' }]);
  expect(await remindersWritten()).toHaveLength(2);
});

it('tells each what is missing, in the own language, with one link', async () => {
  const written = await remindersWritten();
  const [sandrine, olivier] = ['sandrine.lopez', 'global-admin'].map((person) =>
    written.find(({ to }) => to === `${person}@contoso.example`),
  );
  expect(sandrine).toMatchObject({ locale: 'fr' });
  expect(sandrine!.text).toContain('À partir du 15 décembre 2026, vos qualifications ne compteront plus.');
  expect(sandrine!.text).toContain('http://localhost:3000/go/associate-account');
  expect(olivier!.text).toContain('Aucun compte d’apprentissage n’est encore associé');
});

it('is written down for each person', async () => {
  const filter = encodeURIComponent("action eq 'reminder.sent'");
  const trail = (await admin.get(`/api/v1/partners/contoso/audit-events?filter=${filter}`)).json().value;
  expect(trail.map(({ subject }: { subject: string }) => subject).sort()).toEqual(
    ['sandrine.lopez', 'global-admin'].map((person) => `user:${ids.get(person)}`).sort(),
  );
});

it('stands in the chase list with the day of the next one', async () => {
  const list: ChaseList = (await admin.get('/api/v1/partners/contoso/chase-list')).json();
  const sandrine = list.value.find(({ workEmail }) => workEmail === 'sandrine.lopez@contoso.example');
  expect(sandrine).toMatchObject({ remindedAt: '2026-11-21T10:00:00.000Z', nextReminderOn: '2026-12-01' });
});

it('sent again under the same name, a request is answered and not done again', async () => {
  const before = (await remindersWritten()).length;
  const send = () =>
    admin.send(
      'POST',
      PATH,
      { userIds: [ids.get('report-viewer')] },
      { 'repeatability-request-id': 'reminder-1' },
    );
  const [one, two] = [await send(), await send()];
  expect(two.json()).toEqual(one.json());
  expect((await remindersWritten()).length - before).toBeLessThanOrEqual(1);
});

it('may be sent again in the next month', async () => {
  server.clock.now = new Date('2026-12-01T08:00:00Z');
  admin = await server.as('partner-admin@contoso.example');
  expect(await remind('sandrine.lopez')).toMatchObject([{ result: 'queued', nextOn: '2027-01-01' }]);
});
