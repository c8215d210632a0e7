import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { MergeProposal } from '../../src/contract/account-merges.ts';
import type { Diagnosis } from '../../src/contract/diagnosis.ts';
import { startAssociation } from '../../src/store/associations-store.ts';
import { newPerson, type Person, signedIn } from '../support/associating.ts';
import { type DemoServer, demoServer } from '../support/demo-server.ts';
import { type TranscriptHost, transcriptHost } from '../support/transcript-host.ts';

const OWNER = 'lena.lernt@mail.example';
const transcript = (mcid: string | null, contactEmail: string | null = OWNER) =>
  JSON.stringify({
    userName: 'lena',
    docsId: 'd',
    ...(contactEmail === null ? {} : { contactEmail }),
    certificationData: {
      ...(mcid === null ? {} : { mcid }),
      passedExams: [{ examTitle: 'Azure', examNumber: 'AZ-104', examDateTaken: '2026-01-05T00:00:00+00:00' }],
    },
  });

let server: DemoServer;
let host: TranscriptHost;
beforeAll(async () => {
  server = await demoServer();
  host = await transcriptHost({
    lena00001: { status: 200, body: transcript('8400001') },
    lena00002: { status: 200, body: transcript('8400002', 'second@mail.example') },
    lena00003: { status: 200, body: transcript('8400003', 'third@mail.example') },
    lena00006: { status: 200, body: transcript('8400006', 'sixth@mail.example') },
    noaccount: { status: 200, body: transcript(null) },
    noemail01: { status: 200, body: transcript('8400004', null) },
    garbage01: { status: 200, body: '{"hello":1}' },
    elsewhere: { status: 302, body: '', to: 'http://169.254.169.254/latest/meta-data' },
    withdrawn: { status: 404, body: '' },
    broken001: { status: 503, body: '' },
    giant0001: { status: 200, body: ' '.repeat(3_000_000) },
  });
  server.services.transcripts.use(host.origin);
});
afterAll(async () => {
  await host.close();
  await server.close();
});

const link = (id: string) => `https://learn.microsoft.com/en-us/users/lena/transcript/${id}`;
const show = (person: Person, text: string) =>
  person.browser.send('POST', '/api/v1/me/learning-accounts/transcript', { link: text });
const codeOf = async (to: string) => {
  const mail = (await server.mails('contoso')).findLast(
    (one) => one.kind === 'transcript-code' && one.to === to,
  );
  return /^\d{6}$/m.exec(mail?.text ?? '')?.[0] ?? '';
};
const wrong = (code: string) => String((Number(code) + 1) % 1_000_000).padStart(6, '0');

