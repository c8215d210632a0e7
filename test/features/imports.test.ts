import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ImportRun } from '../../src/contract/imports.ts';
import { type Browser, type DemoServer, demoServer } from '../support/demo-server.ts';

let server: DemoServer;
let admin: Browser;
beforeAll(async () => {
  server = await demoServer();
  admin = await server.as('partner-admin@contoso.example');
});
afterAll(() => server.close());

const imports = '/api/v1/partners/contoso/imports';
const report = '/api/v1/partners/contoso/skills-report';

async function settled(browser: Browser, importId: string, base = imports): Promise<ImportRun> {
  for (let tries = 0; tries < 200; tries++) {
    const run = (await browser.get(`${base}/${importId}`)).json() as ImportRun;
    if (run.state !== 'checking' && run.state !== 'applying') return run;
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
  throw new Error('the import does not end');
}

async function uploaded(fileName: string, content: string | Buffer, browser = admin): Promise<ImportRun> {
  const answer = await browser.upload(imports, fileName, content);
  expect(answer.statusCode).toBe(201);
  return settled(browser, answer.json().importId);
}

async function applied(run: ImportRun, browser = admin): Promise<ImportRun> {
  const answer = await browser.send('POST', `${imports}/${run.importId}/apply`);
  expect(answer.statusCode).toBe(202);
  expect(answer.headers['operation-location']).toBe(`${imports}/${run.importId}`);
  return settled(browser, run.importId);
}

const RECORDS = [
  'work e-mail,provider,account id,skill,achieved on',
  'yann@contoso.example,microsoft-learning,9900102,70-347,2018-02-14',
  'zoe@contoso.example,microsoft-learning,,70-761,14/02/2018',
  'zoe@contoso.example,microsoft-learning,9900103,70-761,03/04/2018',
  'zoe@contoso.example,openedx,zoe,Introduction to Data,2019-01-01',
  'new.person@contoso.example,microsoft-learning,,70-761,2018-01-01',
  '',
].join('\n');

describe('a file of skill records', () => {
  it('is recognised, checked without writing, applied, and changes the report at once', async () => {
    const before = (await admin.get(report)).json();
    const run = await uploaded('records.csv', RECORDS);
    expect(run).toMatchObject({
      kind: 'skill-records',
      guessedKind: 'skill-records',
      state: 'ready',
      rowsTotal: 5,
      createdBy: 'Hélène Marchand',
    });
    expect(run.counts).toEqual({ created: 4, updated: 0, unchanged: 0, rejected: 1 });
    expect(run.columns.map(({ field }) => field)).toContain('achievedOn');
    expect((await admin.get(report)).json().total).toBe(before.total);

    const done = await applied(run);
    expect(done).toMatchObject({ state: 'done', rowsDone: 5 });
    const rows = (await admin.get(`${imports}/${run.importId}/rows`)).json();
    expect(
      rows.value.map(({ line, result, reason }: Record<string, unknown>) => [line, result, reason]),
    ).toEqual([
      [2, 'created', null],
      [3, 'created', null],
      [4, 'rejected', 'ambiguous-date'],
      [5, 'created', 'source-not-recognised'],
      [6, 'created', 'unmatched'],
    ]);
    expect((await admin.get(report)).json().total).toBeGreaterThan(before.total);
    const log = await admin.get(`${imports}/${run.importId}/log`);
    expect(log.body.replace('\uFEFF', '').split('\r\n')[0]).toBe('line,result,reason,field,value,id');
  });

  it('sent again changes nothing', async () => {
    const run = await applied(await uploaded('records.csv', RECORDS));
    expect(run.counts).toEqual({ created: 0, updated: 0, unchanged: 4, rejected: 1 });
  });

  it('is checked again when somebody says how its dates are written', async () => {
    const run = await uploaded('records.csv', RECORDS);
    const changed = await admin.send('PATCH', `${imports}/${run.importId}`, { mapping: { dates: 'dmy' } });
    expect(changed.statusCode).toBe(200);
    const again = await settled(admin, run.importId);
    expect(again.counts.rejected).toBe(0);
  });

  it('cannot be applied twice', async () => {
    const run = await applied(await uploaded('records.csv', RECORDS));
    const answer = await admin.send('POST', `${imports}/${run.importId}/apply`);
    expect([answer.statusCode, answer.json().code]).toEqual([409, 'import-state']);
  });
});

describe('files of the vendor', () => {
  const fixture = (name: string) => readFileSync(join(import.meta.dirname, '..', 'fixtures', name));

  it.each([
    ['ms-learn-transcript.json', 'ms-learn-transcript'],
    ['insights-trainings.csv', 'insights-trainings'],
  ])('%s is imported and can be sent twice', async (name, kind) => {
    const run = await uploaded(name, fixture(name));
    expect(run).toMatchObject({ kind, state: 'ready' });
    expect(run.counts.created + run.counts.unchanged).toBeGreaterThan(0);
    await applied(run);
    const again = await applied(await uploaded(name, fixture(name)));
    expect(again.counts).toMatchObject({ created: 0, updated: 0 });
  });

  it('metrics create, correct and keep figures', async () => {
    const text =
      'metric,month,value,association\nazure_customer_consumption,2020-01,9500,digital_partner_of_record\nno_such_metric,2026-09,1,\n';
    const first = await applied(await uploaded('metrics.csv', text));
    expect(first.counts).toMatchObject({ created: 1, rejected: 1 });
    const corrected = await applied(await uploaded('metrics.csv', text.replace('9500', '9600')));
    expect(corrected.counts).toMatchObject({ updated: 1 });
    const again = await applied(await uploaded('metrics.csv', text.replace('9500', '9600')));
    expect(again.counts).toMatchObject({ unchanged: 1 });
  });
});

describe('a bad file', () => {
  it.each([
    ['a picture', Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex'), 'wrong-format'],
    ['nothing', Buffer.alloc(0), 'empty-file'],
    ['a table of something else', Buffer.from('colour,size\nred,1\n'), 'missing-columns'],
    [
      'an open quote',
      Buffer.from('work e-mail,skill,achieved on\n"a@b.example,70-764,2018-01-01\n'),
      'unclosed-quote',
    ],
    [
      'a cell of 1 MB',
      Buffer.from(`work e-mail,skill,achieved on\n${'x'.repeat(1_000_000)},70-764,2018-01-01\n`),
      'cell-too-long',
    ],
  ])('%s ends in one clear problem, and nothing is written', async (_what, content, code) => {
    const run = await uploaded('file.csv', content as Buffer);
    expect(run.state).toBe('failed');
    expect(run.problem?.code).toBe(code);
  });

  it('without a file is refused', async () => {
    const answer = await admin.send('POST', imports, {});
    expect([answer.statusCode, answer.json().code]).toEqual([400, 'file-missing']);
  });
});

describe('a file that holds nothing', () => {
  it.each([
    ['records.csv', 'work e-mail,skill,achieved on\n', 'no-rows'],
    ['metrics.csv', 'metric,month,value\n\n', 'no-rows'],
    ['transcript.json', '{"docsId":"d","certificationData":{"mcid":"9900103"}}', 'empty-transcript'],
  ])('%s is read, and says so', async (name, content, warning) => {
    const run = await uploaded(name, content);
    expect(run).toMatchObject({ state: 'ready', rowsTotal: 0, warnings: [warning], problem: null });
  });

  it('is told apart from one with rows', async () => {
    expect((await uploaded('records.csv', RECORDS)).warnings).toEqual([]);
  });
});

describe('metrics', () => {
  it('may be negative where they are money, and never where they count', async () => {
    const run = await uploaded(
      'metrics.csv',
      'metric,month,value\nazure_customer_consumption,2025-01,-120.5\npower_bi_deployed_seats,2025-01,-1\nnew_ems_customers,2025-01,0\n',
    );
    expect(run.counts).toMatchObject({ created: 2, rejected: 1 });
    const rows = (await admin.get(`${imports}/${run.importId}/rows?result=rejected`)).json().value;
    expect(rows).toMatchObject([{ line: 3, reason: 'negative-count', field: 'value', value: '-1' }]);
  });
});

describe('figures of another programme of the company', () => {
  const figure = (value: number) =>
    `metric,month,value,association,competency\ndeployments,2026-10,${value},DPOR,data-ai\n`;

  it('are known, and the import says which of its levels they win', async () => {
    const fabrikam = '/api/v1/partners/fabrikam/imports';
    const browser = await server.as('partner-admin@fabrikam.example');
    const run = (await browser.upload(fabrikam, 'metrics.csv', figure(3))).json();
    const effect = [
      { programme: 'solutions-partner', competency: 'data-ai', before: null, after: 'designation' },
    ];
    const checked = await settled(browser, run.importId, fabrikam);
    expect(checked).toMatchObject({ counts: { created: 1, rejected: 0 }, effect });
    await browser.send('POST', `${fabrikam}/${run.importId}/apply`);
    expect(await settled(browser, run.importId, fabrikam)).toMatchObject({ state: 'done', effect });
  });

  it('may be negative where a score compares two months', async () => {
    const browser = await server.as('partner-admin@fabrikam.example');
    const url = '/api/v1/partners/fabrikam/imports';
    const text = 'metric,month,value\nnet_customer_adds,2026-09,-2\npower_bi_deployed_seats,2026-09,-2\n';
    const run = (await browser.upload(url, 'metrics.csv', text)).json();
    expect((await settled(browser, run.importId, url)).counts).toMatchObject({ created: 1, rejected: 1 });
  });

  it('are refused where the company takes part in no programme that knows them', async () => {
    const run = await uploaded('metrics.csv', figure(3));
    expect(run.counts).toMatchObject({ created: 0, rejected: 1 });
  });
});

describe('users', () => {
  const USERS = 'Prénom;Nom;E-mail professionnel;Rôles;Langue\nÉlodie;Nouvelle;elodie@contoso.example;;fr\n';

  it('may be imported by those who manage users and by no one else', async () => {
    const refused = await admin.upload(imports, 'users.csv', USERS);
    expect(refused.statusCode).toBe(403);
    const userAdmin = await server.as('user-admin@contoso.example');
    const run = await applied(await uploaded('users.csv', USERS, userAdmin), userAdmin);
    expect(run.counts.created).toBe(1);
  });

  it('are not given roles that the importing person does not hold', async () => {
    const userAdmin = await server.as('user-admin@contoso.example');
    const text = USERS.replace('elodie@contoso.example;;', 'elodie@contoso.example;Administrateur général;');
    const run = await uploaded('users.csv', text, userAdmin);
    expect(run.counts.rejected).toBe(1);
    const globalAdmin = await server.as('global-admin@contoso.example');
    const allowed = await applied(await uploaded('users.csv', text, globalAdmin), globalAdmin);
    expect(allowed.counts).toMatchObject({ updated: 1, rejected: 0 });
  });
});
