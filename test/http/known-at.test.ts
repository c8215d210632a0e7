/** Every report of a company as it was known on a day: what is recorded later changes nothing of it. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { CompetencyStatus } from '../../src/contract/competencies.ts';
import type { DataSet } from '../../src/contract/data-sets.ts';
import type { PerformanceReport } from '../../src/contract/performance-report.ts';
import { receiveRecords } from '../../src/features/sources/receive-records.ts';
import { endAssociation } from '../../src/store/associations-store.ts';
import type { TenantTransaction } from '../../src/store/database.ts';
import { addExemption } from '../../src/store/exemptions-store.ts';
import { recordMetric } from '../../src/store/metrics-store.ts';
import type { PartnerId } from '../../src/store/partner-id.ts';
import { lockUserAccount, setLeavingDay } from '../../src/store/user-accounts-store.ts';
import { createUser } from '../../src/store/users-store.ts';
import { type Browser, type DemoServer, demoServer } from '../support/demo-server.ts';

const CONTOSO = '/api/v1/partners/contoso';
const KNOWN = '2026-11-20';
const SYSTEM = { kind: 'system', name: 'test' } as const;

/** The doors that answer about a company on a day; each takes both times. */
const DOORS = [
  `${CONTOSO}/competencies`,
  `${CONTOSO}/competencies/data-platform`,
  `${CONTOSO}/overview`,
  `${CONTOSO}/risk`,
  `${CONTOSO}/performance-report`,
  `${CONTOSO}/performance-report?format=csv&part=lines`,
  `${CONTOSO}/performance-report?format=csv&part=months`,
  `${CONTOSO}/skills-report`,
  `${CONTOSO}/skills-report?format=tsv`,
  `${CONTOSO}/skills-matrix?competency=data-platform`,
  `${CONTOSO}/skills-matrix?competency=data-platform&format=csv`,
  `${CONTOSO}/training`,
  `${CONTOSO}/training?from=2017-01&to=2026-11&format=tsv`,
  `${CONTOSO}/training/people?from=2017-01&to=2026-11`,
  `${CONTOSO}/training/completions?from=2017-01&to=2026-11`,
  `${CONTOSO}/changes?since=2026-09-01`,
  `${CONTOSO}/datasets/TrainingCompletions`,
  `${CONTOSO}/datasets/TrainingCompletions?format=csv`,
  `${CONTOSO}/datasets/CompetencySummaryHistory`,
  `${CONTOSO}/datasets/CompetencyPeformanceRequirement`,
  `${CONTOSO}/datasets/CompetencyPeformanceRequirement?format=tsv`,
  '/odata/v4/TrainingCompletions',
  '/odata/v4/CompetencySummaryHistory',
  '/odata/v4/CompetencyPeformanceRequirement',
  '/odata/v4/SkillsReport',
] as const;

/** What a record, a figure or an override of today changes in every one of them but these, when all is known. */
const UNTOUCHED = /(?:risk|overview|History|competencies\/data-platform)$/;

let server: DemoServer;
let admin: Browser;

beforeAll(async () => {
  server = await demoServer();
  admin = await server.as('partner-admin@contoso.example');
});
afterAll(() => server.close());

async function read(door: string, times: Readonly<Record<string, string>>): Promise<string> {
  const asked = Object.entries(times).map(([name, value]) => `${name}=${value}`);
  const answer = await admin.get(`${door}${door.includes('?') ? '&' : '?'}${asked.join('&')}`);
  expect([door, answer.statusCode]).toEqual([door, 200]);
  return answer.body;
}

async function readAll(times: Readonly<Record<string, string>>): Promise<ReadonlyMap<string, string>> {
  const found = new Map<string, string>();
  for (const door of DOORS) found.set(door, await read(door, times));
  return found;
}

function lastReported(text: string): Record<string, unknown> {
  const { value } = JSON.parse(text) as DataSet;
  return value.findLast(({ MetricMonthlyContribution: told }) => told !== null)!;
}

/** What departures and associations change, of the doors above. */
const OF_PEOPLE =
  /(?:competencies\/data-platform|tsv|data-platform&format=csv|changes.*|History|SkillsReport)$/;

/** Its rows are who completed what, with the e-mails of now. */
const OF_ACCOUNTS = /TrainingCompletions/;

/** The state of an account, and how many there are, is told as of today in every report. */
function withoutAccounts(text: string): string {
  return text.replace(/\b(?:active|left|actif|parti)\b/gi, '').replace(/"prerequisites":.*?"asOf"/, '"asOf"');
}

async function userOf(tx: TenantTransaction, workEmail: string): Promise<string> {
  const found = await tx.sql
    .selectFrom('user_contact')
    .select('user_id')
    .where('partner_id', '=', tx.partnerId)
    .where('work_email', '=', workEmail)
    .executeTakeFirstOrThrow();
  return found.user_id;
}

