/** Each cause of a missing skill is staged, found by the diagnosis and mended the way the diagnosis says. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { MergeProposals } from '../../src/contract/account-merges.ts';
import type { CompanyDiagnosis, Diagnosis, DiagnosisFinding } from '../../src/contract/diagnosis.ts';
import { askedSkills } from '../../src/domain/skills-matrix/asked-skills.ts';
import { formatDay, parseDay } from '../../src/domain/time/day.ts';
import { receiveRecords } from '../../src/features/sources/receive-records.ts';
import { endAssociation, startAssociation } from '../../src/store/associations-store.ts';
import { keepAccountEmail } from '../../src/store/learning-account-emails-store.ts';
import type { PartnerId } from '../../src/store/partner-id.ts';
import { newPerson, type Person, signedIn } from '../support/associating.ts';
import { type Browser, type DemoServer, demoServer } from '../support/demo-server.ts';

const SYSTEM = { kind: 'system', name: 'test' } as const;
const EXAMS = 'microsoft-learning';
const SKILL = 'exam:70-764';
const START = new Date('2026-11-21T10:00:00Z');
const HOUR = 3_600_000;

let server: DemoServer;
let admin: Browser;
let operator: Browser;
beforeAll(async () => {
  server = await demoServer();
  admin = await server.as('global-admin@contoso.example');
  operator = await server.as('programme-operator@contoso.example');
});
afterAll(() => server.close());

function at(instant: Date): void {
  server.clock.now = instant;
}

let numbers = 8_600_000;
const newAccount = () => String(++numbers);

async function associate(person: Person, accountId: string, email = person.email, provider = EXAMS) {
  const { partnerId, userId } = person;
  const claim = { partnerId, actor: { kind: 'user', userId } } as const;
  const started = await server.services.database.asTenant(claim, async (tx) => {
    const result = await startAssociation(tx, { provider, accountId, userId });
    await keepAccountEmail(tx, { provider, accountId, email });
    return result;
  });
  server.services.answers.forgetVersions();
  if (started.kind !== 'started') throw new Error(started.kind);
  return started.associationId;
}

async function deliver(accountId: string, changes: object = {}, source = EXAMS) {
  const record = { externalId: `x ${accountId}`, accountId, skill: SKILL, achievedOn: '2026-01-10' };
  const [kept] = await receiveRecords(server.services, SYSTEM, source, [{ ...record, ...changes }]);
  server.services.answers.forgetVersions();
  expect(['created', 'updated']).toContain(kept?.result);
}

async function ask(browser: Browser, person: Pick<Person, 'partnerId' | 'userId'>, query = '') {
  const url = `/api/v1/partners/${person.partnerId}/users/${person.userId}/diagnosis${query}`;
  const answer = await browser.get(url);
  expect([answer.statusCode, answer.body.slice(0, 300)]).toEqual([200, expect.any(String)]);
  return answer.json() as Diagnosis;
}

function findingsOf({ checks }: Diagnosis): DiagnosisFinding[] {
  return checks.flatMap(({ findings }) => findings);
}

function causesOf(diagnosis: Diagnosis): string[] {
  return findingsOf(diagnosis)
    .filter(({ evidence }) => evidence.provider !== 'partner-university')
    .map(({ cause }) => cause);
}

function finding(diagnosis: Diagnosis, cause: string): DiagnosisFinding {
  const found = findingsOf(diagnosis).find((one) => one.cause === cause);
  if (found === undefined) throw new Error(`not found: ${cause}; found: ${causesOf(diagnosis).join(', ')}`);
  return found;
}

async function demoPerson(name: string): Promise<Pick<Person, 'partnerId' | 'userId'>> {
  const answer = await admin.get(`/api/v1/partners/contoso/users?search=${encodeURIComponent(name)}`);
  return { partnerId: 'contoso' as PartnerId, userId: answer.json().value[0].userId };
}

/** Somebody with an associated account of four months ago, so that no delay runs any more. */
async function settled(): Promise<{ person: Person; accountId: string }> {
  at(new Date(START.getTime() - 120 * 24 * HOUR));
  const person = await newPerson(server, 'contoso');
  const accountId = newAccount();
  await associate(person, accountId);
  at(START);
  return { person: { ...person, browser: await signedIn(server, 'contoso', person.userId) }, accountId };
}

