import { deflateSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Case, Cases } from '../../src/contract/cases.ts';
import type { PartnerId } from '../../src/store/partner-id.ts';
import { type Browser, type DemoServer, demoServer } from '../support/demo-server.ts';
import { askedCase } from './support/asked-case.ts';

const CASES = '/api/v1/partners/contoso/cases';
const SYSTEM = { kind: 'system', name: 'test' } as const;

let server: DemoServer;
let admin: Browser;
let accounts: Browser;
let support: Browser;
let zoe: Browser;
let zoeId = '';

beforeAll(async () => {
  server = await demoServer();
  admin = await server.as('partner-admin@contoso.example');
  accounts = await server.as('account-admin@contoso.example');
  support = await server.as('programme-support@contoso.example');
  zoe = await server.as('zoe@contoso.example');
  zoeId = (await zoe.get('/api/v1/me')).json().userId;
});
afterAll(() => server.close());

const about = (more: object = {}) => askedCase(zoeId, more);
const opened = async (browser: Browser, more: object = {}): Promise<Case> => {
  const answer = await browser.send('POST', CASES, about(more));
  expect(answer.statusCode).toBe(201);
  return answer.json();
};
const mailsAbout = async (partnerId: string, number: number) =>
  (await server.mails(partnerId)).filter(
    ({ kind, subject }) => kind === 'case-news' && subject.includes(`${number}`),
  );

