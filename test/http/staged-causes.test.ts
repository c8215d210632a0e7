/** Each cause of a missing skill stands in the demo network: it is found, and the act that the diagnosis names mends it. */
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { CompanyDiagnosis, Diagnosis, DiagnosisFinding } from '../../src/contract/diagnosis.ts';
import type { LearningAccountList } from '../../src/contract/profile.ts';
import { receiveRecords } from '../../src/features/sources/receive-records.ts';
import { associate, signedIn } from '../support/associating.ts';
import { type Browser, type DemoServer, demoServer } from '../support/demo-server.ts';
import { type DemoProvider, localProviderOf } from '../support/local-provider.ts';

const SYSTEM = { kind: 'system', name: 'test' } as const;
const EXAMS = 'microsoft-learning';
const COMPANY = '/api/v1/partners/tailspin';
const USERS = `${COMPANY}/users`;
const MISSED = 'exam:70-764';
const NOW = '2026-11-21T10:00:00Z';

let server: DemoServer;
let provider: DemoProvider;
let admin: Browser;
beforeAll(async () => {
  server = await demoServer();
  provider = await localProviderOf(server);
  admin = await server.as('global-admin@tailspin.example');
});
afterAll(async () => {
  await provider.close();
  await server.close();
});
afterEach(() => at(NOW));

interface Somebody {
  readonly userId: string;
  readonly email: string;
}

/** Who has signed in before has not been away for days: whoever asks later signs in again. */
async function at(instant: string): Promise<void> {
  server.clock.now = new Date(instant);
  if (instant !== NOW) admin = await server.as('global-admin@tailspin.example');
}

async function somebody(name: string): Promise<Somebody> {
  const [found] = (await admin.get(`${USERS}?search=${encodeURIComponent(name)}`)).json().value;
  return { userId: found.userId, email: found.workEmail };
}

async function ask({ userId }: Somebody, query = '', browser = admin): Promise<Diagnosis> {
  const answer = await browser.get(`${USERS}/${userId}/diagnosis${query}`);
  expect(answer.statusCode).toBe(200);
  return answer.json();
}

const findings = ({ checks }: Diagnosis): DiagnosisFinding[] => checks.flatMap((check) => check.findings);
const causes = (diagnosis: Diagnosis) => findings(diagnosis).map(({ cause }) => cause);

/** The one thing that is found about somebody: nothing else is told beside it. */
async function onlyFinding(one: Somebody, browser = admin): Promise<DiagnosisFinding> {
  const found = findings(await ask(one, '', browser));
  expect(found.map(({ cause }) => cause)).toHaveLength(1);
  return found[0]!;
}

async function isSound(one: Somebody, counting: number): Promise<void> {
  const after = await ask(one);
  expect([causes(after), after.records?.counting]).toEqual([[], counting]);
}

async function change(
  { userId }: Somebody,
  method: 'POST' | 'PATCH',
  path: string,
  body: object,
): Promise<void> {
  const tag = String((await admin.get(`${USERS}/${userId}`)).headers.etag);
  const answer = await admin.send(method, `${USERS}/${userId}${path}`, body, { 'if-match': tag });
  expect([answer.statusCode, answer.body.slice(0, 300)]).toEqual([200, expect.any(String)]);
}

/** The person shows the account at the provider and confirms. */
async function associates(one: Somebody, accountId: string, email = one.email): Promise<void> {
  const browser = await signedIn(server, 'tailspin', one.userId);
  const answer = await associate(server, { browser }, { accountId, email, name: 'The holder' });
  expect([answer.statusCode, answer.body.slice(0, 300)]).toEqual([200, expect.any(String)]);
}

async function delivers(source: string, accountId: string, skill: string, achievedOn: string): Promise<void> {
  const record = { externalId: `${accountId} ${skill} ${achievedOn}`, accountId, skill, achievedOn };
  const [kept] = await receiveRecords(server.services, SYSTEM, source, [record]);
  expect(kept?.result).toBe('created');
  server.services.answers.forgetVersions();
}

