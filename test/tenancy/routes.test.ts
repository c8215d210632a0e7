import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Ability, abilitiesOf, type Role } from '../../src/contract/roles.ts';
import { newApiToken } from '../../src/features/setup/api-token.ts';
import { ASSOCIATE_REMINDER } from '../../src/features/shared/mail/kinds/associate-reminder.ts';
import type { Route } from '../../src/http/route.ts';
import { listAudit } from '../../src/store/audit-store.ts';
import { addExemption } from '../../src/store/exemptions-store.ts';
import { addIdentityProvider } from '../../src/store/identity-providers-store.ts';
import { listMails } from '../../src/store/mail-store.ts';
import { NETWORK_PARTNER, type PartnerId } from '../../src/store/partner-id.ts';
import { oweReturn } from '../../src/store/transfer-returns-store.ts';
import { type Browser, type DemoServer, demoServer } from '../support/demo-server.ts';
import { openedCase } from './support/opened-case.ts';
import { plannedThings } from './support/planned-things.ts';

const SIGN_INS: Readonly<Record<string, string>> = {
  'partner-admin': 'partner-admin@contoso.example',
  'global-admin': 'global-admin@contoso.example',
  'account-admin': 'account-admin@contoso.example',
  'user-admin': 'user-admin@contoso.example',
  'executive-report-viewer': 'executive-report-viewer@contoso.example',
  'report-viewer': 'report-viewer@contoso.example',
  'programme-operator': 'programme-operator@contoso.example',
  'programme-support': 'programme-support@contoso.example',
  learner: 'zoe@contoso.example',
};
const COMPANY_ROLES = Object.keys(SIGN_INS).filter((role) => !role.startsWith('programme-'));
const NOWHERE = '00000000-0000-4000-8000-000000000000';

let server: DemoServer;
const browsers = new Map<string, Browser>();
/** Ids of things that belong to Fabrikam. */
const fabrikam = {
  userId: '',
  recordId: '',
  importId: '',
  providerId: '',
  mailId: '',
  referralId: '',
  orderId: '',
  exemptionId: '',
  returnId: '',
  planId: '',
  studyId: '',
  assignmentId: '',
};

beforeAll(async () => {
  server = await demoServer();
  for (const [role, email] of Object.entries(SIGN_INS)) browsers.set(role, await server.as(email));
  const admin = await server.as('partner-admin@fabrikam.example');
  const report = (await admin.get('/api/v1/partners/fabrikam/skills-report?top=1')).json();
  fabrikam.userId = report.value[0].userId;
  fabrikam.recordId = report.value[0].recordId;
  const referrals = (await admin.get('/api/v1/partners/fabrikam/referrals')).json();
  fabrikam.referralId = referrals.value[0].referralId;
  const upload = await admin.upload(
    '/api/v1/partners/fabrikam/imports',
    'm.csv',
    'metric,month,value\nazure_customer_consumption,2020-01,1\n',
  );
  fabrikam.importId = upload.json().importId;
  const held = (await admin.get('/api/v1/partners/fabrikam/memberships')).json();
  fabrikam.orderId = held.orders[0].orderId;
  const claim = { partnerId: 'fabrikam' as PartnerId, actor: { kind: 'system', name: 'test' } } as const;
  fabrikam.returnId = (await server.services.database.asTenant(claim, (tx) =>
    oweReturn(tx, {
      orderId: fabrikam.orderId,
      cause: 'paid-twice',
      amountMinor: 1,
      currency: 'USD',
      bankReference: null,
    }),
  ))!;
  fabrikam.exemptionId = await server.services.database.asTenant(claim, (tx) =>
    addExemption(tx, {
      competency: 'devops',
      level: 'gold',
      from: null,
      until: '2026-12-31',
      reason: 'A test.',
    }),
  );
  const added = await server.services.database.asTenant(claim, (tx) =>
    addIdentityProvider(tx, {
      name: 'Fabrikam',
      issuer: null,
      directoryTenant: 'directory of Fabrikam',
      clientId: null,
      sealedClientSecret: null,
      emailDomains: [],
      justInTime: false,
    }),
  );
  await server.services.database.asTenant(claim, async (tx) => {
    await server.services.post.send(tx, {
      kind: ASSOCIATE_REMINDER,
      to: 'nobody@fabrikam.example',
      userId: null,
      locale: 'en',
      values: { name: 'Nobody', situation: 'alone', day: '' },
      path: '/profile',
    });
    fabrikam.mailId = (await listMails(tx, { limit: 1, offset: 0 }))[0]!.mailId;
  });
  Object.assign(fabrikam, await plannedThings(server, claim, fabrikam.userId));
  Object.assign(fabrikam, await openedCase(admin, 'fabrikam', fabrikam.userId));
  fabrikam.providerId = added.kind === 'added' ? added.providerId : '';
});
afterAll(() => server.close());

