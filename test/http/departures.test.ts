import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { DeparturePreview } from '../../src/contract/departures.ts';
import type { LevelRiskView } from '../../src/contract/risk.ts';
import { type Browser, type DemoServer, demoServer } from '../support/demo-server.ts';

const CONTOSO = '/api/v1/partners/contoso';

let server: DemoServer;
let admin: Browser;
let critical: LevelRiskView;

beforeAll(async () => {
  server = await demoServer();
  admin = await server.as('partner-admin@contoso.example');
  const levels: LevelRiskView[] = (await admin.get(`${CONTOSO}/risk`)).json().value;
  critical = levels.find(
    ({ criticalPeople, firstLossDate }) => criticalPeople.length > 0 && firstLossDate === null,
  )!;
});
afterAll(() => server.close());

async function preview(people: readonly string[], on = '', browser = admin): Promise<DeparturePreview> {
  const day = on === '' ? '' : `&on=${on}`;
  const answer = await browser.get(`${CONTOSO}/departures?people=${people.join(',')}${day}`);
  expect(answer.statusCode).toBe(200);
  return answer.json();
}

describe('departures that are tried out', () => {
  it('lose the level for which somebody is critical, on the day of the departure', async () => {
    const { id } = critical.criticalPeople[0]!;
    const { leaving, levels, on } = await preview([id]);
    expect([on, leaving.map((person) => person.id)]).toEqual(['2026-11-21', [id]]);
    const lost = levels.find(({ competency }) => competency === critical.competency)!;
    expect(lost).toMatchObject({ before: critical.level, lostOn: '2026-11-21', otherwiseOn: null });
    const later = await preview([id], '2026-12-24');
    expect(later.levels.find(({ competency }) => competency === critical.competency)).toMatchObject({
      lostOn: '2026-12-24',
    });
  });

  it('are repaired by somebody who stays', async () => {
    const { id } = critical.criticalPeople[0]!;
    const { levels, people } = await preview([id]);
    const named = levels.flatMap(({ actions }) =>
      actions.flatMap((action) => (action.kind === 'obtain' ? action.people : [])),
    );
    expect(named).not.toContain(id);
    for (const person of named) expect(people[person]?.firstName).not.toBeNull();
  });

  it('write nothing', async () => {
    const risk = await admin.get(`${CONTOSO}/risk`);
    expect(
      risk.json().value.find(({ competency }: LevelRiskView) => competency === critical.competency).outcome,
    ).toBe('met');
  });

  it('tell a user administrator what is lost, and not who is trained in what', async () => {
    const { id } = critical.criticalPeople[0]!;
    const { levels, people } = await preview([id], '', await server.as('user-admin@contoso.example'));
    expect(levels.length).toBeGreaterThan(0);
    expect(levels.flatMap(({ actions }) => actions)).toEqual([]);
    expect(people).toEqual({});
  });

  it('are of people of the company', async () => {
    const unknown = await admin.get(`${CONTOSO}/departures?people=00000000-0000-4000-8000-000000000000`);
    const nonsense = await admin.get(`${CONTOSO}/departures?people=nobody`);
    expect([unknown.statusCode, nonsense.statusCode]).toEqual([404, 404]);
  });
});
