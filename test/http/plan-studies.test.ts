import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Browser, type DemoServer, demoServer } from '../support/demo-server.ts';
import { finished, planned, QUESTION, SILVER, STUDIES } from './support/planning.ts';

let server: DemoServer;
let admin: Browser;

beforeAll(async () => {
  server = await demoServer();
  admin = await server.as('partner-admin@contoso.example');
});
afterAll(() => server.close());

const PATIENCE = 60_000;

async function study(kind: string, body: object) {
  const answer = await admin.send('POST', `${STUDIES}/${kind}`, body);
  expect(answer.json()).not.toHaveProperty('errors');
  return finished(admin, answer);
}

describe('a study', () => {
  it(
    'of the cost curve is what plans with so many departures and budgets cost',
    async () => {
      const targets = [SILVER, { competency: 'data-analytics', level: 'gold' }];
      const question = { ...QUESTION, targets };
      const curve = await study('curve', { question, budgets: [0, 165, 100_000, null] });
      expect(curve).toMatchObject({ kind: 'curve', state: 'done', failure: null });
      const [none, one, two, ...budgets] = curve.points;
      expect([none, one, two].map(({ survive }) => survive)).toEqual([0, 1, 2]);
      for (const point of [none, one]) {
        const plan = await planned(admin, { targets, survive: point.survive }, { keep: false });
        expect(point).toMatchObject({ status: plan.result.status, cost: plan.result.cost });
      }
      expect(one.cost).toBeGreaterThanOrEqual(none.cost);
      expect(budgets.map(({ budget }: { budget: number | null }) => budget)).toEqual([0, 165, 100_000, null]);
      expect(budgets[0]).toMatchObject({ status: 'infeasible', reason: { code: 'budget' }, affordable: [] });
      expect(budgets[1].affordable).toEqual([0]);
      expect(budgets[2]).toMatchObject({ cost: none.cost, affordable: null });
      expect(budgets[3]).toMatchObject({ cost: none.cost });
    },
    PATIENCE,
  );

  it(
    'of scenarios shows every competency beside things as they are, and what repairing costs',
    async () => {
      const users = (await admin.get('/api/v1/partners/contoso/users?top=100')).json().value;
      const named = (email: string) =>
        users.find(({ workEmail }: { workEmail: string }) => workEmail === email)?.userId;
      const leaving = named('karim.benali@contoso.example');
      expect(leaving).toBeDefined();
      const comparison = await study('comparison', {
        scenarios: [
          { name: 'Karim leaves', changes: [{ kind: 'leaves', person: leaving }] },
          { name: 'Old rules', changes: [{ kind: 'rules-of', day: '2018-06-01' }] },
        ],
      });
      expect(comparison).toMatchObject({ kind: 'comparison', state: 'done', failure: null });
      const [asIs, without] = comparison.scenarios;
      expect(comparison.scenarios).toHaveLength(3);
      expect(asIs.name).toBeNull();
      expect(asIs.competencies.every(({ change }: { change: string }) => change === 'same')).toBe(true);
      expect(asIs.repair).toMatchObject({ status: 'optimal', cost: 0, actions: [] });
      const gold = (scenario: typeof asIs) =>
        scenario.competencies.find(
          ({ competency }: { competency: string }) => competency === 'data-platform',
        );
      expect(gold(asIs).level).toBe('gold');
      expect(['lost', 'lower']).toContain(gold(without).change);
      expect(without.repair.actions.length).toBeGreaterThan(0);
      expect(comparison.people[leaving].label).toBe('Karim Benali');
      // The page of competencies says the same of things as they are.
      const today = (await admin.get('/api/v1/partners/contoso/competencies')).json().value;
      for (const { competency, level } of asIs.competencies) {
        const known = today.find((each: { competency: string }) => each.competency === competency);
        expect([competency, level]).toEqual([competency, known?.attained?.level ?? known?.level ?? level]);
      }
    },
    PATIENCE,
  );

  it(
    'of candidates says what each is worth',
    async () => {
      const { value } = (await admin.get(`/api/v1/partners/contoso/plans?top=1`)).json();
      expect(value).toEqual([]);
      const plan = await planned(admin, {}, { keep: false });
      const skill = plan.result.actions[0].skill;
      const held = plan.result.actions[0].with.map((each: { skill: string }) => each.skill);
      const candidates = await study('candidates', {
        question: QUESTION,
        candidates: [
          { name: 'Ada', skills: [skill, ...held] },
          { name: 'Nobody', skills: [] },
        ],
      });
      expect(candidates).toMatchObject({ kind: 'candidates', state: 'done', failure: null });
      const [ada, nobody] = candidates.candidates;
      expect(candidates.without.cost).toBe(165);
      expect(ada).toMatchObject({ saved: 165, savedHours: 40, plan: { cost: 0 } });
      expect(ada.levelsGained.map(({ competency }: { competency: string }) => competency)).toContain(
        'data-analytics',
      );
      expect(nobody).toMatchObject({ saved: 0, levelsGained: [] });
      expect(candidates.people['joins:candidate-1'].label).toBe('Ada');
    },
    PATIENCE,
  );

  it('is refused when it names what is not there, and is nowhere for others', async () => {
    const refused = [
      await admin.send('POST', `${STUDIES}/comparison`, { scenarios: [] }),
      await admin.send('POST', `${STUDIES}/comparison`, {
        scenarios: [{ name: 'x', changes: [{ kind: 'metric', metric: 'nothing', value: 1 }] }],
      }),
      await admin.send('POST', `${STUDIES}/comparison`, {
        scenarios: [
          { name: 'x', changes: [{ kind: 'skill-retires', skill: 'exam:nothing', on: '2027-01-01' }] },
        ],
      }),
      await admin.send('POST', `${STUDIES}/curve`, { question: { ...QUESTION, targets: [] } }),
      await admin.send('POST', `${STUDIES}/candidates`, { question: QUESTION, candidates: [] }),
    ];
    expect(refused.map(({ statusCode }) => statusCode)).toEqual([400, 400, 400, 400, 400]);
    const curve = await study('curve', { question: QUESTION, survive: [0] });
    const other = await server.as('partner-admin@fabrikam.example');
    expect((await other.get(`/api/v1/partners/contoso/plan-studies/${curve.studyId}`)).statusCode).toBe(404);
    expect((await other.get(`/api/v1/partners/fabrikam/plan-studies/${curve.studyId}`)).statusCode).toBe(404);
    // A study is no plan.
    expect((await admin.get(`/api/v1/partners/contoso/plans/${curve.studyId}`)).statusCode).toBe(404);
  });
});
