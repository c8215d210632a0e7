/** Ids of another company, and ways in that no role of a person has: held against every route of the route table. */
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { PARTNER_ROLES, ROLES } from '../../src/contract/roles.ts';
import { newApiToken } from '../../src/features/setup/api-token.ts';
import type { Route } from '../../src/http/route.ts';
import { addExemption } from '../../src/store/exemptions-store.ts';
import { addNotices, listNotices } from '../../src/store/notices-store.ts';
import type { PartnerId } from '../../src/store/partner-id.ts';
import { addPasskey } from '../../src/store/passkeys-store.ts';
import { oweReturn } from '../../src/store/transfer-returns-store.ts';
import { linkUserIdentity } from '../../src/store/user-identities-store.ts';
import { account, associate, newPerson, proofOf, showAccount } from '../support/associating.ts';
import { type DemoServer, demoServer } from '../support/demo-server.ts';
import { type Directory, directoryOf } from '../support/directory.ts';
import { type DemoProvider, localProviderOf } from '../support/local-provider.ts';

/** What a path may name. Whoever adds a name says here whose it is, and the sweeps below hold it against its owner. */
const NAMES = {
  ofCompany: [
    ...['partnerId', 'userId', 'recordId', 'importId', 'providerId', 'mailId', 'tokenId', 'groupId'],
    ...['associationId', 'orderId', 'referralId', 'exemptionId', 'returnId'],
    ...['planId', 'studyId', 'assignmentId', 'caseId', 'fileId'],
  ],
  ofPerson: [
    'tokenId',
    'scheduleId',
    'proofId',
    'associationId',
    'recordId',
    'sessionId',
    'passkeyId',
    'identityId',
    'noticeId',
  ],
  ofDirectory: ['id'],
  ofNobody: [
    ...['programme', 'competency', 'line', 'sourceId', 'name', 'token', 'provider', 'document', 'slug'],
    // Of learning accounts, which only the network merges.
    ...['mergeId', 'proposalId'],
    ...['keyId', 'deliveryId', 'rejectionId', 'requestId', 'announcementId', 'draftId'],
    ...['rehearsalId', 'publicationId'],
  ],
};
/** What answers without a sign-in: whoever adds to it says so here. */
const PUBLIC = [
  'GET /.well-known/credential-keys/{keyId}',
  'GET /.well-known/jwks.json',
  'GET /api/docs',
  'GET /api/v1/openapi.json',
  'GET /api/v1/redeem-link/{token}',
  'GET /api/v1/set-up/{token}',
  'GET /api/v1/sign-in/providers',
  'GET /api/v1/unsubscribe',
  'GET /calendar/{token}.ics',
  'GET /go/{name}',
  'GET /oidc/callback/learning',
  'GET /oidc/callback/{provider}',
  'GET /p/{slug}',
  'GET /p/{slug}/credentials/{programme}/{competency}',
  'GET /p/{slug}/logo',
  'GET /p/{slug}/revoked-credentials',
  'GET /partners',
  'GET /robots.txt',
  'GET /sitemap.xml',
  'GET /verify',
  'POST /api/v1/business-profiles/{slug}/enquiries',
  'POST /api/v1/join-requests',
  'POST /api/v1/password-reset',
  'POST /api/v1/redeem-link',
  'POST /api/v1/set-up',
  'POST /api/v1/sign-in',
  'POST /api/v1/sign-in/passkey',
  'POST /api/v1/sign-in/passkey/options',
  'POST /api/v1/sign-in/second-step',
  'POST /api/v1/sign-in/work-account',
  'POST /api/v1/unsubscribe',
];

let server: DemoServer;
let provider: DemoProvider;
let contoso: Directory;
/** Of a person of Fabrikam, and of its directory. */
const foreign: Record<string, string> = { partnerId: 'fabrikam', slug: 'fabrikam' };
const secrets: string[] = [];