describe('a person without an associated account', () => {
  it('is told to associate one, and then until when to wait; after that support may be asked', async () => {
    const person = await newPerson(server, 'contoso');
    const alone = await ask(person.browser, person);
    expect(finding(alone, 'not-associated')).toMatchObject({ mender: 'person', step: 'associate' });
    expect(alone).toMatchObject({ own: true, case: { allowed: false, reason: 'not-associated' } });

    await associate(person, newAccount());
    const waiting = await ask(admin, person);
    expect(causesOf(waiting)).toEqual(['source-delay']);
    const expectedBy = '2026-11-24T10:00:00.000Z';
    expect(finding(waiting, 'source-delay').evidence).toMatchObject({ event: 'new-association', expectedBy });
    expect(waiting.case).toEqual({ allowed: false, expectedBy, reason: 'source-delay' });

    at(new Date(START.getTime() + 72 * HOUR));
    const later = await ask(await signedIn(server, 'contoso', person.userId), person);
    expect(finding(later, 'no-records')).toMatchObject({ mender: 'support', step: 'open-case' });
    expect(finding(later, 'no-records').contact?.url).toBe('https://partner.microsoft.com/support');
    expect(later.case).toEqual({ allowed: true, expectedBy: null, reason: null });
    at(START);
  });

  it('waits as long as the operator says that the source takes', async () => {
    const person = await newPerson(server, 'contoso');
    await associate(person, newAccount());
    at(new Date(START.getTime() + 2 * HOUR));
    const set = (hours: number) =>
      operator.send('POST', '/api/v1/source-delays', { source: EXAMS, event: 'new-association', hours });
    expect((await ask(person.browser, person)).case.reason).toBe('source-delay');
    expect((await set(1)).json().value).toContainEqual({ source: EXAMS, event: 'new-association', hours: 1 });
    expect((await ask(person.browser, person)).case.allowed).toBe(true);
    expect((await set(72)).statusCode).toBe(200);
    at(START);
  });
});

describe('a skill that somebody misses', () => {
  it('is found to count as soon as it has come', async () => {
    const { person, accountId } = await settled();
    const before = await ask(person.browser, person, `?skill=${SKILL}`);
    expect(causesOf(before)).toEqual(['no-records']);
    expect(before.skill).toMatchObject({ id: SKILL, known: true, named: true, counts: false });
    await deliver(accountId);
    const after = await ask(person.browser, person, '?skill=70-764');
    expect(after.skill).toMatchObject({ id: SKILL, counts: true });
    expect([causesOf(after), after.case.reason]).toEqual([[], 'nothing-missing']);
  });

  it('is waited for when it was achieved within the delay of its source', async () => {
    const { person } = await settled();
    const found = await ask(admin, person, `?skill=${SKILL}&achievedOn=2026-11-20`);
    expect(found.case).toEqual({
      allowed: false,
      expectedBy: '2026-11-24T00:00:00.000Z',
      reason: 'source-delay',
    });
  });

  it('that no competency asks for is said to be none of them', async () => {
    const { person } = await settled();
    const found = await ask(admin, person, '?skill=Poterie');
    expect(finding(found, 'not-named')).toMatchObject({ mender: 'nobody', step: 'see-requirements' });
    expect(found.skill).toMatchObject({ id: 'Poterie', known: false, named: false });
    expect(found.case.reason).toBe('would-not-count');
  });

  it('is revoked, expired, retired or corrected: each with its day and who can mend it', async () => {
    const { person, accountId } = await settled();
    await deliver(accountId, { revokedOn: '2026-05-01' });
    const revoked = finding(await ask(admin, person), 'revoked');
    expect(revoked).toMatchObject({ mender: 'source', evidence: { on: '2026-05-01', account: accountId } });
    expect(revoked.contact?.url).toContain('trainingsupport.microsoft.com');
    expect(revoked.record?.skillId).toBe(SKILL);

    await deliver(accountId, { expiresOn: '2026-06-30', skill: 'exam:70-765', externalId: `y ${accountId}` });
    const expired = finding(await ask(admin, person, '?skill=70-765'), 'expired');
    expect(expired).toMatchObject({ mender: 'person', step: 'renew', evidence: { on: '2026-06-30' } });
    await deliver(accountId, {
      skill: 'exam:70-765',
      achievedOn: '2026-08-01',
      externalId: `z ${accountId}`,
    });
    expect((await ask(admin, person, '?skill=70-765')).skill?.counts).toBe(true);

    await deliver(accountId, { skill: 'exam:70-761' });
    const corrected = await ask(admin, person, `?skill=${SKILL}`);
    expect(finding(corrected, 'voided')).toMatchObject({ mender: 'source', step: 'ask-source' });
    expect(corrected.case.allowed).toBe(true);
    await deliver(accountId, { externalId: `v ${accountId}` });
    expect(causesOf(await ask(admin, person, `?skill=${SKILL}`))).toEqual([]);

    const { programme } = server.services;
    const named = new Set(
      programme.competencies.flatMap((one) => askedSkills(one, () => true, parseDay('2026-11-21')!)),
    );
    const old = [...programme.skills.values()].find(
      ({ id, retiredOn }) => retiredOn !== null && formatDay(retiredOn) < '2025-01-01' && named.has(id),
    )!;
    const other = await settled();
    await deliver(other.accountId, { skill: old.id, achievedOn: '2012-01-10' });
    const retired = finding(await ask(admin, other.person, `?skill=${old.id}`), 'retired');
    expect(retired.evidence.on).toBe(formatDay(old.retiredOn!));
  });

  it('comes from a source that is not recognised: kept, and never counting', async () => {
    const yann = await demoPerson('Yann');
    const found = finding(await ask(admin, yann), 'source-not-recognised');
    expect(found).toMatchObject({ mender: 'nobody', record: { skillId: 'exam:70-767' } });
  });
});

