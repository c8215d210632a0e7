/** Two companies that become one. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { PartnerMergePreview, PartnerMergeRunView } from '../../src/contract/partner-merges.ts';
import { withFiguresOn } from '../../src/domain/facts/figures-on.ts';
import { togetherOrAgain } from '../../src/features/shared/together-or-again.ts';
import { accountHistory } from '../../src/store/account-claims.ts';
import { startAssociation } from '../../src/store/associations-store.ts';
import { firstBrokenAudit } from '../../src/store/audit-store.ts';
import { checkEvidence } from '../../src/store/check-evidence.ts';
import { type TenantTransaction, withNetworkSight } from '../../src/store/database.ts';
import { loadFactsFromRows } from '../../src/store/facts-store.ts';
import { recordMetric } from '../../src/store/metrics-store.ts';
import type { PartnerId } from '../../src/store/partner-id.ts';
import { roleAssignments } from '../../src/store/user-roles-store.ts';
import { type Browser, type DemoServer, demoServer } from '../support/demo-server.ts';

const PATH = '/api/v1/network/partner-merges';
const OPERATOR = 'programme-operator@contoso.example';
const SYSTEM = { kind: 'system', name: 'test' } as const;

function at<T>(
  server: DemoServer,
  partnerId: string,
  work: (tx: TenantTransaction) => Promise<T>,
): Promise<T> {
  return server.services.database.asTenant({ partnerId: partnerId as PartnerId, actor: SYSTEM }, work);
}

/** A moment later, as anything that happens after another thing. */
function later(server: DemoServer, minutes = 10): void {
  server.clock.now = new Date(server.clock.now.getTime() + minutes * 60_000);
}

/** Asks for a merge and waits for its end. */
async function merge(operator: Browser, body: object): Promise<PartnerMergeRunView> {
  const answer = await operator.send('POST', PATH, body);
  expect(answer.statusCode).toBe(202);
  return ended(operator, answer.json());
}

async function ended(operator: Browser, begun: PartnerMergeRunView): Promise<PartnerMergeRunView> {
  let run = begun;
  while (run.state === 'queued' || run.state === 'running') {
    await new Promise((resolve) => setTimeout(resolve, 50));
    run = (await operator.get(`${PATH}/${run.mergeId}`)).json();
  }
  return run;
}

async function levelStates(browser: Browser, partnerId: string, question = '') {
  const answer = await browser.get(`/api/v1/partners/${partnerId}/competencies${question}`);
  expect(answer.statusCode).toBe(200);
  return answer.json();
}

interface OpenClaim {
  readonly association_id: string;
  readonly provider: string;
  readonly account_id: string;
  readonly user_id: string;
}

function openClaims(server: DemoServer, partnerId: string): Promise<readonly OpenClaim[]> {
  return at(server, partnerId, (tx) =>
    tx.sql
      .selectFrom('account_claim')
      .select(['association_id', 'provider', 'account_id', 'user_id'])
      .where('partner_id', '=', partnerId)
      .where('voided_at', 'is', null)
      .where((where) => where.fn<boolean>('upper_inf', ['period']))
      .orderBy('association_id')
      .execute(),
  );
}

/** Of those who work there: who has left takes no association along. */
async function claimsOfStaff(server: DemoServer, partnerId: string): Promise<readonly OpenClaim[]> {
  const claims = await openClaims(server, partnerId);
  const staff = await at(server, partnerId, (tx) =>
    tx.sql
      .selectFrom('app_user')
      .select('user_id')
      .where('partner_id', '=', partnerId)
      .where('status', 'in', ['active', 'disabled'])
      .where((where) =>
        where.or([where('employed_until', 'is', null), where('employed_until', '>', '2026-11-21')]),
      )
      .execute(),
  );
  const ids = new Set(staff.map(({ user_id }) => user_id));
  return claims.filter(({ user_id }) => ids.has(user_id));
}

