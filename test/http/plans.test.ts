import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { workOnRun } from '../../src/features/planner/run-work.ts';
import type { PartnerId } from '../../src/store/partner-id.ts';
import { addRun, findRun, takeRun } from '../../src/store/planner-runs-store.ts';
import { type Browser, type DemoServer, demoServer } from '../support/demo-server.ts';
import { waitingRun } from '../support/waiting-run.ts';
import { BY, finished, PLANS, planned, QUESTION, SILVER } from './support/planning.ts';

let server: DemoServer;
let admin: Browser;

beforeAll(async () => {
  server = await demoServer();
  admin = await server.as('partner-admin@contoso.example');
});
afterAll(() => server.close());

const CLAIM = { partnerId: 'contoso' as PartnerId, actor: { kind: 'system', name: 'test' } } as const;
const PATIENCE = 60_000;

function post(question: object, more: object = {}, headers: Record<string, string> = {}) {
  return admin.send('POST', PLANS, { question: { ...QUESTION, ...question }, ...more }, headers);
}

describe('a plan', () => {
  it(
    'says who achieves what, for which seats and by which records, and is read again as it was',
    async () => {
      const plan = await planned(admin);
      expect(plan).toMatchObject({ state: 'done', failure: null, outdated: false, kept: true });
      expect(plan.result).toMatchObject({ status: 'optimal', gap: 0, cost: 165, hours: 40 });
      const [action] = plan.result.actions;
      expect(action).toMatchObject({ cost: 165, hours: 40, renewal: false, pinned: false });
      expect(action.serves.map(({ competency, level }: typeof SILVER) => ({ competency, level }))).toEqual([
        SILVER,
      ]);
      expect(plan.people[action.person].label).toMatch(/\w+ \w+/);
      expect(plan.skills[action.skill].title).not.toBe('');
      expect(plan.targets[0].name.fr).toBe('Analytique des données');
      expect((await admin.get(`${PLANS}/${plan.planId}`)).json()).toEqual(plan);
    },
    PATIENCE,
  );

  it('is listed when it is kept, and not when it was only tried', async () => {
    const kept = await planned(admin, {}, { name: 'Kept' });
    const tried = await planned(admin, {}, { keep: false });
    const { value, count } = (await admin.get(`${PLANS}?top=200`)).json();
    const ids = value.map(({ planId }: { planId: string }) => planId);
    expect(ids).toContain(kept.planId);
    expect(ids).not.toContain(tried.planId);
    expect(count).toBe(value.length);
    const summary = value.find(({ planId }: { planId: string }) => planId === kept.planId);
    expect(summary).toMatchObject({ name: 'Kept', status: 'optimal', actions: 1, people: 1, adoption: null });
  });

  it('without her is another one, which tells what that costs more', async () => {
    const plan = await planned(admin);
    const [action] = plan.result.actions;
    const excluded = await planned(admin, { people: { [action.person]: { exclude: true } } });
    const others = excluded.result.actions.map(({ person }: { person: string }) => person);
    expect(others).not.toContain(action.person);
    const barred = await planned(admin, { people: { [action.person]: { barred: [action.skill] } } });
    expect(barred.result.actions).not.toContainEqual(expect.objectContaining({ ...action }));
    const place = `${PLANS}/${plan.planId}/next-best?person=${action.person}&skill=${action.skill}`;
    const best = (await admin.get(place)).json();
    expect(best.more).toBe(barred.result.cost - plan.result.cost);
    expect(barred.result.actions.map(({ person }: { person: string }) => person)).toContain(best.person);
  });

  it('has what is pinned in it, and pays for it', async () => {
    const plan = await planned(admin);
    const users = (await admin.get('/api/v1/partners/contoso/users?top=50')).json().value;
    const claire = users.find(
      ({ workEmail }: { workEmail: string }) => workEmail === 'claire@contoso.example',
    );
    const pinned = await planned(admin, { people: { [claire.userId]: { pinned: ['exam:70-761'] } } });
    const own = pinned.result.actions.filter(({ person }: { person: string }) => person === claire.userId);
    expect(own).toContainEqual(expect.objectContaining({ skill: 'exam:70-761', pinned: true, cost: 165 }));
    expect(pinned.result.cost).toBeGreaterThanOrEqual(plan.result.cost);
    const total = pinned.result.actions.reduce((sum: number, { cost }: { cost: number }) => sum + cost, 0);
    expect(pinned.result.cost).toBe(total);
    const short = await planned(admin, {
      budget: 100,
      people: { [claire.userId]: { pinned: ['exam:70-761'] } },
    });
    expect(short.result).toMatchObject({ status: 'infeasible', reason: { code: 'budget' } });
  });

  it('that cannot be says which requirement is in the way', async () => {
    const plan = await planned(admin, { budget: 1 });
    expect(plan.result).toMatchObject({
      status: 'infeasible',
      cost: null,
      reason: { code: 'budget', atAnyPrice: false, cheapest: 165 },
    });
    const refused = await admin.send('POST', `${PLANS}/${plan.planId}/adopt`, {});
    expect(refused.statusCode).toBe(409);
    expect(refused.json()).toMatchObject({ code: 'no-plan' });
  });

  it(
    'that cannot be names the requirement: people who may not be trained, hours, exams that retire',
    async () => {
      const users = (await admin.get('/api/v1/partners/contoso/users?top=200')).json().value;
      const all = (wishes: object) =>
        Object.fromEntries(users.map(({ userId }: { userId: string }) => [userId, wishes]));
      const excluded = await planned(admin, { people: all({ exclude: true }) });
      expect(excluded.result).toMatchObject({
        status: 'infeasible',
        reason: { ...SILVER, code: 'too-few-people', requirement: { kind: 'people' }, atAnyPrice: true },
      });
      const { need, possible } = excluded.result.reason.requirement;
      expect(possible).toBeLessThan(need);
      const hurried = await planned(admin, { people: all({ maxHours: 1 }) });
      expect(hurried.result.reason).toMatchObject({
        ...SILVER,
        code: 'max-hours',
        requirement: { kind: 'people' },
        cheapest: 165,
      });
      const builder = { competency: 'application-development', level: 'gold', option: 'application-builder' };
      const retired = await planned(admin, { targets: [builder] });
      expect(retired.result.reason).toMatchObject({
        ...builder,
        code: 'retired-skills',
        skills: ['cert:MCSD-APP-BUILDER'],
      });
      // Everything that is mentioned has a name.
      expect(retired.skills['cert:MCSD-APP-BUILDER'].title).not.toBe('');
    },
    PATIENCE,
  );

  it('supposes what is said, and writes nothing of it', async () => {
    const people = [1, 2, 3].map((place) => ({
      kind: 'joins',
      person: `joins:p${place}`,
      name: `Person ${place}`,
      skills: ['exam:70-778', 'exam:70-768', 'assessment:TA-DA-FOUNDATIONAL', 'assessment:TA-DA-AA'].map(
        (skill) => ({ skill }),
      ),
    }));
    const plan = await planned(admin, { changes: people });
    expect(plan.result).toMatchObject({ status: 'optimal', cost: 0, actions: [] });
    const again = await planned(admin);
    expect(again.result.cost).toBe(165);
    const users = (await admin.get('/api/v1/partners/contoso/users?top=100')).json().value;
    expect(users.map(({ firstName }: { firstName: string }) => firstName)).not.toContain('Person');
  });

  it('is asked again of the facts of today', async () => {
    const plan = await planned(admin);
    const again = await finished(admin, await admin.send('POST', `${PLANS}/${plan.planId}/rerun`, {}));
    expect(again).toMatchObject({ rerunOf: plan.planId, question: plan.question, result: plan.result });
  });

  it('is accepted with where it is followed, whether it takes long or not', async () => {
    const answer = await post({});
    expect(answer.statusCode).toBe(202);
    const place = answer.headers['operation-location'];
    expect(place).toBe(`${PLANS}/${answer.json().planId}`);
    expect((await admin.get(String(place))).statusCode).toBe(200);
  });

  it('is deleted, and then nowhere', async () => {
    const plan = await planned(admin);
    expect((await admin.send('DELETE', `${PLANS}/${plan.planId}`)).statusCode).toBe(204);
    expect((await admin.get(`${PLANS}/${plan.planId}`)).statusCode).toBe(404);
  });

  it('asked for twice with one request id is one plan', async () => {
    const id = { 'repeatability-request-id': randomUUID() };
    const [one, two] = [await post({}, {}, id), await post({}, {}, id)];
    expect(one.json().planId).toBe(two.json().planId);
  });

  it('is not asked for by rubbish', async () => {
    const refusals = [
      await post({ targets: [] }),
      await post({ targets: [{ competency: 'nothing', level: 'gold' }] }),
      await post({ targets: [{ ...SILVER, option: 'nothing' }] }),
      await post({ by: '2020-01-01' }),
      await post({ by: '2027-02-30' }),
      await post({ survive: -1 }),
      await post({ budget: 'much' }),
      await post({ costs: { default: { money: -1 } } }),
      await post({ unknown: true }),
      await post({ confidence: 0.9, people: { x: { pinned: ['exam:70-761'] } } }),
      await post({ changes: [{ kind: 'leaves', person: 'nobody' }] }),
      await post({ changes: [{ kind: 'passes', person: 'nobody', skill: 'exam:70-761' }] }),
      await post({ changes: [{ kind: 'joins', person: 'not-a-joiner', name: 'N', skills: [] }] }),
      await post({}, { seconds: 0 }),
    ];
    expect(refusals.map(({ statusCode }) => statusCode)).toEqual(refusals.map(() => 400));
    for (const refusal of refusals) expect(refusal.json().code).toMatch(/^[a-z-]+$/);
    expect((await admin.send('POST', `${PLANS}/not-a-plan/cancel`)).statusCode).toBe(404);
  });

  it(
    'ends when its time is over, or when somebody stops it',
    async () => {
      const levels = [
        'data-platform',
        'devops',
        'cloud-platform',
        'application-development',
        'data-analytics',
      ];
      const targets = levels.map((competency) => ({ competency, level: 'gold' }));
      const begun = await post({ targets, survive: 2, budget: 1e6 }, { seconds: 60, keep: false });
      const { planId } = begun.json();
      expect((await admin.send('POST', `${PLANS}/${planId}/cancel`)).statusCode).toBe(200);
      const stopped = await finished(admin, begun);
      expect(['done', 'stopped']).toContain(stopped.state);
      const short = await planned(admin, { targets, survive: 2 }, { seconds: 0.1, keep: false });
      expect(short.state).toBe('done');
      expect(['optimal', 'feasible', 'infeasible']).toContain(short.result.status);
    },
    PATIENCE,
  );

  it(
    'is answered for two who ask at once',
    async () => {
      const [one, two] = await Promise.all([planned(admin), planned(admin, { survive: 1 })]);
      expect(one.result.status).toBe('optimal');
      expect(two.result.cost).toBeGreaterThan(one.result.cost);
    },
    PATIENCE,
  );

  it(
    'that a server left in the middle is taken over when its time is up, and given up after three times',
    async () => {
      const { database } = server.services;
      const run = waitingRun('plan');
      const runId = await database.asTenant(CLAIM, (tx) => addRun(tx, run));
      // A server that died: it has the run and never says so again.
      await database.asTenant(CLAIM, (tx) => takeRun(tx, runId, randomUUID()));
      await workOnRun(server.services, { partnerId: CLAIM.partnerId, runId });
      const held = await database.readAsTenant(CLAIM, (tx) => findRun(tx, runId));
      expect(held).toMatchObject({ state: 'running', attempts: 1 });
      const expire = () =>
        database.asTenant(CLAIM, (tx) =>
          sql`update planner_run set lease_until = now() - interval '1 second' where run_id = ${runId}`.execute(
            tx.sql,
          ),
        );
      await expire();
      await workOnRun(server.services, { partnerId: CLAIM.partnerId, runId });
      const taken = await database.readAsTenant(CLAIM, (tx) => findRun(tx, runId));
      expect(taken).toMatchObject({ state: 'done', attempts: 2 });

      const hopeless = await database.asTenant(CLAIM, (tx) => addRun(tx, run));
      for (let attempt = 0; attempt < 3; attempt++) {
        await database.asTenant(CLAIM, (tx) => takeRun(tx, hopeless, randomUUID()));
        await database.asTenant(CLAIM, (tx) =>
          sql`update planner_run set lease_until = now() - interval '1 second' where run_id = ${hopeless}`.execute(
            tx.sql,
          ),
        );
      }
      await workOnRun(server.services, { partnerId: CLAIM.partnerId, runId: hopeless });
      expect((await admin.get(`${PLANS}/${hopeless}`)).json()).toMatchObject({
        state: 'failed',
        failure: { code: 'interrupted' },
      });
    },
    PATIENCE,
  );

  it.each(['xlsx', 'csv', 'tsv', 'pdf'])('is a file of kind %s in both languages', async (format) => {
    const plan = await planned(admin);
    for (const lang of ['fr', 'en']) {
      const file = await admin.get(`${PLANS}/${plan.planId}/file?format=${format}&lang=${lang}`);
      expect(file.statusCode).toBe(200);
      expect(file.headers['content-disposition']).toContain(
        lang === 'fr' ? 'plan-de-formation' : 'training-plan',
      );
      if (format === 'csv' || format === 'tsv') expect(file.body).toContain(BY);
    }
  });
});
