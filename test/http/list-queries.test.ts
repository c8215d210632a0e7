import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { type Browser, type DemoServer, demoServer } from '../support/demo-server.ts';

let server: DemoServer;
let admin: Browser;
beforeAll(async () => {
  server = await demoServer();
  admin = await server.as('global-admin@contoso.example');
  for (const name of ['a.csv', 'b.csv', 'c.csv']) {
    await admin.upload(
      `${contoso}/imports`,
      name,
      'metric,month,value\nazure_customer_consumption,2020-01,1\n',
    );
  }
});
afterAll(() => server.close());

const contoso = '/api/v1/partners/contoso';

async function listed(path: string, query: Record<string, string>): Promise<Record<string, unknown>[]> {
  const answer = await admin.get(`${contoso}/${path}?${new URLSearchParams(query)}`);
  expect([answer.statusCode, answer.statusCode === 200 ? '' : answer.body]).toEqual([200, '']);
  return answer.json().value;
}

describe('a filter', () => {
  it('chooses users', async () => {
    const all = await listed('users', {});
    const found = await listed('users', { filter: "roles eq 'user-admin' or startswith(firstName,'cl')" });
    expect(found.length).toBeGreaterThan(1);
    expect(found).toEqual(
      all.filter(
        ({ roles, firstName }) =>
          (roles as string[]).includes('user-admin') || String(firstName).startsWith('Cl'),
      ),
    );
    const narrower = await listed('users', {
      filter: 'associated eq true and skills ge 2',
      technical: 'yes',
    });
    expect(narrower.length).toBeGreaterThan(0);
    expect(narrower.length).toBeLessThan(all.length);
  });

  it('chooses rows of the report, in its files too', async () => {
    const all = await listed('skills-report', {});
    const filter = "achievedOn ge 2018-01-01 and relevantFor eq 'data-platform'";
    const found = await listed('skills-report', { filter });
    expect(found.length).toBeGreaterThan(0);
    expect(found).toEqual(
      all.filter(
        ({ achievedOn, relevantFor }) =>
          String(achievedOn) >= '2018-01-01' &&
          (relevantFor as { competency: string }[]).some(({ competency }) => competency === 'data-platform'),
      ),
    );
    const csv = await admin.get(
      `${contoso}/skills-report?${new URLSearchParams({ filter, format: 'csv', columns: 'skillId' })}`,
    );
    expect(csv.body.trim().split('\r\n')).toHaveLength(found.length + 1);
  });

  it('chooses imports, and pages lead on with the same question', async () => {
    const names = async (query: Record<string, string>) =>
      (await listed('imports', query)).map(({ fileName }) => fileName);
    const orderby = 'fileName desc';
    expect(await names({ filter: "contains(fileName,'.CSV')", orderby })).toEqual([
      'c.csv',
      'b.csv',
      'a.csv',
    ]);
    expect(await names({ filter: "kind eq 'users'" })).toEqual([]);
    const query = new URLSearchParams({ filter: "kind eq 'metrics'", orderby, top: '2' });
    const first = (await admin.get(`${contoso}/imports?${query}`)).json();
    expect(first.value).toHaveLength(2);
    const second = (await admin.get(first.nextLink)).json();
    expect([second.value[0].fileName, second.nextLink]).toEqual(['a.csv', null]);
  });

  it('chooses entries of the audit', async () => {
    const found = await listed('audit-events', {
      filter: "action eq 'import.uploaded' and at ge 2026-11-21",
      orderby: 'sequence',
    });
    expect(found).toHaveLength(3);
    expect(found[0]!.sequence as number).toBeLessThan(found[1]!.sequence as number);
  });

  it('is described with the fields it takes', async () => {
    const { paths } = (await server.app.inject({ url: '/api/v1/openapi.json' })).json();
    for (const list of ['users', 'skills-report', 'imports', 'audit-events']) {
      const parameters = paths[`/api/v1/partners/{partnerId}/${list}`].get.parameters;
      const filter = parameters.find(({ name }: { name: string }) => name === 'filter');
      expect(filter).toMatchObject({ in: 'query', schema: { type: 'string', format: 'filter' } });
      expect(JSON.stringify(filter)).toContain('startswith(field');
    }
  });

  it.each(['users', 'skills-report', 'imports', 'audit-events'])(
    'of %s that cannot be read is refused with its place',
    async (path) => {
      const answer = await admin.get(
        `${contoso}/${path}?${new URLSearchParams({ filter: "colour eq 'red'" })}`,
      );
      expect([answer.statusCode, answer.json().code]).toEqual([400, 'invalid-query']);
      expect(answer.json().errors[0]).toMatchObject({
        code: 'filter-unknown-field',
        field: 'filter',
        position: 1,
        detail: expect.stringMatching(/^Au caractère 1 : ce champ n’existe pas\. Champs : \w+, /),
      });
    },
  );
});