describe('a company that becomes part of another one', () => {
  const asked = { from: 'fabrikam', into: 'contoso' };
  const repeated = { 'repeatability-request-id': 'merge-1' };
  let server: DemoServer;
  let operator: Browser;
  let preview: PartnerMergePreview;
  let former: Browser;
  let before: { fabrikam: unknown; contoso: unknown; claims: readonly OpenClaim[]; day: string };
  let body: object;

  beforeAll(async () => {
    server = await demoServer();
    operator = await server.as(OPERATOR);
    former = await server.as('partner-admin@fabrikam.example');
    later(server);
    const knownAt = server.clock.now.toISOString();
    const question = `?knownAt=${knownAt}`;
    before = {
      fabrikam: await levelStates(operator, 'fabrikam', question),
      contoso: await levelStates(operator, 'contoso', question),
      claims: await claimsOfStaff(server, 'fabrikam'),
      day: question,
    };
    later(server);
  });
  afterAll(() => server.close());

  it('is told before what the one company will hold, without anything being changed', async () => {
    const answer = await operator.send('POST', `${PATH}/preview`, asked);
    expect(answer.statusCode).toBe(200);
    preview = answer.json();
    const { effect, from } = preview;
    expect(from).toEqual({ partnerId: 'fabrikam', name: 'Fabrikam' });
    expect(effect!.associations + effect!.pmcAssociations).toBe(before.claims.length);
    expect(effect!.memberships.from.map(({ anniversary }) => anniversary)).toEqual(['2027-06-21']);
    expect(effect!.memberships.into.map(({ anniversary }) => anniversary)).toEqual(['2027-03-21']);
    expect(effect!.memberships.after).toMatchObject([{ offer: 'gold', anniversary: '2027-06-21' }]);
    expect(effect!.anniversary).toBe('2027-06-21');
    expect(await claimsOfStaff(server, 'fabrikam')).toEqual(before.claims);
  });

  it('brings every level that either of them has', () => {
    const { levels } = preview.effect!;
    const held = (state: string | null) => state === 'active' || state === 'at-risk';
    const either = levels.filter(({ from, into }) => held(from) || held(into));
    expect(either.some(({ from, into }) => held(from) && !held(into))).toBe(true);
    expect(either.filter(({ after }) => !held(after))).toEqual([]);
  });

  it('is not merged without its name, a reason and the role', async () => {
    const without = { ...asked, keepRoles: true, reason: 'Taken over in November', confirm: 'fabrikam' };
    const unnamed = await operator.send('POST', PATH, without);
    expect([unnamed.statusCode, unnamed.json().code]).toEqual([400, 'not-confirmed']);
    const noReason = await operator.send('POST', PATH, { ...without, confirm: 'Fabrikam', reason: '' });
    expect(noReason.statusCode).toBe(400);
    const support = await server.as('programme-support@contoso.example');
    const refused = await support.send('POST', `${PATH}/preview`, asked);
    expect([refused.statusCode, refused.json().neededRoles]).toEqual([403, ['programme-operator']]);
    expect(await claimsOfStaff(server, 'fabrikam')).toEqual(before.claims);
  });

  it('is merged once, of two that ask at once', async () => {
    body = { ...asked, keepRoles: true, reason: 'Taken over in November', confirm: 'Fabrikam' };
    const answers = await Promise.all([
      operator.send('POST', PATH, body, repeated),
      operator.send('POST', PATH, body),
    ]);
    expect(answers.map(({ statusCode }) => statusCode).sort()).toEqual([202, 409]);
    const begun = answers.find(({ statusCode }) => statusCode === 202)!;
    const run = await ended(operator, begun.json());
    expect(begun.headers['operation-location']).toBe(`${PATH}/${run.mergeId}`);
    expect(run).toMatchObject({ state: 'done', failure: null, counts: { people: preview.effect!.moving } });
    expect(run.done).toBe(run.total);
    const again = await operator.send('POST', PATH, body);
    expect([again.statusCode, again.json().code]).toEqual([409, 'from-merged']);
    const other = await operator.send('POST', PATH, body, { 'repeatability-request-id': 'merge-2' });
    expect([other.statusCode, other.json().code]).toEqual([409, 'from-merged']);
    const { value } = (await operator.get(PATH)).json();
    expect(value).toMatchObject([
      { from: { name: 'Fabrikam' }, into: { partnerId: 'contoso' }, reason: 'Taken over in November' },
    ]);
    expect(value[0].counts.people).toBe(preview.effect!.moving);
    later(server);
  });

  it('keeps every association under its id, for the same person, without using up a start', async () => {
    const [inContoso, inFabrikam] = [
      await openClaims(server, 'contoso'),
      await openClaims(server, 'fabrikam'),
    ];
    expect(inFabrikam).toEqual([]);
    const kept = inContoso.filter((claim) =>
      before.claims.some((one) => one.association_id === claim.association_id),
    );
    expect(kept).toEqual(before.claims);
    const { provider, account_id: accountId } = before.claims[0]!;
    const history = await at(server, 'contoso', (tx) =>
      withNetworkSight(tx, () => accountHistory(tx, { provider, accountId })),
    );
    expect(history.slice(-2)).toMatchObject([
      { partner: 'fabrikam', continues: false },
      { partner: 'contoso', continues: true, until: null },
    ]);
  });

  it('answers for the time before as it was known then, as the other one does', async () => {
    expect(await levelStates(operator, 'fabrikam', before.day)).toEqual(before.fabrikam);
    expect(await levelStates(operator, 'contoso', before.day)).toEqual(before.contoso);
  });

  it('holds on a day before what it held then, also by what is known now', async () => {
    const day = '?asOf=2026-11-20';
    // That people left the day after is known by now, and threatens what was held.
    const held = ({ levels }: { levels: { competency: string; level: string; state: string }[] }) =>
      levels.map(({ competency, level, state }) => [competency, level, state.replace('at-risk', 'active')]);
    for (const company of ['fabrikam', 'contoso'] as const) {
      const then = await levelStates(operator, company, `${day}&${before.day.slice(1)}`);
      expect(held(await levelStates(operator, company, day))).toEqual(held(then));
    }
  });

  it('counts at the other one as was told, in the evidence as in the rows', async () => {
    const told = preview
      .effect!.levels.filter(
        ({ programme, after }) => programme === 'microsoft-competencies' && after !== null,
      )
      .map(({ competency, level, after }) => `${competency}/${level} ${after}`);
    const { levels } = await levelStates(operator, 'contoso');
    const is = levels.map(
      ({ competency, level, state }: { competency: string; level: string; state: string }) =>
        `${competency}/${level} ${state}`,
    );
    expect(told.length).toBeGreaterThan(3);
    expect(is.sort()).toEqual(told.sort());
    for (const company of ['contoso', 'fabrikam'])
      expect(await at(server, company, checkEvidence)).toBeNull();
  });

  it('has people who sign in as before, at the other one, with their roles', async () => {
    expect((await former.get('/api/v1/me')).statusCode).toBe(401);
    const browser = await server.as('partner-admin@fabrikam.example');
    const me = (await browser.get('/api/v1/me')).json();
    expect([me.partner.id, me.roles]).toEqual(['contoso', ['partner-admin']]);
    expect((await browser.get('/api/v1/partners/contoso/skills-report')).statusCode).toBe(200);
    expect((await browser.get('/api/v1/partners/fabrikam/skills-report')).statusCode).toBe(404);
    const notices = (await browser.get('/api/v1/me/notices?lang=en')).json().value;
    expect(notices.map(({ title }: { title: string }) => title)).toContain(
      'Fabrikam is now part of Contoso Conseil',
    );
  });

  it('stays to be read by the operator, with its trail, and takes nothing new', async () => {
    const summary = (await operator.get('/api/v1/partners/fabrikam')).json();
    expect(summary).toMatchObject({ mergedInto: 'contoso' });
    const report = (await operator.get('/api/v1/partners/fabrikam/skills-report?asOf=2026-11-20')).json();
    expect(report.value.length).toBeGreaterThan(0);
    const refused = await operator.send('POST', '/api/v1/partners/fabrikam/enrolments', {
      programme: 'microsoft-competencies',
    });
    expect([refused.statusCode, refused.json().code]).toEqual([409, 'company-taken-over']);
    for (const company of ['contoso', 'fabrikam', 'network']) {
      expect(await at(server, company, firstBrokenAudit)).toBeNull();
    }
    const trail = (await operator.get('/api/v1/network/audit-events?subject=partner:fabrikam')).json();
    expect(trail.value.map(({ action }: { action: string }) => action).sort()).toEqual([
      'companies.merge-asked',
      'companies.merged',
      'company.taken-over',
      'company.took-over',
    ]);
  });

  it('cannot be merged again, nor take another one over', async () => {
    const back = (
      await operator.send('POST', `${PATH}/preview`, { from: 'northwind', into: 'fabrikam' })
    ).json();
    expect([back.refusal, back.effect]).toEqual(['into-merged', null]);
  });
});

