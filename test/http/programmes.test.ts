import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newApiToken } from '../../src/features/setup/api-token.ts';
import type { PartnerId } from '../../src/store/partner-id.ts';
import { createPartner, enrol } from '../../src/store/partners-store.ts';
import { type Browser, type DemoServer, demoServer } from '../support/demo-server.ts';

const ACTOR = { kind: 'system', name: 'test' } as const;
const fabrikam = '/api/v1/partners/fabrikam';
const contoso = '/api/v1/partners/contoso';

let server: DemoServer;
let admin: Browser;
let operator: Browser;
beforeAll(async () => {
  server = await demoServer();
  admin = await server.as('partner-admin@fabrikam.example');
  operator = await server.as('programme-operator@contoso.example');
});
afterAll(() => server.close());

const json = async (browser: Browser, url: string) => (await browser.get(url)).json();

async function company(id: string, ...programmes: string[]): Promise<string> {
  const partnerId = id as PartnerId;
  await server.services.database.asNetwork({ actor: ACTOR }, (tx) =>
    createPartner(tx, { partnerId, name: id }),
  );
  for (const programme of programmes) await join(id, programme);
  return `/api/v1/partners/${id}`;
}

const join = (id: string, programme: string) =>
  server.services.database.asTenant({ partnerId: id as PartnerId, actor: ACTOR }, (tx) =>
    enrol(tx, { programme }),
  );

describe('a company in two programmes', () => {
  it('is told both, with its track, the one that answers by default first', async () => {
    const { value } = await json(admin, `${fabrikam}/programmes`);
    expect(value).toMatchObject([
      { programme: 'microsoft-competencies', enrolled: true, track: null },
      { programme: 'solutions-partner', enrolled: true, track: { id: 'enterprise' } },
    ]);
    expect(value[1].name.fr).toContain('Solutions Partner');
  });

  it('reads its competencies by the programme that the question names', async () => {
    const byDefault = await json(admin, `${fabrikam}/competencies`);
    const named = await json(admin, `${fabrikam}/competencies?programme=microsoft-competencies`);
    expect(named).toEqual(byDefault);
    const list = await json(admin, `${fabrikam}/competencies?programme=solutions-partner`);
    expect(list).toMatchObject({
      programme: 'solutions-partner',
      track: { id: 'enterprise' },
      qualificationWindowFrom: '2026-06-01',
    });
    const held = list.value.filter(({ attained }: { attained: unknown }) => attained !== null);
    expect(held.map(({ competency }: { competency: string }) => competency)).toEqual(['infrastructure']);
    const level = held[0].options.flatMap((option: { levels: unknown[] }) => option.levels)[0];
    expect(level).toMatchObject({
      qualifiedInWindow: true,
      score: { points: 92, threshold: 70, below: null, max: 100, unknown: [] },
    });
  });

  it('is not reminded of skills that only its other programme knows', async () => {
    const { warnings } = await json(admin, `${fabrikam}/competencies?programme=solutions-partner`);
    expect(warnings).toEqual([]);
  });

  it('reads a designation with points, steps, units and what is not known', async () => {
    const url = `${fabrikam}/competencies/data-ai?programme=solutions-partner`;
    const detail = await json(admin, url);
    expect(detail.options.map(({ option, track }: never) => [option, (track as { id: string }).id])).toEqual([
      ['enterprise', 'enterprise'],
    ]);
    const [level] = detail.options[0].levels;
    expect(level).toMatchObject({ outcome: 'undetermined', qualifiedInWindow: null });
    expect(level.score).toMatchObject({ points: 68.5, unknown: ['deployments'] });
    const [score] = level.requirements;
    expect(score.kind).toBe('score');
    expect(score.metrics[1].steps.every(({ open }: { open: boolean }) => open)).toBe(true);
    expect((await admin.get(`${fabrikam}/competencies/data-ai`)).statusCode).toBe(404);
  });

  it('sees each track of a designation that is judged by both', async () => {
    const detail = await json(admin, `${fabrikam}/competencies/security?programme=solutions-partner`);
    expect(detail.options.map(({ option }: { option: string }) => option)).toEqual(['enterprise', 'smb']);
  });

  it('gets the overview, the report and its files of the programme', async () => {
    const overview = await json(admin, `${fabrikam}/overview?programme=solutions-partner`);
    expect(overview.hold).toMatchObject([{ competency: 'infrastructure', level: 'designation' }]);
    const report = await json(admin, `${fabrikam}/skills-report?programme=solutions-partner&top=1`);
    expect(report.programme).toBe('solutions-partner');
    const other = await json(admin, `${fabrikam}/skills-report?top=1`);
    expect(report.total).not.toBe(other.total);
    const file = await admin.get(`${fabrikam}/skills-report?programme=solutions-partner&format=csv&lang=fr`);
    expect(file.body.trim().split('\n')).toHaveLength(report.total + 1);
    expect(file.body).toContain('Partenaire de solutions Infrastructure (Azure) (Grandes entreprises)');
    const [{ recordId }] = report.value;
    const way = `${fabrikam}/skills-report/records/${recordId}/way?programme=solutions-partner`;
    expect((await json(admin, way)).options[0].competency).toBe(report.value[0].relevantFor[0].competency);
  });

  it('finds the skills of the programme', async () => {
    const found = async (programme: string) => {
      const { skills } = await json(admin, `${fabrikam}/search?q=pga-voice&programme=${programme}`);
      return skills.map(({ id }: { id: string }) => id);
    };
    expect(await found('microsoft-competencies')).toEqual(['assessment:PGA-VOICE']);
    expect(await found('solutions-partner')).toEqual([]);
  });

  it('counts for its list of users what counts in either', async () => {
    const { value } = await json(admin, `${fabrikam}/users?top=1000`);
    const report = await json(admin, `${fabrikam}/skills-report?programme=solutions-partner&counts=yes`);
    const counting = new Map(
      value.map(({ userId, skills }: { userId: string; skills: { counting: number } }) => [
        userId,
        skills.counting,
      ]),
    );
    for (const { userId } of report.value) expect(counting.get(userId)).toBeGreaterThan(0);
  });
});

