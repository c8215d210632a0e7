import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { NetworkCompanies, NetworkRisk } from '../../src/contract/network-risk.ts';
import type { Competency, Programme } from '../../src/domain/catalogue/catalogue.ts';
import type { DemoMembership } from '../../src/features/demo/demo-plan.ts';
import { noticeRound } from '../../src/features/notices/notice-round.ts';
import { newApiToken } from '../../src/features/setup/api-token.ts';
import type { PartnerId } from '../../src/store/partner-id.ts';
import { type DemoServer, emptyServer } from '../support/demo-server.ts';
import { addCompany, person, record, specialist } from '../support/invented-company.ts';

const SYSTEM = { kind: 'system', name: 'test' } as const;
const SILVER: DemoMembership = { offer: 'silver', activeFrom: '2018-02-01', anniversary: '2019-02-01' };
/** So many companies are looked at on threads. */
const OTHERS = 60;

let server: DemoServer;
let token: string;

beforeAll(async () => {
  server = await emptyServer();
  server.clock.now = new Date('2018-02-01T10:00:00Z');
  const admin = (company: string) => person(company, 'Ada', { roles: ['partner-admin'] });
  const sol = (company: string) => specialist(company, 'Sol', '2018-01-10');
  await addCompany(server, 'aaa-holds', [admin('aaa-holds'), sol('aaa-holds')], { memberships: [SILVER] });
  await addCompany(
    server,
    'leaves',
    [admin('leaves'), specialist('leaves', 'Sol', '2018-01-10', { employedUntil: '2018-09-15' })],
    { memberships: [SILVER] },
  );
  for (let number = 0; number < OTHERS; number++) {
    const id = `other-${String(number).padStart(2, '0')}`;
    await addCompany(server, id, [person(id, 'Eve', {}, [record('exam:70-764', '2018-01-10')])]);
  }
  const operator = { partnerId: null, role: 'programme-operator', label: null } as const;
  token = (await newApiToken(server.services, operator)).token;
});
afterAll(() => server.close());

async function answer<T>(path: string, method: 'GET' | 'POST' = 'GET'): Promise<T> {
  const response = await server.app.inject({
    method,
    url: `/api/v1${path}`,
    headers: { authorization: `Bearer ${token}` },
  });
  expect([response.statusCode, response.statusCode === 200 ? '' : response.body]).toEqual([200, '']);
  return response.json();
}
const network = () => answer<NetworkRisk>('/network-risk');
async function companies(show: string) {
  const { value, count } = await answer<NetworkCompanies>(`/network-risk/companies?show=${show}`);
  expect(value).toHaveLength(count);
  return value;
}

/** The same server with a newer catalogue, in which Data Platform has other rules. */
function withRules(version: string, mend: (competency: Competency) => Competency) {
  const { programmes } = server.services;
  const before = programmes.get('microsoft-competencies')!;
  const after: Programme = {
    ...before,
    version,
    competencies: before.competencies.map((each) => (each.id === 'data-platform' ? mend(each) : each)),
  };
  return { ...server.services, programmes: new Map([...programmes, [after.id, after]]) };
}

/** Nobody can meet what is not offered. */
const withoutSilver = (competency: Competency): Competency => ({
  ...competency,
  options: competency.options.map((option) => ({
    ...option,
    levels: option.levels.filter(({ level }) => level !== 'silver'),
  })),
});