describe('what both companies have', () => {
  let server: DemoServer;
  let operator: Browser;
  const asked = { from: 'northwind', into: 'contoso' };
  const month = '2026-08';

  beforeAll(async () => {
    server = await demoServer();
    operator = await server.as(OPERATOR);
  });
  afterAll(() => server.close());

  const figure = (metric: string, value: number, association: string | null = null) =>
    ({ metric, month, value, association, competency: null, track: null }) as const;

  async function figures(partnerId: string, metric: string, day: string | null = null) {
    const { facts } = await at(server, partnerId, loadFactsFromRows);
    return (withFiguresOn(facts, day).metrics ?? [])
      .filter((entry) => entry.metric === metric && entry.month === month)
      .map(({ value, association }) => [association ?? null, Number(value.toFixed(6))])
      .sort();
  }

  it('is added by month and association; rates are not, and one person stays one', async () => {
    for (const [company, value] of [
      ['northwind', 0.1],
      ['contoso', 0.2],
    ] as const) {
      await at(server, company, async (tx) => {
        await recordMetric(tx, figure('azure_customer_consumption', value, 'partner_of_record'));
        await recordMetric(tx, figure('usage_growth', value));
      });
    }
    await at(server, 'northwind', (tx) =>
      recordMetric(tx, figure('azure_customer_consumption', 7, 'transacting_partner')),
    );
    const both = await at(server, 'contoso', (tx) =>
      withNetworkSight(tx, () =>
        tx.sql
          .selectFrom('user_contact')
          .select(['partner_id', 'user_id', 'first_name', 'last_name', 'work_email'])
          .where('work_email', 'in', ['partner-admin@northwind.example', 'report-viewer@contoso.example'])
          .orderBy('work_email')
          .execute(),
      ),
    );
    const [going, staying] = both;
    await at(server, 'contoso', (tx) =>
      tx.sql
        .updateTable('user_contact')
        .set({ first_name: going!.first_name, last_name: going!.last_name })
        .where('partner_id', '=', 'contoso')
        .where('user_id', '=', staying!.user_id)
        .execute(),
    );
    const shown: PartnerMergePreview = (await operator.send('POST', `${PATH}/preview`, asked)).json();
    const pair = { userId: going!.user_id, keepUserId: staying!.user_id };
    expect(shown.effect!.samePeople).toMatchObject([{ ...pair, because: 'name' }]);
    expect(shown.effect!.notAdded.map(({ en }) => en)).toEqual(['Usage growth']);
    later(server);
    const body = { ...asked, samePeople: [pair], keepRoles: true, reason: 'Bought', confirm: 'Northwind' };
    const { counts } = await merge(operator, body);
    expect(counts).toMatchObject({ samePeople: 1, people: shown.effect!.moving - 1 });
    expect(await figures('contoso', 'azure_customer_consumption')).toEqual(
      expect.arrayContaining([
        ['partner_of_record', 0.3],
        ['transacting_partner', 7],
      ]),
    );
    const dayBefore = await figures('contoso', 'azure_customer_consumption', '2026-11-20');
    expect(dayBefore).toContainEqual(['partner_of_record', 0.2]);
    expect(dayBefore).not.toContainEqual(['transacting_partner', 7]);
    expect(await figures('contoso', 'usage_growth')).toEqual([[null, 0.2]]);
    // What the company delivered before is delivered again, and nothing of the other one is lost.
    await at(server, 'contoso', (tx) =>
      recordMetric(tx, figure('azure_customer_consumption', 0.2, 'partner_of_record')),
    );
    expect(await figures('contoso', 'azure_customer_consumption')).toContainEqual(['partner_of_record', 0.3]);
    expect(await figures('northwind', 'usage_growth')).toEqual([[null, 0.1]]);
  });

  it('is told to whoever signs in with the address that was left behind', async () => {
    const email = 'partner-admin@northwind.example';
    const { password } = server.signIns.find((one) => one.email === email)!;
    const payload = { email, password };
    const refused = await server.app.inject({ method: 'POST', url: '/api/v1/sign-in', payload });
    expect([refused.statusCode, refused.json().code]).toEqual([401, 'company-merged']);
    expect(refused.json().errors[0].detail).toBe('Contoso Conseil');
    const wrong = await server.app.inject({
      method: 'POST',
      url: '/api/v1/sign-in',
      payload: { email, password: 'another password' },
    });
    expect(wrong.json().code).toBe('sign-in-failed');
    const kept = await server.as('report-viewer@contoso.example');
    expect((await kept.get('/api/v1/me')).json().roles).toContain('partner-admin');
  });
});

