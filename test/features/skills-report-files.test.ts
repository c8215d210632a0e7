import { afterAll, beforeAll, expect, it } from 'vitest';
import type { SkillsReportRow } from '../../src/contract/skills-report.ts';
import { SKILLS_REPORT_COLUMNS } from '../../src/domain/skills-report/skills-report-columns.ts';
import { readTable } from '../../src/files/read-table.ts';
import { type Browser, type DemoServer, demoServer } from '../support/demo-server.ts';

let server: DemoServer;
let admin: Browser;
beforeAll(async () => {
  server = await demoServer();
  admin = await server.as('partner-admin@contoso.example');
});
afterAll(() => server.close());

const report = '/api/v1/partners/contoso/skills-report';

async function screen(query: string): Promise<SkillsReportRow[]> {
  return (await admin.get(`${report}?${query}`)).json().value;
}

async function file(query: string): Promise<{ header: readonly string[]; rows: string[][] }> {
  const answer = await admin.get(`${report}?${query}`);
  expect(answer.statusCode).toBe(200);
  const read = await readTable(answer.rawPayload);
  if (read.kind !== 'table') throw new Error(JSON.stringify(read.failure));
  return { header: read.table.header, rows: [...read.table.rows].map(({ cells }) => [...cells]) };
}

it.each([
  ['csv', 'fr'],
  ['tsv', 'en'],
  ['xlsx', 'fr'],
  ['xlsx', 'en'],
] as const)(
  'a %s file in %s holds the rows of the screen, under the headers of its language',
  async (format, lang) => {
    const shown = await screen('orderby=skillId,lastName desc');
    const { header, rows } = await file(`orderby=skillId,lastName desc&format=${format}&lang=${lang}`);
    expect(header).toEqual(SKILLS_REPORT_COLUMNS.map((column) => column.header[lang]));
    expect(rows).toHaveLength(shown.length);
    const yes = lang === 'fr' ? 'Oui' : 'Yes';
    for (const [index, row] of shown.entries()) {
      const cell = (key: string) =>
        rows[index]![SKILLS_REPORT_COLUMNS.findIndex((column) => column.key === key)];
      expect([cell('workEmail'), cell('skillId'), cell('achievedOn'), cell('expiresOn')]).toEqual([
        row.workEmail,
        row.skillId,
        row.achievedOn,
        row.expiresOn ?? '',
      ]);
      expect(cell('countsNow') === yes).toBe(row.countsNow);
      expect(cell('reason') === '').toBe(row.reason === null);
    }
  },
);

it('a file holds what is shown: the same filters, and the chosen columns', async () => {
  const shown = await screen('counts=no&search=sql');
  const { header, rows } = await file('counts=no&search=sql&columns=skillTitle,lastName&format=csv&lang=en');
  expect(header).toEqual(['Last name', 'Skill title']);
  expect(rows).toEqual(shown.map((row) => [row.lastName, row.skillTitle]));
});

it('says why a record does not count in a sentence of the language, with its date written out', async () => {
  const [row] = await screen('reason=expired');
  expect(row?.reason?.code).toBe('expired');
  const french = await file('reason=expired&columns=reason&format=csv&lang=fr');
  const english = await file('reason=expired&columns=reason&format=csv&lang=en');
  expect(french.rows[0]![0]).toMatch(/^Expirée : valable jusqu'au \d{1,2} \S+ \d{4}\.$/);
  expect(english.rows[0]![0]).toMatch(/^Expired: valid until \d{1,2} \S+ \d{4}\.$/);
});

it.each(['orderby=colour', 'columns=colour', 'asOf=2018-02-30', 'knownAt=yesterday', 'format=pdf', 'top=0'])(
  'refuses %s and names the field',
  async (query) => {
    const answer = await admin.get(`${report}?${query}${query.startsWith('columns') ? '&format=csv' : ''}`);
    expect([answer.statusCode, answer.json().errors[0].field]).toEqual([400, query.split('=')[0]]);
  },
);

it('leaves an audit entry for every download, without what was searched for', async () => {
  await admin.get(`${report}?format=csv&search=dupont`);
  const globalAdmin = await server.as('global-admin@contoso.example');
  const events = (await globalAdmin.get('/api/v1/partners/contoso/audit-events?top=5')).json();
  const download = events.value.find(
    ({ action }: { action: string }) => action === 'skills-report.downloaded',
  );
  expect(download.details).toMatchObject({ format: 'csv', filters: ['search'] });
  expect(JSON.stringify(events)).not.toContain('dupont');
});

it('is the same answer until a fact changes, and another one from then on', async () => {
  const first = await admin.get(report);
  const tag = String(first.headers.etag);
  expect((await admin.get(report, { 'if-none-match': tag })).statusCode).toBe(304);
  const globalAdmin = await server.as('global-admin@contoso.example');
  const { userId } = first.json().value[0];
  const user = (await globalAdmin.get(`/api/v1/partners/contoso/users/${userId}`)).json();
  await globalAdmin.send('PATCH', `/api/v1/partners/contoso/users/${userId}`, { technical: !user.technical });
  const changed = await admin.get(report, { 'if-none-match': tag });
  expect(changed.statusCode).toBe(200);
  expect(changed.json().technicalUsers.total).not.toBe(first.json().technicalUsers.total);
});