describe('the user account', () => {
  it('of Alice is disabled: an administrator enables it, and everything counts', async () => {
    const alice = await somebody('Verdier');
    expect(await onlyFinding(alice)).toMatchObject({
      ...{ cause: 'no-user-account', mender: 'administrator', step: 'enable-account' },
      evidence: { on: '2026-11-01' },
    });
    expect((await ask(alice)).case.reason).toBe('no-user-account');
    await change(alice, 'POST', '/enable', {});
    await isSound(alice, 2);
  });

  it('of Bérénice has a departure that was none: an administrator brings her back', async () => {
    const berenice = await somebody('Lemaire');
    expect(await onlyFinding(berenice)).toMatchObject({
      ...{ cause: 'person-left', mender: 'administrator', step: 'correct-dates' },
      evidence: { on: '2026-10-22' },
    });
    await change(berenice, 'POST', '/enable', {});
    await isSound(berenice, 2);
  });

  it('of Cyril begins too late: an administrator corrects the day', async () => {
    const cyril = await somebody('Besnard');
    expect(await onlyFinding(cyril)).toMatchObject({
      ...{ cause: 'not-yet-employed', mender: 'administrator', step: 'correct-dates' },
      evidence: { on: '2026-12-11' },
    });
    await change(cyril, 'PATCH', '', { employedFrom: '2025-01-06' });
    await isSound(cyril, 2);
  });

  it('is missing for an address with which a skill has come: added and associated, it counts', async () => {
    const company = async () => (await admin.get(`${COMPANY}/diagnosis`)).json() as CompanyDiagnosis;
    const email = 'xavier.petit@tailspin.example';
    expect((await company()).unknownAddresses).toEqual([{ email, records: 1 }]);
    const added = await admin.send('POST', USERS, {
      ...{ firstName: 'Xavier', lastName: 'Petit', workEmail: email, roles: [] },
    });
    expect([added.statusCode, added.body.slice(0, 300)]).toEqual([201, expect.any(String)]);
    expect((await company()).unknownAddresses).toEqual([]);
    const xavier = await somebody('Petit');
    expect(causes(await ask(xavier))).toEqual(['not-associated', 'not-associated', 'unmatched-records']);
    await associates(xavier, '9600199');
    const after = await ask(xavier, '?skill=70-765');
    expect([after.skill?.counts, causes(after)]).toEqual([true, []]);
  });
});

describe('the association', () => {
  it.each([
    ['Arnaud', 'not-associated', '9600104'],
    ['Roche', 'pmc-window-over', '9600106'],
    ['Haddad', 'association-ended', '9600107'],
  ])('of %s (%s) is made by the person, and everything counts', async (name, cause, accountId) => {
    const person = await somebody(name);
    expect(await onlyFinding(person)).toMatchObject({ cause, mender: 'person', step: 'associate' });
    await associates(person, accountId);
    await isSound(person, 2);
  });

  it('of Niamh went to another company, which she alone is told: she takes it back', async () => {
    const niamh = await somebody('Fletcher');
    const browser = await signedIn(server, 'tailspin', niamh.userId);
    expect(await onlyFinding(niamh, browser)).toMatchObject({
      ...{ cause: 'associated-elsewhere', mender: 'person', step: 'associate' },
      evidence: { account: '9600108', on: '2026-08-13', nextPossibleOn: '2026-11-21' },
    });
    expect((await onlyFinding(niamh)).cause).toBe('association-ended');
    await associates(niamh, '9600108');
    await isSound(niamh, 2);
  });

  it('of Inès is with an account that was merged away: she associates the one that survives', async () => {
    const ines = await somebody('Faure');
    expect(await onlyFinding(ines)).toMatchObject({
      ...{ cause: 'account-merged-away', mender: 'person', step: 'change-account' },
      evidence: { account: '9600110', into: '9600130' },
    });
    const browser = await signedIn(server, 'tailspin', ines.userId);
    const accounts: LearningAccountList = (await browser.get('/api/v1/me/learning-accounts')).json();
    const old = accounts.value.find(({ accountId }) => accountId === '9600110')!;
    const ended = await browser.send('POST', `/api/v1/me/associations/${old.associationId}/end`);
    expect(ended.statusCode).toBeLessThan(300);
    await associates(ines, '9600130', 'ines.faure@mail.example');
    const after = await ask(ines);
    expect([causes(after).includes('account-merged-away'), after.records?.counting]).toEqual([false, 2]);
  });
});