describe('a wrong parameter', () => {
  const refusal = async (query: string, headers: Record<string, string> = {}) => {
    const url = `${contoso}/competencies?${query}`;
    const answer = await admin.get(url, headers);
    return { title: answer.json().title, error: answer.json().errors[0] };
  };

  it.each([
    ['asOf=x', 'asOf', 'Un jour qui existe, au format AAAA-MM-JJ, par exemple 2018-06-01.'],
    ['asOf=2018-02-30', 'asOf', 'Un jour qui existe, au format AAAA-MM-JJ, par exemple 2018-06-01.'],
    [
      'knownAt=hier',
      'knownAt',
      'Un jour qui existe, par exemple 2018-06-01, ou un instant RFC 3339, par exemple 2018-06-01T12:00:00Z.',
    ],
    ['colour=red', 'colour', 'Noms connus : asOf, knownAt, programme.'],
  ])('%s is told in the language of the person, with an example', async (query, field, detail) => {
    const { title, error } = await refusal(query, { 'accept-language': 'en' });
    expect(title).toBe('Les paramètres de la requête ne sont pas ceux attendus.');
    expect(error).toMatchObject({ field, detail });
  });

  it('is told to a program in the language it asks for', async () => {
    const { newApiToken } = await import('../../src/features/setup/api-token.ts');
    const { token } = await newApiToken(server.services, {
      partnerId: 'contoso' as never,
      role: 'partner-admin',
      label: null,
    });
    const ask = async (language?: string) => {
      const headers = {
        authorization: `Bearer ${token}`,
        ...(language === undefined ? {} : { 'accept-language': language }),
      };
      return (await server.app.inject({ url: `${contoso}/users?top=many`, headers })).json().errors[0].detail;
    };
    expect(await ask()).toBe('A whole number from 1 to 5000, for example 100.');
    expect(await ask('de, en;q=0.5, fr;q=0.8')).toBe('Un nombre entier de 1 à 5000, par exemple 100.');
  });

  it('of any route never answers the library’s own words or a pattern', async () => {
    let refused = 0;
    for (const route of server.routes) {
      if (route.access.kind !== 'partner' || !(route.query instanceof z.ZodObject)) continue;
      const url = route.path.replace('{partnerId}', 'contoso').replace(/\{\w+\}/g, 'data-platform');
      for (const name of Object.keys(route.query.shape)) {
        const answer = await admin.get(`${url}?${new URLSearchParams({ [name]: `${'?'.repeat(3_000)}` })}`);
        if (answer.statusCode !== 400) continue;
        refused += 1;
        const { detail } = answer.json().errors[0];
        expect([
          name,
          /^(Un|Une|Des|Les) .+ex/.test(detail) || /^Un texte d’au plus \d+ caractères\.$/.test(detail),
        ]).toEqual([name, true]);
      }
    }
    expect(refused).toBeGreaterThan(25);
  });
});
