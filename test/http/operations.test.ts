/** What operators see of a running server: metrics, and a log that says what happened and never to whom. */
import { Writable } from 'node:stream';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type DemoServer, demoServer } from '../support/demo-server.ts';

let server: DemoServer;
let written = '';
const log = new Writable({
  write: (chunk, _encoding, done) => {
    written += chunk;
    done();
  },
});
beforeAll(async () => {
  server = await demoServer({ log });
});
afterAll(() => server.close());

const metrics = async () => (await server.app.inject('/metrics')).body;

function value(text: string, series: string): number {
  const line = text.split('\n').find((each) => each.startsWith(`${series} `));
  if (line === undefined) throw new Error(`no ${series} in ${text.slice(0, 2_000)}`);
  return Number(line.split(' ').at(-1));
}

it('counts requests by route, evaluations, queues and connections, and names nobody', async () => {
  const admin = await server.as('partner-admin@contoso.example');
  expect((await admin.get('/api/v1/partners/contoso/competencies')).statusCode).toBe(200);
  expect((await admin.get('/api/v1/partners/fabrikam/competencies')).statusCode).toBe(404);
  const told = await metrics();
  const route = 'method="GET",route="/api/v1/partners/:partnerId/competencies"';
  expect(value(told, `jalon_http_request_seconds_count{${route},status="200"}`)).toBe(1);
  expect(value(told, `jalon_http_request_seconds_count{${route},status="404"}`)).toBe(1);
  expect(value(told, 'jalon_evaluation_seconds_count')).toBeGreaterThan(0);
  expect(value(told, 'jalon_database_up')).toBe(1);
  for (const queue of ['imports', 'mail']) {
    expect(value(told, `jalon_queue_waiting_jobs{queue="${queue}"}`)).toBe(0);
    expect(value(told, `jalon_queue_oldest_seconds{queue="${queue}"}`)).toBe(0);
  }
  expect(value(told, 'jalon_database_connections{state="waiting"}')).toBe(0);
  expect(value(told, 'nodejs_eventloop_lag_p99_seconds')).toBeGreaterThan(0);
  expect(value(told, 'process_resident_memory_bytes')).toBeGreaterThan(1e7);
  expect(told).not.toMatch(/contoso|example|@/);
});

it('shows a job that waits, and for how long', async () => {
  await server.opened.jobs.executeSql(
    `insert into pgboss.job (name, data, start_after) values ('mail', '{}', now() - interval '10 minutes')`,
    [],
  );
  const told = await metrics();
  expect(value(told, 'jalon_queue_waiting_jobs{queue="mail"}')).toBe(1);
  expect(value(told, 'jalon_queue_oldest_seconds{queue="mail"}')).toBeGreaterThanOrEqual(600);
});

it('answers strangers as if there were no metrics', async () => {
  const far = await server.app.inject({ url: '/metrics', remoteAddress: '203.0.113.7' });
  expect(far.statusCode).toBe(404);
  const admin = await server.as('partner-admin@contoso.example');
  const headers = { cookie: admin.cookie };
  const known = await server.app.inject({ url: '/metrics', remoteAddress: '203.0.113.7', headers });
  expect(known.statusCode).toBe(404);
  const operator = await server.as('programme-operator@contoso.example');
  const answer = await server.app.inject({
    url: '/metrics',
    remoteAddress: '203.0.113.7',
    headers: { cookie: operator.cookie },
  });
  expect(answer.statusCode).toBe(200);
});

it('logs JSON lines whose request id is that of the refusal, without people, passwords or secrets', async () => {
  const admin = await server.as('partner-admin@contoso.example');
  const users = (await admin.get('/api/v1/partners/contoso/users?top=200')).json().value as {
    firstName: string;
    lastName: string;
    email: string;
  }[];
  expect(users.length).toBeGreaterThan(10);
  const invitation = {
    firstName: 'Zébulon',
    lastName: 'Quasimodo',
    email: 'zebulon@contoso.example',
    roles: [],
  };
  await admin.send('POST', '/api/v1/partners/contoso/users', invitation);
  await admin.get("/api/v1/partners/contoso/users?filter=contains(lastName,'Quasimodo')");
  await admin.upload(
    '/api/v1/partners/contoso/imports',
    'people.csv',
    'first name,last name\nZébulon,Quasimodo\n',
  );
  await server.app.inject({
    method: 'POST',
    url: '/api/v1/sign-in',
    payload: { email: users[0]!.email, password: 'not-the-password' },
  });
  // What the database says of a row that it refuses names the row.
  await server.opened.jobs
    .executeSql(`select 'zebulon@contoso.example'::int`, [])
    .catch((error) => server.app.log.error({ err: error }, 'a round failed'));
  const refused = await admin.get('/api/v1/partners/fabrikam/users');

  const lines = written
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Record<string, unknown>);
  const request = lines.find(({ reqId }) => reqId === refused.json().instance);
  expect(request).toMatchObject({ msg: 'request', status: 404, path: '/api/v1/partners/fabrikam/users' });
  expect(lines.every(({ time, level }) => typeof time === 'string' && typeof level === 'number')).toBe(true);
  const secrets = [
    'not-the-password',
    admin.cookie.split('=')[1]!,
    admin.csrf,
    ...server.signIns.map(({ password }) => password),
    ...users.map(({ email }) => email),
    ...users.map(({ firstName, lastName }) => `${firstName} ${lastName}`),
    'Quasimodo',
    'zebulon',
  ];
  expect(secrets.filter((secret) => written.includes(secret))).toEqual([]);
});
