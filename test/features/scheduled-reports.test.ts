import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { NewSchedule, Schedules, ScheduleView } from '../../src/contract/scheduled-reports.ts';
import { formatDay, parseDay } from '../../src/domain/time/day.ts';
import { dayBeforeLastPeriod, nextPeriod, periodOf } from '../../src/domain/time/periods.ts';
import { reportMakers } from '../../src/features/report-makers.ts';
import { scheduledReportRound } from '../../src/features/scheduled-reports/scheduled-report-round.ts';
import { readTable } from '../../src/files/read-table.ts';
import type { PartnerId } from '../../src/store/partner-id.ts';
import { type Browser, type DemoServer, demoServer } from '../support/demo-server.ts';

const OWN = '/api/v1/me/scheduled-reports';
const HOUR = 3_600_000;
const CONTOSO = { partnerId: 'contoso' as PartnerId, actor: { kind: 'system', name: 'test' } } as const;

let server: DemoServer;
let viewer: Browser;
let begin: Date;

beforeAll(async () => {
  server = await demoServer();
  begin = server.clock.now;
});
afterAll(() => server.close());
beforeEach(async () => {
  server.clock.now = begin;
  viewer = await server.as('executive-report-viewer@contoso.example');
  for (const { scheduleId } of (await listed()).value) await viewer.send('DELETE', `${OWN}/${scheduleId}`);
});

async function listed(browser = viewer): Promise<Schedules> {
  return (await browser.get(OWN)).json();
}

async function asked(order: Partial<NewSchedule> = {}, browser = viewer): Promise<ScheduleView> {
  const usual = { report: 'TrainingCompletions', format: 'csv', frequency: 'weekly', delivery: 'link' };
  const answer = await browser.send('POST', OWN, { ...usual, ...order });
  expect(answer.statusCode).toBe(201);
  return answer.json();
}

function round(makers = reportMakers(server.services)) {
  return scheduledReportRound(server.services, makers);
}

async function onDay(day: string): Promise<void> {
  server.clock.now = new Date(`${day}T09:00:00Z`);
  // The session of another day has ended.
  viewer = await server.as('executive-report-viewer@contoso.example');
}

async function mailsOf(kind: string) {
  return (await server.mails('contoso')).filter((mail) => mail.kind === kind);
}

describe('a period', () => {
  it.each([
    ['2026-11-21', 'daily', '2026-11-21', '2026-11-22'],
    ['2026-11-21', 'weekly', '2026-11-16', '2026-11-23'],
    ['2026-11-22', 'weekly', '2026-11-16', '2026-11-23'],
    ['2026-11-23', 'weekly', '2026-11-23', '2026-11-30'],
    ['2026-12-31', 'monthly', '2026-12-01', '2027-01-01'],
    ['1969-12-28', 'weekly', '1969-12-22', '1969-12-29'],
  ] as const)('of %s, %s, begins on %s and the next one on %s', (day, frequency, first, next) => {
    expect(formatDay(periodOf(parseDay(day)!, frequency))).toBe(first);
    expect(formatDay(nextPeriod(parseDay(day)!, frequency))).toBe(next);
  });
});

describe('news', () => {
  it.each([
    ['2026-11-24', 'daily', '2026-11-22'],
    ['2026-11-23', 'weekly', '2026-11-15'],
    ['2026-11-26', 'weekly', '2026-11-15'],
    ['2026-12-01', 'monthly', '2026-10-31'],
  ] as const)(
    'on %s, %s, are what has come after %s, so that nothing is left out',
    (day, frequency, since) => {
      expect(formatDay(dayBeforeLastPeriod(parseDay(day)!, frequency))).toBe(since);
    },
  );

  it('are the change log since then, with the rows of its page', async () => {
    const admin = await server.as('partner-admin@contoso.example');
    const { scheduleId } = await asked({ report: 'changes', frequency: 'monthly' }, admin);
    expect((await round()).made).toBe(1);
    const file = await admin.get(`${OWN}/${scheduleId}/latest`);
    expect(file.headers['content-disposition']).toContain('journal-des-changements-contoso-2026-11-21.csv');
    const shown = (await admin.get('/api/v1/partners/contoso/changes?since=2026-09-30')).json();
    expect(shown.total).toBeGreaterThan(0);
    expect(file.body.trim().split('\r\n')).toHaveLength(shown.total + 1);
    await admin.send('DELETE', `${OWN}/${scheduleId}`);
  });
});