describe('the accounts', () => {
  it('of Hugues are two: support merges them, and the skill of the second one counts', async () => {
    const hugues = await somebody('Colin');
    expect(await onlyFinding(hugues)).toMatchObject({
      ...{ cause: 'other-account', mender: 'support', step: 'merge-accounts' },
      evidence: { account: '9600129', beside: '9600109', by: 'e-mail', records: 1 },
      contact: { url: 'https://trainingsupport.microsoft.com/mcp/forum' },
    });
    const opened = await admin.send('POST', `${COMPANY}/cases`, {
      ...{ kind: 'merge', userId: hugues.userId, skill: null, source: null, otherAccount: '9600129' },
      message: 'He registered twice; the transcript names the second account.',
    });
    expect(opened.statusCode).toBe(201);
    const support = await server.as('programme-support@contoso.example');
    const merged = await support.send('POST', '/api/v1/account-merges', {
      ...{ provider: EXAMS, accountId: '9600129', intoAccountId: '9600109' },
      reason: 'One person, by the transcript.',
    });
    expect(merged.statusCode).toBeLessThan(300);
    server.services.answers.forgetVersions();
    const after = await ask(hugues);
    expect([causes(after), after.records?.counting]).toEqual([['source-delay'], 3]);
    expect(findings(after)[0]!.evidence).toMatchObject({ event: 'merge' });
    await at('2026-11-28T10:00:00Z');
    await isSound(hugues, 3);
  });

  it('of Jules has another address, which keeps nothing from counting: an administrator can take it over', async () => {
    const jules = await somebody('Ménard');
    const told = await ask(jules);
    const [exams, trainings] = findings(told);
    expect(findings(told)).toEqual([exams, trainings]);
    expect(trainings).toMatchObject({ cause: 'different-email', evidence: { account: 'PU-9600111' } });
    expect(exams).toMatchObject({
      ...{ cause: 'different-email', mender: 'administrator', step: 'check-email' },
      evidence: { email: 'jules@mail.example', workEmail: 'jules.menard@tailspin.example' },
    });
    expect(told.checks.find(({ check }) => check === 'email')?.state).toBe('note');
    expect(told.records).toEqual({ total: 2, counting: 2 });
    await change(jules, 'PATCH', '', { workEmail: 'jules@mail.example' });
    await isSound(jules, 2);
  });

  it('of Karine was not named by a file: sent again with it, the skill counts', async () => {
    const karine = await somebody('Noir');
    expect(await onlyFinding(karine)).toMatchObject({
      ...{ cause: 'unmatched-records', mender: 'administrator', step: 'import-with-account' },
      evidence: { email: 'karine.noir@tailspin.example', records: 1 },
    });
    const heldBack = async () =>
      ((await admin.get(`${COMPANY}/diagnosis`)).json() as CompanyDiagnosis).causes
        .filter(({ cause }) => cause === 'unmatched-records')
        .flatMap(({ some }) => some.map(({ userId }) => userId));
    expect(await heldBack()).toEqual([karine.userId]);
    const file = `account id,provider,skill,achieved on\n9600112,${EXAMS},${MISSED},2026-06-21\n`;
    const sent = await admin.upload(`${COMPANY}/imports`, 'records.csv', file);
    const run = `${COMPANY}/imports/${sent.json().importId}`;
    await expect.poll(async () => (await admin.get(run)).json().state, { timeout: 20_000 }).toBe('ready');
    expect((await admin.send('POST', `${run}/apply`)).statusCode).toBeLessThan(300);
    await expect.poll(async () => (await ask(karine)).records?.counting, { timeout: 20_000 }).toBe(3);
    await isSound(karine, 3);
    expect(await heldBack()).toEqual([]);
  });
});

