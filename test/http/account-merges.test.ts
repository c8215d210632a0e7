import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { AccountMerges, MergePreview, MergeProposals } from '../../src/contract/account-merges.ts';
import { endAssociation, startAssociation } from '../../src/store/associations-store.ts';
import { appendSourceRecords } from '../../src/store/source-records-store.ts';
import { account, associate, newPerson, type Person } from '../support/associating.ts';
import { type Browser, type DemoServer, demoServer } from '../support/demo-server.ts';
import { type DemoProvider, localProviderOf } from '../support/local-provider.ts';

const MERGES = '/api/v1/account-merges';
const PROPOSALS = '/api/v1/merge-proposals';
const REPORT = '/api/v1/partners/northwind/skills-report';
const PROVIDER = 'microsoft-learning';
const SYSTEM = { kind: 'system', name: 'test' } as const;
/** What silver of Data Platform asks of one person. */
const SKILLS = ['exam:70-761', 'exam:70-762'];

let server: DemoServer;
let provider: DemoProvider;
let support: Browser;
let admin: Browser;
let person: Person;
const pair = { provider: PROVIDER, accountId: '8700002', intoAccountId: '8700001' };

beforeAll(async () => {
  server = await demoServer();
  provider = await localProviderOf(server);
  support = await server.as('programme-support@contoso.example');
  admin = await server.as('partner-admin@northwind.example');
  person = await newPerson(server, 'northwind');
  await associate(server, person, account(pair.intoAccountId));
  await push(pair.intoAccountId, SKILLS[0]!, 'C-1');
  await push(pair.accountId, SKILLS[1]!, 'C-2');
});
afterAll(async () => {
  await provider.close();
  await server.close();
});

function push(accountId: string, skill: string, certificateNumber: string | null) {
  return server.services.database.asNetwork({ actor: SYSTEM }, (tx) =>
    appendSourceRecords(tx, PROVIDER, [
      {
        externalId: `${accountId}/${skill}`,
        accountId,
        skill,
        achievedOn: '2026-03-01',
        expiresOn: null,
        revokedOn: null,
        certificateNumber,
        grade: 4,
      },
    ]),
  );
}

async function preview(question: object = {}): Promise<MergePreview> {
  const answer = await support.get(
    `${MERGES}/preview?${new URLSearchParams({ ...pair, ...(question as Record<string, string>) })}`,
  );
  expect(answer.statusCode).toBe(200);
  return answer.json();
}

const file = async (format: string) => (await admin.get(`${REPORT}?format=${format}&lang=en`)).body;
const merge = (question: object = {}, headers: Record<string, string> = {}) =>
  support.send('POST', MERGES, { ...pair, reason: 'One person, by her transcript.', ...question }, headers);
const merges = async (search = ''): Promise<AccountMerges> =>
  (await support.get(`${MERGES}?search=${search}`)).json();
const proposals = async (show = 'open'): Promise<MergeProposals> =>
  (await support.get(`${PROPOSALS}?show=${show}`)).json();
const proposed = async (accountId: string, show = 'open') =>
  (await proposals(show)).value.find(({ account: one, into }) =>
    [one.accountId, into.accountId].includes(accountId),
  );

