import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { account, newPerson, type Person, signedIn } from '../support/associating.ts';
import { type DemoServer, demoServer } from '../support/demo-server.ts';
import { type DemoProvider, localProviderOf } from '../support/local-provider.ts';
import { type Choice, cookieSet, walkProvider } from '../support/provider-walk.ts';
import { type TranscriptHost, transcriptHost } from '../support/transcript-host.ts';

const transcript = (mcid: string, contactEmail: string | null, docsId: string = `docs-${mcid}`) => ({
  status: 200,
  body: JSON.stringify({
    userName: 'lena',
    docsId,
    ...(contactEmail === null ? {} : { contactEmail }),
    certificationData: {
      mcid,
      passedExams: [{ examTitle: 'Azure', examNumber: 'AZ-104', examDateTaken: '2026-01-05T00:00:00+00:00' }],
    },
  }),
});

let server: DemoServer;
let provider: DemoProvider;
let host: TranscriptHost;
beforeAll(async () => {
  server = await demoServer();
  provider = await localProviderOf(server);
  host = await transcriptHost({
    nomail001: transcript('8500001', null),
    mailed002: transcript('8500002', 'owner@mail.example'),
    nomail003: transcript('8500003', null, 'profile-of-lena'),
    nomail004: transcript('8500004', null),
    nomail005: transcript('8500005', null),
    nomail006: transcript('8500006', null),
  });
  server.services.transcripts.use(host.origin);
});
afterAll(async () => {
  await provider.close();
  await host.close();
  await server.close();
});

/** Shows a transcript and answers the address of what was shown. */
async function shown(person: Person, id: string): Promise<string> {
  const answer = await person.browser.send('POST', '/api/v1/me/learning-accounts/transcript', { link: id });
  expect(answer.statusCode).toBe(201);
  return `/api/v1/me/association-proofs/${answer.json().proofId}`;
}

/** Signs in at the provider of learning accounts; where the browser is sent back to, and with which session. */
async function signInAt(person: Person, proof: string, choice: Choice, session = person.browser.cookie) {
  const begun = await person.browser.send('POST', `${proof}/sign-in`);
  expect(begun.statusCode).toBe(200);
  const url = await walkProvider(begun.json().address, choice);
  const cookies = { ...cookieSet(session), ...cookieSet(String(begun.headers['set-cookie'])) };
  return String((await server.app.inject({ url, cookies })).headers.location);
}

const pageOf = (proof: string) => `/profile/associate/${proof.split('/').at(-1)}`;

