import { OData, ODataFilter } from '@odata/client';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { DataSet } from '../../src/contract/data-sets.ts';
import type { MadeReportToken, ReportTokenView } from '../../src/contract/report-tokens.ts';
import { readTable } from '../../src/files/read-table.ts';
import { listAudit } from '../../src/store/audit-store.ts';
import type { PartnerId } from '../../src/store/partner-id.ts';
import { type Browser, type DemoServer, demoServer } from '../support/demo-server.ts';

const TOKENS = '/api/v1/me/report-tokens';
const FEED = '/odata/v4';
const DATASETS = '/api/v1/partners/contoso/datasets';

let server: DemoServer;
let admin: Browser;
let token: string;
let address: string;

async function newToken(browser: Browser, name = 'Excel'): Promise<MadeReportToken> {
  const made = await browser.send('POST', TOKENS, { name, days: 90 });
  expect(made.statusCode).toBe(201);
  return made.json();
}

beforeAll(async () => {
  server = await demoServer();
  admin = await server.as('partner-admin@contoso.example');
  token = (await newToken(admin)).token;
  address = await server.app.listen({ port: 0, host: '127.0.0.1' });
  Object.assign(server.services, { baseUrl: () => address });
});
afterAll(() => server.close());

function basic(password: string): string {
  return `Basic ${Buffer.from(`whoever:${password}`).toString('base64')}`;
}

async function read(path: string, headers: Record<string, string> = {}) {
  const answer = await server.app.inject({
    url: `${FEED}${path}`,
    headers: { authorization: `Bearer ${token}`, ...headers },
  });
  return answer;
}

async function rows(path: string, headers: Record<string, string> = {}) {
  const answer = await read(path, headers);
  expect([path, answer.statusCode, answer.statusCode === 200 ? '' : answer.body]).toEqual([path, 200, '']);
  return answer.json() as {
    value: Record<string, unknown>[];
    '@odata.nextLink'?: string;
    '@odata.count'?: number;
    '@odata.context'?: string;
  };
}

describe('a client library that others wrote', () => {
  function client() {
    return OData.New4({
      serviceEndpoint: `${address}${FEED}/`,
      credential: { username: 'whoever', password: token },
    });
  }

  it('reads the rows that the API answers', async () => {
    const page = (await admin.get(`${DATASETS}/TrainingCompletions?columns=TrainingTitle,MCPID`)).json();
    const set = client().getEntitySet('TrainingCompletions');
    const told = await set.query(client().newOptions().select(['TrainingTitle', 'MCPID']));
    expect(told).toEqual((page as DataSet).value);
    expect(await set.count()).toBe(page.count);
  });

  it('filters, sorts, cuts and counts', async () => {
    const { value } = (await admin.get(`${DATASETS}/TrainingCompletions`)).json() as DataSet;
    const set = client().getEntitySet('TrainingCompletions');
    const filter = ODataFilter.newFilter()
      .field('TrainingType')
      .eq('Exam')
      .field('TrainingCompletionDate')
      .ge('2020-01-01');
    const fitting = value.filter(
      (row) => row.TrainingType === 'Exam' && String(row.TrainingCompletionDate) >= '2020-01-01',
    );
    expect(await set.count(filter)).toBe(fitting.length);
    const options = client().newOptions().filter(filter).orderby('TrainingTitle', 'desc').top(3).skip(1);
    const told = await set.query(options);
    const titles = fitting.map((row) => String(row.TrainingTitle)).sort((a, b) => b.localeCompare(a, 'en'));
    expect(told.map((row) => row.TrainingTitle)).toEqual(titles.slice(1, 4));
  });

  it('reads one row by its key', async () => {
    const { value } = await rows('/CompetencyPeformanceRequirement?$top=1');
    const set = client().getEntitySet('CompetencyPeformanceRequirement');
    const one = await set.retrieve(String(value[0]!.Id));
    expect(one).toMatchObject(value[0]!);
  });
});

