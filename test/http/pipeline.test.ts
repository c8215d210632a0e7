import { pino } from 'pino';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { z } from 'zod';
import { MonthSchema } from '../../src/contract/common.ts';
import { abilitiesOf, type Role } from '../../src/contract/roles.ts';
import type { Caller, Gate, Refusal } from '../../src/http/caller.ts';
import { withCommonRoutes } from '../../src/http/common-routes.ts';
import { json, route } from '../../src/http/route.ts';
import { createServer } from '../../src/http/server.ts';

function user(partnerId: string | null, roles: Role[]): Caller {
  const abilities = abilitiesOf(roles);
  return {
    kind: 'user',
    id: 'u1',
    userId: 'u1',
    partnerId,
    homeId: partnerId ?? 'network',
    roles,
    abilities,
    locale: 'fr',
    csrfToken: 'csrf',
    passwordChangeRequired: false,
  };
}

const sessions: Record<string, Caller> = {
  admin: user('contoso', ['partner-admin']),
  viewer: user('contoso', ['report-viewer']),
  operator: user(null, ['programme-operator']),
  support: user(null, ['programme-support']),
};
const refusals: Refusal[] = [];
const visits: string[] = [];
const gate: Gate = {
  authenticate: async ({ kind, token }) => {
    const caller = sessions[token] ?? null;
    return caller && kind === 'bearer' ? { ...caller, kind: 'token', csrfToken: null } : caller;
  },
  authenticateSource: async () => {
    throw new Error('no source delivers here');
  },
  partnerExists: async (id) => id === 'contoso' || id === 'fabrikam',
  isTakenOver: async () => false,
  mergeUnderWay: async () => null,
  holders: async (id) => [{ displayName: `Ada Admin of ${id}`, role: 'partner-admin' }],
  recordRefusal: async (_caller, refusal) => {
    refusals.push(refusal);
  },
  recordVisit: async (_caller, visit) => {
    visits.push(visit.path);
  },
};

let made = 0;
const routes = withCommonRoutes(
  [
    route({
      method: 'GET',
      path: '/api/v1/partners/{partnerId}/things',
      summary: 'Things',
      access: { kind: 'partner', abilities: ['skills-report'] },
      query: z.strictObject({ top: z.coerce.number().int().optional() }),
      response: z.object({ value: z.array(z.string()) }),
      handle: () => ({
        kind: 'versioned',
        version: '1',
        body: async () => {
          made += 1;
          return { value: ['a'] };
        },
      }),
    }),
    route({
      method: 'GET',
      path: '/api/v1/partners/{partnerId}/figures',
      summary: 'Figures',
      access: { kind: 'partner', abilities: ['import-metrics'] },
      response: z.object({ value: z.array(z.number()) }),
      handle: () => json({ value: [] }),
    }),
    route({
      method: 'POST',
      path: '/api/v1/things',
      summary: 'Make a thing',
      access: { kind: 'signed-in' },
      body: z.strictObject({
        name: z.string(),
        size: z.object({ width: z.number() }).optional(),
        days: z.union([z.literal(30), z.literal(90)]).optional(),
        month: MonthSchema.optional(),
      }),
      response: z.object({ name: z.string() }),
      handle: ({ body }) => json({ name: body.name }),
    }),
    route({
      method: 'POST',
      path: '/api/v1/enter',
      summary: 'Begin a session',
      access: { kind: 'public' },
      response: z.object({ name: z.string() }),
      handle: () => json({ name: 'Ada' }),
    }),
    route({
      method: 'GET',
      path: '/api/v1/broken',
      summary: 'A bug',
      access: { kind: 'public' },
      handle: () => {
        throw new Error('secret detail');
      },
    }),
  ],
  '0.0.0',
);

let app: Awaited<ReturnType<typeof createServer>>;
beforeAll(async () => {
  app = await createServer({
    routes,
    gate,
    baseUrl: 'http://localhost:3000',
    webFolder: '/nonexistent',
    logger: pino({ level: 'silent' }),
    uploadLimit: 1000,
    ready: async () => true,
    checkAnswers: true,
  });
});
afterAll(() => app.close());

