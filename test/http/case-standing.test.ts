/** When a case can be opened, and what remains of it when the person is erased. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Case, Cases } from '../../src/contract/cases.ts';
import { startAssociation } from '../../src/store/associations-store.ts';
import type { PartnerId } from '../../src/store/partner-id.ts';
import { newPerson, type Person, signedIn } from '../support/associating.ts';
import { type Browser, type DemoServer, demoServer } from '../support/demo-server.ts';

const CASES = '/api/v1/partners/contoso/cases';
const SYSTEM = { kind: 'system', name: 'test' } as const;

let server: DemoServer;
let admin: Browser;
let zoe: Browser;
let zoeId = '';

beforeAll(async () => {
  server = await demoServer();
  admin = await server.as('partner-admin@contoso.example');
  zoe = await server.as('zoe@contoso.example');
  zoeId = (await zoe.get('/api/v1/me')).json().userId;
});
afterAll(() => server.close());

const about = (more: object = {}) => ({
  kind: 'missing-skill',
  userId: zoeId,
  skill: '70-764',
  source: 'microsoft-learning',
  otherAccount: null,
  message: 'Passed on 3 November, not in the report.',
  ...more,
});

describe('a case that would not help, or not yet,', () => {
  const ASSOCIATED = Date.parse('2026-11-21T10:00:00Z');
  const HOUR = 3_600_000;
  const EXPECTED = '2026-11-24T10:00:00.000Z';
  let person: Person;
  const present = new Date(ASSOCIATED);

  const at = (instant: number) => {
    server.clock.now = new Date(instant);
  };
  const form = async (browser: Browser, query: string) =>
    (await browser.get(`/api/v1/partners/contoso/case-form?${query}`)).json();
  const open = (more: object = {}) => admin.send('POST', CASES, about({ userId: person.userId, ...more }));
  const countOf = async () => ((await admin.get(CASES)).json() as Cases).count;

  beforeAll(async () => {
    at(ASSOCIATED);
    person = await newPerson(server, 'contoso');
  });
  afterAll(() => {
    server.clock.now = present;
  });

  it('is off while no account is associated', async () => {
    const before = await countOf();
    const refused = await open();
    expect([refused.statusCode, refused.json().code]).toEqual([409, 'case-not-associated']);
    expect(refused.json().detail).toMatch(/^No case was opened\./);
    expect((await form(admin, `kind=merge&userId=${person.userId}`)).standing.reason).toBe('not-associated');
    expect(await countOf()).toBe(before);
  });

  it('is off to the very moment at which the source will have told, and then open', async () => {
    await server.services.database.asTenant(
      { partnerId: person.partnerId, actor: { kind: 'user', userId: person.userId } },
      (tx) =>
        startAssociation(tx, {
          provider: 'microsoft-learning',
          accountId: '8700001',
          userId: person.userId,
        }),
    );
    server.services.answers.forgetVersions();
    const end = ASSOCIATED + 72 * HOUR;
    for (const instant of [ASSOCIATED, end - 1]) {
      at(instant);
      admin = await server.as('partner-admin@contoso.example');
      const refused = await open();
      expect([refused.statusCode, refused.json().code]).toEqual([409, 'case-source-delay']);
      expect(refused.json()).toMatchObject({
        expectedBy: EXPECTED,
        detail: `No case was opened. It will have told by ${EXPECTED}. Open the case after that.`,
      });
      const asked = await form(admin, `kind=missing-skill&userId=${person.userId}&skill=70-764`);
      expect(asked.standing).toEqual({ allowed: false, expectedBy: EXPECTED, reason: 'source-delay' });
    }
    const { userId: _none, ...own } = about({ message: 'It is missing since this morning.' });
    const learner = await signedIn(server, 'contoso', person.userId);
    const early = await learner.send('POST', '/api/v1/me/case-requests', own);
    expect([early.statusCode, early.json().expectedBy]).toEqual([409, EXPECTED]);
    at(end);
    expect(
      (await form(admin, `kind=missing-skill&userId=${person.userId}&skill=70-764`)).standing.allowed,
    ).toBe(true);
    expect((await open()).statusCode).toBe(201);
    expect((await learner.send('POST', '/api/v1/me/case-requests', own)).statusCode).toBe(204);
  });

  it('waits for a new skill from the end of its day on, and tells the day to support', async () => {
    const end = Date.parse('2026-12-06T00:00:00Z');
    at(end - 1);
    admin = await server.as('partner-admin@contoso.example');
    const early = await open({ achievedOn: '2026-12-02' });
    expect([early.statusCode, early.json().expectedBy]).toEqual([409, '2026-12-06T00:00:00.000Z']);
    at(end);
    const made = await open({ achievedOn: '2026-12-02' });
    expect([made.statusCode, made.json().achievedOn]).toEqual([201, '2026-12-02']);
  });

  it('is off for a skill that no competency asks for, and where nothing is missing', async () => {
    const pottery = await open({ skill: 'Poterie' });
    expect([pottery.statusCode, pottery.json().code]).toEqual([409, 'case-would-not-count']);
    const has = await open({ userId: zoeId, skill: 'TA-DA-AA', source: 'partner-university' });
    expect([has.statusCode, has.json().code]).toEqual([409, 'case-nothing-missing']);
  });

  it('is always open to a record that is disputed', async () => {
    expect((await open({ kind: 'dispute' })).statusCode).toBe(201);
  });

  it('tells of a colleague only those who may open cases', async () => {
    at(ASSOCIATED);
    const refused = await zoe.get(`/api/v1/partners/contoso/case-form?kind=merge&userId=${person.userId}`);
    expect([refused.statusCode, refused.json().neededRoles]).toEqual([
      403,
      ['partner-admin', 'global-admin', 'account-admin'],
    ]);
    expect(await form(zoe, `kind=merge&userId=${zoeId}`)).toMatchObject({
      person: { userId: zoeId, name: 'Zoé D’Été' },
      standing: { allowed: true },
    });
    expect(await form(zoe, 'kind=merge')).toMatchObject({ person: null, standing: null });
  });
});

describe('the cases of a person who is erased', () => {
  it('keep that they were there, and nothing that was written, typed or sent', async () => {
    const settled = await newPerson(server, 'contoso');
    const made: Case = (
      await admin.send('POST', CASES, {
        ...about({ kind: 'dispute', userId: settled.userId, message: 'Not the exam of Jeanne Secret.' }),
      })
    ).json();
    const other: Case = (
      await admin.send('POST', CASES, about({ kind: 'dispute', message: 'Another person altogether.' }))
    ).json();
    const user = `/api/v1/partners/contoso/users/${settled.userId}`;
    const owner = await server.as('global-admin@contoso.example');
    const tag = String((await owner.get(user)).headers.etag);
    expect((await owner.send('DELETE', user, undefined, { 'if-match': tag })).statusCode).toBeLessThan(300);

    const left: Case = (await admin.get(`${CASES}/${made.caseId}`)).json();
    expect(left).toMatchObject({
      person: { userId: settled.userId, name: '' },
      state: 'closed',
      outcome: 'withdrawn',
      ...{ skill: null, source: null, otherAccount: null, achievedOn: null, dueOn: null, files: [] },
      messages: [{ content: '' }],
    });
    const rows = await server.services.database.readAsTenant(
      { partnerId: 'contoso' as PartnerId, actor: SYSTEM },
      (tx) =>
        tx.sql.selectFrom('support_case_file').select('file_id').where('case_id', '=', made.caseId).execute(),
    );
    expect(rows).toEqual([]);
    expect(JSON.stringify(left)).not.toContain('Secret');
    const untouched: Case = (await admin.get(`${CASES}/${other.caseId}`)).json();
    expect([untouched.state, untouched.files.length]).toEqual(['open', 3]);
    expect(untouched.messages[0]!.content).toBe('Another person altogether.');
  });
});
