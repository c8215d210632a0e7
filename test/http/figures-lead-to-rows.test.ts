/** From each figure of the reports to the rows to which its link leads: there are as many as the figure says. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { CompetencyDetail, Overview } from '../../src/contract/competencies.ts';
import type { PerformanceReport } from '../../src/contract/performance-report.ts';
import { MATRIX_STANDINGS, type SkillsMatrix } from '../../src/contract/skills-matrix.ts';
import type { SkillsReport } from '../../src/contract/skills-report.ts';
import type { UserList } from '../../src/contract/users.ts';
import { type Browser, type DemoServer, demoServer } from '../support/demo-server.ts';

const CONTOSO = '/api/v1/partners/contoso';

let server: DemoServer;
let admin: Browser;

beforeAll(async () => {
  server = await demoServer();
  admin = await server.as('global-admin@contoso.example');
});
afterAll(() => server.close());

async function asked<T>(path: string): Promise<T> {
  const answer = await admin.get(`${CONTOSO}/${path}`);
  expect([path, answer.statusCode]).toEqual([path, 200]);
  return answer.json();
}

const report = (question = '') => asked<SkillsReport>(`skills-report?top=10000${question}`);
const users = (question: string) => asked<UserList>(`users?top=5000&${question}`);

function peopleOf({ value }: SkillsReport): number {
  return new Set(value.map(({ userId }) => userId)).size;
}

describe('the figures of the overview', () => {
  it('are as many people and skills as the lists behind them', async () => {
    const { people, records } = await asked<Overview>('overview');
    expect((await users('status=active')).count).toBe(people.total);
    expect((await users('status=active&associated=yes')).count).toBe(people.associated);
    expect((await users('status=active&associated=no')).count).toBe(people.notAssociated);
    expect((await users('status=active&technical=yes')).count).toBe(people.technical);
    const counting = await report('&counts=yes');
    expect(peopleOf(counting)).toBe(people.counting);
    expect(counting.count).toBe(records.counting);
    expect((await report()).count).toBe(records.total);
    expect(people.associated + people.notAssociated).toBe(people.total);
    expect(records.counting).toBeGreaterThan(10);
  });

  it('lead from each month of the timeline to the skills that stop counting in it', async () => {
    const { expiringMonths } = await asked<Overview>('overview');
    expect(expiringMonths.length).toBeGreaterThan(0);
    for (const { month, count } of expiringMonths) {
      expect([month, (await report(`&stopsIn=${month}`)).count]).toEqual([month, count]);
    }
  });
});

describe('the figures of the skills report', () => {
  it('are as many rows as each filter leaves, and together all of them', async () => {
    const { summary, facets, value } = await report();
    expect(summary.records).toBe(value.length);
    expect(summary.people).toBe(new Set(value.map(({ userId }) => userId)).size);
    expect((await report('&counts=yes')).count).toBe(summary.counting);
    let not = 0;
    for (const { reason, count } of summary.notCounting) {
      expect([reason, (await report(`&reason=${reason}`)).count]).toEqual([reason, count]);
      not += count;
    }
    expect(summary.counting + not).toBe(summary.records);
    expect(not).toBeGreaterThan(0);
    for (const { id, count } of facets.competencies) {
      expect([id, (await report(`&competency=${id}`)).count]).toEqual([id, count]);
    }
    for (const [name, list] of [
      ['provider', facets.providers],
      ['skillType', facets.skillTypes],
    ] as const) {
      for (const { id, count } of list) expect((await report(`&${name}=${id}`)).count).toBe(count);
      expect(list.reduce((sum, { count }) => sum + count, 0)).toBe(summary.records);
    }
  });
});

describe('the figures of the skills matrix', () => {
  const matrix = (competency: string, question = '') =>
    asked<SkillsMatrix>(`skills-matrix?competency=${competency}&top=1000${question}`);

  it('are as many people as each filter leaves, and as many rows of the skills report over each column', async () => {
    const { competencies } = await matrix('data-platform');
    expect(competencies.length).toBeGreaterThan(10);
    let held = 0;
    for (const { id } of competencies) {
      const { counts, skills, total } = await matrix(id);
      for (const standing of MATRIX_STANDINGS) {
        expect((await matrix(id, `&standing=${standing}`)).count).toBe(counts[standing]);
      }
      expect(MATRIX_STANDINGS.reduce((sum, standing) => sum + counts[standing], 0)).toBe(total);
      expect((await matrix(id, '&ending=yes')).count).toBe(counts.ending);
      for (const skill of skills) {
        const rows = await report(`&competency=${id}&skill=${encodeURIComponent(skill.id)}`);
        expect([id, skill.id, rows.count]).toEqual([id, skill.id, skill.held]);
        expect(rows.value.filter(({ countsNow }) => countsNow)).toHaveLength(skill.counting);
        held += skill.held;
      }
    }
    expect(held).toBeGreaterThan(20);
  });
});

describe('the cards of the performance report', () => {
  it('name each level that its competency says is in the state, and no other one', async () => {
    const { levels, ranks } = await asked<PerformanceReport>('performance-report');
    const named = new Set(ranks.map(({ id }) => id));
    expect(levels.length).toBeGreaterThan(3);
    for (const { competency, level, state } of levels) {
      expect(named).toContain(level);
      const page = await asked<CompetencyDetail>(`competencies/${competency}`);
      const outcomes = page.options.flatMap((option) =>
        option.levels.filter((each) => each.level === level).map(({ outcome }) => outcome),
      );
      const met = outcomes.includes('met');
      if (state === 'started') expect([competency, level, met]).toEqual([competency, level, false]);
      if (state === 'qualified') expect([competency, level, met]).toEqual([competency, level, true]);
    }
    // Whatever is met is in one of the cards.
    const listed = new Set(levels.map(({ competency, level }) => `${competency} ${level}`));
    const { value } = await asked<{
      value: { competency: string; options: { levels: { level: string; outcome: string }[] }[] }[];
    }>('competencies');
    for (const { competency, options } of value) {
      for (const { level, outcome } of options.flatMap((option) => option.levels)) {
        if (outcome === 'met') expect(listed).toContain(`${competency} ${level}`);
      }
    }
  });
});
