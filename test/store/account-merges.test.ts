import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { peopleOf } from '../../src/domain/evidence/evidence-facts.ts';
import { type AskedMerge, mergeAccounts, undoMerge } from '../../src/store/account-merges-store.ts';
import { endAssociation, startAssociation } from '../../src/store/associations-store.ts';
import { listAudit } from '../../src/store/audit-store.ts';
import { checkEvidence } from '../../src/store/check-evidence.ts';
import type { TenantTransaction } from '../../src/store/database.ts';
import { loadEvidence, rebuildEvidence } from '../../src/store/evidence-store.ts';
import { NETWORK_PARTNER, type PartnerId } from '../../src/store/partner-id.ts';
import { loadPeopleFromRows, peopleChangedSince } from '../../src/store/people-rows.ts';
import { appendSkillRecords } from '../../src/store/skill-records-store.ts';
import { appendSourceRecords } from '../../src/store/source-records-store.ts';
import { recordOf } from './support/new-skill-record.ts';
import { type StoreServer, storeServers } from './support/store-servers.ts';
import { ALPHA, BETA, makeTwoPartners, newUser, SYSTEM, type TwoPartners } from './support/two-partners.ts';

const PROVIDER = 'microsoft-learning';
const MINUTE_MS = 60_000;
const DAY_MS = 24 * 60 * MINUTE_MS;

