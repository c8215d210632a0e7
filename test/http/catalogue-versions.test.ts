import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type {
  CatalogueVersions,
  DraftFile,
  DraftView,
  RehearsalView,
  RehearsedCompanies,
} from '../../src/contract/catalogue-versions.ts';
import type { CompetencyDetail } from '../../src/contract/competencies.ts';
import { rehearsalRound } from '../../src/features/catalogue/rehearsal-round.ts';
import { newApiToken } from '../../src/features/setup/api-token.ts';
import { openServices } from '../../src/open-services.ts';
import { type DemoServer, emptyServer } from '../support/demo-server.ts';
import { addCompany, person, record, specialist } from '../support/invented-company.ts';
import { QUIET_PARTS } from '../support/service-parts.ts';

const PROGRAMME = 'microsoft-competencies';
const EXAM =
  '  exam:70-764: { title: Administering a SQL Database Infrastructure, retired-before: 2021-01-31,';
const RETIRED = EXAM.replace('retired-before: 2021-01-31', 'retired: 2018-02-15');
const MEMBERSHIP = { offer: 'silver', activeFrom: '2018-02-01', anniversary: '2019-02-01' } as const;

let server: DemoServer;
let operator: string;
let support: string;

beforeAll(async () => {
  server = await emptyServer();
  server.clock.now = new Date('2018-02-01T10:00:00Z');
  const admin = (company: string) => person(company, 'Ada', { roles: ['partner-admin'] });
  const sol = (company: string) => specialist(company, 'Sol', '2018-01-10');
  await addCompany(server, 'buys', [admin('buys'), sol('buys')], { memberships: [MEMBERSHIP] });
  await addCompany(server, 'holds', [admin('holds'), sol('holds')]);
  await addCompany(server, 'lacks', [
    admin('lacks'),
    person('lacks', 'Eve', {}, [record('exam:70-764', '2018-01-10')]),
  ]);
  const tokenOf = async (role: 'programme-operator' | 'programme-support') =>
    (await newApiToken(server.services, { partnerId: null, role, label: null })).token;
  operator = await tokenOf('programme-operator');
  support = await tokenOf('programme-support');
});
afterAll(() => server.close());

async function ask(
  method: 'GET' | 'POST' | 'PATCH' | 'DELETE',
  path: string,
  payload?: object,
  token = operator,
) {
  const response = await server.app.inject({
    method,
    url: `/api/v1${path}`,
    headers: { authorization: `Bearer ${token}` },
    ...(payload !== undefined && { payload }),
  });
  return response;
}

async function answer<T>(method: 'GET' | 'POST' | 'PATCH', path: string, payload?: object): Promise<T> {
  const response = await ask(method, path, payload);
  expect([path, response.statusCode < 300 ? '' : response.body]).toEqual([path, '']);
  return response.json();
}

const versions = async () =>
  (await answer<CatalogueVersions>('GET', '/catalogue')).value.find(
    (each) => each.programme.id === PROGRAMME,
  )!;
const begin = (note: string) =>
  answer<DraftView>('POST', '/catalogue/drafts', { programme: PROGRAMME, note });
const draftOf = (draftId: string) => answer<DraftView>('GET', `/catalogue/drafts/${draftId}`);

async function change(draftId: string, path: string, put: (text: string) => string): Promise<void> {
  const file = await answer<DraftFile>(
    'GET',
    `/catalogue/drafts/${draftId}/file?path=${encodeURIComponent(path)}`,
  );
  await answer('PATCH', `/catalogue/drafts/${draftId}/file`, {
    path,
    text: put(file.text),
    revision: file.revision,
  });
}