describe('the risk of the network', () => {
  it('is not known before anybody has looked', async () => {
    expect(await network()).toEqual({ run: null, counts: { 'at-risk': 0, lost: 0, gained: 0, failed: 0 } });
  });

  it('is looked at by itself, on threads where companies are many, and says which levels are lost when', async () => {
    const { looked, failed } = await noticeRound(server.services);
    expect([looked, failed]).toEqual([OTHERS + 2, []]);
    const { run, counts } = await network();
    expect(run).toMatchObject({ total: OTHERS + 2, done: OTHERS + 2, failed: 0, expectedEnd: null });
    expect(run!.finishedAt).not.toBeNull();
    expect(counts).toEqual({ 'at-risk': 1, lost: 0, gained: 0, failed: 0 });
    const [atRisk] = await companies('at-risk');
    expect(atRisk).toMatchObject({
      partnerId: 'leaves',
      current: true,
      change: null,
      levels: [
        { competency: 'data-platform', level: 'silver', lostOn: '2018-09-15', anniversary: '2019-02-01' },
      ],
    });
  });

  it('is not looked at again while neither rules nor facts nor days ask for it', async () => {
    expect(await noticeRound(server.services)).toMatchObject({ looked: 0 });
    expect((await network()).run!.done).toBe(OTHERS + 2);
  });

  it('goes on where it stopped when the rules have changed, and no company is looked at twice', async () => {
    const changed = withRules('without-silver', withoutSilver);
    let batches = 0;
    const first = await noticeRound(changed, () => batches++ < 2);
    expect(first.looked).toBeLessThan(OTHERS + 2);
    const { run } = await network();
    expect(run).toMatchObject({ total: OTHERS + 2, done: first.looked, finishedAt: null });
    expect(run!.versions).toContainEqual(expect.objectContaining({ version: 'without-silver' }));
    // Two servers share what is left.
    const both = await Promise.all([noticeRound(changed), noticeRound(changed)]);
    expect(both[0].looked + both[1].looked + first.looked).toBe(OTHERS + 2);
    expect((await network()).run).toMatchObject({ done: OTHERS + 2, expectedEnd: null });
  });

  it('names the companies whose levels the new rules have taken, and by which version they had them', async () => {
    const lost = await companies('lost');
    expect(lost.map(({ partnerId }) => partnerId)).toEqual(['aaa-holds', 'leaves']);
    expect(lost[0]).toMatchObject({
      levels: [{ competency: 'data-platform', level: 'silver' }],
      change: {
        from: server.services.programmes.get('microsoft-competencies')!.version,
        on: '2018-02-01',
        alone: true,
      },
      // The server that answers knows the older rules.
      current: false,
    });
  });

  it('knows of one company at once, and of the others when their turn comes', async () => {
    await answer('/partners/aaa-holds/network-standing', 'POST');
    expect((await companies('gained')).map(({ partnerId }) => partnerId)).toEqual(['aaa-holds']);
    await noticeRound(server.services);
    expect((await companies('gained')).map(({ partnerId }) => partnerId)).toEqual(['aaa-holds', 'leaves']);
    expect(await companies('lost')).toEqual([]);
  });

  it('names a company whose facts are broken, which stops no other, until they are mended', async () => {
    const claim = { partnerId: 'aaa-holds' as PartnerId, actor: SYSTEM };
    const { database } = server.services;
    await database.asTenant(claim, (tx) =>
      tx.sql
        .insertInto('exemption')
        .values({
          partner_id: 'aaa-holds',
          competency: 'data-platform',
          level: 'platinum',
          reason: 'not a level',
          recorded_at: tx.now,
          recorded_by: 'system:test',
        })
        .execute(),
    );
    server.clock.now = new Date('2018-10-02T10:00:00Z');
    const { looked, failed } = await noticeRound(server.services);
    expect(failed.map(({ partnerId }) => partnerId)).toEqual(['aaa-holds']);
    expect(looked).toBeGreaterThan(0);
    expect(await companies('failed')).toMatchObject([{ partnerId: 'aaa-holds', programme: null }]);
    expect((await companies('failed'))[0]!.reason).toContain('platinum');
    await database.asTenant(claim, (tx) =>
      tx.sql
        .updateTable('exemption')
        .set({ voided_at: tx.now })
        .where('partner_id', '=', 'aaa-holds')
        .execute(),
    );
    await noticeRound(server.services);
    expect((await network()).counts.failed).toBe(0);
  });

  it('is for the network alone', async () => {
    const { app } = server;
    expect((await app.inject({ url: '/api/v1/network-risk' })).statusCode).toBe(401);
  });
});
