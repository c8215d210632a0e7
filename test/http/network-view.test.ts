import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { CompetencyDetail } from '../../src/contract/competencies.ts';
import type { MarkedCompanies, NetworkCounted, NetworkView } from '../../src/contract/network-view.ts';
import type { Programme } from '../../src/domain/catalogue/catalogue.ts';
import { parseDay } from '../../src/domain/time/day.ts';
import type { DemoMembership } from '../../src/features/demo/demo-plan.ts';
import { noticeRound } from '../../src/features/notices/notice-round.ts';
import { newApiToken } from '../../src/features/setup/api-token.ts';
import { type DemoServer, emptyServer } from '../support/demo-server.ts';
import { addCompany, person, record, specialist } from '../support/invented-company.ts';

const SILVER: DemoMembership = { offer: 'silver', activeFrom: '2018-02-01', anniversary: '2019-02-01' };
const LAST = 'assessment:TA-DP-FOUNDATIONAL';
const DATA_PLATFORM = 'competency=data-platform&level=silver';

let server: DemoServer;
let token: string;

beforeAll(async () => {
  server = await emptyServer();
  server.clock.now = new Date('2018-02-01T10:00:00Z');
  const sol = (company: string, more = {}) => specialist(company, 'Sol', '2018-01-10', more);
  await addCompany(server, 'buys', [sol('buys')], { memberships: [SILVER] });
  await addCompany(server, 'holds', [sol('holds')], { country: 'FR' });
  await addCompany(
    server,
    'leaves',
    [
      sol('leaves', { employedUntil: '2018-09-15' }),
      person('leaves', 'Eve', {}, [record(LAST, '2018-01-10'), record('exam:70-764', '2018-01-10')]),
    ],
    {
      memberships: [SILVER],
      country: 'FR',
      market: 'developing',
    },
  );
  // One skill short of silver.
  await addCompany(
    server,
    'lacks',
    [person('lacks', 'Eve', {}, [record('exam:70-764', '2018-01-10'), record('exam:70-765', '2018-01-10')])],
    { market: 'developing', country: 'FR' },
  );
  // Two skills short of it: no single one helps.
  await addCompany(server, 'far', [person('far', 'Eve', {}, [record('exam:70-764', '2018-01-10')])]);
  // It says neither where it is nor what it is to its market.
  await server.services.database.asNetwork({ actor: { kind: 'system', name: 'test' } }, (tx) =>
    tx.sql
      .updateTable('partner')
      .set({ country: null, market: null })
      .where('partner_id', '=', 'far')
      .execute(),
  );
  const operator = { partnerId: null, role: 'programme-operator', label: null } as const;
  token = (await newApiToken(server.services, operator)).token;
});
afterAll(() => server.close());

async function ask(path: string, as = token) {
  return server.app.inject({ url: `/api/v1${path}`, headers: { authorization: `Bearer ${as}` } });
}
async function answer<T>(path: string): Promise<T> {
  const response = await ask(path);
  expect([path, response.statusCode === 200 ? '' : response.body]).toEqual([path, '']);
  return response.json();
}
const view = (part = '') => answer<NetworkView>(`/network/view?programme=microsoft-competencies${part}`);
const companies = (list: string) =>
  answer<MarkedCompanies>(`/network/view/companies?programme=microsoft-competencies&${list}`);
const names = ({ value }: MarkedCompanies) => value.map(({ partnerId }) => partnerId);
const silver = ({ competencies }: NetworkCounted) =>
  competencies
    .find(({ competency }) => competency.id === 'data-platform')!
    .levels.find(({ level }) => level.id === 'silver')!.states;