describe('a merge that meets associations', () => {
  let server: DemoServer;
  let operator: Browser;
  beforeAll(async () => {
    server = await demoServer();
    operator = await server.as(OPERATOR);
  });
  afterAll(() => server.close());

  it('ends with each account associated once, at the company that goes on, or not at all', async () => {
    const users = await at(server, 'northwind', (tx) =>
      tx.sql
        .selectFrom('app_user')
        .select('user_id')
        .where('partner_id', '=', 'northwind')
        .where('status', '=', 'active')
        .orderBy('user_id')
        .execute(),
    );
    const body = {
      from: 'northwind',
      into: 'contoso',
      keepRoles: false,
      reason: 'Bought',
      confirm: 'Northwind',
    };
    const provider = 'microsoft-learning';
    const associate = ({ user_id: userId }: { user_id: string }) =>
      togetherOrAgain(() =>
        server.services.database.asTenant(
          { partnerId: 'northwind' as PartnerId, actor: { kind: 'user', userId } },
          (tx) => startAssociation(tx, { provider, accountId: `race-${userId}`, userId }),
        ),
      );
    const [merged, ...started] = await Promise.all([merge(operator, body), ...users.map(associate)]);
    expect(merged).toMatchObject({ state: 'done', failure: null });
    const open = await openClaims(server, 'contoso');
    expect(await openClaims(server, 'northwind')).toEqual([]);
    expect(users.length).toBeGreaterThan(3);
    users.forEach(({ user_id: userId }, place) => {
      const claims = open.filter(({ account_id }) => account_id === `race-${userId}`);
      expect(claims.length).toBe(started[place]!.kind === 'started' ? 1 : 0);
    });
    for (const company of ['contoso', 'northwind'])
      expect(await at(server, company, checkEvidence)).toBeNull();
    const [arrived] = users;
    const roles = await at(server, 'contoso', (tx) => roleAssignments(tx, arrived!.user_id));
    expect(roles).toEqual([]);
  });
});
