/** The rules of people and association, each at its boundary days, through the API and the local provider. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { SkillsReportRow } from '../../src/contract/skills-report.ts';
import { receiveRecords } from '../../src/features/sources/receive-records.ts';
import { listAudit } from '../../src/store/audit-store.ts';
import type { PartnerId } from '../../src/store/partner-id.ts';
import {
  account,
  associate,
  newPerson,
  type Person,
  proofOf,
  showAccount,
  signedIn,
} from '../support/associating.ts';
import { type DemoServer, demoServer } from '../support/demo-server.ts';
import { type DemoProvider, localProviderOf } from '../support/local-provider.ts';
import { type Choice, cookieSet, walkProvider } from '../support/provider-walk.ts';

let server: DemoServer;
let provider: DemoProvider;
beforeAll(async () => {
  server = await demoServer();
  provider = await localProviderOf(server);
});
afterAll(async () => {
  await provider.close();
  await server.close();
});

const SYSTEM = { kind: 'system', name: 'test' } as const;
const TRAINING = 'partner-university';
/** Counts for a competency on the day of the demo. */
const SKILL = 'assessment:TA-AZURE-DATA';
let numbers = 8_200_000;
const newAccount = () => String(++numbers);

function on(day: string): void {
  server.clock.now = new Date(`${day}T10:00:00Z`);
}

/** Associates on a day, in a session of that day: the code and the kinds of refusal, or `associated`. */
async function associateOn(day: string, person: Person, choice: Choice, providers?: readonly string[]) {
  on(day);
  const browser = await signedIn(server, person.partnerId, person.userId);
  const answer = await associate(server, { browser }, choice, providers);
  return { code: answer.statusCode === 200 ? 'associated' : answer.json().code, body: answer.json() };
}

async function hold(accountId: string, skill = SKILL): Promise<void> {
  const [kept] = await receiveRecords(server.services, SYSTEM, TRAINING, [
    { externalId: `test ${accountId} ${skill}`, accountId, skill, achievedOn: '2026-10-01' },
  ]);
  expect(kept?.result).toBe('created');
}

async function rowsOf(person: Person, asOf?: string): Promise<readonly SkillsReportRow[]> {
  const admin = await signedInAs(`partner-admin@${person.partnerId}.example`);
  const query = new URLSearchParams({ top: '1000', ...(asOf === undefined ? {} : { asOf }) });
  const answer = await admin.get(`/api/v1/partners/${person.partnerId}/skills-report?${query}`);
  const { value } = answer.json() as { value: SkillsReportRow[] };
  return value.filter(({ userId }) => userId === person.userId);
}

async function signedInAs(email: string) {
  return server.as(email);
}

async function trailOf(partnerId: string) {
  const claim = { partnerId: partnerId as PartnerId, actor: SYSTEM };
  return server.services.database.readAsTenant(claim, (tx) => listAudit(tx, { top: 1_000, skip: 0 }));
}

describe('rule 1: a work account signs in, a personal account does not', () => {
  it.each([
    ['claire@contoso.example', /^\/$/],
    ['claire@outlook.example', /problem=personal-account/],
  ])('%s', async (email, to) => {
    on('2026-11-21');
    const begun = await server.app.inject({
      method: 'POST',
      url: '/api/v1/sign-in/work-account',
      payload: { provider: 'work' },
    });
    const url = await walkProvider(begun.json().address, { email });
    const back = await server.app.inject({ url, cookies: cookieSet(String(begun.headers['set-cookie'])) });
    expect(back.headers.location).toMatch(to);
  });
});

describe('rule 2: users are added one by one or by file, and a sign-in secret is shown once', () => {
  it('in the answer of the request that added the user, not in its repetition', async () => {
    on('2026-11-21');
    const admin = await signedInAs('global-admin@contoso.example');
    const payload = { firstName: 'Rule', lastName: 'Two', workEmail: 'rule.two@contoso.example' };
    const add = () =>
      admin.send('POST', '/api/v1/partners/contoso/users', payload, { 'repeatability-request-id': 'rule-2' });
    expect((await add()).json().firstSignIn.temporaryPassword).toEqual(expect.any(String));
    expect((await add()).json().firstSignIn.temporaryPassword).toBeNull();
  });
});