describe('the source', () => {
  it('still has time to tell of Léo: at that very moment it has not, and then it tells', async () => {
    const leo = await somebody('Guérin');
    const expectedBy = '2026-11-23T00:00:00.000Z';
    expect(await onlyFinding(leo)).toMatchObject({
      ...{ cause: 'source-delay', mender: 'nobody', step: 'wait' },
      evidence: { event: 'new-association', expectedBy },
    });
    expect((await ask(leo)).case).toEqual({ allowed: false, expectedBy, reason: 'source-delay' });
    await at('2026-11-22T23:59:59Z');
    expect(causes(await ask(leo))).toEqual(['source-delay']);
    await at(expectedBy);
    const over = await ask(leo, '?skill=70-764');
    expect([causes(over), over.case.allowed]).toEqual([['no-records'], true]);
    await delivers(EXAMS, '9600113', MISSED, '2026-11-18');
    await isSound(leo, 2);
  });

  it('has told nothing of Maud: support is asked, and what it finds counts', async () => {
    const maud = await somebody('Perrin');
    const found = await onlyFinding(maud);
    expect(found).toMatchObject({ cause: 'no-records', mender: 'support', step: 'open-case' });
    expect(found.contact?.url).toBe('https://partner.microsoft.com/support');
    const opened = await admin.send('POST', `${COMPANY}/cases`, {
      ...{ kind: 'missing-skill', userId: maud.userId, skill: '70-764', source: EXAMS, otherAccount: null },
      message: 'Passed in spring, and nothing has come since.',
    });
    expect([opened.statusCode, opened.json().contact.url]).toEqual([
      201,
      'https://trainingsupport.microsoft.com/mcp/forum',
    ]);
    await delivers(EXAMS, '9600114', MISSED, '2026-04-10');
    await isSound(maud, 1);
  });

  it('has told of a day to come for Nils: then it counts', async () => {
    const nils = await somebody('Olivier');
    expect(await onlyFinding(nils)).toMatchObject({
      ...{ cause: 'not-yet-achieved', mender: 'nobody', step: 'wait', evidence: { on: '2026-12-06' } },
    });
    await at('2026-12-05T23:00:00Z');
    expect(causes(await ask(nils))).toEqual(['not-yet-achieved']);
    await at('2026-12-06T09:00:00Z');
    await isSound(nils, 2);
  });

  it('is not recognised for what Paul has: nobody can change that, and taking the exam there counts', async () => {
    const paul = await somebody('Vasseur');
    expect(await onlyFinding(paul)).toMatchObject({
      ...{ cause: 'source-not-recognised', mender: 'nobody', step: 'see-requirements' },
      evidence: { source: 'openedx' },
    });
    expect((await ask(paul)).case.reason).toBe('nothing-missing');
    await delivers(EXAMS, '9600117', MISSED, '2026-11-10');
    await isSound(paul, 2);
  });

  it.each([
    ['Texier', 'revoked', '9600120', '2026-10-02'],
    ['Prévost', 'voided', '9600121', '2026-09-12'],
  ])(
    'has taken back what %s had (%s): it is asked, and what it tells anew counts',
    async (name, cause, account, on) => {
      const person = await somebody(name);
      const found = await onlyFinding(person);
      expect(found).toMatchObject({
        cause,
        mender: 'source',
        step: 'ask-source',
        record: { skillId: MISSED },
      });
      expect(String(found.evidence.on ?? found.evidence.at)).toContain(on);
      expect(found.contact?.url).toBe('https://trainingsupport.microsoft.com/mcp/forum');
      await delivers(EXAMS, account, MISSED, '2026-11-15');
      await isSound(person, 2);
    },
  );
});

describe('the skill', () => {
  it('of Océane is asked for by no competency: nobody can change that, and the requirements are shown', async () => {
    const oceane = await somebody('Marty');
    expect(await onlyFinding(oceane)).toMatchObject({
      ...{ cause: 'not-named', mender: 'nobody', step: 'see-requirements' },
      record: { skillId: 'cert:azure-fundamentals' },
      contact: { url: 'https://partner.microsoft.com/membership/competencies' },
    });
    expect((await ask(oceane, '?skill=AZ-900')).case.reason).not.toBeNull();
  });

  it('of Quitterie has expired: renewed, it counts', async () => {
    const quitterie = await somebody('Dubos');
    expect(await onlyFinding(quitterie)).toMatchObject({
      ...{ cause: 'expired', mender: 'person', step: 'renew', evidence: { on: '2026-10-12' } },
    });
    await delivers('partner-university', 'PU-9600118', 'assessment:TA-DP-FOUNDATIONAL', '2026-11-19');
    await isSound(quitterie, 2);
  });

  it('of Rémi was retired: it never counts again, and what takes its place is planned', async () => {
    const remi = await somebody('Jourdan');
    expect(await onlyFinding(remi)).toMatchObject({
      ...{ cause: 'retired', mender: 'administrator', step: 'plan-training' },
      evidence: { on: '2017-12-31', countsUntil: '2018-12-31' },
    });
    await delivers(EXAMS, '9600119', MISSED, '2026-11-12');
    const after = await ask(remi);
    expect([causes(after), after.records?.counting]).toEqual([['retired'], 2]);
    expect((await ask(remi, '?skill=70-764')).skill?.counts).toBe(true);
  });
});