async function rehearsed(draftId: string): Promise<RehearsalView> {
  const begun = await answer<RehearsalView>('POST', `/catalogue/drafts/${draftId}/rehearsals`, {});
  for (let tries = 0; tries < 300; tries++) {
    await rehearsalRound(server.services);
    const now = await answer<RehearsalView>('GET', `/catalogue/rehearsals/${begun.rehearsalId}`);
    if (!['queued', 'running'].includes(now.state)) return now;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error('the rehearsal does not end');
}

async function silverAt(company: string, day: string): Promise<string> {
  const path = `/partners/${company}/competencies/data-platform?asOf=${day}`;
  const { options } = await answer<CompetencyDetail>('GET', path);
  const levels = options.flatMap((option) => option.levels).filter(({ level }) => level === 'silver');
  return levels.some(({ outcome }) => outcome === 'met') ? 'met' : 'unmet';
}

describe('versions of the rules', { timeout: 120_000 }, () => {
  let draftId: string;

  it('begin as a draft of the rules in force, which changes nothing', async () => {
    const draft = await begin('Retire 70-764');
    draftId = draft.draftId;
    expect(draft).toMatchObject({ revision: 1, problems: 0, found: [], published: false, rehearsals: [] });
    expect(draft.version).toBe(draft.inForce);
    expect(draft.difference).toMatchObject({ policies: [], skills: [], competencies: [], rules: [] });
    expect(draft.files.map(({ path }) => path)).toContain('examples/data-platform.yaml');
  });

  it('name what is wrong with a file by line, examples included, and are not published then', async () => {
    const broken = await begin('Broken');
    await change(broken.draftId, 'skills.yaml', (text) => text.replace(EXAM, EXAM.replace('title', 'titel')));
    const read = await draftOf(broken.draftId);
    expect(read.found[0]).toMatchObject({ file: 'skills.yaml', line: 67 });
    expect(read.difference).toBeNull();
    const published = await ask('POST', `/catalogue/drafts/${broken.draftId}/publication`, {
      reason: 'A test.',
      revision: read.revision,
    });
    expect([published.statusCode, published.json().code]).toEqual([409, 'draft-has-problems']);
    expect((await ask('DELETE', `/catalogue/drafts/${broken.draftId}`)).statusCode).toBe(204);
    expect((await ask('GET', `/catalogue/drafts/${broken.draftId}`)).statusCode).toBe(404);
  });

  it('say what they change, and refuse a second change of the same revision', async () => {
    await change(draftId, 'skills.yaml', (text) => text.replace(EXAM, RETIRED));
    const draft = await draftOf(draftId);
    expect(draft.found).toEqual([]);
    expect(draft.difference!.skills).toEqual([
      {
        skill: 'exam:70-764',
        title: 'Administering a SQL Database Infrastructure',
        kind: 'changed',
        fields: [
          { field: 'retiredOn', before: null, after: '2018-02-15' },
          { field: 'retiredBefore', before: '2021-01-31', after: null },
        ],
      },
    ]);
    const late = await ask('PATCH', `/catalogue/drafts/${draftId}/file`, {
      path: 'skills.yaml',
      text: '',
      revision: 1,
    });
    expect([late.statusCode, late.json().code]).toEqual([409, 'changed-meanwhile']);
  });

  it('are rehearsed before they are published', async () => {
    const { revision } = await draftOf(draftId);
    const early = await ask('POST', `/catalogue/drafts/${draftId}/publication`, {
      reason: 'A test.',
      revision,
    });
    expect([early.statusCode, early.json().code]).toEqual([409, 'rehearse-first']);
    const rehearsal = await rehearsed(draftId);
    expect(rehearsal).toMatchObject({
      state: 'done',
      firstDay: '2018-02-01',
      done: rehearsal.total,
      counts: { losing: 2, gaining: 0, failed: 0 },
    });
    const { value, count } = await answer<RehearsedCompanies>(
      'GET',
      `/catalogue/rehearsals/${rehearsal.rehearsalId}/companies?show=lost`,
    );
    expect(count).toBe(2);
    const told = value.flatMap(({ partnerId, changes }) =>
      changes.map(({ kind, competency, level, on, keptUntil }) => [
        partnerId,
        kind,
        competency.id,
        level.id,
        on,
        keptUntil,
      ]),
    );
    expect(told).toContainEqual(['holds', 'lost', 'data-platform', 'silver', '2019-02-16', null]);
    expect(told.filter(([partner]) => partner === 'lacks')).toEqual([]);
    const list = await ask(
      'GET',
      `/catalogue/rehearsals/${rehearsal.rehearsalId}/notice-list?format=csv&lang=fr`,
    );
    expect(list.body).toContain('holds;holds;Perdu;');
    expect(list.headers['content-type']).toContain('text/csv');
  });

  it('are in force at once when they are published, on another server too, and take what was said', async () => {
    const other = await openServices({ ...QUIET_PARTS, opened: server.opened, now: () => server.clock.now });
    const before = (await versions()).version;
    expect(await silverAt('holds', '2019-02-16')).toBe('met');
    const { revision } = await draftOf(draftId);
    const published = { reason: 'The vendor retires it.', revision };
    const { version } = await answer<{ version: string }>(
      'POST',
      `/catalogue/drafts/${draftId}/publication`,
      published,
    );
    expect(await versions()).toMatchObject({ version, deliveredVersion: before });
    expect(await silverAt('holds', '2019-02-15')).toBe('met');
    expect(await silverAt('holds', '2019-02-16')).toBe('unmet');
    expect(other.programmes.get(PROGRAMME)!.version).toBe(before);
    expect(await other.catalogue.refresh()).toBe(true);
    expect([other.programmes.get(PROGRAMME)!.version, other.programme.version]).toEqual([version, version]);
    await other.planning.end();
    const file = await ask('PATCH', `/catalogue/drafts/${draftId}/file`, {
      path: 'skills.yaml',
      text: '',
      revision,
    });
    expect([file.statusCode, file.json().code]).toEqual([409, 'draft-published']);
  });

  it('are gone back from, and may wait for their day', async () => {
    const back = { programme: PROGRAMME, publicationId: null, reason: 'It was a mistake.' };
    const { publicationId: _, ...without } = back;
    expect((await ask('POST', '/catalogue/roll-back', without)).json().errors).toMatchObject([
      { field: 'publicationId', detail: 'A whole number, for example 100.' },
    ]);
    await answer('POST', '/catalogue/roll-back', back);
    const again = await versions();
    expect(again.version).toBe(again.deliveredVersion);
    expect(await silverAt('holds', '2019-02-16')).toBe('met');
    const { revision } = await draftOf(draftId);
    await answer('POST', `/catalogue/drafts/${draftId}/publication`, {
      reason: 'From March on.',
      revision,
      effectiveOn: '2018-03-01',
    });
    const waiting = await versions();
    expect(waiting.version).toBe(waiting.deliveredVersion);
    expect(waiting.publications.map(({ state }) => state)).toEqual(['scheduled', 'in-force', 'replaced']);
    const [scheduled] = waiting.publications;
    const taken = await ask('DELETE', `/catalogue/publications/${scheduled!.publicationId}`);
    expect(taken.statusCode).toBe(204);
    expect((await versions()).publications[0]!.state).toBe('withdrawn');
  });

  it('are the affair of operators alone', async () => {
    const refused = await ask('GET', '/catalogue', undefined, support);
    expect([refused.statusCode, refused.json().code]).toEqual([403, 'role-needed']);
  });
});
