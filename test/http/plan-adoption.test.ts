import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Browser, type DemoServer, demoServer } from '../support/demo-server.ts';
import { achieves, BY, PLANS, planned, SILVER } from './support/planning.ts';

let server: DemoServer;
let admin: Browser;

beforeAll(async () => {
  server = await demoServer();
  admin = await server.as('partner-admin@contoso.example');
});
afterAll(() => server.close());

const ASSIGNMENTS = '/api/v1/partners/contoso/training-assignments';
const ME = '/api/v1/me/training-assignments';

describe('an adopted plan', () => {
  it('goes from assignments and mails to the record that completes it', async () => {
    const plan = await planned(admin, {}, { keep: false });
    const [action] = plan.result.actions;
    const { email } = plan.people[action.person];
    const adopted = await admin.send('POST', `${PLANS}/${plan.planId}/adopt`, { dueOn: '2027-02-01' });
    expect(adopted.statusCode).toBe(200);
    const { adoption, kept } = adopted.json();
    expect(kept).toBe(true);
    expect(adoption.counts).toEqual({ total: 1, open: 1, late: 0, done: 0, dropped: 0 });
    expect(adoption).toMatchObject({
      endedAt: null,
      planned: { cost: 165, hours: 40 },
      done: { cost: 0, hours: 0 },
      targets: [{ ...SILVER, metNow: false, metThen: true }],
      course: [{ on: '2027-02-01', planned: 1, done: 0 }],
    });
    expect(adoption.assignments[0]).toMatchObject({
      person: action.person,
      skill: action.skill,
      dueOn: '2027-02-01',
      state: 'open',
      told: 'queued',
    });

    const mails = (await server.mails('contoso'))
      .filter(({ kind }) => kind.startsWith('training-'))
      .sort((left, right) => (left.kind < right.kind ? -1 : 1));
    expect(mails.map(({ kind, to, locale }) => ({ kind, to, locale }))).toEqual([
      { kind: 'training-assigned', to: email, locale: 'fr' },
      { kind: 'training-followed', to: 'partner-admin@contoso.example', locale: 'fr' },
    ]);
    expect(mails[0]!.text).toContain('1er février 2027');
    expect(mails[0]!.text).toContain(plan.skills[action.skill].title);
    expect(mails[0]!.text).toContain('Analytique des données');
    expect(mails[1]!.text).toContain(plan.people[action.person].label);
    expect(mails[1]!.text).toContain(`/plans/${plan.planId}`);

    const second = await admin.send('POST', `${PLANS}/${plan.planId}/adopt`, {});
    expect(second.statusCode).toBe(409);
    expect((await admin.send('DELETE', `${PLANS}/${plan.planId}`)).statusCode).toBe(409);

    server.clock.now = new Date('2027-02-02T10:00:00Z');
    admin = await server.as('partner-admin@contoso.example');
    const late = (await admin.get(`${ASSIGNMENTS}?state=late`)).json();
    expect(late).toMatchObject({ count: 1, value: [{ skill: action.skill, state: 'late' }] });

    await achieves(server, email, action.skill, '2027-02-02');
    const done = (await admin.get(`${PLANS}/${plan.planId}`)).json();
    expect(done.adoption.counts).toMatchObject({ open: 0, late: 0, done: 1 });
    expect(done.adoption.assignments[0]).toMatchObject({
      state: 'done',
      doneOn: '2027-02-02',
      doneLate: true,
    });
    expect(done.adoption.assignments[0].record).not.toBeNull();
    expect(done.adoption.targets).toEqual([{ ...SILVER, option: null, metNow: true, metThen: true }]);
    expect(done.adoption.course.at(-1)).toEqual({ on: '2027-02-02', planned: 1, done: 1 });
    expect(done.outdated).toBe(true);
    const listed = (await admin.get(`${PLANS}?show=adopted`)).json();
    expect(listed.value[0]).toMatchObject({ planId: plan.planId, adoption: { counts: { done: 1 } } });
  }, 60_000);

  it('is shown to the people in it, and can be changed and dropped', async () => {
    const users = (await admin.get('/api/v1/partners/contoso/users?top=100')).json().value;
    const zoe = users.find(
      ({ workEmail }: { workEmail: string }) => workEmail === 'zoe@contoso.example',
    ).userId;
    const plan = await planned(admin, {
      targets: [{ competency: 'devops', level: 'silver' }],
      by: '2027-06-01',
      people: { [zoe]: { pinned: ['exam:70-761', 'exam:70-762'] } },
    });
    const due = [{ person: zoe, skill: 'exam:70-761', dueOn: '2027-04-01' }];
    const mailsBefore = (await server.mails('contoso')).length;
    const adopted = await admin.send('POST', `${PLANS}/${plan.planId}/adopt`, { due, mail: false });
    expect(adopted.statusCode).toBe(200);
    expect((await server.mails('contoso')).length).toBe(mailsBefore);

    const own = await server.as('zoe@contoso.example');
    const mine = (await own.get(ME)).json().value;
    const days = new Map(mine.map(({ skill, dueOn }: { skill: string; dueOn: string }) => [skill, dueOn]));
    expect(days.get('exam:70-761')).toBe('2027-04-01');
    expect(days.get('exam:70-762')).toBe('2027-06-01');
    expect(mine[0]).toMatchObject({ state: 'open', assignedBy: 'Hélène Marchand' });
    expect(mine[0].targets[0].name.en).toBe('DevOps');
    expect((await own.get(ASSIGNMENTS)).statusCode).toBe(403);

    const [first, second] = mine;
    const moved = await admin.send('PATCH', `${ASSIGNMENTS}/${first.assignmentId}`, { dueOn: '2027-05-01' });
    expect(moved.json()).toMatchObject({ dueOn: '2027-05-01', state: 'open' });
    const past = await admin.send('PATCH', `${ASSIGNMENTS}/${first.assignmentId}`, { dueOn: '2020-01-01' });
    expect(past.statusCode).toBe(409);
    const dropped = await admin.send('PATCH', `${ASSIGNMENTS}/${second.assignmentId}`, { dropped: true });
    expect(dropped.json()).toMatchObject({ state: 'dropped' });
    const again = await admin.send('PATCH', `${ASSIGNMENTS}/${second.assignmentId}`, { dropped: true });
    expect(again.statusCode).toBe(409);

    const ended = (await admin.send('POST', `${PLANS}/${plan.planId}/drop`)).json();
    expect(ended.adoption.endedAt).not.toBeNull();
    expect(ended.adoption.counts).toMatchObject({ open: 0, late: 0 });
    expect((await own.get(ME)).json().value).toEqual([]);
    expect((await admin.send('POST', `${PLANS}/${plan.planId}/drop`)).statusCode).toBe(409);
    expect((await admin.send('POST', `${PLANS}/${plan.planId}/adopt`, { mail: false })).statusCode).toBe(200);
    expect((await own.get(ME)).json().value).toHaveLength(mine.length);
  }, 60_000);

  it('cannot count on people who are only supposed, nor on days that have passed', async () => {
    const plan = await planned(admin, {
      targets: [{ competency: 'devops', level: 'gold' }],
      by: '2027-06-01',
      changes: Array.from({ length: 8 }, (_, place) => ({
        kind: 'joins',
        person: `joins:p${place}`,
        name: `P ${place}`,
        skills: [],
      })),
      costs: { default: { money: 100, hours: 1 } },
    });
    const supposed = plan.result.actions.some(({ person }: { person: string }) =>
      person.startsWith('joins:'),
    );
    const answer = await admin.send('POST', `${PLANS}/${plan.planId}/adopt`, {});
    if (supposed) expect(answer.json()).toMatchObject({ code: 'people-not-here' });
    const other = await planned(admin, {
      targets: [{ competency: 'devops', level: 'silver' }],
      by: '2027-06-01',
    });
    const past = await admin.send('POST', `${PLANS}/${other.planId}/adopt`, {
      dueOn: BY.replace('2027', '2026'),
    });
    expect(past.json()).toMatchObject({ code: 'due-day-past' });
  }, 60_000);
});