describe('an account', () => {
  it('that went to another company is told so to the person, and to nobody else than that it ended', async () => {
    const { person, accountId } = await settled();
    const there = await newPerson(server, 'fabrikam');
    await associate(there, accountId);
    const own = finding(await ask(person.browser, person), 'associated-elsewhere');
    expect(own).toMatchObject({ mender: 'person', step: 'associate', evidence: { account: accountId } });
    expect(own.evidence.nextPossibleOn).toBe('2026-12-21');
    const seen = await ask(admin, person);
    expect(causesOf(seen)).toContain('association-ended');
    expect(JSON.stringify(seen)).not.toMatch(/associated-elsewhere"|fabrikam/i);

    at(new Date('2026-12-21T10:00:00Z'));
    await associate(person, accountId);
    const again = await ask(await signedIn(server, 'contoso', person.userId), person);
    expect(causesOf(again)).not.toContain('associated-elsewhere');
    at(START);
  });

  it('beside the associated one is found by the address that both have, and by a certificate', async () => {
    const { person, accountId } = await settled();
    const second = newAccount();
    await deliver(second);
    await server.services.database.asNetwork({ actor: SYSTEM }, (tx) =>
      tx.sql
        .insertInto('learning_account_contact')
        .values({ provider: EXAMS, account_id: second, email: person.email.toUpperCase() })
        .execute(),
    );
    const found = await ask(admin, person, `?skill=${SKILL}`);
    expect(finding(found, 'other-account')).toMatchObject({
      mender: 'support',
      step: 'merge-accounts',
      evidence: { account: second, beside: accountId, by: 'e-mail', records: 1 },
      contact: { url: 'https://trainingsupport.microsoft.com/mcp/forum' },
    });
    expect(found.case.allowed).toBe(true);

    await server.services.database.asNetwork({ actor: SYSTEM }, (tx) =>
      tx.sql
        .insertInto('learning_account_merge')
        .values({
          provider: EXAMS,
          account_id: second,
          into_provider: EXAMS,
          into_account_id: accountId,
          reason: 'A test.',
          recorded_at: tx.now,
          recorded_by: 'system:test',
        })
        .execute(),
    );
    server.services.answers.forgetVersions();
    const merged = await ask(admin, person);
    expect(causesOf(merged)).not.toContain('other-account');

    const third = newAccount();
    await deliver(accountId, { certificateNumber: 'C-77', skill: 'exam:70-765', externalId: 'c1' });
    await deliver(third, { certificateNumber: 'C-77', skill: 'exam:70-765', externalId: 'c2' });
    expect(finding(await ask(admin, person), 'other-account').evidence).toMatchObject({
      account: third,
      by: 'certificate',
    });

    const support = await server.as('programme-support@contoso.example');
    const held = async () => {
      const company: CompanyDiagnosis = (await admin.get('/api/v1/partners/contoso/diagnosis')).json();
      const people = company.causes
        .filter(({ cause }) => cause === 'other-account')
        .flatMap((one) => one.some);
      return people.some(({ userId }) => userId === person.userId);
    };
    expect(await held()).toBe(false);
    await support.send('POST', '/api/v1/merge-proposals/search');
    expect(await held()).toBe(true);
    const { value }: MergeProposals = (await support.get('/api/v1/merge-proposals')).json();
    const { proposalId } = value.find(({ account }) => account.accountId === third)!;
    const apart = await support.send('POST', `/api/v1/merge-proposals/${proposalId}/dismiss`, {
      reason: 'Two people who share a name.',
    });
    expect([apart.statusCode, await held()]).toEqual([204, false]);
    expect(causesOf(await ask(admin, person))).not.toContain('other-account');
  });

  it('of somebody else is never told, whatever both have in common', async () => {
    const { person, accountId } = await settled();
    const stranger = await settled();
    await server.services.database.asNetwork({ actor: SYSTEM }, (tx) =>
      tx.sql
        .updateTable('learning_account_contact')
        .set({ email: person.email })
        .where('account_id', '=', stranger.accountId)
        .execute(),
    );
    expect(causesOf(await ask(admin, person))).not.toContain('other-account');
    expect(JSON.stringify(await ask(operator, person))).not.toContain(stranger.accountId);
    expect(accountId).not.toBe(stranger.accountId);
  });

  it('has another address than that of work: records that come with it wait until they name the account', async () => {
    const { person } = await settled();
    const accountId = newAccount();
    await associate(person, accountId, 'privee@mail.example', 'partner-university');
    const file = (who: string) =>
      `work e-mail,account id,provider,skill,achieved on\n${who},partner-university,assessment:TA-AZURE-DATA,2026-02-02\n`;
    const send = async (content: string) => {
      const sent = await admin.upload('/api/v1/partners/contoso/imports', 'records.csv', content);
      const run = `/api/v1/partners/contoso/imports/${sent.json().importId}`;
      for (let tries = 0; tries < 100; tries++) {
        const state = (await admin.get(run)).json();
        if (state.state === 'ready') break;
        await new Promise((resolve) => setTimeout(resolve, 50));
      }
      await admin.send('POST', `${run}/apply`);
      for (let tries = 0; tries < 100; tries++) {
        const state = (await admin.get(run)).json();
        if (state.state === 'applied' || state.state === 'done') return state;
        await new Promise((resolve) => setTimeout(resolve, 50));
      }
      throw new Error((await admin.get(run)).body);
    };
    await send(file('privee@mail.example,'));
    const all = findingsOf(await ask(admin, person));
    expect(all.find(({ cause }) => cause === 'different-email')?.evidence).toMatchObject({
      email: 'privee@mail.example',
      workEmail: person.email,
    });
    expect(all.find(({ cause }) => cause === 'unmatched-records')).toMatchObject({
      mender: 'administrator',
      step: 'import-with-account',
      evidence: { email: 'privee@mail.example', records: 1 },
    });
    const company = (await admin.get('/api/v1/partners/contoso/diagnosis')).json();
    expect(company.unknownAddresses).toContainEqual({ email: 'privee@mail.example', records: 1 });
    await send(file(`,${accountId}`));
    const after = findingsOf(await ask(admin, person)).map(({ cause }) => cause);
    expect(after).not.toContain('unmatched-records');
  });

  it('that was associated in PMC alone is to be associated here, before the window ends and after it', async () => {
    const sandrine = await demoPerson('Sandrine');
    expect(causesOf(await ask(admin, sandrine))).toContain('pmc-only');
    at(new Date('2026-12-20T10:00:00Z'));
    const later = await (await server.as('global-admin@contoso.example')).get(
      `/api/v1/partners/contoso/users/${sandrine.userId}/diagnosis`,
    );
    expect(causesOf(later.json())).toContain('pmc-window-over');
    at(START);
  });

  it('that ended is told with its day', async () => {
    const { person, accountId } = await settled();
    const { userId, partnerId } = person;
    const claim = { partnerId, actor: { kind: 'user', userId } } as const;
    const accounts = (await person.browser.get('/api/v1/me/learning-accounts')).json();
    const { associationId } = accounts.value[0];
    await server.services.database.asTenant(claim, (tx) =>
      endAssociation(tx, { associationId, isAdmin: false }),
    );
    server.services.answers.forgetVersions();
    expect(finding(await ask(person.browser, person), 'association-ended').evidence).toMatchObject({
      account: accountId,
      on: '2026-11-21',
    });
  });
});

describe('a user account', () => {
  it('that is disabled keeps everything from counting until it is enabled', async () => {
    const { person } = await settled();
    const user = `/api/v1/partners/contoso/users/${person.userId}`;
    const tagOf = async () => ({ 'if-match': String((await admin.get(user)).headers.etag) });
    expect((await admin.send('POST', `${user}/disable`, {}, await tagOf())).statusCode).toBeLessThan(300);
    const found = await ask(admin, person);
    expect(finding(found, 'no-user-account')).toMatchObject({
      mender: 'administrator',
      step: 'enable-account',
    });
    expect(found.case.reason).toBe('no-user-account');
    expect((await admin.send('POST', `${user}/enable`, {}, await tagOf())).statusCode).toBeLessThan(300);
    expect(causesOf(await ask(admin, person))).not.toContain('no-user-account');
  });

  it('of who has left is told with the day', async () => {
    const thomas = await demoPerson('Thomas');
    const found = await ask(admin, thomas);
    expect(finding(found, 'person-left').evidence.on).toBe('2026-07-21');
    expect(found.case.reason).toBe('person-left');
  });
});

describe('a company of whom nobody has skills data', () => {
  it('is told why, whom each cause holds back, and that associating mends it', async () => {
    const own = await server.as('partner-admin@northwind.example');
    const url = '/api/v1/partners/northwind/diagnosis';
    const found = (await own.get(url)).json();
    expect(found).toMatchObject({ cause: 'created-here', people: 7, associated: 0, withRecords: 0 });
    expect(found.causes).toEqual([{ cause: 'not-associated', people: 7, some: expect.any(Array) }]);
    const nora = found.causes[0].some.find((one: { displayName: string }) => one.displayName === 'Nora Berg');
    const person = {
      partnerId: 'northwind' as PartnerId,
      userId: nora.userId,
      email: 'nora.berg@northwind.example',
      browser: own,
    };
    const accountId = newAccount();
    await associate(person, accountId);
    const waiting = (await own.get(url)).json();
    expect([waiting.cause, waiting.expectedBy]).toEqual(['waiting', '2026-11-24T00:00:00.000Z']);
    await deliver(accountId);
    expect((await own.get(url)).json()).toMatchObject({ cause: null, withRecords: 1 });
  });
});

describe('whoever asks', () => {
  it('may ask about himself or herself; about a colleague only who sees users, skills only who may', async () => {
    const { person, accountId } = await settled();
    await deliver(accountId, { revokedOn: '2026-05-01' });
    const path = `/api/v1/partners/contoso/users/${person.userId}/diagnosis`;
    const zoe = await server.as('zoe@contoso.example');
    const refused = await zoe.get(path);
    expect([refused.statusCode, refused.json().neededRoles]).toEqual([
      403,
      expect.arrayContaining(['global-admin']),
    ]);
    const limited = await ask(await server.as('account-admin@contoso.example'), person);
    expect(limited.records).toBeNull();
    expect(limited.checks.filter(({ state }) => state === 'hidden').map(({ check }) => check)).toEqual([
      'named',
      'recognised',
      'valid',
      'used',
    ]);
    expect(JSON.stringify(limited)).not.toContain(SKILL);
    const stranger = await server.as('partner-admin@fabrikam.example');
    expect((await stranger.get(path)).statusCode).toBe(404);
  });
});