describe('a merge of learning accounts', () => {
  it('shows first what every company’s report and levels change, and changes nothing', async () => {
    const before = await file('csv');
    const shown = await preview();
    expect(shown.refusal).toBeNull();
    expect([shown.account.records, shown.into.records]).toEqual([1, 1]);
    expect(shown.into.holders).toMatchObject([
      { partnerId: 'northwind', userId: person.userId, until: null },
    ]);
    expect(shown.account.holders).toEqual([]);
    expect(shown.effect?.companies).toMatchObject([
      {
        partnerId: 'northwind',
        people: [{ userId: person.userId, rows: [{ skillId: SKILLS[1], change: 'counts' }] }],
      },
    ]);
    expect(await file('csv')).toBe(before);
    expect((await merges(pair.accountId)).count).toBe(0);
  });

  it('shows at once in the report, once however often it is sent, and is undone to the byte', async () => {
    const before = { csv: await file('csv'), json: (await admin.get(REPORT)).body };
    const rows = async () =>
      (await admin.get(`${REPORT}?top=500`))
        .json()
        .value.filter(({ userId }: { userId: string }) => userId === person.userId);
    const foretold = (await preview()).effect;
    const once = { 'repeatability-request-id': 'merge-1' };
    const [made, again] = [await merge({}, once), await merge({}, once)];
    expect([made.statusCode, again.statusCode, again.json()]).toEqual([201, 201, made.json()]);
    const own = (await rows()) as { skillId: string; mcid: string; countsNow: boolean }[];
    expect(own.map(({ skillId, mcid, countsNow }) => [skillId, mcid, countsNow]).sort()).toEqual(
      SKILLS.map((skill) => [skill, pair.intoAccountId, true]),
    );
    const { mergeId } = made.json();
    const undoing = (await support.get(`${MERGES}/${mergeId}/undo-preview`)).json();
    expect(undoing.effect.companies[0].people[0].rows).toEqual([
      { ...foretold!.companies[0]!.people[0]!.rows[0], change: 'stops' },
    ]);
    const undone = await support.send('POST', `${MERGES}/${mergeId}/undo`, {
      reason: 'Two people after all.',
    });
    expect(undone.json().undone.reason).toBe('Two people after all.');
    expect({ csv: await file('csv'), json: (await admin.get(REPORT)).body }).toEqual(before);
    const twice = await support.send('POST', `${MERGES}/${mergeId}/undo`, { reason: 'Again.' });
    expect([twice.statusCode, twice.json().code]).toEqual([409, 'undone-already']);
    expect((await merges(pair.accountId)).value).toMatchObject([
      { mergeId, undone: { reason: 'Two people after all.' } },
    ]);
  });

  it('is refused with what stands in the way', async () => {
    expect((await preview({ accountId: pair.intoAccountId })).refusal?.code).toBe('same-account');
    const unknown = await merge({ accountId: 'nobody' });
    expect([unknown.statusCode, unknown.json().code, unknown.json().errors[0].detail]).toEqual([
      409,
      'account-unknown',
      'nobody',
    ]);
    const without = await merge({ reason: ' ' });
    expect(without.statusCode).toBe(400);
  });

  it('is left to the network, and each company concerned finds it in its trail without the reason', async () => {
    const own = await admin.send('POST', MERGES, { ...pair, reason: 'I want it.' });
    expect([own.statusCode, own.json().neededRoles]).toEqual([
      403,
      ['programme-operator', 'programme-support'],
    ]);
    const trail = (await admin.get('/api/v1/partners/northwind/audit-events')).json().value;
    const told = trail.filter(({ action }: { action: string }) => action.startsWith('accounts.'));
    expect(told.map(({ action }: { action: string }) => action)).toEqual([
      'accounts.unmerged',
      'accounts.merged',
    ]);
    expect(JSON.stringify(told)).not.toContain('transcript');
  });
});

describe('accounts of one person', () => {
  it('are found by a certificate that both name, proposed once, and closed by the merge', async () => {
    await push('8700011', 'cert:azure-administrator-associate', 'SAME-1');
    await push('8700012', 'cert:azure-administrator-associate', 'SAME-1');
    const found = (await support.send('POST', `${PROPOSALS}/search`)).json().found;
    expect(found).toBeGreaterThanOrEqual(1);
    expect((await support.send('POST', `${PROPOSALS}/search`)).json().found).toBe(0);
    const proposal = (await proposed('8700012'))!;
    expect(proposal.causes).toEqual([{ kind: 'same-certificate', value: 'SAME-1' }]);
    const { account: one, into } = proposal;
    await merge({ accountId: one.accountId, intoAccountId: into.accountId });
    expect(await proposed('8700012')).toBeUndefined();
    expect((await proposed('8700012', 'closed'))?.closed?.outcome).toBe('merged');
    expect((await support.send('POST', `${PROPOSALS}/search`)).json().found).toBe(0);
  });

  it('stay apart when support says so, and are not proposed again', async () => {
    await push('8700021', 'exam:70-761', 'SAME-2');
    await push('8700022', 'exam:70-761', 'SAME-2');
    await support.send('POST', `${PROPOSALS}/search`);
    const { proposalId } = (await proposed('8700022'))!;
    const address = `${PROPOSALS}/${proposalId}/dismiss`;
    expect(
      (await support.send('POST', address, { reason: 'The number is a serial number.' })).statusCode,
    ).toBe(204);
    const twice = await support.send('POST', address, { reason: 'Again.' });
    expect([twice.statusCode, twice.json().code]).toEqual([409, 'proposal-closed']);
    await support.send('POST', `${PROPOSALS}/search`);
    expect(await proposed('8700022')).toBeUndefined();
  });

  it('are found where one user has had two of them', async () => {
    const two = await newPerson(server, 'northwind');
    const first = await associate(server, two, account('8700031'));
    const { associationId } = first.json().value[0];
    server.clock.now = new Date(server.clock.now.getTime() + 60_000);
    const claim = { partnerId: two.partnerId, actor: { kind: 'user', userId: two.userId } } as const;
    await server.services.database.asTenant(claim, async (tx) => {
      await endAssociation(tx, { associationId, isAdmin: false });
      await startAssociation(tx, { provider: PROVIDER, accountId: '8700032', userId: two.userId });
    });
    await support.send('POST', `${PROPOSALS}/search`);
    const proposal = (await proposed('8700031'))!;
    // The one that is associated now survives.
    expect([proposal.account.accountId, proposal.into.accountId]).toEqual(['8700031', '8700032']);
    expect(proposal.causes.map(({ kind }) => kind)).toEqual(['same-person']);
  });

  it('that nobody has associated are listed with their records', async () => {
    await push('0000000-nobody', 'exam:70-761', null);
    const { value } = (await support.get('/api/v1/unassociated-accounts')).json();
    expect(value).toContainEqual({
      provider: PROVIDER,
      accountId: '0000000-nobody',
      records: 1,
      lastAchievedOn: '2026-03-01',
    });
  });
});
