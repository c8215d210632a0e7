import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Risk } from '../../src/contract/risk.ts';
import type { RiskRanking } from '../../src/contract/risk-ranking.ts';
import { type Browser, type DemoServer, demoServer } from '../support/demo-server.ts';

const CONTOSO = '/api/v1/partners/contoso';

let server: DemoServer;
let admin: Browser;

beforeAll(async () => {
  server = await demoServer();
  admin = await server.as('partner-admin@contoso.example');
});
afterAll(() => server.close());

async function ranking(browser = admin, question = '', partner = 'contoso'): Promise<RiskRanking> {
  const answer = await browser.get(`/api/v1/partners/${partner}/risk-ranking${question}`);
  expect(answer.statusCode).toBe(200);
  return answer.json();
}

const keyOf = ({ competency, level }: { competency: string; level: string }) => `${competency}/${level}`;

describe('the ranking of what may be lost', () => {
  it('lists every level that is met, with the departures it survives and who is critical', async () => {
    const { levels } = await ranking();
    const risk: Risk = (await admin.get(`${CONTOSO}/risk`)).json();
    const ranked = new Map(levels.map((level) => [keyOf(level), level]));
    expect(risk.value.length).toBeGreaterThan(0);
    for (const level of risk.value) {
      const { met, departures } = ranked.get(keyOf(level))!;
      expect([met, departures?.survived]).toEqual([true, level.departuresSurvived]);
      expect(departures?.criticalPeople).toEqual(level.criticalPeople);
    }
  });

  it('lists a level that is still met after its membership has lapsed', async () => {
    const { levels } = await ranking(admin, '?asOf=2027-04-22');
    const lapsed = levels.filter(({ state }) => state === 'lapsed');
    expect(lapsed.map(keyOf)).toContain('data-platform/silver');
    expect(lapsed.map(keyOf)).not.toContain('data-platform/gold');
    for (const { met, departures } of lapsed) {
      expect(met).toBe(true);
      expect(departures).not.toBeNull();
    }
  });

  it('names what is in danger first, with the day, the cause, the offer and the repair on that day', async () => {
    const { levels, people } = await ranking();
    const threatened = levels.filter((level) => level.threatened);
    expect(threatened.length).toBeGreaterThan(0);
    expect(levels.slice(0, threatened.length)).toEqual(threatened);
    const lost = threatened.filter(({ lostOn }) => lostOn !== null);
    expect(lost.length).toBeGreaterThan(0);
    for (const { cause, repair, lostOn, offer } of lost) {
      expect(cause.length).toBeGreaterThan(0);
      expect(offer?.price?.currency).toBe('USD');
      expect(repair?.on).toBe(lostOn! > '2026-11-21' ? lostOn : '2026-11-21');
      for (const action of repair!.actions) {
        const named = action.kind === 'obtain' ? action.people : [];
        for (const person of named) expect(people[person]?.firstName).not.toBeNull();
      }
    }
  });

  it('tells the certificates that expire before the anniversary, with the opening of their renewal', async () => {
    const fabrikam = await server.as('partner-admin@fabrikam.example');
    const { certificates, certificateCount, until } = await ranking(
      fabrikam,
      '?programme=solutions-partner',
      'fabrikam',
    );
    expect(certificateCount).toBeGreaterThan(0);
    const days = certificates.map(({ expiresOn }) => expiresOn);
    expect(days).toEqual([...days].sort());
    expect(days.every((day) => day >= '2026-11-21' && day < until)).toBe(true);
    const [renewable] = certificates.filter(({ renewalOpensOn }) => renewalOpensOn !== null);
    const apart = Date.parse(renewable!.expiresOn) - Date.parse(renewable!.renewalOpensOn!);
    expect(apart / 86_400_000).toBe(180);
  });

  it('says who recorded the departure that takes a level away', async () => {
    const before = await ranking();
    const level = before.levels.find(
      ({ departures, lostOn }) => lostOn === null && (departures?.criticalPeople.length ?? 0) > 0,
    )!;
    const leaver = level.departures!.criticalPeople[0]!;
    const boss = await server.as('global-admin@contoso.example');
    const left = await boss.send('POST', `${CONTOSO}/users/${leaver.id}/leave`, { on: '2026-12-01' });
    expect(left.statusCode).toBe(200);
    const after = (await ranking()).levels.find((each) => keyOf(each) === keyOf(level))!;
    expect([after.lostOn, after.threatened]).toEqual(['2026-12-01', true]);
    expect(after.changes[0]).toMatchObject({ action: 'user.left', person: { id: leaver.id } });
    expect(after.changes[0]?.actor).not.toBeNull();
  });

  it('keeps names from readers without the right to them', async () => {
    const { levels, certificates, people } = await ranking(await server.as('report-viewer@contoso.example'));
    const told = [
      ...levels.flatMap(({ departures, cause }) => [
        ...(departures?.criticalPeople ?? []),
        ...cause.flatMap((each) => each.people),
      ]),
      ...certificates.map(({ person }) => person),
      ...Object.values(people),
    ];
    expect(told.length).toBeGreaterThan(0);
    expect(told.every(({ firstName, lastName, email }) => !firstName && !lastName && !email)).toBe(true);
  });

  it('is for those who may follow the competencies, of their own company', async () => {
    const users = await server.as('user-admin@contoso.example');
    const refused = await users.get(`${CONTOSO}/risk-ranking`);
    const elsewhere = await admin.get('/api/v1/partners/fabrikam/risk-ranking');
    expect([refused.statusCode, elsewhere.statusCode]).toEqual([403, 404]);
  });

  it('lists a level that only an exemption holds, which ends with it', async () => {
    const operator = await server.as('programme-operator@contoso.example');
    const company = await server.as('partner-admin@northwind.example');
    const empty = await ranking(company, '', 'northwind');
    expect([empty.levels, empty.until, empty.untilAnniversary]).toEqual([[], '2027-11-21', false]);
    const given = await operator.send('POST', '/api/v1/partners/northwind/exemptions', {
      competency: 'devops',
      level: 'gold',
      until: '2027-02-01',
      reason: 'Audit is late',
    });
    expect(given.statusCode).toBe(201);
    const { levels } = await ranking(company, '', 'northwind');
    expect(levels).toMatchObject([
      {
        competency: 'devops',
        level: 'gold',
        met: false,
        lostOn: '2027-02-01',
        threatened: true,
        departures: null,
        exemption: { until: '2027-02-01', reason: 'Audit is late' },
        cause: [{ kind: 'exemption-ended' }],
      },
    ]);
    const risk: Risk = (await company.get('/api/v1/partners/northwind/risk')).json();
    expect([risk.value, risk.heldByExemption]).toMatchObject([[], [{ competency: 'devops', level: 'gold' }]]);
  });
});