function addressOf(route: Route, ids: Readonly<Record<string, string>>): string {
  return route.path.replace(/\{(\w+)\}/g, (_all, name: string) => ids[name] ?? NOWHERE);
}

/** What a body must hold to be looked at, where an empty one is refused before the id is. */
const BODIES: Readonly<Record<string, object>> = {
  '/api/v1/partners/{partnerId}/exemptions/{exemptionId}/end': { until: '2026-12-01' },
  '/api/v1/partners/{partnerId}/orders/{orderId}/confirm-payment': { reference: 'BANK 1' },
  '/api/v1/partners/{partnerId}/transfer-returns/{returnId}/given-back': { on: '2026-11-01' },
  '/api/v1/partners/{partnerId}/users/{userId}/leave': { on: null },
  '/api/v1/partners/{partnerId}/cases/{caseId}/messages': { message: 'A message.' },
  '/api/v1/partners/{partnerId}/cases/{caseId}/close': { outcome: 'withdrawn', message: 'Taken back again.' },
  '/api/v1/partners/{partnerId}/provisioning/groups/{groupId}': { role: null },
  '/api/v1/partners/{partnerId}/referrals/{referralId}': { state: 'won' },
  '/api/v1/partners/{partnerId}/referrals/{referralId}/notes': { note: 'A note.' },
  '/api/v1/partners/{partnerId}/users/{userId}/work-accounts': { providerId: NOWHERE, externalId: 'x' },
};

/** What must be asked along, by the last part of the path. */
const QUERIES: Readonly<Record<string, string>> = {
  search: '?q=a',
  file: '?format=csv',
  'next-best': '?person=somebody&skill=exam:70-761',
};

async function ask(browser: Browser, route: Route, url: string): Promise<{ status: number; body: string }> {
  if (route.method === 'GET') {
    const query = QUERIES[route.path.split('/').at(-1)!] ?? '';
    const answer = await browser.get(url + query);
    return { status: answer.statusCode, body: answer.body };
  }
  const answer = route.upload
    ? await browser.upload(url, 'm.csv', 'metric,month,value\nazure_customer_consumption,2020-01,1\n')
    : await browser.send(
        route.method as 'POST' | 'PATCH',
        url,
        route.body === undefined ? undefined : (BODIES[route.path] ?? {}),
      );
  return { status: answer.statusCode, body: answer.body };
}

const FOREIGN = { partnerId: 'fabrikam', competency: 'data-platform', sourceId: 'microsoft-learning' };

/** Some of these ask many hundreds of times. */
const PATIENCE = 300_000;