describe('a case', () => {
  it('goes to support with the reports and the profile of the person, and of nobody else', async () => {
    const made = await opened(admin);
    expect(made).toMatchObject({ kind: 'missing-skill', state: 'open', side: 'company', overdue: false });
    expect(made.files.map(({ kind, assembled }) => [kind, assembled]).sort()).toEqual([
      ['profile', true],
      ['skills-report', true],
      ['users-report', true],
    ]);
    const queue: Cases = (await support.get('/api/v1/cases')).json();
    expect(queue.value.map(({ caseId }) => caseId)).toContain(made.caseId);
    const profile = made.files.find(({ kind }) => kind === 'profile')!;
    const file = await support.get(`${CASES}/${made.caseId}/files/${profile.fileId}`);
    expect([file.statusCode, file.headers['content-type']]).toEqual([200, 'application/pdf']);
    expect(String(file.headers['content-disposition'])).toContain('attachment');
    expect(file.rawPayload.subarray(0, 5).toString()).toBe('%PDF-');
    const [mail] = await mailsAbout('network', made.number);
    expect(mail?.text).toContain(`/cases/${made.caseId}?partner=contoso`);
  });

  it('goes back and forth with a day by which to answer, and ends with what came of it', async () => {
    const { caseId, number, dueOn } = await opened(admin);
    expect(dueOn).toBe('2026-11-26');
    const asked = await support.send('POST', `${CASES}/${caseId}/messages`, {
      message: 'Which e-mail did you register with?',
      waiting: true,
    });
    expect(asked.json()).toMatchObject({ state: 'waiting', dueOn: '2026-12-05', side: 'support' });
    expect((await mailsAbout('contoso', number)).map(({ to }) => to)).toEqual([
      'partner-admin@contoso.example',
    ]);
    const answered = await admin.send('POST', `${CASES}/${caseId}/messages`, { message: 'zoe@mail.example' });
    expect(answered.json()).toMatchObject({
      state: 'open',
      messages: [{}, { side: 'support' }, { side: 'company' }],
    });
    const mine = await admin.send('POST', `${CASES}/${caseId}/close`, {
      outcome: 'solved',
      message: 'We think it is solved.',
    });
    expect([mine.statusCode, mine.json().code]).toEqual([409, 'not-your-outcome']);
    const closed = await support.send('POST', `${CASES}/${caseId}/close`, {
      outcome: 'solved',
      message: 'The record has arrived.',
    });
    expect(closed.json()).toMatchObject({ state: 'closed', outcome: 'solved', dueOn: null });
    const late = await admin.send('POST', `${CASES}/${caseId}/messages`, { message: 'Thank you.' });
    expect([late.statusCode, late.json().code]).toEqual([409, 'case-closed']);
    const list: Cases = (await admin.get(`${CASES}?show=closed`)).json();
    expect(list.value.map((one) => one.caseId)).toEqual([caseId]);
    const trail = (await admin.get('/api/v1/partners/contoso/audit-events?top=50')).json().value;
    const own = trail.filter(({ subject }: { subject: string }) => subject === `case:${caseId}`);
    expect(own.map(({ action }: { action: string }) => action)).toEqual([
      'case.closed',
      'case.message',
      'case.message',
      'case.opened',
    ]);
  });

  it('is overdue after its day', async () => {
    const { caseId } = await opened(admin);
    const present = server.clock.now;
    server.clock.now = new Date('2026-11-27T00:00:00Z');
    const later = await server.as('programme-support@contoso.example');
    expect((await later.get(`${CASES}/${caseId}`)).json().overdue).toBe(true);
    server.clock.now = present;
  });

  it('of an account admin hides skills from the account admin, and not from those who may read them', async () => {
    const made = await opened(accounts);
    const report = made.files.find(({ kind }) => kind === 'skills-report')!;
    expect(report.readable).toBe(false);
    const address = `${CASES}/${made.caseId}/files/${report.fileId}`;
    const refused = await accounts.get(address);
    expect([refused.statusCode, refused.json().neededRoles]).toEqual([
      403,
      ['partner-admin', 'global-admin'],
    ]);
    const users = made.files.find(({ kind }) => kind === 'users-report')!;
    expect((await accounts.get(`${CASES}/${made.caseId}/files/${users.fileId}`)).statusCode).toBe(200);
    for (const browser of [admin, support]) expect((await browser.get(address)).statusCode).toBe(200);
  });

  it('is asked for by any user, and goes to support when an administrator opens it', async () => {
    const { userId: _none, ...own } = about({ message: 'My exam of 3 November is missing.' });
    expect((await zoe.send('POST', '/api/v1/me/case-requests', own)).statusCode).toBe(204);
    const list: Cases = (await admin.get(CASES)).json();
    const asked = list.value.find(({ state }) => state === 'asked')!;
    expect(asked.person.userId).toBe(zoeId);
    expect((await support.get(`${CASES}/${asked.caseId}`)).statusCode).toBe(404);
    expect((await support.get(CASES)).json().value).not.toContainEqual(asked);
    expect((await zoe.get(`${CASES}/${asked.caseId}`)).statusCode).toBe(403);
    const mails = (await server.mails('contoso')).filter(
      ({ kind, text }) => kind === 'case-news' && text.includes(asked.caseId),
    );
    expect(mails.map(({ to }) => to).sort()).toEqual([
      'account-admin@contoso.example',
      'global-admin@contoso.example',
      'partner-admin@contoso.example',
    ]);
    const handed = await admin.send('POST', `${CASES}/${asked.caseId}/open`);
    expect(handed.json()).toMatchObject({ state: 'open', files: [{}, {}, {}] });
    expect((await support.get(`${CASES}/${asked.caseId}`)).statusCode).toBe(200);
    const again = await admin.send('POST', `${CASES}/${asked.caseId}/open`);
    expect([again.statusCode, again.json().code]).toEqual([409, 'case-open']);
  });

  it('leads to whom a lost record or two accounts are told outside', async () => {
    const made = await opened(admin);
    expect(made.contact).toMatchObject({ url: 'https://trainingsupport.microsoft.com/mcp/forum' });
    const form = async (query: string) =>
      (await admin.get(`/api/v1/partners/contoso/case-form?${query}`)).json().contact.label.en;
    expect(await form('kind=missing-skill&source=partner-university')).toBe('Microsoft partner support');
    expect(await form('kind=merge')).toBe('Microsoft training and certification support');
  });

  it('names the skill of the programmes that was meant by what was typed', async () => {
    const { caseId } = (await admin.send('POST', CASES, about({ kind: 'dispute', skill: '70-764' }))).json();
    const title = 'Administering a SQL Database Infrastructure';
    const knownSkill = { id: 'exam:70-764', code: '70-764', title };
    expect((await admin.get(`${CASES}/${caseId}`)).json()).toMatchObject({ skill: '70-764', knownSkill });
    const other = (await admin.send('POST', CASES, about({ kind: 'dispute', skill: 'Poterie' }))).json();
    const queue: Cases = (await support.get('/api/v1/cases')).json();
    const shown = new Map(queue.value.map((each) => [each.caseId, each.knownSkill]));
    expect([shown.get(caseId), shown.get(other.caseId)]).toEqual([knownSkill, null]);
    // The form says so before anything is sent.
    const meant = async (query: string) =>
      (await admin.get(`/api/v1/partners/contoso/case-form?${query}`)).json().knownSkill;
    expect(await meant('kind=missing-skill&skill=764')).toEqual(knownSkill);
    expect(await meant(`kind=dispute&skill=${encodeURIComponent(title)}`)).toEqual(knownSkill);
    expect(await meant('kind=dispute&skill=Poterie')).toBeNull();
    expect(await meant('kind=merge')).toBeNull();
  });

  it('says what it is about', async () => {
    const without = await admin.send('POST', CASES, about({ skill: null }));
    expect([without.statusCode, without.json().code]).toEqual([409, 'case-incomplete']);
    const nobody = await admin.send('POST', CASES, about({ userId: '00000000-0000-4000-8000-000000000000' }));
    expect(nobody.statusCode).toBe(404);
    const form = (await admin.get('/api/v1/partners/contoso/case-form?kind=merge')).json();
    expect(form.proofs).toContain('transcript');
    expect(form.recognisedSources.map(({ id }: { id: string }) => id)).toEqual([
      'microsoft-learning',
      'partner-university',
    ]);
  });
});

function crc(bytes: Buffer): number {
  let value = 0xffffffff;
  for (const byte of bytes) {
    value ^= byte;
    for (let bit = 0; bit < 8; bit++) value = value & 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1;
  }
  return (value ^ 0xffffffff) >>> 0;
}

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const [length, check] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(data.length);
  check.writeUInt32BE(crc(body));
  return Buffer.concat([length, body, check]);
}