describe('rule 3: only the person associates, with proof; an administrator ends a leaver’s', () => {
  it.each([
    ['2026-11-29', 'not-a-leaver'],
    ['2026-11-30', undefined],
    ['2026-12-01', undefined],
  ])('of somebody who leaves on 2026-11-30, asked on %s', async (day, code) => {
    const person = await newPerson(server, 'contoso');
    const { body } = await associateOn('2026-11-21', person, account(newAccount()));
    let admin = await signedInAs('global-admin@contoso.example');
    const user = `/api/v1/partners/contoso/users/${person.userId}`;
    expect((await admin.send('POST', `${user}/leave`, { on: '2026-11-30' })).statusCode).toBe(200);
    on(day);
    admin = await signedInAs('global-admin@contoso.example');
    const end = await admin.send('POST', `${user}/associations/${body.value[0].associationId}/end`);
    expect([end.statusCode, end.json().code]).toEqual([code === undefined ? 200 : 409, code]);
  });

  it('the administrator sees what a leaver left open and what ending it does, before it ends', async () => {
    const accountId = newAccount();
    const person = await newPerson(server, 'contoso');
    await hold(accountId);
    await associateOn('2026-11-21', person, account(accountId), [TRAINING]);
    const path = `/api/v1/partners/contoso/users/${person.userId}`;
    let admin = await signedInAs('global-admin@contoso.example');
    await admin.send('POST', `${path}/leave`, { on: '2026-12-05' });
    on('2026-12-05');
    admin = await signedInAs('global-admin@contoso.example');
    const { value } = (await admin.get(`${path}/associations`)).json();
    expect(value).toMatchObject([{ accountId, provider: TRAINING, via: 'partner-center' }]);
    const association = `${path}/associations/${value[0].associationId}`;
    const effect = (await admin.get(`${association}/ending-effect`)).json();
    // Who has left counts no more: what ends is that the account is taken.
    expect(effect).toEqual({
      skillsCounting: 0,
      kept: [],
      notCounting: 'person-left',
      levels: [],
      nextPossibleOn: '2026-12-21',
    });
    const end = await admin.send('POST', `${association}/end`);
    expect(end.json()).toMatchObject({ nextPossibleOn: '2026-12-21' });
    expect((await admin.get(`${path}/associations`)).json().value).toEqual([]);
    expect((await admin.get(`${association}/ending-effect`)).statusCode).toBe(404);
  });

  it('there is no way for an administrator to associate for somebody', () => {
    const ways = server.routes.filter(({ path, method }) => method !== 'GET' && /associat/.test(path));
    const others = ways.filter(({ path }) => !path.startsWith('/api/v1/me/')).map(({ path }) => path);
    expect(others).toEqual(['/api/v1/partners/{partnerId}/users/{userId}/associations/{associationId}/end']);
  });
});

describe('rule 4: the account may have another e-mail, and be the same or another one for training', () => {
  it.each([
    ['the work e-mail', (email: string) => email, true],
    ['the work e-mail in capitals', (email: string) => email.toUpperCase(), true],
    ['another e-mail', () => 'private@home.example', false],
  ])('with %s', async (_what, emailOf, sameEmail) => {
    on('2026-11-21');
    const person = await newPerson(server, 'contoso');
    const proof = proofOf(await showAccount(server, person, account(newAccount(), emailOf(person.email))));
    expect((await person.browser.get(proof)).json()).toMatchObject({ sameEmail, workEmail: person.email });
    await person.browser.send('POST', `${proof}/confirm`);
    const { value } = (await person.browser.get('/api/v1/me/learning-accounts')).json();
    expect(value).toMatchObject([{ sameEmail }]);
  });

  it('one account for exams and another for training', async () => {
    const person = await newPerson(server, 'contoso');
    const [exams, training] = [newAccount(), newAccount()];
    expect(await associateOn('2026-11-21', person, account(exams))).toMatchObject({ code: 'associated' });
    const second = await associateOn('2026-11-21', person, account(training), [TRAINING]);
    expect(second).toMatchObject({ code: 'associated' });
    const { purposes } = (await person.browser.get('/api/v1/me/learning-accounts')).json();
    expect(purposes).toMatchObject([{ account: { accountId: exams } }, { account: { accountId: training } }]);
  });
});

