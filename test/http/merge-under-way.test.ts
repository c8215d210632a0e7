/** What is told of a merge of two companies, and what is refused while it is made. */
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { mergeRound } from '../../src/features/partner-merges/merge-work.ts';
import type { PartnerId } from '../../src/store/partner-id.ts';
import { addMergeRun, failMergeRun, takeMergeRun } from '../../src/store/partner-merge-runs-store.ts';
import { type Browser, type DemoServer, demoServer } from '../support/demo-server.ts';

const PATH = '/api/v1/network/partner-merges';
const OPERATOR = { kind: 'system', name: 'test' } as const;
const WORKER = '00000000-0000-4000-8000-000000000001';
const ASKED = { from: 'fabrikam', into: 'contoso' };
const BODY = { ...ASKED, keepRoles: true, reason: 'Taken over', confirm: 'Fabrikam' };

let server: DemoServer;
let operator: Browser;
let former: Browser;
let goingOn: Browser;
let mergeId: string;

const network = <T>(work: Parameters<DemoServer['services']['database']['asNetwork']>[1]) =>
  server.services.database.asNetwork({ actor: OPERATOR }, work) as Promise<T>;

beforeAll(async () => {
  server = await demoServer();
  operator = await server.as('programme-operator@contoso.example');
  former = await server.as('partner-admin@fabrikam.example');
  goingOn = await server.as('partner-admin@contoso.example');
  // It is taken by somebody who does nothing.
  mergeId = await network<string>((tx) =>
    addMergeRun(tx, {
      from: 'fabrikam' as PartnerId,
      into: 'contoso' as PartnerId,
      same: [],
      keepRoles: true,
      reason: 'Taken over',
    }),
  );
  await network((tx) => takeMergeRun(tx, WORKER));
});
afterAll(() => server.close());

function signIn(email: string) {
  const { password } = server.signIns.find((one) => one.email === email)!;
  return server.app.inject({ method: 'POST', url: '/api/v1/sign-in', payload: { email, password } });
}

const enrol = (partnerId: string) => `/api/v1/partners/${partnerId}/enrolments`;

it('tells every operator how far it is', async () => {
  const run = (await operator.get(`${PATH}/${mergeId}`)).json();
  expect(run).toMatchObject({ mergeId, state: 'running', phase: 'judging', failure: null, counts: null });
  expect(run).toMatchObject({ from: { name: 'Fabrikam' }, into: { partnerId: 'contoso' } });
  const { open, value } = (await operator.get(PATH)).json();
  expect(open.map((each: { mergeId: string }) => each.mergeId)).toEqual([mergeId]);
  expect(value).toEqual([]);
  const nowhere = await operator.get(`${PATH}/${WORKER}`);
  expect([nowhere.statusCode, nowhere.json().code]).toEqual([404, 'merge-not-found']);
});

it('is one at a time for a company', async () => {
  for (const [from, into] of [
    ['fabrikam', 'northwind'],
    ['northwind', 'contoso'],
    ['contoso', 'fabrikam'],
  ]) {
    const confirm = { fabrikam: 'Fabrikam', northwind: 'Northwind', contoso: 'Contoso Conseil' }[from!];
    const refused = await operator.send('POST', PATH, { ...BODY, from, into, confirm });
    expect([refused.statusCode, refused.json().code]).toEqual([409, 'under-way']);
  }
  const preview = (await operator.send('POST', `${PATH}/preview`, ASKED)).json();
  expect([preview.refusal, preview.effect]).toEqual(['under-way', null]);
});

it('refuses at once what would change one of the companies, and says when to try again', async () => {
  for (const [browser, company] of [
    [former, 'fabrikam'],
    [goingOn, 'contoso'],
    [operator, 'contoso'],
  ] as const) {
    const refused = await browser.send('POST', `/api/v1/partners/${company}/departures/preview`, {});
    if (refused.statusCode !== 404) expect(refused.json().code).toBe('company-merging');
  }
  const refused = await operator.send('POST', enrol('contoso'), { programme: 'microsoft-competencies' });
  expect([refused.statusCode, refused.json().code, refused.headers['retry-after']]).toEqual([
    503,
    'company-merging',
    '20',
  ]);
  const elsewhere = await operator.send('POST', enrol('northwind'), { programme: 'microsoft-competencies' });
  expect(elsewhere.statusCode).not.toBe(503);
});