describe('the network in numbers', () => {
  it('is not known before anybody has looked', async () => {
    expect(await answer<NetworkView>('/network/view')).toEqual({
      countedAt: null,
      programmes: [],
      counted: null,
    });
  });

  it('counts companies by competency, level and state when the look at all of them is over', async () => {
    await noticeRound(server.services);
    const { countedAt, programmes, counted } = await answer<NetworkView>('/network/view');
    expect(countedAt).toBe('2018-02-01T10:00:00.000Z');
    expect(programmes).toMatchObject([{ programme: { id: 'microsoft-competencies' }, companies: 5 }]);
    expect(counted).toMatchObject({ companies: 5, notAllTried: 0, countries: ['FR', 'GB', 'none'] });
    expect(counted!.markets).toEqual(['developed', 'developing', 'none']);
    expect(silver(counted!)).toEqual({
      started: 0,
      qualified: 1,
      active: 1,
      'at-risk': 1,
      'in-grace': 0,
      lapsed: 0,
    });
  });

  it('counts one market or one country alone, and those that say none', async () => {
    const of = async (part: string) => (await view(part)).counted!;
    expect(silver(await of('&country=FR'))).toMatchObject({ qualified: 1, active: 0, 'at-risk': 1 });
    expect(silver(await of('&market=developing&country=FR'))).toMatchObject({ qualified: 0, 'at-risk': 1 });
    expect(await of('&market=none&country=none')).toMatchObject({
      companies: 1,
      competencies: [{ competency: { id: 'application-integration' } }],
    });
    expect(await of('&market=developed&country=FR')).toMatchObject({ companies: 1 });
  });

  it('leads from each number to its companies: as many as are counted, in every state of every level', async () => {
    const { counted } = await view();
    for (const { competency, levels } of counted!.competencies) {
      for (const { level, states } of levels) {
        for (const [state, count] of Object.entries(states)) {
          const list = `list=level&competency=${competency.id}&level=${level.id}&state=${state}`;
          const found = await companies(list);
          expect([list, found.count, found.value.length]).toEqual([list, count, count]);
        }
      }
    }
    const atRisk = await companies(`list=level&${DATA_PLATFORM}&state=at-risk`);
    expect(atRisk.value).toMatchObject([
      {
        partnerId: 'leaves',
        market: 'developing',
        country: 'FR',
        current: true,
        levels: [
          { competency: 'data-platform', state: 'at-risk', lostOn: '2018-09-15', anniversary: '2019-02-01' },
        ],
      },
    ]);
    expect(names(await companies(`list=level&${DATA_PLATFORM}&state=qualified&country=FR`))).toEqual([
      'holds',
    ]);
    expect(names(await companies(`list=level&${DATA_PLATFORM}&state=qualified&country=GB`))).toEqual([]);
  });

  it('names the skills of which one more person would bring a level, or keep one that is about to end', async () => {
    const { counted } = await view();
    const last = counted!.missing.find(({ skill }) => skill === LAST)!;
    expect(last.byLevel).toContainEqual(
      expect.objectContaining({ competency: expect.objectContaining({ id: 'data-platform' }), companies: 1 }),
    );
    expect(names(await companies(`list=missing&skill=${LAST}&${DATA_PLATFORM}`))).toEqual(['lacks']);
    expect(names(await companies(`list=missing&skill=exam:70-765&${DATA_PLATFORM}`))).toEqual(['leaves']);
    for (const { skill, companies: concerned } of counted!.missing) {
      const found = await companies(`list=missing&skill=${encodeURIComponent(skill)}`);
      expect([skill, found.count]).toEqual([skill, concerned]);
      expect(found.value.every(({ levels }) => levels.length > 0)).toBe(true);
    }
  });

  it('counts what a retirement will take, on the day after the last on which the skill counts', async () => {
    const programmes = server.services.programmes as Map<string, Programme>;
    const before = programmes.get('microsoft-competencies')!;
    const exam = before.skills.get('exam:70-764')!;
    const skills = new Map(before.skills).set(exam.id, { ...exam, retiredOn: parseDay('2018-02-15') });
    programmes.set(before.id, { ...before, version: 'retires', skills });
    const { counted: stale } = await view();
    expect(stale!.retirements.find(({ skill }) => skill === exam.id)).toMatchObject({ companies: 0 });
    await noticeRound(server.services);
    const { counted } = await view();
    expect(counted!.retirements.find(({ skill }) => skill === exam.id)).toMatchObject({
      retiredOn: '2018-02-15',
      countsThrough: '2019-02-15',
      companies: 2,
      levels: 2,
    });
    const concerned = await companies('list=retiring&skill=exam:70-764');
    // Whose specialist leaves before has nothing left to lose by it.
    expect(names(concerned)).toEqual(['buys', 'holds']);
    expect(concerned.value.map(({ levels }) => levels)).toMatchObject([
      [{ competency: 'data-platform', level: 'silver', lostOn: '2019-02-16' }],
      [{ competency: 'data-platform', level: 'silver', lostOn: '2019-02-16', anniversary: null }],
    ]);
    // An evaluation on that day says the same.
    const onDay = (day: string) =>
      answer<CompetencyDetail>(`/partners/holds/competencies/data-platform?asOf=${day}`);
    const metOn = async (day: string) =>
      (await onDay(day)).options.some(({ levels }) =>
        levels.some(({ level, outcome }) => level === 'silver' && outcome === 'met'),
      );
    expect([await metOn('2019-02-15'), await metOn('2019-02-16')]).toEqual([true, false]);
  });

  it('refuses a question that is not whole, and companies that ask for the network', async () => {
    const path = '/network/view/companies?programme=microsoft-competencies';
    expect((await ask(`${path}&list=level`)).statusCode).toBe(400);
    expect((await ask(`${path}&list=missing`)).statusCode).toBe(400);
    expect((await ask(`${path}&list=missing&skill=exam:70-764&level=silver`)).statusCode).toBe(400);
    expect((await ask('/network/view?programme=nothing')).statusCode).toBe(404);
    expect((await server.app.inject({ url: '/api/v1/network/view' })).statusCode).toBe(401);
    const admin = { partnerId: 'buys' as never, role: 'partner-admin', label: null } as const;
    const company = (await newApiToken(server.services, admin)).token;
    expect((await ask('/network/view', company)).statusCode).toBe(403);
  });
});