describe('another company', () => {
  it(
    'is nowhere, on every route and for every role of a company',
    async () => {
      const routes = server.routes.filter(({ path }) => path.includes('{partnerId}'));
      expect(routes.length).toBeGreaterThan(15);
      for (const route of routes) {
        const url = addressOf(route, { ...FOREIGN, ...fabrikam });
        for (const role of COMPANY_ROLES) {
          const { status, body } = await ask(browsers.get(role)!, route, url);
          expect([route.method, url, role, status]).toEqual([route.method, url, role, 404]);
          expect(JSON.parse(body).code).toBe('not-found');
        }
      }
    },
    PATIENCE,
  );

  it('is not reached by its ids through the own company either', async () => {
    const routes = server.routes.filter(({ path }) =>
      /\{(userId|recordId|importId|providerId|mailId|tokenId|groupId|orderId|referralId|exemptionId|returnId|planId|studyId|assignmentId|caseId)\}/.test(
        path,
      ),
    );
    expect(routes.length).toBeGreaterThan(5);
    for (const route of routes) {
      const url = addressOf(route, { ...FOREIGN, ...fabrikam, partnerId: 'contoso' });
      const may = neededFor(route.access).some((ability) => abilitiesOf(['global-admin']).has(ability));
      const browser = browsers.get(may ? 'global-admin' : 'programme-operator')!;
      const { status } = await ask(browser, route, url);
      expect([route.method, url, status]).toEqual([route.method, url, 404]);
    }
  });

  it('leaves an entry in the reader’s own audit trail when it is asked about', async () => {
    await browsers.get('report-viewer')!.get('/api/v1/partners/fabrikam/overview');
    const claim = { partnerId: 'contoso' as PartnerId, actor: { kind: 'system', name: 'test' } } as const;
    const events = await server.services.database.readAsTenant(claim, (tx) =>
      listAudit(tx, { top: 1, skip: 0 }),
    );
    expect(events[0]).toMatchObject({
      action: 'access.refused-partner',
      details: { path: '/api/v1/partners/fabrikam/overview' },
    });
  });

  it('finds in its own trail whom of the network has read what of it, once for a visit', async () => {
    const users = '/api/v1/partners/fabrikam/users';
    const person = `${users}/${fabrikam.userId}`;
    const visits = async () => {
      const claim = { partnerId: 'fabrikam' as PartnerId, actor: { kind: 'system', name: 'test' } } as const;
      const events = await server.services.database.readAsTenant(claim, (tx) =>
        listAudit(tx, { top: 50, skip: 0 }),
      );
      return events
        .filter(({ action }) => action === 'access.by-network')
        .map(({ actor, details }) => [actor, details.path])
        .reverse();
    };
    const before = (await visits()).length;
    for (const role of ['programme-operator', 'programme-support']) {
      const browser = browsers.get(role)!;
      const own = `user:${(await browser.get('/api/v1/me')).json().userId}`;
      const known = (await visits()).length;
      expect((await browser.get(`${users}?search=somebody`)).statusCode).toBe(200);
      expect((await browser.get(`${users}?skip=1`)).statusCode).toBe(200);
      expect((await browser.get(person)).statusCode).toBe(200);
      expect((await visits()).slice(known)).toEqual([
        [own, users],
        [own, person],
      ]);
    }
    const present = server.clock.now;
    server.clock.now = new Date(present.getTime() + 15 * 60_000);
    await browsers.get('programme-support')!.get(users);
    server.clock.now = present;
    await (await server.as('partner-admin@fabrikam.example')).get(users);
    expect((await visits()).slice(before)).toHaveLength(5);
  });

  it('is nowhere for a program with a token of one company', async () => {
    const { token } = await newApiToken(server.services, {
      partnerId: 'contoso' as PartnerId,
      role: 'global-admin',
      label: null,
    });
    const headers = { authorization: `Bearer ${token}` };
    const own = await server.app.inject({ url: '/api/v1/partners/contoso/users', headers });
    const other = await server.app.inject({ url: '/api/v1/partners/fabrikam/users', headers });
    const network = await server.app.inject({ url: `/api/v1/partners/${NETWORK_PARTNER}/users`, headers });
    expect([own.statusCode, other.statusCode, network.statusCode]).toEqual([200, 404, 404]);
  });
});

/** One of these abilities opens a route; with none, everybody who belongs to the company. */
function neededFor(access: Route['access']): readonly Ability[] {
  if (access.kind === 'partner') return access.abilities;
  return access.kind === 'ability' || access.kind === 'source' ? [access.ability] : ['provisioning'];
}

describe('every route', () => {
  it('asks for a sign-in unless it is public', async () => {
    for (const route of server.routes.filter(({ access }) => access.kind !== 'public')) {
      const url = addressOf(route, { ...FOREIGN, partnerId: 'contoso' });
      const answer = await server.app.inject({ method: route.method, url });
      expect([route.method, url, answer.statusCode]).toEqual([route.method, url, 401]);
    }
  });

  it(
    'opens to exactly the roles whose abilities it names',
    async () => {
      let opened = 0;
      for (const route of server.routes) {
        const { access } = route;
        if (access.kind === 'public' || access.kind === 'signed-in' || route.path.endsWith('/sign-out'))
          continue;
        const needed = neededFor(access);
        for (const [role, browser] of browsers) {
          const abilities = abilitiesOf(role === 'learner' ? [] : [role as Role]);
          const may = needed.length === 0 || needed.some((ability) => abilities.has(ability));
          const url = addressOf(route, {
            ...FOREIGN,
            partnerId: 'contoso',
            programme: 'microsoft-competencies',
          });
          const { status } = await ask(browser, route, url);
          // Behind the door an id may be unknown (404), a body empty (400) or the file of another kind (403).
          const kindDecides = route.path.includes('/imports');
          if (may) {
            opened += 1;
            expect([route.method, url, role, status < 500]).toEqual([route.method, url, role, true]);
            if (!kindDecides)
              expect([route.method, url, role, status]).not.toEqual([route.method, url, role, 403]);
          } else {
            expect([route.method, url, role, status]).toEqual([route.method, url, role, 403]);
          }
        }
      }
      expect(opened).toBeGreaterThan(60);
    },
    PATIENCE,
  );

  it(
    'refuses fields it does not know',
    async () => {
      const admin = browsers.get('global-admin')!;
      for (const route of server.routes.filter(({ access }) => access.kind !== 'public')) {
        if (route.upload || route.path.endsWith('/sign-out')) continue;
        const url = addressOf(route, {
          ...FOREIGN,
          partnerId: 'contoso',
          programme: 'microsoft-competencies',
        });
        const answer =
          route.method === 'GET'
            ? await admin.get(`${url}?nonsense=1`)
            : await admin.send(route.method as 'POST', url, { nonsense: 1 });
        const mayAsk = answer.statusCode !== 403;
        if (mayAsk) expect([url, answer.statusCode]).toEqual([url, 400]);
      }
    },
    PATIENCE,
  );
});