it('lets everybody read, and people of the company that goes on change what is theirs alone', async () => {
  expect((await former.get('/api/v1/partners/fabrikam/skills-report?top=1')).statusCode).toBe(200);
  expect((await goingOn.get('/api/v1/partners/contoso/skills-report?top=1')).statusCode).toBe(200);
  expect((await goingOn.send('PATCH', '/api/v1/me', { locale: 'en' })).statusCode).toBe(200);
  const moving = await former.send('PATCH', '/api/v1/me', { locale: 'en' });
  expect([moving.statusCode, moving.json().code]).toEqual([503, 'company-merging']);
  expect((await signIn('report-viewer@contoso.example')).statusCode).toBe(200);
});

it('lets people of the company that is taken over sign out, and not in', async () => {
  expect((await former.send('POST', '/api/v1/sign-out')).statusCode).toBeLessThan(300);
  const refused = await signIn('partner-admin@fabrikam.example');
  expect([refused.statusCode, refused.json().code]).toEqual([503, 'company-merging']);
});

it('is given up after it was begun five times, and listed until it is asked for again', async () => {
  await network((tx) =>
    sql`update partner_merge_run set attempts = 5, lease_until = null where merge_id = ${mergeId}`.execute(
      tx.sql,
    ),
  );
  await mergeRound(server.services);
  const run = (await operator.get(`${PATH}/${mergeId}`)).json();
  expect(run).toMatchObject({ state: 'failed', failure: { code: 'interrupted' }, counts: null });
  expect((await operator.get(PATH)).json().open).toMatchObject([{ mergeId, state: 'failed' }]);
  expect((await signIn('partner-admin@fabrikam.example')).statusCode).toBe(200);
  expect((await operator.get('/api/v1/partners/fabrikam')).json().mergedInto).toBeUndefined();
});

it('refuses people who are nobody before it begins', async () => {
  const samePeople = [{ userId: WORKER, keepUserId: WORKER }];
  const refused = await operator.send('POST', PATH, { ...BODY, samePeople });
  expect([refused.statusCode, refused.json().code]).toEqual([400, 'unknown-person']);
  expect(refused.json().errors[0].detail).toBe(WORKER);
});

it('is one merge however often the same request is sent', async () => {
  // Another server makes another merge: this one waits for its turn.
  const other = await network<string>((tx) =>
    addMergeRun(tx, {
      from: 'northwind' as PartnerId,
      into: 'tailspin' as PartnerId,
      same: [],
      keepRoles: true,
      reason: 'First',
    }),
  );
  await network((tx) => takeMergeRun(tx, WORKER));
  server.clock.now = new Date(server.clock.now.getTime() + 60_000);
  const send = () => operator.send('POST', PATH, BODY, { 'repeatability-request-id': 'again' });
  const answers = [await send(), await send()];
  expect(answers.map(({ statusCode }) => statusCode)).toEqual([202, 202]);
  const [first, second] = answers.map((answer) => answer.json());
  expect(first).toMatchObject({ state: 'queued', phase: 'waiting' });
  expect(second.mergeId).toBe(first.mergeId);
  const { open } = (await operator.get(PATH)).json();
  expect(open.map((each: { mergeId: string }) => each.mergeId)).toEqual([first.mergeId, other]);
  await network((tx) => failMergeRun(tx, other, WORKER, { code: 'error', about: null }));
  await mergeRound(server.services);
  const { statusCode, ...done } = await send();
  expect(statusCode).toBe(202);
  expect(done.json()).toMatchObject({ mergeId: first.mergeId, state: 'done', failure: null });
  expect((await operator.get('/api/v1/partners/fabrikam')).json().mergedInto).toBe('contoso');
});
