import { afterAll, beforeAll, expect, it } from 'vitest';
import { CHASE_COLUMNS, CHASE_HEADERS, type ChaseList } from '../../src/contract/chase-list.ts';
import { readTable } from '../../src/files/read-table.ts';
import { type Browser, type DemoServer, demoServer } from '../support/demo-server.ts';

let server: DemoServer;
let admin: Browser;
beforeAll(async () => {
  server = await demoServer();
  admin = await server.as('partner-admin@contoso.example');
});
afterAll(() => server.close());

const path = '/api/v1/partners/contoso/chase-list';

async function list(query = ''): Promise<ChaseList> {
  const answer = await admin.get(`${path}?${query}`);
  expect(answer.statusCode).toBe(200);
  return answer.json();
}

it('puts first whom the company needs: without Sandrine the gold is lost when the window ends', async () => {
  const { value, pmc } = await list();
  expect(value[0]).toMatchObject({
    workEmail: 'sandrine.lopez@contoso.example',
    relevant: true,
    levelsLost: [{ competency: 'data-platform', level: 'gold' }],
    lostOn: '2026-12-15',
    remindedAt: null,
  });
  expect(value[0]!.skillsLost.length).toBeGreaterThan(0);
  expect(pmc).toMatchObject({
    windowEndsOn: '2026-12-15',
    over: false,
    levelsLost: [{ competency: 'data-platform', level: 'gold' }],
  });
});

it('holds exactly the people whose rows of the report are associated in PMC alone', async () => {
  const { value } = await list();
  const report = await admin.get(
    '/api/v1/partners/contoso/skills-report?pmc=yes&partnerCenter=no&all=true&userStatus=active',
  );
  const inReport = new Set<string>(report.json().value.map((row: { workEmail: string }) => row.workEmail));
  const withRecords = value.map(({ workEmail }) => workEmail).filter((email) => inReport.has(email));
  expect(new Set(withRecords)).toEqual(inReport);
  const counting = await admin.get(
    '/api/v1/partners/contoso/skills-report?pmc=yes&partnerCenter=no&counts=yes',
  );
  const relevant = new Set(counting.json().value.map((row: { workEmail: string }) => row.workEmail));
  expect(new Set(value.filter((row) => row.relevant).map((row) => row.workEmail))).toEqual(relevant);
});

it('those without a relevant skill that is valid form the second group', async () => {
  const { value } = await list();
  const groups = value.map(({ relevant }) => relevant);
  expect(groups).toEqual([...groups].sort((a, b) => Number(b) - Number(a)));
  const second = await list('relevant=no');
  expect(second.value.every(({ skills }) => skills.length === 0)).toBe(true);
});

it('what it says is lost is what the evaluation of that day no longer holds', async () => {
  const { pmc } = await list();
  const levels = async (asOf: string) => {
    const answer = await admin.get(`/api/v1/partners/contoso/competencies?asOf=${asOf}`);
    const own = answer.json().value.filter((one: { attained: object | null }) => one.attained !== null);
    return new Map<string, string>(
      own.map((one: { competency: string; attained: { level: string } }) => [
        one.competency,
        one.attained.level,
      ]),
    );
  };
  const [before, after] = [await levels('2026-12-14'), await levels('2026-12-15')];
  for (const { competency, level } of pmc.levelsLost) {
    expect([before.get(competency), after.get(competency) === level]).toEqual([level, false]);
  }
});

it('after the window the same people are still to be chased, for what is lost already', async () => {
  const { value, pmc } = await list('asOf=2027-01-10');
  expect(pmc).toMatchObject({ over: true, levelsLost: [{ competency: 'data-platform', level: 'gold' }] });
  expect(value[0]).toMatchObject({ workEmail: 'sandrine.lopez@contoso.example', relevant: true });
});

it.each([
  ['csv', 'fr'],
  ['xlsx', 'en'],
] as const)('a %s file in %s holds what the screen shows', async (format, lang) => {
  const { value } = await list('orderby=lastName');
  const answer = await admin.get(`${path}?orderby=lastName&format=${format}&lang=${lang}`);
  const read = await readTable(answer.rawPayload);
  if (read.kind !== 'table') throw new Error(JSON.stringify(read.failure));
  expect(read.table.header).toEqual(CHASE_COLUMNS.map((column) => CHASE_HEADERS[column][lang]));
  expect([...read.table.rows].map(({ cells }) => cells[2])).toEqual(value.map((row) => row.workEmail));
});

it('a company that never was in PMC has nobody to chase', async () => {
  const fabrikam = await server.as('partner-admin@fabrikam.example');
  const answer = (await fabrikam.get('/api/v1/partners/fabrikam/chase-list')).json();
  expect(answer).toMatchObject({ value: [], code: 'not-from-pmc', pmc: { movedOn: null, people: 0 } });
});