describe('rule 5: one partner at a time', () => {
  it.each([
    ['2026-12-20', 'too-soon'],
    ['2026-12-21', 'associated'],
    ['2026-12-22', 'associated'],
  ])('30 days between two starts: started on 2026-11-21, at another partner on %s', async (day, code) => {
    const choice = account(newAccount());
    const [anna, ben] = [await newPerson(server, 'contoso'), await newPerson(server, 'fabrikam')];
    await associateOn('2026-11-21', anna, choice);
    const second = await associateOn(day, ben, choice);
    expect(second.code).toBe(code);
    if (code === 'too-soon') expect(second.body.errors).toMatchObject([{ detail: '2026-12-21' }]);
  });

  it.each([
    ['2027-11-21', 'too-many'],
    ['2027-11-22', 'associated'],
    ['2027-11-23', 'associated'],
  ])('three in 365 days, the first on 2026-11-21: a fourth on %s', async (day, code) => {
    const choice = account(newAccount());
    const [anna, ben] = [await newPerson(server, 'contoso'), await newPerson(server, 'fabrikam')];
    await associateOn('2026-11-21', anna, choice);
    await associateOn('2027-01-10', ben, choice);
    await associateOn('2027-03-10', anna, choice);
    const fourth = await associateOn(day, ben, choice);
    expect(fourth.code).toBe(code);
    if (code === 'too-many') expect(fourth.body.errors).toMatchObject([{ detail: '2027-11-22' }]);
  });

  it('tells the person before the act what ends, and when the account may change again', async () => {
    const choice = account(newAccount());
    const [anna, ben] = [await newPerson(server, 'contoso'), await newPerson(server, 'fabrikam')];
    await associateOn('2026-11-21', anna, choice);
    on('2027-01-10');
    const browser = await signedIn(server, 'fabrikam', ben.userId);
    const proof = proofOf(await showAccount(server, { browser }, choice));
    expect((await browser.get(proof)).json()).toMatchObject({
      ends: [{ company: 'Contoso Conseil', sameCompany: false }],
      nextPossibleOn: '2027-02-09',
    });
  });

  it('a move ends the old association at that instant, and the old company learns only that it ended', async () => {
    const accountId = newAccount();
    const [anna, ben] = [await newPerson(server, 'contoso'), await newPerson(server, 'fabrikam')];
    await hold(accountId);
    await associateOn('2026-11-21', anna, account(accountId), [TRAINING]);
    expect(await rowsOf(anna)).toMatchObject([{ skillId: SKILL, countsNow: true }]);
    const moved = await associateOn('2027-01-10', ben, account(accountId), [TRAINING]);
    expect(moved.code).toBe('associated');
    expect(await rowsOf(anna)).toMatchObject([{ skillId: SKILL, countsNow: false }]);
    expect((await rowsOf(ben)).map(({ skillId }) => skillId)).toEqual([SKILL]);
    const told = (await trailOf('contoso')).filter(({ action }) => action === 'association.ended');
    expect(told).toContainEqual(
      expect.objectContaining({ actor: 'system:association', subject: `user:${anna.userId}` }),
    );
    const everything = JSON.stringify(await trailOf('contoso'));
    for (const secret of ['fabrikam', ben.userId, ben.email]) expect(everything).not.toContain(secret);
  });

  it('of fifty who confirm the same account at two partners at once, one is associated', async () => {
    on('2026-11-21');
    const choice = account(newAccount());
    const people: Person[] = [];
    for (let one = 0; one < 50; one++)
      people.push(await newPerson(server, one % 2 === 0 ? 'contoso' : 'fabrikam'));
    const proofs: string[] = [];
    for (const person of people) proofs.push(proofOf(await showAccount(server, person, choice)));
    const answers = await Promise.all(
      people.map((person, one) => person.browser.send('POST', `${proofs[one]}/confirm`)),
    );
    const codes = answers.map((answer) => (answer.statusCode === 200 ? 'associated' : answer.json().code));
    expect(codes.filter((code) => code === 'associated')).toHaveLength(1);
    expect(new Set(codes)).toEqual(new Set(['associated', 'too-soon']));
  });

  it('two users of one company with one MCID: the second is refused, and is told of the first after 30 days', async () => {
    const choice = account(newAccount());
    const [anna, ben] = [await newPerson(server, 'contoso'), await newPerson(server, 'contoso')];
    await associateOn('2026-11-21', anna, choice);
    expect((await associateOn('2026-12-20', ben, choice)).code).toBe('too-soon');
    on('2026-12-21');
    const browser = await signedIn(server, 'contoso', ben.userId);
    const proof = proofOf(await showAccount(server, { browser }, choice));
    expect((await browser.get(proof)).json().ends).toMatchObject([{ sameCompany: true }]);
    expect((await browser.send('POST', `${proof}/confirm`)).statusCode).toBe(200);
    const first = await signedIn(server, 'contoso', anna.userId);
    const { purposes } = (await first.get('/api/v1/me/learning-accounts')).json();
    expect(purposes[0].state).toBe('not-associated');
  });
});

