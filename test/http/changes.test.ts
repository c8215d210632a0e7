import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Changes } from '../../src/contract/changes.ts';
import type { SkillsReport } from '../../src/contract/skills-report.ts';
import { receiveRecords } from '../../src/features/sources/receive-records.ts';
import { type Browser, type DemoServer, demoServer } from '../support/demo-server.ts';

const CONTOSO = '/api/v1/partners/contoso';
/** Of the demo, which tests hold still on one day. */
const TODAY = '2026-11-21';

let server: DemoServer;
let admin: Browser;

beforeAll(async () => {
  server = await demoServer();
  admin = await server.as('partner-admin@contoso.example');
});
afterAll(() => server.close());

async function changes(question = ''): Promise<Changes> {
  const answer = await admin.get(`${CONTOSO}/changes${question}`);
  expect(answer.statusCode, answer.body).toBe(200);
  return answer.json();
}

async function report(asOf: string): Promise<SkillsReport> {
  return (await admin.get(`${CONTOSO}/skills-report?asOf=${asOf}&knownAt=${asOf}`)).json();
}

describe('the change log', () => {
  it('begins on the last Monday when no day is asked', async () => {
    expect((await changes()).since).toBe('2026-11-16');
    expect((await changes('?asOf=2026-11-16')).since).toBe('2026-11-09');
  });

  it('accounts for the difference between the skills reports of the two days', async () => {
    for (const since of ['2026-09-01', '2025-11-21', '2024-01-15']) {
      const { counts, total, value } = await changes(`?since=${since}`);
      const before = (await report(since)).value.filter(({ countsNow }) => countsNow).length;
      const after = (await report(TODAY)).value.filter(({ countsNow }) => countsNow).length;
      expect(before + counts.gained - counts.lost).toBe(after);
      expect(Object.values(counts).reduce((sum, count) => sum + count, 0)).toBe(total);
      expect(value).toHaveLength(total);
    }
  });

  it('tells levels that were gained or lost with what made the difference, and options with the people missing', async () => {
    const { levels, options } = await changes('?since=2024-01-15');
    expect(levels.length).toBeGreaterThan(0);
    for (const { before, after, causes } of levels) {
      expect(before?.level).not.toBe(after?.level);
      expect(causes.length).toBeGreaterThan(0);
    }
    expect(options.length).toBeGreaterThan(0);
    for (const { before, after } of options) expect(before).not.toEqual(after);
  });

  it('says of each skill why it is another than it was, and can be asked for one kind, competency or person', async () => {
    const all = await changes('?since=2024-01-15');
    const lost = await changes('?since=2024-01-15&change=lost');
    expect(lost.count).toBe(all.counts.lost);
    expect(lost.value.length).toBeGreaterThan(0);
    for (const { change, reason, cause } of lost.value) {
      expect(change).toBe('lost');
      expect(cause === 'not-listed' || reason !== null).toBe(true);
    }
    const [first] = all.value;
    const own = await changes(`?since=2024-01-15&search=${encodeURIComponent(first!.lastName)}`);
    expect(own.value.every(({ lastName }) => lastName === first!.lastName)).toBe(true);
    const platform = await changes('?since=2024-01-15&competency=data-platform');
    expect(platform.count).toBeGreaterThan(0);
    expect(platform.count).toBeLessThan(all.count);
  });

  it('shows at once what is told now, as earned before and known since', async () => {
    const before = await changes();
    await receiveRecords(server.services, { kind: 'system', name: 'test' }, 'microsoft-learning', [
      { externalId: 'late', accountId: '9900101', skill: 'exam:70-761', achievedOn: '2019-02-14' },
    ]);
    const after = await changes();
    expect(after.counts.gained).toBe(before.counts.gained + 1);
    expect(after.value.find(({ skillId }) => skillId === 'exam:70-761')).toMatchObject({
      workEmail: 'claire@contoso.example',
      change: 'gained',
      cause: 'recorded',
    });
  });

  it('is a file of the same rows in both languages, and the download is in the trail', async () => {
    const { value } = await changes('?since=2024-01-15');
    for (const [lang, header] of [
      ['fr', 'Changement;Prénom;Nom'],
      ['en', 'Change,First name,Last name'],
    ] as const) {
      const file = await admin.get(`${CONTOSO}/changes?since=2024-01-15&format=csv&lang=${lang}`);
      const lines = file.body.trim().split('\r\n');
      expect(lines[0]).toContain(header);
      expect(lines).toHaveLength(value.length + 1);
    }
    const trail = (
      await (await server.as('global-admin@contoso.example')).get(`${CONTOSO}/audit-events`)
    ).json();
    expect(trail.value.map(({ action }: { action: string }) => action)).toContain('changes.downloaded');
  });

  it('refuses a day that is not before the day of the question, in the reader’s language', async () => {
    const answer = await admin.get(`${CONTOSO}/changes?since=${TODAY}`);
    expect(answer.statusCode).toBe(400);
    expect(answer.json().errors[0]).toMatchObject({
      field: 'since',
      detail: expect.stringContaining('avant'),
    });
  });

  it('is for those who may read the skills report', async () => {
    const viewer = await server.as('report-viewer@contoso.example');
    expect((await viewer.get(`${CONTOSO}/changes`)).statusCode).toBe(403);
    expect((await admin.get('/api/v1/partners/fabrikam/changes')).statusCode).toBe(404);
  });
});
