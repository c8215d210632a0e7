import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { CompetencyDetail } from '../../src/contract/competencies.ts';
import type { Memberships } from '../../src/contract/memberships.ts';
import type { DemoUser } from '../../src/features/demo/demo-plan.ts';
import { newApiToken } from '../../src/features/setup/api-token.ts';
import type { PartnerId } from '../../src/store/partner-id.ts';
import { type DemoServer, emptyServer } from '../support/demo-server.ts';
import { addCompany, specialist } from '../support/invented-company.ts';

let server: DemoServer;
const tokens = new Map<string, string>();

async function company(id: string, users: readonly DemoUser[]) {
  await addCompany(server, id, users);
  const asked = { partnerId: id as PartnerId, role: 'global-admin', label: null } as const;
  tokens.set(id, (await newApiToken(server.services, asked)).token);
}

beforeAll(async () => {
  server = await emptyServer();
  // Tokens and requests live by the clock of the server; it begins long before the story does.
  server.clock.now = new Date('2018-01-15T10:00:00Z');
  await company('keeps', [
    specialist('keeps', 'Ana', '2018-01-10'),
    specialist('keeps', 'Bob', '2018-03-05', { employedUntil: '2018-06-01' }),
    specialist('keeps', 'Cora', '2018-09-01'),
  ]);
  await company('misses', [specialist('misses', 'Dan', '2018-01-10')]);
  await company('shrinks', [
    specialist('shrinks', 'Eve', '2018-01-10'),
    specialist('shrinks', 'Fay', '2018-01-10', { employedUntil: '2018-12-01' }),
  ]);
});
afterAll(() => server.close());

function on(day: string) {
  server.clock.now = new Date(`${day}T10:00:00Z`);
}

async function read<T>(id: string, path: string): Promise<T> {
  const headers = { authorization: `Bearer ${tokens.get(id)}` };
  const answer = await server.app.inject({ url: `/api/v1/partners/${id}/${path}`, headers });
  expect([path, answer.statusCode]).toEqual([path, 200]);
  return answer.json();
}

async function buy(id: string, offer: string) {
  const answer = await server.app.inject({
    method: 'POST',
    url: `/api/v1/partners/${id}/orders`,
    headers: { authorization: `Bearer ${tokens.get(id)}` },
    payload: { offer, method: 'card', card: 'test-accepted' },
  });
  return { status: answer.statusCode, ...answer.json() };
}

async function states(id: string): Promise<Record<string, string>> {
  const { levels } = await read<CompetencyDetail>(id, 'competencies/data-platform');
  return Object.fromEntries(levels.map(({ level, state }) => [level, state]));
}

async function offers(id: string) {
  const { offers: all } = await read<Memberships>(id, 'memberships');
  return Object.fromEntries(all.map((offer) => [offer.offer, offer]));
}