const as = (session: string, more: Record<string, string> = {}) => ({ cookie: `jalon=${session}`, ...more });
const things = '/api/v1/partners/contoso/things';

it('asks for a sign-in before anything else', async () => {
  const answer = await app.inject({ url: things });
  expect(answer.statusCode).toBe(401);
  expect(answer.headers['content-type']).toContain('application/problem+json');
  expect(answer.json()).toMatchObject({ code: 'not-signed-in', status: 401 });
});

it('answers 404 for another partner and leaves an entry, whatever the role', async () => {
  refusals.length = 0;
  for (const session of ['admin', 'viewer']) {
    const answer = await app.inject({ url: '/api/v1/partners/fabrikam/things', headers: as(session) });
    expect(answer.statusCode).toBe(404);
  }
  expect(refusals.map((refusal) => refusal.reason)).toEqual(['wrong-partner', 'wrong-partner']);
});

it('names the roles and their holders when the role is missing', async () => {
  const answer = await app.inject({ url: things, headers: as('viewer') });
  expect(answer.statusCode).toBe(403);
  expect(answer.json()).toMatchObject({
    code: 'role-needed',
    neededRoles: ['partner-admin', 'global-admin'],
    holders: [{ displayName: 'Ada Admin of contoso', role: 'partner-admin' }],
  });
});

it('tells somebody of the network who can help in the company that was asked about', async () => {
  const answer = await app.inject({ url: '/api/v1/partners/fabrikam/figures', headers: as('support') });
  expect(answer.statusCode).toBe(403);
  expect(answer.json().holders).toEqual([{ displayName: 'Ada Admin of fabrikam', role: 'partner-admin' }]);
});

it('lets the network side read every partner that exists', async () => {
  const known = await app.inject({ url: '/api/v1/partners/fabrikam/things', headers: as('operator') });
  const unknown = await app.inject({ url: '/api/v1/partners/nobody/things', headers: as('operator') });
  expect([known.statusCode, unknown.statusCode]).toEqual([200, 404]);
  expect(visits).toEqual(['/api/v1/partners/fabrikam/things']);
});

it('answers unchanged data from memory, and 304 to a reader who has it', async () => {
  made = 0;
  const first = await app.inject({ url: things, headers: as('admin') });
  const again = await app.inject({ url: things, headers: as('admin') });
  const tag = first.headers.etag as string;
  const unchanged = await app.inject({ url: things, headers: as('admin', { 'if-none-match': tag }) });
  expect([first.body, again.body, unchanged.statusCode]).toEqual(['{"value":["a"]}', first.body, 304]);
  expect(made).toBeLessThanOrEqual(1);
});

it('refuses unknown fields of the query and of the body by name', async () => {
  const query = await app.inject({ url: `${things}?colour=red`, headers: as('admin') });
  expect(query.statusCode).toBe(400);
  expect(query.json().errors).toEqual([
    { code: 'unknown-field', field: 'colour', detail: 'Noms connus : top.' },
  ]);
  const body = await app.inject({
    method: 'POST',
    url: '/api/v1/things',
    headers: as('admin', { 'x-csrf-token': 'csrf' }),
    payload: { nom: 'x', size: { width: 'wide' }, days: 31, month: '2018-13' },
  });
  expect(body.statusCode).toBe(400);
  expect(body.json().errors).toEqual(
    expect.arrayContaining([
      { code: 'unknown-field', field: 'nom', detail: 'Noms connus : name, size, days, month.' },
      { code: 'missing-field', field: 'name', detail: 'Un texte.' },
      { code: 'invalid-value', field: 'size.width', detail: 'Un nombre, par exemple 12.5.' },
      { code: 'invalid-value', field: 'days', detail: 'Une de ces valeurs : 30, 90 ; par exemple 30.' },
      { code: 'invalid-value', field: 'month', detail: 'Un mois au format AAAA-MM, par exemple 2018-06.' },
    ]),
  );
});