describe('a programme in which a company takes no part', () => {
  it.each(['competencies', 'competencies/infrastructure', 'overview', 'skills-report', 'search?q=azure'])(
    'has no answer for …/%s, and says what to do',
    async (path) => {
      const browser = await server.as('partner-admin@contoso.example');
      const answer = await browser.get(
        `${contoso}/${path}${path.includes('?') ? '&' : '?'}programme=solutions-partner`,
      );
      expect([answer.statusCode, answer.json().code]).toEqual([404, 'not-enrolled']);
      expect(answer.json().detail).toContain('operator');
    },
  );

  it('is told apart from one that nobody knows', async () => {
    const answer = await admin.get(`${fabrikam}/competencies?programme=nonsense`);
    expect([answer.statusCode, answer.json().code]).toEqual([404, 'programme-not-found']);
  });

  it('can be read as rules all the same, by any signed-in user', async () => {
    const learner = await server.as('yann@contoso.example');
    const rules = await json(learner, '/api/v1/programmes/solutions-partner');
    expect(rules.competencies.map(({ competency }: { competency: string }) => competency)).toContain(
      'security',
    );
  });

  it('answers as soon as the company takes part', async () => {
    const one = await company('newcomer', 'microsoft-competencies');
    const url = `${one}/competencies?programme=solutions-partner`;
    expect((await operator.get(url)).statusCode).toBe(404);
    await join('newcomer', 'solutions-partner');
    expect((await operator.get(url)).statusCode).toBe(200);
  });
});

describe('without a name', () => {
  it('a company in no programme is answered about the default one, and told that it is not enrolled', async () => {
    const one = await company('nowhere');
    expect((await json(operator, `${one}/programmes`)).value).toMatchObject([
      { programme: 'microsoft-competencies', enrolled: false },
    ]);
    expect((await json(operator, `${one}/competencies`)).programme).toBe('microsoft-competencies');
    expect((await json(operator, one)).enrolled).toBe(false);
  });

  it('a company that does not take part in the default one is answered about its first', async () => {
    const one = await company('modern', 'solutions-partner');
    expect((await json(operator, `${one}/competencies`)).programme).toBe('solutions-partner');
    expect((await json(operator, `${one}/skills-report`)).programme).toBe('solutions-partner');
    expect((await json(operator, one)).enrolled).toBe(true);
  });
});

describe('the programmes of a company', () => {
  it('are known to a program with a token of it, and to no other', async () => {
    const { token } = await newApiToken(server.services, {
      partnerId: 'contoso' as PartnerId,
      role: 'report-viewer',
      label: null,
    });
    const ask = (url: string) => server.app.inject({ url, headers: { authorization: `Bearer ${token}` } });
    expect((await ask(`${contoso}/programmes`)).json().value).toHaveLength(1);
    const other = await ask(`${fabrikam}/programmes`);
    expect([other.statusCode, other.json().code]).toEqual([404, 'not-found']);
    const refused = await ask(`${fabrikam}/competencies?programme=solutions-partner`);
    expect([refused.statusCode, refused.json().code]).toEqual([404, 'not-found']);
  });
});