function png(width = 1, height = 1): Buffer {
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  head.set([8, 2, 0, 0, 0], 8);
  const rows = Buffer.alloc((1 + 3 * width) * height, 0);
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', head),
    chunk('IDAT', deflateSync(rows)),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

const PDF = '%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n';

describe('a proof', () => {
  let address = '';
  let caseId = '';
  beforeAll(async () => {
    ({ caseId } = await opened(admin));
    address = `${CASES}/${caseId}/files`;
  });

  function send(fileName: string, content: string | Buffer, kind: string | null = 'transcript') {
    const boundary = 'proof-boundary';
    const field =
      kind === null ? '' : `--${boundary}\r\ncontent-disposition: form-data; name="kind"\r\n\r\n${kind}\r\n`;
    const head = `${field}--${boundary}\r\ncontent-disposition: form-data; name="file"; filename="${fileName}"\r\ncontent-type: image/png\r\n\r\n`;
    const payload = Buffer.concat([
      Buffer.from(head),
      Buffer.from(content),
      Buffer.from(`\r\n--${boundary}--\r\n`),
    ]);
    return server.app.inject({
      method: 'POST',
      url: address,
      headers: {
        cookie: admin.cookie,
        'x-csrf-token': admin.csrf,
        'content-type': `multipart/form-data; boundary=${boundary}`,
      },
      payload,
    });
  }
  const sent = async () =>
    ((await admin.get(`${CASES}/${caseId}`)).json() as Case).files.filter(({ assembled }) => !assembled);

  it.each([
    ['a program named as a picture', 'x.png', 'MZ\x90\x00 this is no picture', 'not-a-proof'],
    ['a page named as a document', 'x.pdf', '<html><script>alert(1)</script></html>', 'not-a-proof'],
    [
      'a drawing, which can hold programs',
      'x.svg',
      '<svg xmlns="http://www.w3.org/2000/svg"/>',
      'not-a-proof',
    ],
    ['nothing at all', 'x.pdf', '', 'empty'],
    ['a document that is cut off', 'x.pdf', PDF.slice(0, 30), 'not-a-proof'],
    ['a document with another file hung on', 'x.pdf', `${PDF}PK\x03\x04more`, 'not-a-proof'],
    ['a document behind a page', 'x.pdf', `<html></html>${PDF}`, 'not-a-proof'],
    [
      'a document with a program',
      'x.pdf',
      PDF.replace('/Catalog', '/Catalog/OpenAction<</S/JavaScript/JS(x)>>'),
      'active-document',
    ],
    [
      'a document that hides its names',
      'x.pdf',
      PDF.replace('/Catalog', '/Catalog/J#61vaScript 2 0 R'),
      'active-document',
    ],
    ['a picture that would unpack to gigabytes', 'x.png', png(1).fill(0xff, 16, 20), 'not-a-proof'],
  ])('is refused when it is %s', async (_what, name, content, code) => {
    const answer = await send(name, content);
    expect([answer.statusCode, answer.json().code]).toEqual([400, code]);
    expect(answer.json().title).toContain('Nothing was kept');
    expect(await sent()).toEqual([]);
  });

  it('is refused when it is too large, or does not say what it shows', async () => {
    const large = await send(
      'x.pdf',
      Buffer.concat([Buffer.from('%PDF-1.4\n'), Buffer.alloc(4.5 * 1024 * 1024), Buffer.from('%%EOF')]),
    );
    expect([large.statusCode, large.json().code]).toEqual([400, 'proof-too-large']);
    for (const kind of [null, 'skills-report', 'anything']) {
      expect((await send('x.pdf', PDF, kind)).json().code).toBe('proof-kind');
    }
  });

  it('is kept once, under a harmless name, as what it really is, and sealed', async () => {
    const polyglot = Buffer.concat([png(), Buffer.from('<script>hidden()</script>')]);
    const added = await send('../../été 2026.exe', polyglot);
    expect(added.statusCode).toBe(200);
    expect((await send('again.png', polyglot)).statusCode).toBe(200);
    const [file, ...others] = await sent();
    expect(others).toEqual([]);
    expect(file).toMatchObject({
      kind: 'transcript',
      mediaType: 'image/png',
      fileName: 'été 2026.png',
      readable: true,
    });
    const read = await admin.get(`${address}/${file!.fileId}`);
    expect(read.headers['x-content-type-options']).toBe('nosniff');
    expect(read.rawPayload.equals(png())).toBe(true);
    const claim = { partnerId: 'contoso' as PartnerId, actor: SYSTEM };
    const stored = await server.services.database.readAsTenant(claim, (tx) =>
      tx.sql
        .selectFrom('support_case_file')
        .select('sealed_content')
        .where('file_id', '=', file!.fileId)
        .execute(),
    );
    expect(stored[0]!.sealed_content.includes(png().subarray(0, 8))).toBe(false);
  });
});