describe('the feed', () => {
  it('describes its sets, each with a key, and the kinds of what they hold', async () => {
    const { body, headers } = await read('/$metadata');
    expect(headers['content-type']).toContain('application/xml');
    const named = (element: string) =>
      [...body.matchAll(new RegExp(`<${element} Name="(\\w+)"`, 'g'))].map(([, name]) => name);
    expect(named('EntitySet')).toEqual([
      'TrainingCompletions',
      'CompetencySummaryHistory',
      'CompetencyPeformanceRequirement',
      'SkillsReport',
      'Users',
    ]);
    expect(named('EntityType')).toEqual(named('EntitySet').map((name) => `${name}Row`));
    expect(body.match(/<PropertyRef Name="Id"\/>/g)).toHaveLength(5);
    for (const property of [
      'TrainingCompletionDate" Type="Edm.Date',
      'IcMCP" Type="Edm.Double',
      'LastSignIn" Type="Edm.DateTimeOffset',
      'CountsNow" Type="Edm.Boolean',
    ]) {
      expect(body).toContain(`<Property Name="${property}"`);
    }
    const open = body.match(/<\w[^>]*[^/?]>/g) ?? [];
    expect(body.match(/<\/\w[^>]*>/g)).toHaveLength(open.length);
  });

  it('names its sets in a document with the version of the protocol', async () => {
    const answer = await read('/');
    expect(answer.headers['odata-version']).toBe('4.0');
    expect(answer.headers['content-type']).toContain('odata.metadata=minimal');
    expect(answer.json()['@odata.context']).toBe(`${address}${FEED}/$metadata`);
    expect(answer.json().value[0]).toEqual({
      name: 'TrainingCompletions',
      kind: 'EntitySet',
      url: 'TrainingCompletions',
    });
  });

  it.each(['TrainingCompletions', 'CompetencySummaryHistory', 'CompetencyPeformanceRequirement'])(
    'tells the rows of %s that the API and the file tell',
    async (name) => {
      const { value } = await rows(`/${name}`);
      const columns = Object.keys(value[0]!).filter((column) => column !== 'Id');
      const page = (await admin.get(`${DATASETS}/${name}?columns=${columns.join(',')}`)).json() as DataSet;
      expect(value.map(({ Id: _id, ...row }) => row)).toEqual(page.value);
      expect(new Set(value.map(({ Id }) => Id)).size).toBe(value.length);
      const file = await readTable((await admin.get(`${DATASETS}/${name}?format=csv`)).rawPayload);
      if (file.kind !== 'table') throw new Error('not a table');
      expect([...file.table.header]).toEqual(columns);
      expect([...file.table.rows].map(({ cells }) => [...cells])).toEqual(
        page.value.map((row) => columns.map((column) => String(row[column] ?? ''))),
      );
    },
  );

  it.each([
    ['SkillsReport', 'skills-report'],
    ['Users', 'users-report'],
  ])('tells the rows of %s that the file of the report tells', async (name, report) => {
    // Signing in is told by the users report itself.
    const reader = name === 'Users' ? await server.as('global-admin@contoso.example') : admin;
    const { value } = await rows(`/${name}`);
    const download = await reader.get(`/api/v1/partners/contoso/${report}?format=csv&lang=en`);
    const file = await readTable(download.rawPayload);
    if (file.kind !== 'table') throw new Error('not a table');
    const printed = (cell: unknown) => {
      if (typeof cell === 'boolean') return cell ? 'Yes' : 'No';
      return String(cell ?? '').replace(/T.*Z$/, '');
    };
    const told = value.map(({ Id: _id, ...row }) => Object.values(row).map(printed).join('|'));
    const written = [...file.table.rows].map(({ cells }) => cells.join('|'));
    expect(told.sort()).toEqual(written.sort());
  });

  it('is read page by page to its end, whatever the size of a page', async () => {
    const whole = await rows('/SkillsReport?$count=true');
    expect(whole['@odata.count']).toBe(whole.value.length);
    const report = (await admin.get('/api/v1/partners/contoso/skills-report')).json();
    expect(whole.value.map(({ Id }) => Id).sort()).toEqual(
      report.value.map(({ id }: { id: string }) => id.replace('/', '~')).sort(),
    );
    const told: unknown[] = [];
    let next: string | undefined = '/SkillsReport?$orderby=SkillTitle&$top=9';
    let pages = 0;
    while (next !== undefined) {
      const page: Awaited<ReturnType<typeof rows>> = await rows(next, { prefer: 'odata.maxpagesize=4' });
      expect(page.value.length).toBeLessThanOrEqual(4);
      told.push(...page.value.map(({ Id }) => Id));
      next = page['@odata.nextLink']?.slice(`${address}${FEED}`.length);
      pages++;
    }
    const sorted = await rows('/SkillsReport?$orderby=SkillTitle&$top=9');
    expect([pages, told]).toEqual([3, sorted.value.map(({ Id }) => Id)]);
  });

  it('goes on telling the company of the first page when a fact comes between two pages', async () => {
    const page = await rows('/TrainingCompletions', { prefer: 'maxpagesize=10' });
    const before = await rows('/TrainingCompletions');
    server.clock.now = new Date(server.clock.now.getTime() + 60_000);
    const found = await admin.upload(
      '/api/v1/partners/contoso/imports',
      'r.csv',
      'work e-mail,provider,account id,skill,achieved on\nyann@contoso.example,microsoft-learning,9900102,70-480,2012-02-14\n',
    );
    const { importId } = found.json();
    const run = `/api/v1/partners/contoso/imports/${importId}`;
    for (let tries = 0; (await admin.get(run)).json().state === 'checking' && tries < 200; tries++) {
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
    await admin.send('POST', `${run}/apply`);
    for (let tries = 0; (await admin.get(run)).json().state === 'applying' && tries < 200; tries++) {
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
    const rest = await rows(page['@odata.nextLink']!.slice(`${address}${FEED}`.length));
    expect([...page.value, ...rest.value]).toEqual(before.value);
    expect((await rows('/TrainingCompletions')).value).toHaveLength(before.value.length + 1);
  });

  it.each([
    ["not contains(TrainingTitle,'Azure')", (row: Row) => !String(row.TrainingTitle).includes('Azure')],
    [
      "endswith(TrainingTitle,'Foundational')",
      (row: Row) => /foundational$/i.test(String(row.TrainingTitle)),
    ],
    [
      "startswith(TrainingActivityId,'70-') or IcMCP eq 0",
      (row: Row) => String(row.TrainingActivityId).startsWith('70-') || row.IcMCP === 0,
    ],
    ['MCPID eq null', (row: Row) => row.MCPID === null],
    [
      'ExpirationDate ne null and ExpirationDate lt 2026-12-31',
      (row: Row) => row.ExpirationDate !== null && String(row.ExpirationDate) < '2026-12-31',
    ],
    [
      "TrainingActivityId gt '70-500' and TrainingActivityId le '71'",
      (row: Row) => String(row.TrainingActivityId) > '70-500' && String(row.TrainingActivityId) <= '71',
    ],
    [
      "not (TrainingType eq 'Exam' and IcMCP eq 1)",
      (row: Row) => !(row.TrainingType === 'Exam' && row.IcMCP === 1),
    ],
  ] as const)('filters by %s', async (filter, fits) => {
    const { value } = await rows('/TrainingCompletions');
    const expected = value.filter(fits);
    expect(expected.length).toBeGreaterThan(0);
    expect(expected.length).toBeLessThan(value.length);
    const told = await rows(`/TrainingCompletions?$filter=${encodeURIComponent(filter)}&$count=true`);
    expect(told.value).toEqual(expected);
    expect(told['@odata.count']).toBe(expected.length);
    const count = await read(`/TrainingCompletions/$count?$filter=${encodeURIComponent(filter)}`);
    expect(count.body).toBe(String(expected.length));
  });

  it('tells as much around the rows as is asked for', async () => {
    const level = (name: string) =>
      rows(`/TrainingCompletions?$top=1&$format=application/json;odata.metadata=${name}`);
    const none = await level('none');
    expect(Object.keys(none).filter((name) => name.startsWith('@odata'))).toEqual([]);
    const full = await level('full');
    expect(full.value[0]).toMatchObject({
      '@odata.type': '#Jalon.TrainingCompletionsRow',
      'TrainingCompletionDate@odata.type': '#Date',
    });
    expect((await read('/TrainingCompletions?$format=xml')).statusCode).toBe(406);
    expect((await read('/', { 'odata-maxversion': '3.0' })).statusCode).toBe(400);
  });

  it('says both times and answers for another day', async () => {
    const now = await rows('/TrainingCompletions?$top=0&$count=true');
    const then = await rows('/TrainingCompletions?$top=0&$count=true&asOf=2018-06-01');
    expect(then).toMatchObject({ '@Jalon.validAt': '2018-06-01', '@Jalon.knownAt': null });
    expect(then['@odata.count']).toBeLessThan(now['@odata.count']!);
    expect((await read('/TrainingCompletions?asOf=2018-02-30')).statusCode).toBe(400);
  });

  it.each([
    ['/Nothing', 404],
    ["/TrainingCompletions('nobody')", 404],
    ['/TrainingCompletions?$filter=Nothing eq 1', 400],
    ['/TrainingCompletions?$orderby=Nothing', 400],
    ['/TrainingCompletions?$select=Nothing', 400],
    ['/TrainingCompletions?$top=-1', 400],
    ['/TrainingCompletions?$skiptoken=planted', 400],
    ['/TrainingCompletions?$wrong=1', 400],
    ['/TrainingCompletions?$expand=Users', 501],
  ])('refuses %s in its own words with %i', async (path, status) => {
    const answer = await read(path.replaceAll(' ', '%20'));
    expect(answer.statusCode).toBe(status);
    expect(answer.headers['odata-version']).toBe('4.0');
    expect(answer.json().error).toMatchObject({ code: expect.any(String), message: expect.any(String) });
  });

  it('leaves one entry for a reading, in the name of the token', async () => {
    await rows('/Users?$top=1');
    const claim = { partnerId: 'contoso' as PartnerId, actor: { kind: 'system', name: 'test' } } as const;
    const [entry] = await server.services.database.readAsTenant(claim, (tx) =>
      listAudit(tx, { top: 1, skip: 0 }),
    );
    expect(entry).toMatchObject({
      action: 'feed.read',
      subject: 'Users',
      actor: expect.stringMatching(/^token:/),
    });
  });
});

type Row = Record<string, unknown>;

describe('a report token', () => {
  it('is the password of anybody, or a bearer token; without it a name is asked for', async () => {
    const by = (authorization: string) => server.app.inject({ url: `${FEED}/`, headers: { authorization } });
    expect((await by(basic(token))).statusCode).toBe(200);
    expect((await by(`Bearer ${token}`)).statusCode).toBe(200);
    const refused = await by(basic('jalon_report_planted'));
    expect([refused.statusCode, refused.headers['www-authenticate']]).toEqual([
      401,
      'Basic realm="Jalon", charset="UTF-8"',
    ]);
    expect((await server.app.inject({ url: `${FEED}/` })).statusCode).toBe(401);
  });

  it('is not read as a password by requests that change something', async () => {
    const payload = { name: 'x', days: 30 };
    const sent = { method: 'POST', url: TOKENS, headers: { authorization: basic(token) }, payload } as const;
    expect((await server.app.inject(sent)).statusCode).toBe(401);
  });

  it('reads data sets and nothing else', async () => {
    const headers = { authorization: `Bearer ${token}` };
    const file = await server.app.inject({ url: `${DATASETS}/TrainingCompletions?format=csv`, headers });
    expect(file.statusCode).toBe(200);
    for (const url of [
      '/api/v1/partners/contoso/users',
      '/api/v1/me',
      TOKENS,
      '/api/v1/partners/contoso/skills-report',
    ]) {
      const answer = await server.app.inject({ url, headers });
      expect([url, answer.statusCode, answer.json().code]).toEqual([url, 403, 'report-token']);
    }
    const made = await server.app.inject({
      method: 'POST',
      url: TOKENS,
      headers,
      payload: { name: 'x', days: 30 },
    });
    expect(made.statusCode).toBe(403);
    const other = await server.app.inject({
      url: '/api/v1/partners/fabrikam/datasets/TrainingCompletions',
      headers,
    });
    expect(other.statusCode).toBe(404);
  });

  it('sees what its person may see: no names, and no reports about people, for a report viewer', async () => {
    const viewer = await server.as('report-viewer@contoso.example');
    const own = (await newToken(viewer)).token;
    const headers = { authorization: basic(own) };
    const described = await server.app.inject({ url: `${FEED}/$metadata`, headers });
    expect(described.body).not.toContain('CorpEmail');
    const { value } = (await server.app.inject({ url: `${FEED}/`, headers })).json();
    expect(value.map(({ name }: { name: string }) => name)).toEqual([
      'TrainingCompletions',
      'CompetencySummaryHistory',
      'CompetencyPeformanceRequirement',
    ]);
    const told = await server.app.inject({ url: `${FEED}/TrainingCompletions`, headers });
    expect(told.body).not.toContain('@contoso.example');
    expect((await server.app.inject({ url: `${FEED}/SkillsReport`, headers })).statusCode).toBe(404);
  });

  it('is told once, listed without its secret with its last use, and ends when it is revoked', async () => {
    const made = await newToken(admin, 'Power BI');
    await server.app.inject({ url: `${FEED}/`, headers: { authorization: basic(made.token) } });
    const listed = (await admin.get(TOKENS)).json();
    expect(listed.feed).toMatch(/^http.*\/odata\/v4\/$/);
    expect(JSON.stringify(listed)).not.toContain(made.token);
    const own = (listed.value as ReportTokenView[]).find(({ tokenId }) => tokenId === made.tokenId);
    expect(own).toMatchObject({ name: 'Power BI', ended: false, lastUsedAt: expect.any(String) });
    expect((await admin.send('DELETE', `${TOKENS}/${made.tokenId}`)).statusCode).toBe(204);
    server.clock.now = new Date(server.clock.now.getTime() + 1_000);
    const after = await server.app.inject({ url: `${FEED}/`, headers: { authorization: basic(made.token) } });
    expect(after.statusCode).toBe(401);
    expect((await admin.send('DELETE', `${TOKENS}/${made.tokenId}`)).statusCode).toBe(404);
  });

  it('of somebody else cannot be revoked, and it ends on its day', async () => {
    const made = await newToken(admin);
    const viewer = await server.as('executive-report-viewer@contoso.example');
    expect((await viewer.send('DELETE', `${TOKENS}/${made.tokenId}`)).statusCode).toBe(404);
    const present = server.clock.now;
    const headers = { authorization: basic(made.token) };
    server.clock.now = new Date(present.getTime() + 91 * 86_400_000);
    expect((await server.app.inject({ url: `${FEED}/`, headers })).statusCode).toBe(401);
    server.clock.now = present;
  });
});