describe('a session', () => {
  it('ends at once when the person signs out', async () => {
    const browser = await server.as('yann@contoso.example');
    expect((await browser.get('/api/v1/me')).statusCode).toBe(200);
    expect((await browser.send('POST', '/api/v1/sign-out')).statusCode).toBe(204);
    expect((await browser.get('/api/v1/me')).statusCode).toBe(401);
  });

  it('loses a right within a second of its removal', async () => {
    const browser = await server.as('report-viewer@contoso.example');
    const overview = '/api/v1/partners/contoso/overview';
    expect((await browser.get(overview)).statusCode).toBe(200);
    const me = (await browser.get('/api/v1/me')).json();
    const claim = { partnerId: 'contoso' as PartnerId, actor: { kind: 'system', name: 'test' } } as const;
    await server.services.database.asTenant(claim, (tx) =>
      tx.sql
        .updateTable('user_role')
        .set({ ended_at: tx.now })
        .where('partner_id', '=', 'contoso')
        .where('user_id', '=', me.userId)
        .execute(),
    );
    server.clock.now = new Date(server.clock.now.getTime() + 1_000);
    expect((await browser.get(overview)).statusCode).toBe(403);
  });

  it('ends after eight hours without use, and lives on while it is used', async () => {
    const idle = await server.as('claire@contoso.example');
    const used = await server.as('zoe@contoso.example');
    const begin = server.clock.now.getTime();
    server.clock.now = new Date(begin + 5 * 3_600_000);
    expect((await used.get('/api/v1/me')).statusCode).toBe(200);
    server.clock.now = new Date(begin + 9 * 3_600_000);
    expect((await used.get('/api/v1/me')).statusCode).toBe(200);
    expect((await idle.get('/api/v1/me')).statusCode).toBe(401);
  });
});

describe('signing in', () => {
  it('answers alike for an unknown address and for a wrong password', async () => {
    const attempt = (email: string) =>
      server.app.inject({ method: 'POST', url: '/api/v1/sign-in', payload: { email, password: 'wrong' } });
    const [unknown, wrong] = [
      await attempt('nobody@contoso.example'),
      await attempt('claire@contoso.example'),
    ];
    const withoutId = (body: string) => ({ ...JSON.parse(body), instance: null });
    expect([unknown.statusCode, wrong.statusCode]).toEqual([401, 401]);
    expect(withoutId(unknown.body)).toEqual(withoutId(wrong.body));
  });

  it('is refused for a while after ten failures, and says how long', async () => {
    const attempt = () =>
      server.app.inject({
        method: 'POST',
        url: '/api/v1/sign-in',
        payload: { email: 'someone@contoso.example', password: 'wrong' },
      });
    for (let tries = 0; tries < 10; tries++) expect((await attempt()).statusCode).toBe(401);
    const refused = await attempt();
    expect([refused.statusCode, refused.json().code]).toEqual([429, 'too-many-attempts']);
    expect(Number(refused.headers['retry-after'])).toBeGreaterThan(0);
  });

  it('from a page of another site is refused', async () => {
    const answer = await server.app.inject({
      method: 'POST',
      url: '/api/v1/sign-in',
      headers: { origin: 'https://evil.example' },
      payload: { email: 'a@b.example', password: 'x' },
    });
    expect([answer.statusCode, answer.json().code]).toEqual([403, 'foreign-origin']);
  });
});
