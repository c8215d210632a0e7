import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type DemoServer, demoServer } from '../support/demo-server.ts';

let server: DemoServer;
beforeAll(async () => {
  server = await demoServer();
});
afterAll(() => server.close());

const contoso = '/api/v1/partners/contoso';

describe('the partner admin of Contoso Conseil', () => {
  it('sees who he or she is, and what the company holds', async () => {
    const admin = await server.as('partner-admin@contoso.example');
    const me = (await admin.get('/api/v1/me')).json();
    expect(me).toMatchObject({
      email: 'partner-admin@contoso.example',
      roles: ['partner-admin'],
      demo: true,
    });
    expect(me.partner).toMatchObject({ id: 'contoso', enrolled: true });
    const list = await admin.get(`${contoso}/competencies`);
    expect(list.statusCode).toBe(200);
    const attained = list.json().value.filter((status: { attained: unknown }) => status.attained !== null);
    expect(attained.map((status: { attained: { level: string } }) => status.attained.level).sort()).toEqual([
      'gold',
      'silver',
    ]);
    for (const { competency } of list.json().value) {
      const detail = await admin.get(`${contoso}/competencies/${competency}`);
      expect(detail.statusCode).toBe(200);
    }
  });

  it('reads the overview of the week', async () => {
    const admin = await server.as('partner-admin@contoso.example');
    const overview = (await admin.get(`${contoso}/overview`)).json();
    expect(overview.hold).toHaveLength(2);
    expect(overview.aboutToEnd.length).toBeGreaterThan(0);
    expect(overview.withinReach.length).toBeGreaterThan(0);
    expect(overview.people.total).toBeGreaterThan(8);
  });

  it('asks what may be lost, by when and by whose leaving, until the anniversary or another day', async () => {
    const admin = await server.as('partner-admin@contoso.example');
    const answer = await admin.get(`${contoso}/risk`);
    expect(answer.statusCode).toBe(200);
    const { value, until } = answer.json();
    expect(until).toBe('2027-03-21');
    const gold = value.find(({ level }: { level: string }) => level === 'gold');
    expect(gold).toMatchObject({
      competency: 'data-platform',
      firstLossDate: '2026-12-15',
      cause: [{ kind: 'pmc-window-over', people: [{ firstName: 'Sandrine' }], peopleCount: 1 }],
      departuresSurvived: 0,
    });
    expect(gold.criticalPeople).toHaveLength(2);
    const before = (await admin.get(`${contoso}/risk?until=2026-12-14`)).json();
    for (const level of before.value) expect(level.firstLossDate).toBeNull();
    const etag = String(answer.headers.etag);
    expect((await admin.get(`${contoso}/risk`, { 'if-none-match': etag })).statusCode).toBe(304);
    expect((await admin.get(`${contoso}/risk?until=2027-01-01`)).headers.etag).not.toBe(etag);
    const past = await admin.get(`${contoso}/risk?until=2026-11-20`);
    expect([past.statusCode, past.json().errors[0].field]).toEqual([400, 'until']);
  });

  it('of a company of 800 people reads an overview that names a few and counts all', async () => {
    const admin = await server.as('partner-admin@fabrikam.example');
    const fabrikam = '/api/v1/partners/fabrikam';
    const answer = await admin.get(`${fabrikam}/overview`);
    const overview = answer.json();
    const users = (await admin.get(`${fabrikam}/users?associated=no&status=active&top=1`)).json();
    const active = (await admin.get(`${fabrikam}/users?status=active&top=1`)).json();
    expect(overview.people.total).toBe(active.count);
    expect(overview.people.notAssociated).toBe(users.count);
    expect(overview.notAssociated.length).toBe(Math.min(10, users.count));
    for (const { month, count } of overview.expiringMonths) {
      const named = overview.expiring.filter(({ on }: { on: string }) => on.startsWith(month));
      expect([month, named.length]).toEqual([month, Math.min(10, count)]);
      // The link below the month leads to exactly the rows it counts.
      const linked = (await admin.get(`${fabrikam}/skills-report?stopsIn=${month}&top=1`)).json();
      expect([month, linked.count]).toEqual([month, count]);
    }
  });

  it('reads the report on screen, filters it, and downloads the same rows', async () => {
    const admin = await server.as('partner-admin@contoso.example');
    const report = (await admin.get(`${contoso}/skills-report`)).json();
    expect(report.value.length).toBe(report.total);
    expect(report.summary.counting).toBeGreaterThan(0);
    const query = 'counts=no&orderby=achievedOn desc';
    const chosen = (await admin.get(`${contoso}/skills-report?${query}`)).json();
    expect(chosen.count).toBeLessThan(report.total);
    const csv = await admin.get(`${contoso}/skills-report?${query}&format=csv&lang=fr`);
    expect(csv.headers['content-disposition']).toContain('rapport-des-qualifications-contoso-2026-11-21.csv');
    const lines = csv.body.trim().split('\r\n');
    expect(lines).toHaveLength(chosen.count + 1);
    expect(lines[0]).toContain('Prénom;Nom;E-mail professionnel');
    expect(lines[1]).toContain(chosen.value[0].skillTitle);
    const xlsx = await admin.get(`${contoso}/skills-report?format=xlsx&lang=fr`);
    expect(xlsx.statusCode).toBe(200);
    expect(xlsx.rawPayload.subarray(0, 2).toString()).toBe('PK');
  });
});

describe('Northwind, where nobody is associated', () => {
  it('is told why the report is empty and what to do', async () => {
    const admin = await server.as('partner-admin@northwind.example');
    const report = (await admin.get('/api/v1/partners/northwind/skills-report')).json();
    expect(report).toMatchObject({ value: [], code: 'no-skills-data', total: 0 });
    expect(report.prerequisites.find(({ id }: { id: string }) => id === 'associations')).toMatchObject({
      met: false,
      have: 0,
    });
    const file = await admin.get('/api/v1/partners/northwind/skills-report?format=xlsx');
    expect([file.statusCode, file.json().code]).toEqual([409, 'no-skills-data']);
  });
});

describe('a learner', () => {
  it('sees the own skills and accounts, and no report of the company', async () => {
    const yann = await server.as('yann@contoso.example');
    const skills = (await yann.get('/api/v1/me/skills')).json();
    expect(skills.value.length).toBeGreaterThan(0);
    const accounts = (await yann.get('/api/v1/me/learning-accounts')).json();
    expect(accounts.value.map(({ accountId }: { accountId: string }) => accountId)).toContain('9900102');
    const way = await yann.get(`/api/v1/me/skills/${skills.value[0].recordId}/way`);
    expect(way.statusCode).toBe(200);
    const refused = await yann.get(`${contoso}/skills-report`);
    expect(refused.statusCode).toBe(403);
    expect(refused.json().neededRoles).toEqual(['partner-admin', 'global-admin']);
    expect(refused.json().holders.length).toBeGreaterThan(0);
  });
});
