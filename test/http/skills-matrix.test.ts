import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { CompetencyDetail } from '../../src/contract/competencies.ts';
import type { SkillsMatrix } from '../../src/contract/skills-matrix.ts';
import type { SkillsReport } from '../../src/contract/skills-report.ts';
import { type Browser, type DemoServer, demoServer } from '../support/demo-server.ts';

const CONTOSO = '/api/v1/partners/contoso';

let server: DemoServer;
let admin: Browser;

beforeAll(async () => {
  server = await demoServer();
  admin = await server.as('partner-admin@contoso.example');
});
afterAll(() => server.close());

async function matrix(question = ''): Promise<SkillsMatrix> {
  const answer = await admin.get(`${CONTOSO}/skills-matrix?competency=data-platform${question}`);
  expect(answer.statusCode, answer.body).toBe(200);
  return answer.json();
}

async function reportCount(skill: string, question = ''): Promise<number> {
  const url = `${CONTOSO}/skills-report?competency=data-platform&skill=${encodeURIComponent(skill)}${question}`;
  return ((await admin.get(url)).json() as SkillsReport).count;
}

describe('the skills matrix', () => {
  it('begins with a competency that the company has attained', async () => {
    const { competency, competencies, value } = (await admin.get(`${CONTOSO}/skills-matrix`)).json();
    expect(competencies.map(({ id }: { id: string }) => id)).toContain(competency);
    expect(value.length).toBeGreaterThan(0);
  });

  it('says of every skill as much as the skills report does, over the same rows', async () => {
    const { skills, value, count } = await matrix('&allSkills=true');
    expect(count).toBe(value.length);
    expect(skills.some(({ held }) => held === 0)).toBe(true);
    for (const { id, held, counting, ending } of skills) {
      const cells = value.flatMap(({ cells: own }) => own[id] ?? []);
      expect(cells).toHaveLength(held);
      expect(cells.filter(({ state }) => state !== 'not')).toHaveLength(counting);
      expect(cells.filter(({ state }) => state === 'ending')).toHaveLength(ending);
      expect(await reportCount(id)).toBe(held);
      expect(await reportCount(id, '&counts=yes')).toBe(counting);
    }
  });

  it('names as seated and spare whom the page of the competency names', async () => {
    const { value } = await matrix();
    const detail: CompetencyDetail = (await admin.get(`${CONTOSO}/competencies/data-platform`)).json();
    const seated = new Set<string>();
    const spare = new Set<string>();
    for (const { levels } of detail.options) {
      for (const node of levels.flatMap(({ requirements }) => requirements)) {
        const nodes = node.kind === 'all-of' ? node.children : [node];
        for (const each of nodes) {
          if (each.kind !== 'people') continue;
          for (const { person } of each.seats) seated.add(person);
          for (const person of each.spare) spare.add(person);
        }
      }
    }
    const named = (standing: string) =>
      value.filter((row) => row.standing === standing).map(({ userId }) => userId);
    expect(new Set(named('seated'))).toEqual(seated);
    expect(new Set(named('spare'))).toEqual(new Set([...spare].filter((person) => !seated.has(person))));
    expect(seated.size).toBeGreaterThan(0);
  });

  it('shows each number as the people that it counts', async () => {
    const { counts, total } = await matrix();
    for (const standing of ['seated', 'spare', 'elsewhere', 'none'] as const) {
      const own = await matrix(`&standing=${standing}`);
      expect(own.count).toBe(counts[standing]);
      expect(own.value.every((row) => row.standing === standing)).toBe(true);
    }
    expect(counts.seated + counts.spare + counts.elsewhere + counts.none).toBe(total);
    const ending = await matrix('&ending=yes');
    expect(ending.count).toBe(counts.ending);
    for (const { cells } of ending.value) {
      expect(Object.values(cells).some(({ state, countsUntil }) => state === 'ending' && countsUntil)).toBe(
        true,
      );
    }
  });

  it('is filtered by team, which the company says of each person and the file tells', async () => {
    const all = await matrix('&everyone=true');
    expect(all.teams.length).toBeGreaterThan(2);
    let told = 0;
    for (const team of [...all.teams, 'none']) {
      const here = await matrix(`&everyone=true&team=${encodeURIComponent(team)}`);
      const own = all.value.filter((person) => (person.team ?? 'none') === team);
      expect(here.value.map(({ userId }) => userId)).toEqual(own.map(({ userId }) => userId));
      told += here.count;
    }
    expect(told).toBe(all.count);
    const [team] = all.teams;
    const asked = `competency=data-platform&everyone=true&team=${encodeURIComponent(team!)}&format=csv&lang=en`;
    const file = await admin.get(`${CONTOSO}/skills-matrix?${asked}`);
    const [header, ...lines] = file.body.trim().split('\r\n');
    const column = header!.split(',').indexOf('Team');
    expect(new Set(lines.map((line) => line.split(',')[column]))).toEqual(new Set([team]));
  });

  it('is filtered by location, by words and by option, and cut into pages', async () => {
    const all = await matrix();
    for (const { id } of all.locations) {
      const here = await matrix(`&location=${id}`);
      expect(here.count).toBe(all.value.filter(({ locationId }) => locationId === id).length);
    }
    const [first] = all.value;
    const found = await matrix(`&search=${encodeURIComponent(first!.workEmail)}`);
    expect(found.value.map(({ userId }) => userId)).toEqual([first!.userId]);
    const page = await matrix('&top=1&skip=1');
    expect(page.value).toEqual(all.value.slice(1, 2));
    expect(page.nextLink).toContain('skip=2');
    const [option] = all.options;
    const part = await matrix(`&option=${option!.id}&allSkills=true`);
    expect(part.skills.length).toBeGreaterThan(0);
    expect(part.count).toBeLessThanOrEqual(all.count);
    expect((await admin.get(`${CONTOSO}/skills-matrix?competency=data-platform&option=no`)).statusCode).toBe(
      404,
    );
    expect((await admin.get(`${CONTOSO}/skills-matrix?competency=no`)).statusCode).toBe(404);
  });

  it('shows everyone on request, people without one of the skills after the others', async () => {
    const holders = await matrix();
    const everyone = await matrix('&everyone=true&top=1000');
    expect(everyone.count).toBeGreaterThan(holders.count);
    expect(everyone.value.slice(0, holders.count)).toEqual(holders.value);
    expect(everyone.value.slice(holders.count).every(({ cells }) => Object.keys(cells).length === 0)).toBe(
      true,
    );
  });

  it('answers as of a day on which less was there', async () => {
    const before = await matrix('&asOf=2017-08-01&knownAt=2017-08-01');
    expect(before.asOf).toEqual({ validAt: '2017-08-01', knownAt: '2017-08-01' });
    expect(before.count).toBeLessThan((await matrix()).count);
  });

  it('is a file with a column for each skill, in both languages, and the download is in the trail', async () => {
    const { value, skills } = await matrix();
    for (const [lang, header] of [
      ['fr', 'E-mail professionnel'],
      ['en', 'Work e-mail'],
    ] as const) {
      const url = `${CONTOSO}/skills-matrix?competency=data-platform&format=csv&lang=${lang}`;
      const lines = (await admin.get(url)).body.trim().split('\r\n');
      expect(lines[0]).toContain(header);
      expect(lines).toHaveLength(value.length + 1);
      for (const { code } of skills) expect(lines[0]).toContain(code);
    }
    const trail = (
      await (await server.as('global-admin@contoso.example')).get(`${CONTOSO}/audit-events`)
    ).json();
    expect(trail.value.map(({ action }: { action: string }) => action)).toContain('skills-matrix.downloaded');
  });

  it('is for those who may read the skills report', async () => {
    for (const role of ['report-viewer', 'account-admin', 'user-admin']) {
      const other = await server.as(`${role}@contoso.example`);
      expect((await other.get(`${CONTOSO}/skills-matrix`)).statusCode).toBe(403);
    }
    expect((await admin.get('/api/v1/partners/fabrikam/skills-matrix')).statusCode).toBe(404);
  });
});
