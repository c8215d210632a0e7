import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Training, TrainingCompletions, TrainingPeople } from '../../src/contract/training.ts';
import { TRAINING_KINDS } from '../../src/domain/training/training-kinds.ts';
import { type Browser, type DemoServer, demoServer } from '../support/demo-server.ts';

const CONTOSO = '/api/v1/partners/contoso';
/** All that the demo tells. */
const LONG = 'from=2017-01&to=2026-11';

let server: DemoServer;
let admin: Browser;
let viewer: Browser;

beforeAll(async () => {
  server = await demoServer();
  admin = await server.as('partner-admin@contoso.example');
  viewer = await server.as('report-viewer@contoso.example');
});
afterAll(() => server.close());

async function asked<T>(path: string, browser = admin): Promise<T> {
  const answer = await browser.get(`${CONTOSO}/${path}`);
  expect(answer.statusCode, answer.body).toBe(200);
  return answer.json();
}

describe('the training dashboard', () => {
  it('speaks of the last twelve months when none are asked, that of the day among them', async () => {
    const { from, to, months } = await asked<Training>('training');
    expect([from, to]).toEqual(['2025-12', '2026-11']);
    expect(months.map(({ month }) => month)).toHaveLength(12);
    expect((await asked<Training>('training?asOf=2018-03-15')).to).toBe('2018-03');
  });

  it('leads from each of the six figures to as many people and completions', async () => {
    const { individuals, completions } = await asked<Training>(`training?${LONG}`);
    for (const kind of TRAINING_KINDS) {
      const people = await asked<TrainingPeople>(`training/people?${LONG}&kind=${kind}`);
      expect(people.count).toBe(individuals[kind]);
      expect(people.value).toHaveLength(people.count);
      expect(people.value.reduce((sum, row) => sum + row.completions[kind], 0)).toBe(completions[kind]);
      const rows = await asked<TrainingCompletions>(`training/completions?${LONG}&kind=${kind}&top=1000`);
      expect(rows.count).toBe(completions[kind]);
      expect(new Set(rows.value.map(({ person }) => person.id)).size).toBe(individuals[kind]);
    }
    expect(individuals.certification + individuals.exam).toBeGreaterThan(0);
  });

  it('leads from each month of the chart to its completions, and from each person to his or hers', async () => {
    const { months } = await asked<Training>(`training?${LONG}`);
    const busy = months.filter(({ completions }) => completions.exam > 0);
    expect(busy.length).toBeGreaterThan(0);
    for (const { month, completions } of busy) {
      const rows = await asked<TrainingCompletions>(`training/completions?${LONG}&kind=exam&month=${month}`);
      expect(rows.count).toBe(completions.exam);
      expect(rows.value.every(({ completedOn }) => completedOn.startsWith(month))).toBe(true);
    }
    const people = await asked<TrainingPeople>(`training/people?${LONG}`);
    for (const { person, completions } of people.value) {
      const rows = await asked<TrainingCompletions>(`training/completions?${LONG}&user=${person.id}`);
      expect(rows.count).toBe(TRAINING_KINDS.reduce((sum, kind) => sum + completions[kind], 0));
    }
  });

  it('counts the completions that the data set of them tells', async () => {
    const { completions } = await asked<Training>(`training?${LONG}`);
    const types = { certification: 'Certification', exam: 'Exam', assessment: 'Assessment' } as const;
    for (const kind of TRAINING_KINDS) {
      const filter = `TrainingType eq '${types[kind]}' and TrainingCompletionDate ge 2017-01-01`;
      const rows = await asked<{ count: number }>(
        `datasets/TrainingCompletions?filter=${encodeURIComponent(filter)}`,
      );
      expect(rows.count).toBe(completions[kind]);
    }
  });

  it('counts nothing that was achieved after the day, or was not known then', async () => {
    const early = await asked<Training>(
      'training?from=2017-01&to=2026-11&asOf=2018-01-31&knownAt=2018-01-31',
    );
    const late = await asked<Training>(`training?${LONG}`);
    expect(early.completions.exam).toBeLessThan(late.completions.exam);
    expect(
      early.months.filter(({ month }) => month > '2018-01').every((each) => each.completions.exam === 0),
    ).toBe(true);
    expect(early.asOf).toEqual({ validAt: '2018-01-31', knownAt: '2018-01-31' });
  });

  it('tells a report viewer of people by an id that stays the same and says nothing, in lists, searches and files', async () => {
    const named = await asked<TrainingPeople>(`training/people?${LONG}`);
    const opaque = await asked<TrainingPeople>(`training/people?${LONG}`, viewer);
    expect(opaque.count).toBe(named.count);
    const all = await asked<TrainingCompletions>(`training/completions?${LONG}&top=1000`, viewer);
    const text = JSON.stringify([opaque, all]);
    for (const { person } of named.value) {
      expect(text).not.toContain(person.lastName);
      expect(text).not.toContain(person.email);
      const search = encodeURIComponent(person.lastName!);
      const found = await asked<TrainingPeople>(`training/people?${LONG}&search=${search}`, viewer);
      expect(found.count).toBe(0);
    }
    const labels = opaque.value.map(({ person }) => person.label);
    expect(labels).toEqual([...labels].sort((a, b) => a.localeCompare(b, 'fr', { numeric: true })));
    for (const path of ['training/people', 'training/completions']) {
      const file = await viewer.get(`${CONTOSO}/${path}?${LONG}&format=csv`);
      for (const { person } of named.value) expect(file.body).not.toContain(person.lastName);
    }
    const executive = await server.as('executive-report-viewer@contoso.example');
    const seen = await asked<TrainingPeople>(`training/people?${LONG}`, executive);
    expect(seen.value[0]!.person.lastName).not.toBeNull();
  });

  it('is the same months as a TSV of the chart, and the same rows as files; downloads are in the trail', async () => {
    const { months } = await asked<Training>(`training?${LONG}`);
    const tsv = (await admin.get(`${CONTOSO}/training?${LONG}&format=tsv&lang=en`)).body;
    const [header, ...lines] = tsv.replace('\ufeff', '').trim().split(/\r?\n/);
    expect(header).toBe('Month\tCertifications\tExams\tAssessments');
    expect(lines).toEqual(
      months.map(({ month, completions: { certification, exam, assessment } }) =>
        [month, certification, exam, assessment].join('\t'),
      ),
    );
    const people = await asked<TrainingPeople>(`training/people?${LONG}`);
    const file = await admin.get(`${CONTOSO}/training/people?${LONG}&format=tsv&lang=fr`);
    expect(file.body.trim().split(/\r?\n/)).toHaveLength(people.count + 1);
    expect((await admin.get(`${CONTOSO}/training/completions?${LONG}&format=xlsx`)).statusCode).toBe(200);
    const trail = (
      await (await server.as('global-admin@contoso.example')).get(`${CONTOSO}/audit-events`)
    ).json();
    expect(trail.value.map(({ action }: { action: string }) => action)).toContain('training.downloaded');
  });

  it('refuses months that are not in order or too many, in the reader’s language', async () => {
    for (const span of ['from=2026-11&to=2026-10', 'from=2010-01&to=2026-10']) {
      const answer = await admin.get(`${CONTOSO}/training?${span}`);
      expect(answer.statusCode).toBe(400);
      expect(answer.json().errors[0]).toMatchObject({
        field: 'from',
        detail: expect.stringContaining('mois'),
      });
    }
  });

  it('is for readers of insights, of their own company', async () => {
    for (const role of ['account-admin', 'user-admin']) {
      const other = await server.as(`${role}@contoso.example`);
      for (const path of ['training', 'training/people', 'training/completions']) {
        expect((await other.get(`${CONTOSO}/${path}`)).statusCode).toBe(403);
      }
    }
    expect((await viewer.get('/api/v1/partners/fabrikam/training')).statusCode).toBe(404);
  });
});