describe.each(storeServers)('learning accounts that are merged, on $name', ({ start }) => {
  let server: StoreServer;
  let people: TwoPartners;
  let named = 0;

  beforeAll(async () => {
    server = await start();
    await server.opened.migrate();
    people = await makeTwoPartners(server.opened.database);
  });
  afterAll(() => server.close());

  /** Two accounts that no other test knows; the second one is Anna's. */
  async function twoAccounts(): Promise<{ merged: string; into: string }> {
    const number = ++named;
    const into = `MCID-INTO-${number}`;
    const anna = await newUser(server.opened.database, ALPHA, `Anna${number}`);
    people = { ...people, anna };
    await associate(ALPHA, anna, into);
    await complete(into, 'exam:own', '2018-01-10');
    return { merged: `MCID-MERGED-${number}`, into };
  }

  const later = (ms: number) => {
    server.clock.now = new Date(server.clock.now.getTime() + ms);
  };

  function associate(partnerId: PartnerId, userId: string, accountId: string) {
    later(40 * DAY_MS);
    return server.opened.database.asTenant({ partnerId, actor: { kind: 'user', userId } }, (tx) =>
      startAssociation(tx, { provider: PROVIDER, accountId, userId }),
    );
  }

  const writing = <T>(partnerId: PartnerId, work: (tx: TenantTransaction) => Promise<T>) =>
    server.opened.database.asTenant({ partnerId, actor: SYSTEM }, work);
  const reading = <T>(partnerId: PartnerId, work: (tx: TenantTransaction) => Promise<T>) =>
    server.opened.database.readAsTenant({ partnerId, actor: SYSTEM }, work);

  const complete = (accountId: string, skill: string, achievedOn: string) =>
    writing(ALPHA, (tx) => appendSkillRecords(tx, [recordOf(accountId, skill, achievedOn)]));

  const push = (accountId: string, skill: string) =>
    server.opened.database.asNetwork({ actor: SYSTEM }, (tx) =>
      appendSourceRecords(tx, PROVIDER, [
        {
          externalId: `${accountId}/${skill}`,
          accountId,
          skill,
          achievedOn: '2018-03-01',
          expiresOn: null,
          revokedOn: null,
          certificateNumber: null,
          grade: 4,
        },
      ]),
    );

  function merge(accountId: string, intoAccountId: string) {
    const asked: AskedMerge = { provider: PROVIDER, accountId, intoAccountId, reason: 'One person.' };
    return writing(NETWORK_PARTNER, (tx) => mergeAccounts(tx, asked));
  }

  async function merged(accountId: string, intoAccountId: string): Promise<string> {
    const result = await merge(accountId, intoAccountId);
    if (result.kind !== 'merged') throw new Error(result.kind);
    return result.mergeId;
  }

  const undo = (mergeId: string) =>
    writing(NETWORK_PARTNER, (tx) => undoMerge(tx, { mergeId, reason: 'Two people.' }));

  async function personOf(partnerId: PartnerId, userId: string) {
    expect(await reading(partnerId, checkEvidence)).toBeNull();
    return peopleOf(await reading(partnerId, loadEvidence)).find(({ id }) => id === userId);
  }

  async function skillsOf(partnerId: PartnerId, userId: string): Promise<string[]> {
    return ((await personOf(partnerId, userId))?.records ?? []).map(({ skill }) => skill).sort();
  }

  it('are read as one by whoever has claimed the survivor, at once, and as before when it is undone', async () => {
    const { merged: away, into } = await twoAccounts();
    await complete(away, 'exam:away', '2018-02-01');
    const before = await personOf(ALPHA, people.anna);
    const mergeId = await merged(away, into);
    expect(await skillsOf(ALPHA, people.anna)).toEqual(['exam:away', 'exam:own']);
    expect((await personOf(ALPHA, people.anna))?.accounts).toEqual([
      { accountId: into, provider: PROVIDER, mergedInto: null },
      { accountId: away, provider: PROVIDER, mergedInto: into },
    ]);
    expect(await skillsOf(BETA, people.ben)).toEqual([]);
    expect(await undo(mergeId)).toEqual({ kind: 'undone' });
    expect(await personOf(ALPHA, people.anna)).toEqual(before);
    expect(await undo(mergeId)).toEqual({ kind: 'undone-already' });
  });

  it('tell what arrives on the merged one with the survivor, until they are told apart', async () => {
    const { merged: away, into } = await twoAccounts();
    await complete(away, 'exam:away', '2018-02-01');
    const mergeId = await merged(away, into);
    await push(away, 'exam:pushed');
    await complete(away, 'exam:filed', '2018-03-02');
    expect(await skillsOf(ALPHA, people.anna)).toEqual([
      'exam:away',
      'exam:filed',
      'exam:own',
      'exam:pushed',
    ]);
    await undo(mergeId);
    await push(away, 'exam:later');
    expect(await skillsOf(ALPHA, people.anna)).toEqual(['exam:own']);
  });

  it('are read over as many steps as there are, and each step is undone by itself', async () => {
    const { merged: first, into } = await twoAccounts();
    const second = `${first}-2`;
    await complete(first, 'exam:first', '2018-02-01');
    await complete(second, 'exam:second', '2018-02-02');
    const lower = await merged(first, second);
    expect(await skillsOf(ALPHA, people.anna)).toEqual(['exam:own']);
    const upper = await merged(second, into);
    expect(await skillsOf(ALPHA, people.anna)).toEqual(['exam:first', 'exam:own', 'exam:second']);
    await push(first, 'exam:pushed');
    expect(await skillsOf(ALPHA, people.anna)).toContain('exam:pushed');
    await undo(lower);
    expect(await skillsOf(ALPHA, people.anna)).toEqual(['exam:own', 'exam:second']);
    await undo(upper);
    expect(await skillsOf(ALPHA, people.anna)).toEqual(['exam:own']);
  });

  it('tell each record once when a colleague has claimed the merged one', async () => {
    const { merged: away, into } = await twoAccounts();
    const { anna } = people;
    const carl = await newUser(server.opened.database, ALPHA, `Carl${named}`);
    await associate(ALPHA, carl, away);
    await complete(away, 'exam:away', '2018-02-01');
    const mergeId = await merged(away, into);
    expect([await skillsOf(ALPHA, anna), await skillsOf(ALPHA, carl)]).toEqual([
      ['exam:away', 'exam:own'],
      [],
    ]);
    await push(away, 'exam:pushed');
    expect(await skillsOf(ALPHA, anna)).toContain('exam:pushed');
    await undo(mergeId);
    expect([await skillsOf(ALPHA, anna), await skillsOf(ALPHA, carl)]).toEqual([
      ['exam:own'],
      ['exam:away', 'exam:pushed'],
    ]);
  });

  it('stay with the company that has claimed the merged one, which does not learn who has the survivor', async () => {
    const { merged: away, into } = await twoAccounts();
    const { anna } = people;
    const bea = await newUser(server.opened.database, BETA, `Bea${named}`);
    await associate(BETA, bea, away);
    await push(away, 'exam:away');
    const mergeId = await merged(away, into);
    expect(await skillsOf(ALPHA, anna)).toEqual(['exam:away', 'exam:own']);
    const told = await personOf(BETA, bea);
    expect(told?.records?.map(({ skill }) => skill)).toEqual(['exam:away']);
    expect(told?.accounts).toEqual([{ accountId: away, provider: PROVIDER, mergedInto: into }]);
    const [entry] = await reading(BETA, (tx) => listAudit(tx, { top: 1, skip: 0 }));
    expect(entry).toMatchObject({ action: 'accounts.merged', subject: `merge:${mergeId}` });
    expect(entry?.details).toEqual({ provider: PROVIDER, accountId: away, into });
    const [own] = await reading(NETWORK_PARTNER, (tx) => listAudit(tx, { top: 1, skip: 0 }));
    expect(own?.details.reason).toBe('One person.');
  });

  it('are as they were known: merged between the merge and its end, and not before or after', async () => {
    const { merged: away, into } = await twoAccounts();
    const { anna } = people;
    await complete(away, 'exam:away', '2018-02-01');
    later(MINUTE_MS);
    const before = server.clock.now.getTime();
    later(MINUTE_MS);
    const mergeId = await merged(away, into);
    later(MINUTE_MS);
    const between = server.clock.now.getTime();
    later(MINUTE_MS);
    await undo(mergeId);
    await push(away, 'exam:later');
    const known = (knownAt: number) =>
      reading(ALPHA, async (tx) => {
        expect(await peopleChangedSince(tx, ALPHA, knownAt)).toContain(anna);
        const [person] = await loadPeopleFromRows(tx, { partnerId: ALPHA, users: [anna], knownAt });
        return person?.records?.map(({ skill }) => skill).sort();
      });
    expect(await known(before)).toEqual(['exam:own']);
    // What arrived after they were told apart is nobody's business here.
    expect(await known(between)).toEqual(['exam:away', 'exam:own']);
  });

  it('open no more than the claim on the survivor does', async () => {
    const { merged: away, into } = await twoAccounts();
    const { anna } = people;
    await complete(away, 'exam:before', '2018-02-01');
    await merged(away, into);
    later(DAY_MS);
    const { rows } = await reading(ALPHA, async (tx) => ({
      rows: await tx.sql
        .selectFrom('account_claim')
        .select('association_id')
        .where('user_id', '=', anna)
        .execute(),
    }));
    await server.opened.database.asTenant({ partnerId: ALPHA, actor: { kind: 'user', userId: anna } }, (tx) =>
      endAssociation(tx, { associationId: rows[0]!.association_id, isAdmin: false }),
    );
    await server.opened.database.asNetwork({ actor: SYSTEM }, (tx) =>
      appendSourceRecords(tx, PROVIDER, [
        {
          externalId: `${away}/after`,
          accountId: away,
          skill: 'exam:after',
          achievedOn: '2999-01-01',
          expiresOn: null,
          revokedOn: null,
          certificateNumber: null,
          grade: 4,
        },
      ]),
    );
    expect(await skillsOf(ALPHA, anna)).toEqual(['exam:before', 'exam:own']);
    await writing(ALPHA, (tx) => rebuildEvidence(tx, ALPHA));
    expect(await skillsOf(ALPHA, anna)).toEqual(['exam:before', 'exam:own']);
    const seen = await reading(ALPHA, (tx) =>
      tx.sql.selectFrom('skill_record').select('skill').where('account_id', '=', away).execute(),
    );
    expect(seen).toEqual([{ skill: 'exam:before' }]);
  });

  it('are refused with what stands in the way', async () => {
    const { merged: away, into } = await twoAccounts();
    expect(await merge(into, into)).toEqual({ kind: 'same-account' });
    expect(await merge('MCID-NOBODY', into)).toEqual({ kind: 'account-unknown', accountId: 'MCID-NOBODY' });
    await complete(away, 'exam:away', '2018-02-01');
    await complete(`${away}-2`, 'exam:away', '2018-02-01');
    await merged(away, into);
    expect(await merge(away, `${away}-2`)).toEqual({ kind: 'merged-already', into });
    expect(await merge(into, away)).toEqual({ kind: 'survivor-merged', into });
    expect(await merge(`${away}-2`, away)).toEqual({ kind: 'survivor-merged', into });
    expect(await undo('00000000-0000-4000-8000-000000000000')).toEqual({ kind: 'unknown-merge' });
  });

  it('come to one result when it is asked for many times at once', async () => {
    const { merged: away, into } = await twoAccounts();
    await complete(away, 'exam:away', '2018-02-01');
    const asked = await Promise.all(
      [0, 1, 2, 3, 4, 5].map((turn) => (turn % 2 === 0 ? merge(away, into) : merge(into, away))),
    );
    expect(asked.filter(({ kind }) => kind === 'merged')).toHaveLength(1);
    expect(await reading(ALPHA, checkEvidence)).toBeNull();
    const found = await server.opened.database.asNetwork({ actor: SYSTEM }, (tx) =>
      tx.sql
        .selectFrom('learning_account_merge')
        .select('merge_id')
        .where('account_id', 'in', [away, into])
        .where('voided_at', 'is', null)
        .execute(),
    );
    const ends = await Promise.all(found.flatMap(({ merge_id }) => [undo(merge_id), undo(merge_id)]));
    expect(ends.map(({ kind }) => kind).sort()).toEqual(['undone', 'undone-already']);
  });

  it('miss no record that arrives while they are being merged', async () => {
    const { merged: away, into } = await twoAccounts();
    await complete(away, 'exam:away', '2018-02-01');
    await Promise.all([
      merged(away, into),
      ...[1, 2, 3, 4].map((number) => push(away, `exam:at-once-${number}`)),
    ]);
    expect(await skillsOf(ALPHA, people.anna)).toHaveLength(6);
  });
});
