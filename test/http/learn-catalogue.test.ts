import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { CatalogueVersions, DraftView } from '../../src/contract/catalogue-versions.ts';
import type { LearnPreview } from '../../src/contract/learn-catalogue.ts';
import { newApiToken } from '../../src/features/setup/api-token.ts';
import { type DemoServer, emptyServer } from '../support/demo-server.ts';

const PROGRAMME = 'solutions-partner';
const FILE = readFileSync(new URL('../fixtures/ms-learn-catalogue.json', import.meta.url));
const BOUNDARY = 'a-boundary-of-the-test';

let server: DemoServer;
let operator: string;
let support: string;

beforeAll(async () => {
  server = await emptyServer();
  server.clock.now = new Date('2026-11-22T10:00:00Z');
  const tokenOf = async (role: 'programme-operator' | 'programme-support') =>
    (await newApiToken(server.services, { partnerId: null, role, label: null })).token;
  operator = await tokenOf('programme-operator');
  support = await tokenOf('programme-support');
});
afterAll(() => server.close());

async function send(
  path: 'preview' | 'draft',
  content: string | Buffer,
  fields: Record<string, string>,
  token = operator,
) {
  const field = ([name, value]: [string, string]) =>
    `--${BOUNDARY}\r\ncontent-disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`;
  const file = `--${BOUNDARY}\r\ncontent-disposition: form-data; name="file"; filename="catalog.json"\r\ncontent-type: application/json\r\n\r\n`;
  const payload = Buffer.concat([
    Buffer.from(`${Object.entries(fields).map(field).join('')}${file}`),
    Buffer.from(content),
    Buffer.from(`\r\n--${BOUNDARY}--\r\n`),
  ]);
  return server.app.inject({
    method: 'POST',
    url: `/api/v1/catalogue/learn-file/${path}`,
    headers: {
      authorization: `Bearer ${token}`,
      'content-type': `multipart/form-data; boundary=${BOUNDARY}`,
    },
    payload,
  });
}

async function preview(content: string | Buffer, fields: Record<string, string> = {}): Promise<LearnPreview> {
  const response = await send('preview', content, { programme: PROGRAMME, ...fields });
  expect([response.statusCode, response.statusCode === 200 ? '' : response.body]).toEqual([200, '']);
  return response.json();
}

async function drafts() {
  const response = await server.app.inject({
    url: '/api/v1/catalogue',
    headers: { authorization: `Bearer ${operator}` },
  });
  const { value } = response.json() as CatalogueVersions;
  return value.find(({ programme }) => programme.id === PROGRAMME)!.drafts;
}

describe('a catalogue file of Microsoft Learn', () => {
  it('is shown as a difference of titles, retirements and renewals, and nothing is kept', async () => {
    const found = await preview(FILE);
    expect(found).toMatchObject({ problem: null, read: 7, known: 4, found: [] });
    expect(found.changes).toEqual([
      {
        skill: 'cert:azure-administrator-associate',
        title: 'Azure Administrator Associate',
        field: 'retired',
        before: null,
        after: '2027-03-31',
      },
      {
        skill: 'cert:azure-fundamentals',
        title: 'Azure Fundamentals',
        field: 'title',
        before: 'Azure Fundamentals',
        after: 'Azure Foundations',
      },
    ]);
    expect(await drafts()).toEqual([]);
  });

  it('says what it does not use, and why', async () => {
    const found = await preview(FILE);
    expect(found.unknown.map(({ uid }) => uid)).toContain('exam.zz-999');
    expect(found.unknown).toHaveLength(found.unknownCount);
    expect(found.leftOut).toEqual([
      {
        skill: 'cert:azure-data-scientist-associate',
        uid: 'certification.azure-data-scientist',
        reason: 'renewal',
        value: '180',
      },
    ]);
    expect(found.notUnderstood).toContain('certifications[1]');
  });

  it('takes over what was chosen alone', async () => {
    const { changes } = await preview(FILE, { take: 'retired' });
    expect(changes.map(({ field }) => field)).toEqual(['retired']);
  });

  it('becomes a draft with exactly these differences, from the rules in force', async () => {
    const response = await send('draft', FILE, {
      programme: PROGRAMME,
      note: 'Autumn',
      take: 'title,retired',
    });
    expect(response.statusCode).toBe(201);
    const draft = response.json() as DraftView;
    expect(draft).toMatchObject({ note: 'Autumn', found: [] });
    const { skills, rules, policies, competencies } = draft.difference!;
    expect([rules, policies, competencies]).toEqual([[], [], []]);
    const said = skills.map(({ skill, fields }) => [
      skill,
      fields.filter(({ field }) => field !== 'source').map(({ field, after }) => [field, after]),
    ]);
    expect(said).toEqual([
      ['cert:azure-administrator-associate', [['retiredOn', '2027-03-31']]],
      ['cert:azure-fundamentals', [['title', 'Azure Foundations']]],
    ]);
    for (const { fields } of skills) {
      const source = fields.find(({ field }) => field === 'source');
      expect(source?.after).toContain('Catalogue of Microsoft Learn, file read on 2026-11-22');
    }
    expect(await drafts()).toHaveLength(1);
  });

  it('says which examples would have another outcome', async () => {
    const retires = { mergedCertifications: [] as object[] };
    const programme = server.services.programmes.get(PROGRAMME)!;
    for (const { kind, code, title } of programme.skills.values()) {
      if (kind !== 'certification') continue;
      retires.mergedCertifications.push({
        uid: `certification.${code}`,
        title,
        retirement_date: '2020-01-31',
      });
    }
    const { found, changes } = await preview(JSON.stringify(retires));
    expect(changes.length).toBeGreaterThan(20);
    expect(found.some(({ file }) => file.startsWith('examples/'))).toBe(true);
  });

  it('is refused when it cannot be read, with its place, and no draft is begun', async () => {
    expect((await preview('{"exams": [')).problem).toMatchObject({ code: 'bad-json', line: 1 });
    expect((await preview('[]')).problem).toMatchObject({ code: 'not-a-catalogue' });
    expect((await preview('')).problem).toMatchObject({ code: 'empty-file' });
    const before = (await drafts()).length;
    const broken = await send('draft', '{"exams": [', { programme: PROGRAMME, note: 'Broken' });
    expect(broken.statusCode).toBe(400);
    const same = await send('draft', '{"exams": []}', { programme: PROGRAMME, note: 'The same' });
    expect([same.statusCode, same.json().code]).toEqual([409, 'nothing-differs']);
    expect(await drafts()).toHaveLength(before);
  });

  it('is for operators alone', async () => {
    expect((await send('preview', FILE, { programme: PROGRAMME }, support)).statusCode).toBe(403);
    expect((await send('preview', FILE, { programme: 'nothing' })).statusCode).toBe(404);
    expect((await send('preview', FILE, { programme: PROGRAMME, take: 'everything' })).statusCode).toBe(400);
    expect((await send('draft', FILE, { programme: PROGRAMME })).statusCode).toBe(400);
    const tooLarge = Buffer.alloc(6 * 1024 * 1024, ' ');
    expect((await send('preview', tooLarge, { programme: PROGRAMME })).statusCode).toBe(413);
  });
});