describe('a regular report', () => {
  it('is made at once, told in a mail in the person’s language, and read behind the sign-in', async () => {
    const { scheduleId } = await asked();
    expect((await round()).made).toBe(1);
    const mails = await mailsOf('scheduled-report');
    const own = mails.filter(({ to }) => to === 'executive-report-viewer@contoso.example');
    expect(own).toHaveLength(1);
    expect(own[0]!.text).toContain('/data-sets/scheduled');
    const { value } = await listed();
    expect(value).toMatchObject([{ scheduleId, nextOn: '2026-11-23', paused: false, failedAt: null }]);
    const file = await viewer.get(`${OWN}/${scheduleId}/latest`);
    expect(file.statusCode).toBe(200);
    expect(file.headers['content-disposition']).toContain('TrainingCompletions-contoso-2026-11-21.csv');
    const read = await readTable(file.rawPayload);
    if (read.kind !== 'table') throw new Error('not a table');
    expect([...read.table.rows]).toHaveLength(value[0]!.latest!.rows);
    expect(read.table.header).toContain('CorpEmail');
    const other = await server.as('partner-admin@contoso.example');
    expect((await other.get(`${OWN}/${scheduleId}/latest`)).statusCode).toBe(404);
  });

  it.each([
    ['performance-report', 'part=lines', 'performances-des-competences-contoso-2026-11-21.csv'],
    ['training', '', 'formations-par-mois-contoso-2025-12-2026-11.csv'],
  ] as const)('of %s is the file that its page gives', async (report, part, name) => {
    const admin = await server.as('partner-admin@contoso.example');
    const { scheduleId } = await asked({ report }, admin);
    expect((await round()).made).toBe(1);
    const file = await admin.get(`${OWN}/${scheduleId}/latest`);
    expect(file.headers['content-disposition']).toContain(name);
    const page = await admin.get(`/api/v1/partners/contoso/${report}?format=csv&lang=fr&${part}`);
    expect(file.body).toBe(page.body);
    expect(file.body.split('\r\n').length).toBeGreaterThan(10);
    await admin.send('DELETE', `${OWN}/${scheduleId}`);
  });

  it('is made once for a period, also by two servers at once, and once after a time without any', async () => {
    const { scheduleId } = await asked({ frequency: 'daily' });
    const count = async () => (await mailsOf('scheduled-report')).length;
    const before = await count();
    const made = await Promise.all([round(), round(), round()]);
    expect(made.reduce((sum, each) => sum + each.made, 0)).toBe(1);
    expect((await round()).made).toBe(0);
    await onDay('2026-11-26');
    expect((await round()).made).toBe(1);
    expect(await count()).toBe(before + 2);
    const { rows } = await server.services.database.asTenant(CONTOSO, (tx) =>
      sql<{ period: string }>`
        select period::text as period from report_file where schedule_id = ${scheduleId} order by period`.execute(
        tx.sql,
      ),
    );
    expect(rows.map(({ period }) => period)).toEqual(['2026-11-21', '2026-11-26']);
  });

  it('waits while it is paused, and goes on with the present when it is resumed', async () => {
    const { scheduleId } = await asked({ frequency: 'daily' });
    await round();
    expect((await viewer.send('PATCH', `${OWN}/${scheduleId}`, { paused: true })).statusCode).toBe(204);
    await onDay('2026-11-24');
    expect((await round()).made).toBe(0);
    await viewer.send('PATCH', `${OWN}/${scheduleId}`, { paused: false });
    expect((await round()).made).toBe(1);
    expect((await listed()).value[0]).toMatchObject({ nextOn: '2026-11-25', paused: false });
  });

  it('is kept fourteen days', async () => {
    const { scheduleId } = await asked({ frequency: 'monthly' });
    await round();
    server.clock.now = new Date(begin.getTime() + 14 * 24 * HOUR + 1_000);
    const browser = await server.as('executive-report-viewer@contoso.example');
    expect((await browser.get(`${OWN}/${scheduleId}/latest`)).statusCode).toBe(404);
    await round();
    await server.services.database.asTenant(CONTOSO, async (tx) => {
      const kept = await sql`select 1 from report_file where expires_at < ${tx.now}::timestamptz`.execute(
        tx.sql,
      );
      expect(kept.rows).toHaveLength(0);
    });
  });

  it('is fetched by a program with a report token, and told by no mail', async () => {
    const before = (await mailsOf('scheduled-report')).length;
    const { scheduleId, pullAddress } = await asked({ delivery: 'pull', format: 'tsv' });
    await round();
    expect((await mailsOf('scheduled-report')).length).toBe(before);
    const made = await viewer.send('POST', '/api/v1/me/report-tokens', { name: 'Nightly', days: 30 });
    const headers = { authorization: `Bearer ${made.json().token}` };
    const answer = await server.app.inject({ url: new URL(pullAddress).pathname, headers });
    expect([answer.statusCode, answer.headers['content-type']]).toEqual([
      200,
      'text/tab-separated-values; charset=utf-8',
    ]);
    expect((await server.app.inject({ url: OWN, headers })).statusCode).toBe(403);
    expect((await viewer.get(`${OWN}/${scheduleId}/latest`)).statusCode).toBe(200);
  });

  it('that fails is tried again, then told to the person, and made in the next period', async () => {
    const { scheduleId } = await asked({ frequency: 'daily' });
    const broken = {
      ...reportMakers(server.services),
      TrainingCompletions: () => Promise.reject(new Error('planted')),
    };
    const told = (await mailsOf('scheduled-report-stopped')).length;
    for (const failures of [1, 2, 3]) {
      const { failed } = await round(broken);
      expect([failures, failed.map((each) => each.scheduleId)]).toEqual([failures, [scheduleId]]);
      expect((await round(broken)).failed).toHaveLength(0);
      server.clock.now = new Date(server.clock.now.getTime() + 11 * 60_000);
    }
    expect((await mailsOf('scheduled-report-stopped')).length).toBe(told + 1);
    expect((await listed()).value[0]).toMatchObject({
      nextOn: '2026-11-22',
      failedAt: expect.any(String),
      latest: null,
    });
    await onDay('2026-11-22');
    expect((await round()).made).toBe(1);
    expect((await listed()).value[0]).toMatchObject({ failedAt: null, nextOn: '2026-11-23' });
  });

  it('is refused to whoever may not read it, and attached only where the programme allows it', async () => {
    const order = { report: 'skills-report', format: 'csv', frequency: 'daily', delivery: 'link' };
    const refused = await viewer.send('POST', OWN, order);
    expect([refused.statusCode, refused.json().code]).toEqual([403, 'role-needed']);
    const attached = await viewer.send('POST', OWN, {
      ...order,
      report: 'TrainingCompletions',
      delivery: 'attachment',
    });
    expect([attached.statusCode, attached.json().code]).toEqual([409, 'no-attachments']);
    expect((await listed()).reports).toEqual([
      'TrainingCompletions',
      'CompetencySummaryHistory',
      'CompetencyPeformanceRequirement',
      'training',
    ]);
  });

  it('ends with its files when its person loses the right to it', async () => {
    const { scheduleId } = await asked({ frequency: 'daily' });
    await round();
    const { userId } = (await viewer.get('/api/v1/me')).json();
    const told = (await mailsOf('scheduled-report-stopped')).length;
    await server.services.database.asTenant(CONTOSO, async (tx) => {
      await sql`update user_role set ended_at = ${tx.now}::timestamptz where user_id = ${userId}::uuid`.execute(
        tx.sql,
      );
    });
    await onDay('2026-11-22');
    expect(await round()).toEqual({ made: 0, failed: [] });
    expect((await mailsOf('scheduled-report-stopped')).length).toBe(told + 1);
    const { rows } = await server.services.database.asTenant(CONTOSO, (tx) =>
      sql`select 1 from report_file where schedule_id = ${scheduleId}`.execute(tx.sql),
    );
    expect(rows).toHaveLength(0);
  });
});