describe('a company that keeps what it earned', () => {
  it('attains silver with one specialist and may buy it, not gold', async () => {
    on('2018-01-20');
    expect(await states('keeps')).toEqual({ silver: 'qualified', gold: 'started' });
    const { silver, gold } = await offers('keeps');
    expect([silver!.act, silver!.reason]).toEqual(['purchase', null]);
    expect([gold!.reason, gold!.nearest[0]]).toMatchObject(['level-undetermined', { people: 1 }]);
  });

  it('buys silver, and its silver is active', async () => {
    on('2018-02-01');
    expect(await buy('keeps', 'silver')).toMatchObject({ status: 201, act: 'purchase', state: 'active' });
    expect(await states('keeps')).toEqual({ silver: 'active', gold: 'started' });
    expect((await read<Memberships>('keeps', 'memberships')).nextAnniversary).toBe('2019-02-01');
  });

  it('upgrades to gold for a quarter less once a second specialist is there', async () => {
    on('2018-03-10');
    expect(await states('keeps')).toMatchObject({ gold: 'qualified' });
    const { gold } = await offers('keeps');
    expect(gold).toMatchObject({ act: 'upgrade', reason: null, price: { money: { minor: 354_750 } } });
    expect(await buy('keeps', 'gold')).toMatchObject({ act: 'upgrade', percentOff: 25, state: 'active' });
    expect(await states('keeps')).toEqual({ silver: 'active', gold: 'at-risk' });
    const { value, nextAnniversary } = await read<Memberships>('keeps', 'memberships');
    expect(value.map(({ offer, state }) => [offer, state])).toEqual([
      ['gold', 'active'],
      ['silver', 'replaced'],
    ]);
    expect(nextAnniversary).toBe('2019-03-10');
  });

  it('is at risk when a critical person leaves, and keeps the status until the year ends', async () => {
    on('2018-06-01');
    expect(await states('keeps')).toEqual({ silver: 'active', gold: 'at-risk' });
  });

  it('repairs it with another specialist', async () => {
    on('2018-09-01');
    expect(await states('keeps')).toEqual({ silver: 'active', gold: 'active' });
  });

  it('renews in the window, for a year from the old anniversary', async () => {
    on('2019-03-10');
    expect(await states('keeps')).toEqual({ silver: 'in-grace', gold: 'in-grace' });
    expect((await offers('keeps')).gold).toMatchObject({ act: 'renewal', reason: 'window-not-open' });
    on('2019-03-11');
    expect((await offers('keeps')).gold).toMatchObject({ act: 'renewal', reason: null });
    on('2019-04-09');
    expect(await buy('keeps', 'gold')).toMatchObject({ act: 'renewal', state: 'active' });
    expect(await states('keeps')).toEqual({ silver: 'active', gold: 'active' });
    expect((await read<Memberships>('keeps', 'memberships')).nextAnniversary).toBe('2020-03-09');
  });

  it('finds every step in the history, with its day and its cause', async () => {
    const { history } = await read<CompetencyDetail>('keeps', 'competencies/data-platform');
    const gold = history.filter(({ level }) => level === 'gold').reverse();
    expect(gold.map(({ on: day, state, cause }) => [day, state, cause])).toEqual([
      ['2018-03-05', 'qualified', 'requirements-met'],
      ['2018-03-10', 'active', 'upgraded'],
      ['2018-06-01', 'at-risk', 'requirements-lost'],
      ['2018-09-01', 'active', 'requirements-met'],
      ['2019-03-10', 'active', 'renewed'],
    ]);
    expect(gold[2]!.losses.map(({ kind }) => kind)).toEqual(['person-left']);
  });
});

describe('a company that misses its window', () => {
  it('is in grace through the thirtieth day and lapsed on the thirty-first', async () => {
    on('2018-02-01');
    expect((await buy('misses', 'silver')).state).toBe('active');
    for (const [day, state] of [
      ['2019-01-31', 'active'],
      ['2019-02-01', 'in-grace'],
      ['2019-03-03', 'in-grace'],
      ['2019-03-04', 'lapsed'],
    ] as const) {
      on(day);
      expect([day, (await states('misses')).silver]).toEqual([day, state]);
    }
    expect((await offers('misses')).silver).toMatchObject({
      act: 'purchase',
      reason: null,
      begins: '2019-03-04',
    });
  });
});

describe('a company below its level at the renewal', () => {
  it('is told the gap and renews the highest level that it does meet', async () => {
    on('2018-02-01');
    expect((await buy('shrinks', 'gold')).state).toBe('active');
    on('2019-02-10');
    const { gold, silver } = await offers('shrinks');
    expect(gold).toMatchObject({
      act: 'renewal',
      reason: 'level-undetermined',
      nearest: [{ people: 1 }, {}, {}],
    });
    expect(silver).toMatchObject({ act: 'renewal', reason: null, begins: '2019-02-01' });
    expect((await buy('shrinks', 'gold')).code).toBe('level-undetermined');
    expect(await buy('shrinks', 'silver')).toMatchObject({ act: 'renewal', state: 'active' });
    expect(await states('shrinks')).toEqual({ silver: 'active', gold: 'lapsed' });
  });
});