it.each([
  ['without the token', {}, 403],
  ['with a wrong token', { 'x-csrf-token': 'nope' }, 403],
  ['from a foreign page', { 'x-csrf-token': 'csrf', origin: 'https://evil.example' }, 403],
  ['from a foreign page without an address', { 'x-csrf-token': 'csrf', origin: 'null' }, 403],
  ['across sites', { 'x-csrf-token': 'csrf', 'sec-fetch-site': 'cross-site' }, 403],
  ['from our own page', { 'x-csrf-token': 'csrf', origin: 'http://localhost:3000' }, 200],
])('judges a write of a browser %s', async (_how, headers, status) => {
  const answer = await app.inject({
    method: 'POST',
    url: '/api/v1/things',
    headers: as('admin', headers as Record<string, string>),
    payload: { name: 'x' },
  });
  expect(answer.statusCode).toBe(status);
});

it.each([
  ['our own page', 'http://localhost:3000', 200],
  ['a foreign page', 'https://evil.example', 403],
])(
  'lets somebody who is signed in sign in again from %s by its address alone',
  async (_page, origin, status) => {
    const answer = await app.inject({
      method: 'POST',
      url: '/api/v1/enter',
      headers: as('admin', { origin }),
    });
    expect(answer.statusCode).toBe(status);
  },
);

it('needs no forgery token from a program with a bearer token', async () => {
  const answer = await app.inject({
    method: 'POST',
    url: '/api/v1/things',
    headers: { authorization: 'Bearer admin' },
    payload: { name: 'x' },
  });
  expect(answer.statusCode).toBe(200);
});

it.each([
  ['broken JSON', 'application/json', '{"name":', 400, 'invalid-json'],
  ['a form', 'application/x-www-form-urlencoded', 'name=x', 415, 'unsupported-media-type'],
  ['plain text', 'text/plain', '{"name":"x"}', 415, 'unsupported-media-type'],
  ['too much', 'application/json', JSON.stringify({ name: 'x'.repeat(300_000) }), 413, 'too-large'],
])('answers %s with a problem that says what was kept', async (_what, type, payload, status, code) => {
  const headers = as('admin', { 'x-csrf-token': 'csrf', 'content-type': type });
  const answer = await app.inject({ method: 'POST', url: '/api/v1/things', headers, payload });
  expect([answer.statusCode, answer.json().code]).toEqual([status, code]);
  expect(answer.json().detail).toMatch(/^Nothing was changed\. ./);
});

it('tells nothing about a bug', async () => {
  const answer = await app.inject({ url: '/api/v1/broken' });
  expect(answer.statusCode).toBe(500);
  expect(answer.body).not.toContain('secret');
});

it('keeps search engines, frames and foreign scripts out of everything', async () => {
  for (const url of ['/', '/api/v1/openapi.json', '/livez', '/api/v1/nothing', '/go/nowhere', '/api/docs']) {
    const { headers } = await app.inject({ url });
    expect(headers['x-robots-tag']).toBe('noindex, nofollow');
    expect(headers['content-security-policy']).toContain("frame-ancestors 'none'");
    expect(headers['content-security-policy']).not.toContain('unsafe');
    expect(headers['x-content-type-options']).toBe('nosniff');
  }
});

it('gives the page to browsers for every address but not in place of an API answer', async () => {
  const page = await app.inject({ url: '/competencies/devops', headers: { accept: 'text/html' } });
  expect(page.headers['content-type']).toContain('text/html');
  const missing = await app.inject({ url: '/api/v1/nothing', headers: { accept: 'text/html' } });
  expect([missing.statusCode, missing.json().code]).toEqual([404, 'not-found']);
});

it('leads permanent links to their place and unknown ones to the search', async () => {
  const known = await app.inject({ url: '/go/skills-report' });
  const unknown = await app.inject({ url: '/go/some-thing' });
  expect(known.headers.location).toBe('/competencies/report/user-skills');
  expect(unknown.headers.location).toBe('/search?q=some%20thing');
});

it('describes the whole table as OpenAPI 3.1', async () => {
  const document = (await app.inject({ url: '/api/v1/openapi.json' })).json();
  expect(document.openapi).toBe('3.1.0');
  expect(Object.keys(document.paths).sort()).toEqual(
    routes
      .map((each) => each.path)
      .filter((path) => path.startsWith('/api/'))
      .sort(),
  );
  expect((await app.inject({ url: '/api/docs' })).body).toContain('/api/v1/partners/{partnerId}/things');
});
