import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { lateTrainingRound, plannerRound } from '../../src/features/planner/planner-round.ts';
import type { PartnerId } from '../../src/store/partner-id.ts';
import { addRun, findRun } from '../../src/store/planner-runs-store.ts';
import { type DemoServer, demoServer } from '../support/demo-server.ts';
import { waitingRun } from '../support/waiting-run.ts';
import { PLANS, planned } from './support/planning.ts';

let server: DemoServer;

beforeAll(async () => {
  server = await demoServer();
});
afterAll(() => server.close());

const CLAIM = { partnerId: 'contoso' as PartnerId, actor: { kind: 'system', name: 'test' } } as const;
const always = () => true;

describe('training of a plan', () => {
  it('stands in the calendar until it is due, and is told when it is late: once, to her and to who follows it', async () => {
    const users = async () => server.as('partner-admin@contoso.example');
    const admin = await users();
    const people = (await admin.get('/api/v1/partners/contoso/users?top=100')).json().value;
    const zoe = people.find(
      ({ workEmail }: { workEmail: string }) => workEmail === 'zoe@contoso.example',
    ).userId;
    const plan = await planned(admin, { people: { [zoe]: { pinned: ['exam:70-761'] } } });
    const due = [{ person: zoe, skill: 'exam:70-761', dueOn: '2026-12-10' }];
    const adopted = await admin.send('POST', `${PLANS}/${plan.planId}/adopt`, { due, mail: false });
    expect(adopted.statusCode).toBe(200);

    const calendar = async (email: string) => {
      const answer = await (await server.as(email)).get('/api/v1/partners/contoso/calendar?lang=en');
      return answer.json().value.filter(({ kind }: { kind: string }) => kind === 'training-due');
    };
    const events = await calendar('partner-admin@contoso.example');
    expect(events[0]).toMatchObject({
      on: '2026-12-10',
      title: 'A training of a plan is due',
      path: '/plans',
    });
    expect(events[0].detail).toContain('Zoé');
    // Without the right to plans nobody is told of them.
    expect(await calendar('report-viewer@contoso.example')).toEqual([]);

    await lateTrainingRound(server.services, always);
    const notices = async (email: string) => {
      const browser = await server.as(email);
      const { value } = (await browser.get('/api/v1/me/notices?lang=en')).json();
      return value.filter(({ kind }: { kind: string }) => kind === 'training-late');
    };
    expect(await notices('zoe@contoso.example')).toEqual([]);

    server.clock.now = new Date('2026-12-11T09:00:00Z');
    await lateTrainingRound(server.services, always);
    await lateTrainingRound(server.services, always);
    const [own, ...more] = await notices('zoe@contoso.example');
    expect(more).toEqual([]);
    expect(own.title).toMatch(/^Overdue: /);
    expect(own.action).toMatchObject({ path: '/profile' });
    const [followed] = await notices('partner-admin@contoso.example');
    expect(followed.title).toContain('Zoé');
    expect(followed.action).toMatchObject({ path: `/plans/${plan.planId}` });
  }, 60_000);

  it('is planned by the round where the server that was asked has died before it began', async () => {
    const { database } = server.services;
    const run = waitingRun('plan');
    const runId = await database.asTenant(CLAIM, (tx) => addRun(tx, run));
    await plannerRound(server.services, always);
    expect(await database.readAsTenant(CLAIM, (tx) => findRun(tx, runId))).toMatchObject({ state: 'done' });
    // What was only tried is forgotten after a day.
    server.clock.now = new Date('2026-12-13T09:00:00Z');
    await plannerRound(server.services, always);
    expect(await database.readAsTenant(CLAIM, (tx) => findRun(tx, runId))).toBeNull();
  }, 60_000);
});