describe('rule 6: who leaves stops counting from that day, and history stays', () => {
  it('leaving on 2026-11-30', async () => {
    const accountId = newAccount();
    const person = await newPerson(server, 'contoso');
    await hold(accountId);
    await associateOn('2026-11-21', person, account(accountId), [TRAINING]);
    const admin = await signedInAs('global-admin@contoso.example');
    await admin.send('POST', `/api/v1/partners/contoso/users/${person.userId}/leave`, { on: '2026-11-30' });
    const counts = async (day: string) =>
      (await rowsOf(person, day)).map(({ countsNow, reason }) => [countsNow, reason?.code ?? null]);
    expect(await counts('2026-11-29')).toEqual([[true, null]]);
    expect(await counts('2026-11-30')).toEqual([[false, 'person-left']]);
    expect(await counts('2026-12-01')).toEqual([[false, 'person-left']]);
  });

  it('deleting a user ends the associations at that instant', async () => {
    const choice = account(newAccount());
    const person = await newPerson(server, 'contoso');
    await associateOn('2026-11-21', person, choice);
    on('2026-11-22');
    const admin = await signedInAs('global-admin@contoso.example');
    const gone = await admin.send('DELETE', `/api/v1/partners/contoso/users/${person.userId}`);
    expect(gone.statusCode).toBe(204);
    const ended = (await trailOf('contoso')).filter(({ action }) => action === 'association.ended');
    const atThatInstant = ended.filter(({ at }) => at.toISOString() === '2026-11-22T10:00:00.000Z');
    expect(atThatInstant.map(({ subject }) => subject)).toEqual([`user:${person.userId}`]);
  });
});

