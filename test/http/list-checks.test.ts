/** People say whether what is listed as their skills is right, because somebody asks them to or by themselves. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Browser, type DemoServer, demoServer } from '../support/demo-server.ts';

let server: DemoServer;
let admin: Browser;
beforeAll(async () => {
  server = await demoServer();
  admin = await server.as('partner-admin@contoso.example');
});
afterAll(() => server.close());

const ALL = '/api/v1/partners/contoso/list-checks';
const OWN = '/api/v1/me/list-checks';

async function idOf(name: string): Promise<string> {
  return (await admin.get(`/api/v1/partners/contoso/users?search=${name}`)).json().value[0].userId;
}

describe('a list of skills', () => {
  it('is asked to be checked once a month, in the language of the person, and that is written down', async () => {
    const [claire, zoe, thomas] = [await idOf('claire'), await idOf('zoe'), await idOf('thomas')];
    const ask = (userIds: string[]) => admin.send('POST', ALL, { userIds });
    const first = await ask([claire, thomas, 'nobody']);
    expect(first.json().value).toEqual([
      { userId: claire, result: 'queued', nextOn: '2026-12-01' },
      { userId: thomas, result: 'not-active', nextOn: null },
      { userId: 'nobody', result: 'unknown-user', nextOn: null },
    ]);
    expect((await ask([claire, zoe])).json().value.map((one: { result: string }) => one.result)).toEqual([
      'sent-before',
      'queued',
    ]);
    const mail = (await server.mails('contoso')).find(
      ({ kind, to }) => kind === 'list-check' && to === 'claire@contoso.example',
    );
    expect(mail?.subject).toBe('Vérifiez vos qualifications pour Contoso Conseil');
    expect(mail?.text).toContain('6 qualifications sont connues de vous');
    expect(mail?.text).toContain('/profile#skills');
    expect(
      (await admin.get(ALL))
        .json()
        .asked.map((one: { userId: string }) => one.userId)
        .sort(),
    ).toEqual([claire, zoe].sort());
  });

  it('is confirmed and disputed record by record; what is said last stands and the company reads it', async () => {
    const browser = await server.as('claire@contoso.example');
    const userId = (await browser.get('/api/v1/me')).json().userId;
    const skills = (await browser.get('/api/v1/me/skills')).json().value;
    const [one, two] = skills.map(({ recordId }: { recordId: string }) => recordId);
    const say = (checks: object[]) => browser.send('POST', OWN, { checks });
    const said = await say([
      { recordId: one, verdict: 'confirmed' },
      { recordId: two, verdict: 'disputed' },
    ]);
    expect(said.statusCode).toBe(200);
    server.clock.now = new Date('2026-11-21T15:00:00Z');
    await say([
      { recordId: one, verdict: 'confirmed' },
      { recordId: two, verdict: 'confirmed' },
    ]);
    const seen = (await admin.get(ALL)).json().value;
    expect(seen).toHaveLength(2);
    expect(seen).toContainEqual({
      userId,
      recordId: one,
      verdict: 'confirmed',
      checkedAt: '2026-11-21T10:00:00.000Z',
    });
    expect(seen).toContainEqual({
      userId,
      recordId: two,
      verdict: 'confirmed',
      checkedAt: '2026-11-21T15:00:00.000Z',
    });
  });

  it('holds records of the person alone: of another one nothing is kept', async () => {
    const claire = await server.as('claire@contoso.example');
    const [hers] = (await claire.get('/api/v1/me/skills')).json().value;
    const zoe = await server.as('zoe@contoso.example');
    const [own] = (await zoe.get('/api/v1/me/skills')).json().value;
    const refused = await zoe.send('POST', OWN, {
      checks: [
        { recordId: own.recordId, verdict: 'confirmed' },
        { recordId: hers.recordId, verdict: 'disputed' },
      ],
    });
    expect([refused.statusCode, refused.json().code]).toEqual([404, 'record-not-found']);
    expect((await zoe.get(OWN)).json().value).toEqual([]);
  });

  it('of two windows of one person keeps one answer for each record', async () => {
    const yann = await server.as('yann@contoso.example');
    const [{ recordId }] = (await yann.get('/api/v1/me/skills')).json().value;
    const answers = await Promise.all(
      ['confirmed', 'disputed', 'confirmed', 'disputed'].map((verdict) =>
        yann.send('POST', OWN, { checks: [{ recordId, verdict }] }),
      ),
    );
    expect(answers.map(({ statusCode }) => statusCode)).toEqual([200, 200, 200, 200]);
    expect((await yann.get(OWN)).json().value).toHaveLength(1);
  });
});
