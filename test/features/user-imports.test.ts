import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ImportRun } from '../../src/contract/imports.ts';
import { type Browser, browserAfter, type DemoServer, demoServer } from '../support/demo-server.ts';

let server: DemoServer;
let admin: Browser;
beforeAll(async () => {
  server = await demoServer();
  admin = await server.as('global-admin@contoso.example');
});
afterAll(() => server.close());

const imports = '/api/v1/partners/contoso/imports';
const later = (milliseconds: number) => {
  server.clock.now = new Date(server.clock.now.getTime() + milliseconds);
};

async function settled(importId: string, browser = admin): Promise<ImportRun> {
  for (let tries = 0; tries < 4_000; tries++) {
    const run = (await browser.get(`${imports}/${importId}`)).json() as ImportRun;
    if (run.state !== 'checking' && run.state !== 'applying') return run;
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
  throw new Error('the import does not end');
}

async function uploaded(rows: readonly string[], browser = admin): Promise<ImportRun> {
  const text = ['first name,last name,work e-mail,roles,locale', ...rows].join('\n');
  const answer = await browser.upload(imports, 'users.csv', text);
  expect(answer.statusCode).toBe(201);
  return settled(answer.json().importId, browser);
}

async function applied(run: ImportRun, browser = admin): Promise<ImportRun> {
  await browser.send('POST', `${imports}/${run.importId}/apply`);
  return settled(run.importId, browser);
}

/** Cells of the log by header, without the mark of a spreadsheet's file. */
async function logOf({ importId }: ImportRun, browser = admin): Promise<Record<string, string>[]> {
  const answer = await browser.get(`${imports}/${importId}/log`);
  expect(answer.statusCode).toBe(200);
  const [header = '', ...lines] = answer.body.replace('\uFEFF', '').trimEnd().split('\r\n');
  return lines.map((line) => {
    const cells = line.split(',');
    return Object.fromEntries(header.split(',').map((name, index) => [name, cells[index] ?? '']));
  });
}

const secretsIn = (log: readonly Record<string, string>[]) =>
  log.map(({ temporaryPassword }) => temporaryPassword).filter((secret) => secret !== '');

const three = (name: string) =>
  [1, 2, 3].map((number) => `Ida,Trois ${number},${name}${number}@contoso.example,,fr`);

describe('the log of a file of users', () => {
  it('tells each person’s first sign-in, with which he or she comes in and chooses a password', async () => {
    const run = await applied(await uploaded([...three('ida'), 'X,Y,nothing,,fr']));
    expect([run.counts, run.firstSignIns]).toEqual([
      { created: 3, updated: 0, unchanged: 0, rejected: 1 },
      true,
    ]);
    const log = await logOf(run);
    expect(log[0]).toMatchObject({
      line: '2',
      result: 'created',
      userName: 'ida1@contoso.example',
      expiresAt: '2026-11-28T10:00:00.000Z',
      mail: 'queued',
    });
    expect(log[3]).toMatchObject({ result: 'rejected', reason: 'bad-email', temporaryPassword: '' });
    const payload = { email: 'ida1@contoso.example', password: log[0]!.temporaryPassword };
    const answer = await server.app.inject({ method: 'POST', url: '/api/v1/sign-in', payload });
    expect(answer.json()).toMatchObject({ firstName: 'Ida', passwordChangeRequired: true });
    const browser = browserAfter(server.app, answer);
    const chosen = await browser.send('POST', '/api/v1/me/password', { password: 'huit boules de neige' });
    expect(chosen.statusCode).toBe(200);
    const mails = (await server.mails('contoso')).filter(({ to }) => to.startsWith('ida'));
    expect(mails.map(({ kind, locale }) => [kind, locale])).toEqual(Array(3).fill(['first-sign-in', 'fr']));
  });

  it('tells a secret once, of fifty who ask at the same moment to one', async () => {
    const run = await applied(await uploaded(three('once')));
    const logs = await Promise.all(Array.from({ length: 50 }, () => logOf(run)));
    expect(logs.map((log) => secretsIn(log).length).sort((a, b) => b - a)).toEqual([3, ...Array(49).fill(0)]);
    const after = await logOf(run);
    expect([secretsIn(after), after[0]?.userName]).toEqual([[], 'once1@contoso.example']);
    expect((await settled(run.importId)).firstSignIns).toBe(false);
  });

  it('loses no secret to a request without an answer, nor to a link on another site', async () => {
    const run = await applied(await uploaded(three('kept')));
    const url = `${imports}/${run.importId}/log`;
    const head = await server.app.inject({ method: 'HEAD', url, headers: { cookie: admin.cookie } });
    expect([head.statusCode, head.body]).toEqual([200, '']);
    const followed = await admin.get(url, { 'sec-fetch-site': 'cross-site' });
    expect([followed.statusCode, followed.body.includes('kept1@contoso.example')]).toEqual([200, true]);
    expect((await settled(run.importId)).firstSignIns).toBe(true);
    const answer = await admin.get(url, { 'sec-fetch-site': 'same-origin' });
    expect(answer.headers['cache-control']).toBe('no-store');
    expect(answer.body).toMatch(/kept1@contoso\.example,([a-z2-9]{4}-){4}[a-z2-9]{4},/);
  });

  it('tells its secrets to nobody but the importing person, who still finds them afterwards', async () => {
    const run = await applied(await uploaded(three('mine')));
    const other = await server.as('user-admin@contoso.example');
    expect((await settled(run.importId, other)).firstSignIns).toBe(false);
    expect(secretsIn(await logOf(run, other))).toEqual([]);
    expect(secretsIn(await logOf(run))).toHaveLength(3);
  });

  it('tells none after a day, and none are left in the database', async () => {
    const run = await applied(await uploaded(three('late')));
    later(24 * 3_600_000);
    admin = await server.as('global-admin@contoso.example');
    expect(secretsIn(await logOf(run))).toEqual([]);
    await uploaded(three('next'));
    const left = await server.services.database.asNetwork({ actor: { kind: 'system', name: 'test' } }, (tx) =>
      tx.sql.selectFrom('import_sign_in').select('import_id').execute(),
    );
    expect(left).toEqual([]);
  });
});

describe('a row about somebody who is known', () => {
  it('changes what it says differently and leaves what it leaves empty, with one entry for each person', async () => {
    await applied(
      await uploaded(['Rose,Avant,rose@contoso.example,,fr', 'Rémi,Reste,remi@contoso.example,,en']),
    );
    const rows = [
      'Rose,Après,rose@contoso.example,report-viewer,en',
      'Rémi,Reste,remi@contoso.example,,',
      'Rémy,Autre,zoe@contoso.example,,',
    ];
    const run = await applied(await uploaded(rows));
    expect(run.counts).toEqual({ created: 0, updated: 2, unchanged: 1, rejected: 0 });
    const found = async (search: string) =>
      (await admin.get(`/api/v1/partners/contoso/users?search=${search}`)).json().value[0];
    expect(await found('rose@')).toMatchObject({
      firstName: 'Rose',
      lastName: 'Après',
      locale: 'en',
      roles: ['report-viewer'],
      technical: false,
    });
    expect(await found('remi@')).toMatchObject({ firstName: 'Rémi', lastName: 'Reste', locale: 'en' });
    expect(await found('zoe@')).toMatchObject({ firstName: 'Rémy', locale: 'fr', technical: true });
    const filter = encodeURIComponent("action eq 'user.edited'");
    const events = (await admin.get(`/api/v1/partners/contoso/audit-events?filter=${filter}`)).json().value;
    const entries = events.map(({ subject, details }: { subject: string; details: object }) => [
      subject,
      details,
    ]);
    expect(entries.reverse()).toEqual([
      [`user:${(await found('rose@')).userId}`, { fields: ['lastName', 'locale'] }],
      [`user:${(await found('zoe@')).userId}`, { fields: ['firstName', 'lastName'] }],
    ]);
  });

  it('with the address of a leaver and another name is refused: it may be another person', async () => {
    const run = await applied(await uploaded(['Paul,Parti,paul@contoso.example,,fr']));
    const [{ id }] = (await logOf(run)) as [{ id: string }];
    await admin.send('POST', `/api/v1/partners/contoso/users/${id}/leave`, { on: '2026-11-22' });
    const again = await uploaded(['Paul,Parti,paul@contoso.example,,fr']);
    expect(again.counts).toMatchObject({ unchanged: 1, rejected: 0 });
    const other = await uploaded(['Paula,Neuve,paul@contoso.example,,fr']);
    const rows = (await admin.get(`${imports}/${other.importId}/rows`)).json().value;
    expect(rows[0]).toMatchObject({ result: 'rejected', reason: 'user-not-active', field: 'workEmail' });
  });
});

describe('10,000 rows with 300 bad ones', () => {
  it('are answered one by one, applied, and sent again without effect', async () => {
    const rows = Array.from({ length: 10_000 }, (_, number) => {
      const email = number % 100 < 3 ? `bad ${number}` : `bulk${number}@contoso.example`;
      return `Prénom ${number},Nom ${number},${email},,${number % 2 === 0 ? 'fr' : 'en'}`;
    });
    const checked = await uploaded(rows);
    expect(checked.counts).toEqual({ created: 9_700, updated: 0, unchanged: 0, rejected: 300 });
    const done = await applied(checked);
    expect(done.counts).toEqual({ created: 9_700, updated: 0, unchanged: 0, rejected: 300 });
    const log = await logOf(done);
    expect([log.length, secretsIn(log).length, new Set(secretsIn(log)).size]).toEqual([10_000, 9_700, 9_700]);
    const again = await uploaded(rows);
    expect(again.counts).toEqual({ created: 0, updated: 0, unchanged: 9_700, rejected: 300 });
  }, 180_000);
});