describe('a share link of a transcript', () => {
  it('associates its account once the code of its owner is given, and brings its records along', async () => {
    const lena = await newPerson(server, 'contoso');
    const shown = await show(lena, link('lena00001'));
    expect(shown.statusCode).toBe(201);
    const proof = `/api/v1/me/association-proofs/${shown.json().proofId}`;
    const before = (await lena.browser.get(proof)).json();
    expect(before).toMatchObject({
      state: 'proof-needed',
      accountEmail: 'l•••@mail.example',
      accountName: null,
    });
    expect(before.found).toEqual([]);
    expect((await lena.browser.send('POST', `${proof}/confirm`)).json().code).toBe('proof-needed');
    const code = await codeOf(OWNER);
    const refused = await lena.browser.send('POST', `${proof}/code`, { code: wrong(code) });
    expect([refused.statusCode, refused.json().code]).toEqual([400, 'wrong-code']);
    expect((await lena.browser.send('POST', `${proof}/code`, { code })).statusCode).toBe(204);
    expect((await lena.browser.get(proof)).json()).toMatchObject({
      state: 'ready',
      accountId: '8400001',
      accountEmail: OWNER,
      found: [{ skillId: 'exam:AZ-104', achievedOn: '2026-01-05' }],
    });
    const done = await lena.browser.send('POST', `${proof}/confirm`);
    expect(done.json()).toMatchObject({ value: [{ accountId: '8400001' }], recordsAdded: 1 });
    const { value } = (await lena.browser.get('/api/v1/me/skills')).json();
    expect(value).toMatchObject([{ skillId: 'exam:AZ-104', achievedOn: '2026-01-05' }]);
  });

  it('of another account than the associated one is kept, and a merge into that one is proposed', async () => {
    const lena = await newPerson(server, 'contoso');
    const claim = { partnerId: lena.partnerId, actor: { kind: 'user', userId: lena.userId } } as const;
    await server.services.database.asTenant(claim, (tx) =>
      startAssociation(tx, { provider: 'microsoft-learning', accountId: '8400007', userId: lena.userId }),
    );
    const shown = await show(lena, link('lena00006'));
    const proof = `/api/v1/me/association-proofs/${shown.json().proofId}`;
    const support = await server.as('programme-support@contoso.example');
    const proposal = async () =>
      (await support.get('/api/v1/merge-proposals'))
        .json()
        .value.find(({ account }: MergeProposal) => account.accountId === '8400006');
    expect(await proposal()).toBeUndefined();
    await lena.browser.send('POST', `${proof}/code`, { code: await codeOf('sixth@mail.example') });
    expect((await lena.browser.get(proof)).json().refusals).toMatchObject([
      { code: 'merge-proposed', accountId: '8400007' },
    ]);
    const refused = await lena.browser.send('POST', `${proof}/confirm`);
    expect([refused.statusCode, refused.json().code]).toEqual([409, 'other-account']);
    expect(await proposal()).toMatchObject({
      account: { accountId: '8400006', records: 1, holders: [] },
      into: { accountId: '8400007', holders: [{ userId: lena.userId, until: null }] },
      causes: [{ kind: 'transcript', value: null }],
    });
    const diagnosis: Diagnosis = (
      await lena.browser.get(`/api/v1/partners/contoso/users/${lena.userId}/diagnosis`)
    ).json();
    const told = diagnosis.checks.flatMap(({ findings }) => findings);
    expect(told.filter(({ cause }) => cause === 'other-account')).toMatchObject([
      {
        evidence: { account: '8400006', beside: '8400007', by: 'transcript', records: null },
        mender: 'support',
      },
    ]);
    const merged = await support.send('POST', '/api/v1/account-merges', {
      provider: 'microsoft-learning',
      accountId: '8400006',
      intoAccountId: '8400007',
      reason: 'Her transcript.',
    });
    expect(merged.statusCode).toBe(201);
    const { value } = (await lena.browser.get('/api/v1/me/skills')).json();
    expect(value).toMatchObject([{ skillId: 'exam:AZ-104', achievedOn: '2026-01-05' }]);
    expect((await lena.browser.get(proof)).json().refusals).toMatchObject([{ code: 'merged-account' }]);
  });

  it('of somebody else associates nothing: the code goes to its owner, and five guesses are all', async () => {
    const mallory = await newPerson(server, 'contoso');
    const shown = await show(mallory, link('lena00002'));
    const proof = `/api/v1/me/association-proofs/${shown.json().proofId}`;
    const code = await codeOf('second@mail.example');
    expect(shown.body).not.toContain(code);
    const guesses = await Promise.all(
      Array.from({ length: 8 }, () => mallory.browser.send('POST', `${proof}/code`, { code: wrong(code) })),
    );
    expect(guesses.map((answer) => answer.json().code).sort()).toEqual([
      ...Array<string>(3).fill('code-spent'),
      ...Array<string>(5).fill('wrong-code'),
    ]);
    expect((await mallory.browser.send('POST', `${proof}/code`, { code })).json().code).toBe('code-spent');
    expect((await mallory.browser.send('POST', `${proof}/confirm`)).json().code).toBe('proof-needed');
  });

  it('is proved in the session that showed it, within a quarter of an hour', async () => {
    const lena = await newPerson(server, 'contoso');
    const shown = await show(lena, link('lena00003'));
    const proof = `/api/v1/me/association-proofs/${shown.json().proofId}`;
    const code = await codeOf('third@mail.example');
    const other = await signedIn(server, 'contoso', lena.userId);
    expect((await other.send('POST', `${proof}/code`, { code })).json().code).toBe('proof-over');
    const now = server.clock.now;
    server.clock.now = new Date(now.getTime() + 15 * 60_000);
    expect((await lena.browser.send('POST', `${proof}/code`, { code })).json().code).toBe('proof-over');
    server.clock.now = now;
  });

  it.each([
    'http://learn.microsoft.com/en-us/users/lena/transcript/lena00001',
    'https://learn.microsoft.com.evil.example/en-us/users/lena/transcript/lena00001',
    'https://evil.example/en-us/users/lena/transcript/lena00001',
    'https://learn.microsoft.com@evil.example/en-us/users/lena/transcript/lena00001',
    'https://learn.microsoft.com:8443/en-us/users/lena/transcript/lena00001',
    'https://learn.microsoft.com/en-us/users/lena/transcript/../../x',
    'https://169.254.169.254/latest/meta-data',
    'file:///etc/passwd',
    transcript('8400009', 'mallory@mail.example'),
  ])('is taken from one host and never pasted as a document: %s', async (text) => {
    const person = await newPerson(server, 'contoso');
    const asked = host.asked.length;
    const answer = await show(person, text);
    expect([answer.statusCode, answer.json().code]).toEqual([400, 'not-a-share-link']);
    expect(host.asked).toHaveLength(asked);
  });

  it.each([
    ['elsewhere', 'transcript-not-shared'],
    ['withdrawn', 'transcript-not-shared'],
    ['giant0001', 'transcript-not-shared'],
    ['broken001', 'transcript-unreachable'],
    ['garbage01', 'not-a-transcript'],
    ['noaccount', 'transcript-without-account'],
    ['noemail01', 'transcript-without-email'],
  ])('that leads to %s is answered %s', async (id, code) => {
    const person = await newPerson(server, 'contoso');
    expect((await show(person, link(id))).json().code).toBe(code);
  });

  it('is shown so many times an hour to one owner, whoever asks', async () => {
    const answers: number[] = [];
    for (let one = 0; one < 4; one++) {
      answers.push((await show(await newPerson(server, 'contoso'), link('usual0001'))).statusCode);
    }
    expect(answers).toEqual([201, 201, 201, 429]);
  });

  it('needs a fresh sign-in', async () => {
    const person = await newPerson(server, 'contoso');
    server.clock.now = new Date(server.clock.now.getTime() + 11 * 60_000);
    expect((await show(person, link('lena00001'))).json().code).toBe('fresh-sign-in-needed');
  });
});