describe('a transcript whose account signs in', () => {
  it('is its owner’s without any code, also where it names no e-mail', async () => {
    const lena = await newPerson(server, 'contoso');
    const proof = await shown(lena, 'nomail001');
    const before = (await lena.browser.get(proof)).json();
    expect(before).toMatchObject({ state: 'proof-needed', provedBy: ['sign-in'], accountEmail: null });
    expect(before.found).toEqual([]);
    expect((await lena.browser.send('POST', `${proof}/code`, { code: '000000' })).json().code).toBe(
      'code-spent',
    );
    expect(await signInAt(lena, proof, account('8500001'))).toBe(pageOf(proof));
    expect((await lena.browser.get(proof)).json()).toMatchObject({
      state: 'ready',
      provedBy: [],
      accountEmail: '8500001@mail.example',
      emailVerified: true,
      found: [{ skillId: 'exam:AZ-104' }],
    });
    const done = await lena.browser.send('POST', `${proof}/confirm`);
    expect(done.json()).toMatchObject({ value: [{ accountId: '8500001' }], recordsAdded: 1 });
  });

  it('can be proved in either way where a code was sent', async () => {
    const lena = await newPerson(server, 'contoso');
    const proof = await shown(lena, 'mailed002');
    expect((await lena.browser.get(proof)).json().provedBy).toEqual(['code', 'sign-in']);
    expect(await signInAt(lena, proof, account('8500002'))).toBe(pageOf(proof));
    const mail = (await server.mails('contoso')).findLast(({ to }) => to === 'owner@mail.example')!;
    const code = /^\d{6}$/m.exec(mail.text)![0];
    expect((await lena.browser.send('POST', `${proof}/code`, { code })).statusCode).toBe(204);
    expect((await lena.browser.send('POST', `${proof}/sign-in`)).json().code).toBe('proved-already');
    expect((await lena.browser.send('POST', `${proof}/confirm`)).statusCode).toBe(200);
  });

  it('is recognised by the id of the profile as well as by the MCID, and associated by the MCID', async () => {
    const lena = await newPerson(server, 'contoso');
    const proof = await shown(lena, 'nomail003');
    expect(await signInAt(lena, proof, account('profile-of-lena'))).toBe(pageOf(proof));
    const done = await lena.browser.send('POST', `${proof}/confirm`);
    expect(done.json().value).toMatchObject([{ provider: 'microsoft-learning', accountId: '8500003' }]);
  });

  it('of somebody else is not the own by an account of one’s own, whatever its e-mail', async () => {
    const mallory = await newPerson(server, 'contoso');
    const proof = await shown(mallory, 'mailed002');
    const own = account('6600001', 'owner@mail.example');
    expect(await signInAt(mallory, proof, own)).toBe(`${pageOf(proof)}?problem=not-the-owner`);
    expect((await mallory.browser.get(proof)).json()).toMatchObject({ state: 'proof-needed', found: [] });
    expect((await mallory.browser.send('POST', `${proof}/confirm`)).json().code).toBe('proof-needed');
    expect((await mallory.browser.get('/api/v1/me/learning-accounts')).json().value).toEqual([]);
  });

  it('is proved in the session that showed it, and in no other of the same person', async () => {
    const lena = await newPerson(server, 'contoso');
    const proof = await shown(lena, 'nomail004');
    const other = await signedIn(server, 'contoso', lena.userId);
    expect((await other.send('POST', `${proof}/sign-in`)).json().code).toBe('proof-over');
    expect(await signInAt(lena, proof, account('8500004'), other.cookie)).toBe(
      `${pageOf(proof)}?problem=other-session`,
    );
    expect((await lena.browser.get(proof)).json().state).toBe('proof-needed');
  });

  it('proves nothing that another transcript was shown after', async () => {
    const lena = await newPerson(server, 'contoso');
    const proof = await shown(lena, 'nomail004');
    const begun = await lena.browser.send('POST', `${proof}/sign-in`);
    const later = await shown(lena, 'nomail005');
    const url = await walkProvider(begun.json().address, account('8500004'));
    const cookies = { ...cookieSet(lena.browser.cookie), ...cookieSet(String(begun.headers['set-cookie'])) };
    const back = await server.app.inject({ url, cookies });
    expect(back.headers.location).toBe('/profile?problem=proof-over');
    expect((await lena.browser.get(later)).json().state).toBe('proof-needed');
  });

  it('needs a fresh sign-in, to begin and to come back', async () => {
    const lena = await newPerson(server, 'contoso');
    const proof = await shown(lena, 'nomail006');
    const begun = await lena.browser.send('POST', `${proof}/sign-in`);
    const now = server.clock.now;
    server.clock.now = new Date(now.getTime() + 10 * 60_000 - 1_000);
    const url = await walkProvider(begun.json().address, account('8500006'));
    server.clock.now = new Date(now.getTime() + 10 * 60_000);
    expect((await lena.browser.send('POST', `${proof}/sign-in`)).json().code).toBe('fresh-sign-in-needed');
    const cookies = { ...cookieSet(lena.browser.cookie), ...cookieSet(String(begun.headers['set-cookie'])) };
    const back = await server.app.inject({ url, cookies });
    expect(String(back.headers.location)).toMatch(/problem=(not-fresh|round-over|unknown-round)$/);
    server.clock.now = now;
    expect((await lena.browser.get(proof)).json().state).toBe('proof-needed');
  });
});
