import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { PerformanceLineDetail, PerformanceReport } from '../../src/contract/performance-report.ts';
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

async function report(question = ''): Promise<PerformanceReport> {
  const answer = await admin.get(`${CONTOSO}/performance-report${question}`);
  expect(answer.statusCode, answer.body).toBe(200);
  return answer.json();
}

async function detail(competency: string, line: string, question = ''): Promise<PerformanceLineDetail> {
  const at = `${CONTOSO}/performance-report/${competency}/${encodeURIComponent(line)}${question}`;
  const answer = await admin.get(at);
  expect(answer.statusCode, answer.body).toBe(200);
  return answer.json();
}

function sum(values: readonly (number | null)[]): number {
  return values.reduce<number>((total, value) => total + (value ?? 0), 0);
}

describe('the competency performance report', () => {
  it('has every metric and requirement of every option once, with what each level asks for', async () => {
    const { value, total, ranks } = await report();
    expect(value).toHaveLength(total);
    expect(ranks.map(({ id }) => id)).toEqual(['base', 'silver', 'gold']);
    const ids = value.map(({ competency, id }) => `${competency} ${id}`);
    expect(new Set(ids).size).toBe(ids.length);
    expect(new Set(value.map(({ basis }) => basis))).toContain('skills');
    expect(new Set(value.map(({ basis }) => basis))).toContain('performance');
    for (const { levels, title, basis, metric } of value) {
      // The metrics of a score are asked for together.
      if (basis === 'score' && metric !== null) expect(levels).toEqual([]);
      else expect(levels.length).toBeGreaterThan(0);
      expect(title.fr).not.toBe('');
    }
  });

  it('leads from the number of people of each line to these people, and their records are those that count in the skills report', async () => {
    const { value } = await report();
    const skills: SkillsReport = (await admin.get(`${CONTOSO}/skills-report?counts=yes`)).json();
    const counting = new Set(skills.value.map(({ userId, skillId }) => `${userId} ${skillId}`));
    let walked = 0;
    for (const line of value.filter(({ basis }) => basis === 'skills')) {
      const { value: people, count } = await detail(line.competency, line.id, '?top=1000');
      expect(count).toBe(line.have);
      expect(people).toHaveLength(line.have!);
      for (const { records } of people) {
        expect(records.length).toBeGreaterThan(0);
        for (const { person, skill } of records) expect(counting).toContain(`${person} ${skill}`);
      }
      walked += people.length;
    }
    expect(walked).toBeGreaterThan(10);
  });

  it('is made of its months: what they have contributed in a window is the figure of the window', async () => {
    const { value, windows } = await report();
    for (const line of value) {
      const { months, windows: own } = await detail(line.competency, line.id);
      expect(own).toEqual(windows);
      const since = (from: string | null) => months.filter(({ month }) => from !== null && month >= from);
      expect(line.trailing ?? 0).toBe(sum(since(windows.trailing).map((each) => each.contribution)));
      expect(line.anniversaryYear ?? 0).toBe(
        sum(since(windows.anniversaryYear).map((each) => each.contribution)),
      );
      if (line.basis === 'skills') expect(months.at(-1)?.trailing).toBe(line.have);
    }
  });

  it('adds up what was reported: the figures of a month are its contribution, those of twelve their sum, as the data set tells them', async () => {
    const { value } = await report('?basis=performance');
    const told = (await admin.get(`${CONTOSO}/datasets/CompetencyPeformanceRequirement?top=10000`)).json();
    let known = 0;
    for (const line of value) {
      const { months, reported } = await detail(line.competency, line.id);
      expect(months.length).toBeGreaterThanOrEqual(24);
      for (const { month, contribution, trailing, anniversaryYear, thresholds } of months) {
        const own = reported.filter((each) => each.month === month);
        expect(contribution).toBe(own.length === 0 ? null : sum(own.map((each) => each.value)));
        if (own.length > 0) known++;
        const row = told.value.find(
          (each: Record<string, unknown>) =>
            String(each.Month).startsWith(month) &&
            each.CompetencyName === line.name.en &&
            each.CompetencyAttainmentOptionName ===
              (line.optionName?.en ?? each.CompetencyAttainmentOptionName) &&
            each.MetricName === line.title.en,
        );
        expect(row).toMatchObject({
          MetricMonthlyContribution: contribution,
          TTMAggregate: trailing,
          AnniversaryYearAggregate: anniversaryYear,
          SilverThreshold: thresholds.silver ?? null,
          GoldThreshold: thresholds.gold ?? null,
        });
      }
      // The usual window is that of the rule: the figure on the day is the sum of the months.
      if (line.window === 'trailing-12-months' && line.have !== null) expect(line.trailing).toBe(line.have);
    }
    expect(known).toBeGreaterThan(10);
  });

  it('says of the end of a month what the report of that day says', async () => {
    const { value } = await report('?competency=data-platform&basis=skills');
    expect(value.length).toBeGreaterThan(0);
    const [line] = value;
    const { months } = await detail(line!.competency, line!.id);
    for (const { month, trailing } of months.filter(({ complete }) => complete).slice(-6)) {
      const [year, number] = month.split('-').map(Number);
      const end = new Date(Date.UTC(year!, number!, 0)).toISOString().slice(0, 10);
      const then = await report(`?asOf=${end}&competency=data-platform`);
      expect(then.asOf.validAt).toBe(end);
      expect(then.value.find(({ id }) => id === line!.id)?.have).toBe(trailing);
    }
  });

  it('tells the state of the levels and their history as the other pages do', async () => {
    const { levels, history } = await report();
    const competencies = (await admin.get(`${CONTOSO}/competencies`)).json();
    expect(levels).toEqual(competencies.levels);
    for (const competency of new Set(history.map((change) => change.competency))) {
      const page = (await admin.get(`${CONTOSO}/competencies/${competency}`)).json();
      const own = history.filter((change) => change.competency === competency);
      expect(own.map(({ on, level, cause }) => ({ on, level, cause }))).toEqual(
        page.history.map(({ on, level, cause }: (typeof own)[number]) => ({ on, level, cause })),
      );
    }
  });

  it('is a file of the same rows in both languages, of the lines as of their months, and the download is in the trail', async () => {
    const { value } = await report('?basis=skills');
    for (const [lang, headers] of [
      ['fr', ['Compétence', 'Option', 'Nature']],
      ['en', ['Competency', 'Option', 'Basis']],
    ] as const) {
      const file = await admin.get(`${CONTOSO}/performance-report?basis=skills&format=csv&lang=${lang}`);
      const lines = file.body.trim().split('\r\n');
      const columns = lines[0]!.replace('\ufeff', '').split(/[,;]/);
      expect(columns.slice(0, headers.length)).toEqual(headers);
      expect(lines).toHaveLength(value.length + 1);
    }
    const months = await admin.get(
      `${CONTOSO}/performance-report?basis=skills&part=months&format=tsv&lang=en`,
    );
    expect(months.body.trim().split('\r\n')).toHaveLength(value.length * 25 + 1);
    const trail = (
      await (await server.as('global-admin@contoso.example')).get(`${CONTOSO}/audit-events`)
    ).json();
    expect(trail.value.map(({ action }: { action: string }) => action)).toContain(
      'performance-report.downloaded',
    );
  });

  it('finds lines by words of either language, and those that some level lacks', async () => {
    const all = await report();
    const found = await report('?search=plateforme%20donnees');
    expect(found.count).toBeGreaterThan(0);
    expect(found.count).toBeLessThan(all.count);
    expect(found.total).toBe(all.total);
    const open = await report('?open=yes');
    for (const { levels } of open.value) expect(levels.some(({ outcome }) => outcome !== 'met')).toBe(true);
  });

  it('has no line that the rules of the day do not name', async () => {
    const answer = await admin.get(`${CONTOSO}/performance-report/data-platform/nothing`);
    expect(answer.statusCode).toBe(404);
    expect(answer.json().code).toBe('line-not-found');
  });

  it('is for those who may read the skills report', async () => {
    const viewer = await server.as('report-viewer@contoso.example');
    expect((await viewer.get(`${CONTOSO}/performance-report`)).statusCode).toBe(403);
    expect((await admin.get('/api/v1/partners/fabrikam/performance-report')).statusCode).toBe(404);
  });

  it('tells the points of a score and of each of its metrics', async () => {
    const fabrikam = await server.as('partner-admin@fabrikam.example');
    const at = '/api/v1/partners/fabrikam/performance-report?programme=solutions-partner';
    const { value }: PerformanceReport = (await fabrikam.get(at)).json();
    const scores = value.filter(({ basis }) => basis === 'score');
    expect(scores.length).toBeGreaterThan(0);
    for (const total of scores.filter(({ metric }) => metric === null)) {
      const parts = scores.filter(
        ({ competency, option, metric }) =>
          metric !== null && competency === total.competency && option === total.option,
      );
      expect(sum(parts.map(({ have }) => have))).toBeCloseTo(total.have!, 9);
    }
  });
});