beforeAll(async () => {
  server = await demoServer();
  provider = await localProviderOf(server);
  contoso = await directoryOf(server, 'contoso');
  const fabrikam = await directoryOf(server, 'fabrikam');
  const sent = { schemas: [], userName: 'secret.person@fabrikam.example', displayName: 'Secret Person' };
  foreign.id = (await fabrikam.send('POST', '/Users', sent)).json().id;
  const group = { schemas: [], displayName: 'Secret Group', members: [{ value: foreign.id }] };
  foreign.groupId = (await fabrikam.send('POST', '/Groups', group)).json().id;
  const { userId, browser } = await newPerson(server, 'fabrikam');
  const associated = await associate(server, { browser }, account('8600001'), ['partner-university']);
  foreign.associationId = associated.json().value[0].associationId;
  foreign.proofId = proofOf(await showAccount(server, { browser }, account('8600002')))
    .split('/')
    .at(-1)!;
  foreign.sessionId = (await browser.get('/api/v1/me/security')).json().sessions[0].sessionId;
  foreign.passkeyId = 'passkey-of-fabrikam';
  const claim = { partnerId: 'fabrikam' as PartnerId, actor: { kind: 'user', userId } } as const;
  foreign.identityId = await server.services.database.asTenant(claim, async (tx) => {
    const parts = { publicKey: Buffer.from('k'), counter: 0, transports: [], name: 'key' };
    await addPasskey(tx, { ...parts, passkeyId: foreign.passkeyId!, userId });
    const link = { providerId: null, issuer: 'https://issuer.example', subject: randomUUID() };
    await linkUserIdentity(tx, { ...link, userId, name: null });
    const row = await tx.sql.selectFrom('user_identity').select('identity_id').where('user_id', '=', userId);
    return (await row.executeTakeFirstOrThrow()).identity_id;
  });
  // A task of that person: only he or she can do it.
  const task = { kind: 'report-check', onceKey: 'task of fabrikam', isTask: true, mailMode: 'off' } as const;
  const content = { ...task, programme: '', day: '', anniversary: '2027-01-01', threatened: [] };
  await server.services.database.asTenant(claim, (tx) =>
    addNotices(tx, [{ ...task, userId, content, mailDue: null }]),
  );
  foreign.noticeId = await server.services.database.readAsTenant(claim, async (tx) => {
    const [notice] = await listNotices(
      tx,
      userId,
      { show: 'tasks', kinds: [task.kind] },
      { limit: 1, offset: 0 },
    );
    return notice!.noticeId;
  });
  const admin = await server.as('partner-admin@fabrikam.example');
  const report = (await admin.get('/api/v1/partners/fabrikam/skills-report?top=1')).json();
  foreign.recordId = report.value[0].recordId;
  const held = (await admin.get('/api/v1/partners/fabrikam/memberships')).json();
  foreign.orderId = held.orders[0].orderId;
  const owed = { cause: 'paid-twice', amountMinor: 1, currency: 'USD', bankReference: null } as const;
  foreign.returnId = (await server.services.database.asTenant(claim, (tx) =>
    oweReturn(tx, { orderId: foreign.orderId!, ...owed }),
  ))!;
  foreign.exemptionId = await server.services.database.asTenant(claim, (tx) =>
    addExemption(tx, {
      competency: 'devops',
      level: 'gold',
      from: null,
      until: '2026-12-31',
      reason: 'A test.',
    }),
  );
  secrets.push('Secret Person', 'secret.person', 'Secret Group', '8600001', '8600002', foreign.id!);
});
afterAll(async () => {
  await provider.close();
  await server.close();
});

function namesIn({ path }: Route): string[] {
  return [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name!);
}

function addressOf(route: Route): string {
  return route.path.replace(/\{(\w+)\}/g, (_all, name: string) => foreign[name] ?? 'x');
}

function kindOf({ access, path }: Route): string {
  if (path.includes('{partnerId}')) return 'ofCompany';
  if (access.kind === 'provisioning') return 'ofDirectory';
  return path.startsWith('/api/v1/me/') ? 'ofPerson' : 'ofNobody';
}

/** What must be sent along for the id to be looked at. */
const BODIES: Readonly<Record<string, object>> = {
  'POST code': { code: '123456' },
  'PATCH {scheduleId}': { paused: true },
};

/** Each of these asks hundreds of times. */
const PATIENCE = 120_000;

it('every name in a path belongs to somebody, who is asked below or in the sweep of companies', () => {
  for (const route of server.routes) {
    const known = [...NAMES[kindOf(route) as keyof typeof NAMES], ...NAMES.ofNobody];
    for (const name of namesIn(route))
      expect([route.path, known]).toEqual([route.path, expect.arrayContaining([name])]);
  }
  expect(server.routes.length).toBeGreaterThan(110);
});