/** One has left before the day that is looked back at, another returns, the account of a third is no longer ours. */
async function changePeople(tx: TenantTransaction): Promise<void> {
  const leave = async (workEmail: string, on: string | null) => {
    const userId = await userOf(tx, workEmail);
    const account = await lockUserAccount(tx, userId);
    await setLeavingDay(tx, userId, account!, on);
  };
  await leave('karim.benali@contoso.example', '2026-11-10');
  await leave('thomas.vidal@contoso.example', null);
  const zoe = await userOf(tx, 'zoe@contoso.example');
  const claim = await tx.sql
    .selectFrom('account_claim')
    .select('association_id')
    .where('partner_id', '=', tx.partnerId)
    .where('user_id', '=', zoe)
    .where('voided_at', 'is', null)
    .executeTakeFirstOrThrow();
  const herself = { ...tx, actor: { kind: 'user', userId: zoe } } as const;
  const ended = await endAssociation(herself, { associationId: claim.association_id, isAdmin: false });
  expect(ended.kind).toBe('ended');
  await createUser(tx, {
    firstName: 'Late',
    lastName: 'Entry',
    workEmail: 'late@contoso.example',
    employedFrom: '2024-01-01',
    roles: [],
  });
}

describe('a company as it was known on a day', () => {
  it('stays as it was through a record, a corrected figure and an override that come later', async () => {
    const asKnown = { asOf: '2026-11-21', knownAt: KNOWN };
    const before = await readAll(asKnown);
    const now = await readAll({ asOf: '2026-11-21' });

    await receiveRecords(server.services, SYSTEM, 'microsoft-learning', [
      { externalId: 'late', accountId: '9900101', skill: 'exam:70-761', achievedOn: '2026-11-02' },
    ]);
    await server.services.database.asTenant(
      { partnerId: 'contoso' as PartnerId, actor: SYSTEM },
      async (tx) => {
        const figures = await tx.sql
          .selectFrom('metric_value')
          .select(['metric', 'month', 'association', 'competency', 'track'])
          .where('partner_id', '=', tx.partnerId)
          .where('voided_at', 'is', null)
          .where('month', '=', '2026-10')
          .execute();
        expect(figures.length).toBeGreaterThan(0);
        for (const figure of figures) await recordMetric(tx, { ...figure, value: 1 });
        await addExemption(tx, {
          competency: 'devops',
          level: 'gold',
          from: '2026-11-01',
          until: '2027-11-01',
          reason: 'An agreement that was written down late',
        });
      },
    );

    const after = await readAll(asKnown);
    for (const door of DOORS) expect([door, after.get(door)]).toEqual([door, before.get(door)]);
    const withAll = await readAll({ asOf: '2026-11-21' });
    const same = DOORS.filter((door) => !UNTOUCHED.test(door) && withAll.get(door) === now.get(door));
    expect(same).toEqual([]);
  });

  it('stays as it was through departures, returns and associations that are told later', async () => {
    const asKnown = { asOf: '2026-11-12', knownAt: KNOWN };
    const before = await readAll(asKnown);
    const now = await readAll({ asOf: '2026-11-12' });
    const claim = { partnerId: 'contoso' as PartnerId, actor: SYSTEM };
    await server.services.database.asTenant(claim, changePeople);
    const after = await readAll(asKnown);
    for (const door of DOORS.filter((one) => !OF_ACCOUNTS.test(one)))
      expect([door, withoutAccounts(after.get(door)!)]).toEqual([door, withoutAccounts(before.get(door)!)]);
    const later = await readAll({ asOf: '2026-11-12' });
    const changed = DOORS.filter(
      (door) => withoutAccounts(later.get(door)!) !== withoutAccounts(now.get(door)!),
    );
    expect(changed).toEqual(
      expect.arrayContaining(
        DOORS.filter((door) => OF_PEOPLE.test(door) && !/training|Requirement/.test(door)),
      ),
    );
  });

  it('has figures from when they were reported, and the values of then after a correction', async () => {
    const figures = `${CONTOSO}/datasets/CompetencyPeformanceRequirement`;
    const early = lastReported(await read(figures, { asOf: '2026-11-21', knownAt: '2026-10-15' }));
    const late = lastReported(await read(figures, { asOf: '2026-11-21', knownAt: KNOWN }));
    expect([early.Month, late.Month]).toEqual(['2026-09', '2026-10']);
    expect(late.MetricMonthlyContribution).not.toBe(1);
    expect(lastReported(await read(figures, { asOf: '2026-11-21' })).MetricMonthlyContribution).toBe(1);
  });

  it('does not hold what was only agreed later, and says the times that it was asked for', async () => {
    const exempt = async (times: Readonly<Record<string, string>>) => {
      const { value } = JSON.parse(await read(`${CONTOSO}/competencies`, times)) as {
        value: CompetencyStatus[];
      };
      return JSON.stringify(value.find(({ competency }) => competency === 'devops'));
    };
    expect(await exempt({ asOf: '2026-11-21' })).toContain('An agreement');
    expect(await exempt({ asOf: '2026-11-21', knownAt: KNOWN })).not.toContain('An agreement');
    const told = JSON.parse(
      await read(`${CONTOSO}/performance-report`, { asOf: '2026-11-21', knownAt: KNOWN }),
    ) as PerformanceReport;
    expect(told.asOf).toEqual({ validAt: '2026-11-21', knownAt: KNOWN });
  });
});