describe('rule 7: records of a merged account follow the survivor, without a new association', () => {
  const merge = (from: string, into: string) =>
    server.services.database.asNetwork({ actor: SYSTEM }, (tx) =>
      tx.sql
        .insertInto('learning_account_merge')
        .values({
          provider: TRAINING,
          account_id: from,
          into_provider: TRAINING,
          into_account_id: into,
          reason: 'one person',
          recorded_at: tx.now,
          recorded_by: 'system:test',
        })
        .execute(),
    );

  it('and of two merges of one account at once, one is kept', async () => {
    const [survivor, merged] = [newAccount(), newAccount()];
    const person = await newPerson(server, 'contoso');
    await hold(merged);
    await hold(survivor, 'assessment:TA-DP-FOUNDATIONAL');
    const first = await associateOn('2026-11-21', person, account(merged), [TRAINING]);
    on('2026-11-22');
    const browser = await signedIn(server, 'contoso', person.userId);
    await browser.send('POST', `/api/v1/me/associations/${first.body.value[0].associationId}/end`);
    await associateOn('2026-11-22', person, account(survivor), [TRAINING]);
    const before = (await rowsOf(person)).find(({ skillId }) => skillId === SKILL);
    expect(before).toMatchObject({ countsNow: false, reason: { code: 'association-ended' } });
    const results = await Promise.allSettled([merge(merged, survivor), merge(merged, survivor)]);
    expect(results.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    const row = (await rowsOf(person)).find(({ skillId }) => skillId === SKILL);
    expect(row).toMatchObject({ countsNow: true });
  });
});

describe('rule 8: what PMC alone associated counts for six calendar months after the move', () => {
  it.each([
    ['2026-06-15', '2026-12-14'],
    ['2026-08-31', '2027-02-27'],
  ])('moved on %s: last on %s', async (movedOn, lastDay) => {
    const accountId = newAccount();
    const person = await newPerson(server, 'northwind');
    await hold(accountId);
    await server.services.database.asNetwork({ actor: SYSTEM }, async (tx) => {
      await tx.sql
        .updateTable('partner')
        .set({ origin: 'moved', moved_from_pmc_on: movedOn })
        .where('partner_id', '=', 'northwind')
        .execute();
      await tx.sql
        .insertInto('account_claim')
        .values({
          association_id: person.userId,
          provider: TRAINING,
          account_id: accountId,
          partner_id: 'northwind',
          user_id: person.userId,
          via: 'pmc',
          period: '[2026-01-01,)',
          recorded_at: tx.now,
          recorded_by: 'system:test',
        })
        .execute();
    });
    const standing = async (day: string) =>
      (await rowsOf(person, day)).map(
        ({ countsNow, associatedInPmc, associatedInPartnerCenter, reason }) => ({
          countsNow,
          associatedInPmc,
          associatedInPartnerCenter,
          reason: reason?.code ?? null,
        }),
      );
    const columns = { associatedInPmc: true, associatedInPartnerCenter: false };
    const next = new Date(Date.parse(lastDay) + 86_400_000).toISOString().slice(0, 10);
    expect(await standing(lastDay)).toEqual([{ ...columns, countsNow: true, reason: null }]);
    expect(await standing(next)).toEqual([{ ...columns, countsNow: false, reason: 'pmc-window-over' }]);
    on('2026-11-21');
    const browser = await signedIn(server, 'northwind', person.userId);
    const { purposes } = (await browser.get('/api/v1/me/learning-accounts')).json();
    expect(purposes[1]).toMatchObject({ state: 'only-pmc', pmcCountsUntil: lastDay });
  });
});

describe('rule 9: the users report tells of each provider whether, since when and which account', () => {
  const EXPORT =
    'workEmail,userStatus,roles,lastSignIn,partnerUniversity,partnerUniversitySince,associated,associatedSince,mcid';

  it('associated on 2026-12-01, dissociated on 2026-12-20, left on 2026-12-31', async () => {
    const [mcid, training] = [newAccount(), newAccount()];
    const person = await newPerson(server, 'contoso');
    const begun = await associateOn('2026-12-01', person, account(mcid));
    await associateOn('2026-12-01', person, account(training), [TRAINING]);
    on('2026-12-20');
    const browser = await signedIn(server, 'contoso', person.userId);
    const association = `/api/v1/me/associations/${begun.body.value[0].associationId}`;
    expect((await browser.send('POST', `${association}/end`)).statusCode).toBe(200);
    let admin = await signedInAs('global-admin@contoso.example');
    const user = `/api/v1/partners/contoso/users/${person.userId}`;
    expect((await admin.send('POST', `${user}/leave`, { on: '2026-12-31' })).statusCode).toBe(200);
    on('2026-12-31');
    admin = await signedInAs('global-admin@contoso.example');
    const exported = async (day: string) => {
      const query = new URLSearchParams({ asOf: day, format: 'csv', lang: 'en', columns: EXPORT });
      const answer = await admin.get(`/api/v1/partners/contoso/users-report?${query}`);
      const lines = answer.body.replace(/^\uFEFF/, '').split(/\r?\n/);
      const [email, state, , , ...providers] = lines
        .find((line) => line.startsWith(person.email))!
        .split(',');
      return { email, state, providers };
    };
    const trained = ['Yes', '2026-12-01'];
    const none = { providers: ['No', '', 'No', '', ''] };
    const exams = { providers: [...trained, 'Yes', '2026-12-01', mcid] };
    const ended = { providers: [...trained, 'No', '', ''] };
    const told = { email: person.email, state: 'Active' };
    expect(await exported('2026-11-30')).toEqual({ ...told, ...none });
    expect(await exported('2026-12-01')).toEqual({ ...told, ...exams });
    expect(await exported('2026-12-19')).toEqual({ ...told, ...exams });
    expect(await exported('2026-12-20')).toEqual({ ...told, ...ended });
    expect(await exported('2026-12-30')).toEqual({ ...told, ...ended });
    expect(await exported('2026-12-31')).toEqual({ ...told, ...ended, state: 'Left' });
  });
});