it('what answers without a sign-in is known, and tells nobody anything about a company', async () => {
  const routes = server.routes.filter(({ access }) => access.kind === 'public');
  expect(routes.map(({ method, path }) => `${method} ${path}`).sort()).toEqual(PUBLIC);
  for (const route of routes) {
    const asked = { method: route.method, url: addressOf(route) };
    const answer = await server.app.inject(route.method === 'GET' ? asked : { ...asked, payload: {} });
    expect([route.path, answer.statusCode < 500]).toEqual([route.path, true]);
    for (const secret of secrets) expect(answer.body).not.toContain(secret);
  }
});

describe('what is a person’s own', () => {
  it(
    'is nowhere for anybody else, on every route about oneself and for every role',
    async () => {
      const routes = server.routes.filter(
        (route) => kindOf(route) === 'ofPerson' && namesIn(route).length > 0,
      );
      expect(routes.length).toBeGreaterThanOrEqual(10);
      const emails = [...ROLES, 'zoe'].map((role) => `${role}@contoso.example`);
      for (const email of emails) {
        const browser = await server.as(email);
        for (const route of routes) {
          const method = route.method as 'POST';
          const body = BODIES[`${method} ${route.path.split('/').at(-1)}`];
          const answer =
            method === ('GET' as string)
              ? await browser.get(addressOf(route))
              : await browser.send(method, addressOf(route), body);
          expect([route.method, route.path, email, answer.statusCode]).toEqual([
            ...[route.method, route.path, email],
            404,
          ]);
          for (const secret of secrets) expect(answer.body).not.toContain(secret);
        }
      }
    },
    PATIENCE,
  );
});

describe('the directory of one company', () => {
  const sent: Readonly<Record<string, unknown>> = {
    PUT: { schemas: [], userName: 'x@contoso.example', displayName: 'x' },
    PATCH: { Operations: [{ op: 'replace', path: 'displayName', value: 'x' }] },
  };

  it('finds nothing by the ids of another, on every route of its service', async () => {
    const routes = server.routes.filter((route) => kindOf(route) === 'ofDirectory');
    expect(routes.length).toBeGreaterThanOrEqual(15);
    for (const route of routes) {
      const id = route.path.includes('/Groups') ? foreign.groupId! : foreign.id!;
      const path = route.path.replace('/scim/v2', '').replace('{id}', id);
      if (!route.path.includes('{id}') && route.method === 'POST') continue;
      const method = route.method as 'PUT';
      const answer =
        sent[method] === undefined && method !== ('DELETE' as string)
          ? await contoso.get(path)
          : await contoso.send(method, path, sent[method]);
      const own = !route.path.includes('{id}') || !/Users|Groups/.test(route.path);
      const told = [route.method, route.path, answer.statusCode];
      if (!own) expect(told).toEqual([route.method, route.path, 404]);
      else expect([route.method, route.path, answer.statusCode < 500]).toEqual([...told.slice(0, 2), true]);
      for (const secret of ['Secret', 'secret.person']) expect(answer.body).not.toContain(secret);
    }
    for (const filter of [`id eq "${foreign.id}"`, 'userName eq "secret.person@fabrikam.example"']) {
      const found = await contoso.get(`/Users?filter=${encodeURIComponent(filter)}`);
      expect(found.json().totalResults).toBe(0);
    }
  });

  it(
    'opens no route but those of its service',
    async () => {
      const headers = { authorization: `Bearer ${contoso.token}` };
      for (const route of server.routes) {
        if (route.access.kind === 'public' || route.access.kind === 'provisioning') continue;
        for (const partnerId of ['contoso', 'fabrikam']) {
          const url = addressOf(route).replace('/fabrikam', `/${partnerId}`);
          const answer = await server.app.inject({ method: route.method, url, headers });
          // Another company is nowhere; the own one is closed.
          const told = [route.method, url, answer.statusCode];
          expect([403, 404].includes(answer.statusCode) ? [] : told).toEqual([]);
        }
      }
    },
    PATIENCE,
  );
});

it(
  'a program with a token of one company is nowhere in another, on every route and with every role',
  async () => {
    const routes = server.routes.filter(({ path }) => path.includes('{partnerId}'));
    for (const role of PARTNER_ROLES) {
      const made = { partnerId: 'contoso' as PartnerId, role, label: null };
      const { token } = await newApiToken(server.services, made);
      const headers = { authorization: `Bearer ${token}` };
      for (const route of routes) {
        const answer = await server.app.inject({ method: route.method, url: addressOf(route), headers });
        expect([route.method, route.path, role, answer.statusCode]).toEqual([
          ...[route.method, route.path, role],
          404,
        ]);
      }
    }
  },
  PATIENCE,
);
