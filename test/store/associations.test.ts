import type pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  associationHistory,
  endAssociation,
  nextPossibleOn,
  startAssociation,
} from '../../src/store/associations-store.ts';
import { listAudit } from '../../src/store/audit-store.ts';
import type { PartnerId } from '../../src/store/partner-id.ts';
import { evidenceVersion } from '../../src/store/partners-store.ts';
import { appendSkillRecords } from '../../src/store/skill-records-store.ts';
import { asOwner, type StoreServer, storeServers } from './support/store-servers.ts';
import { ALPHA, BETA, makeTwoPartners, newUser, SYSTEM, type TwoPartners } from './support/two-partners.ts';

describe.each(storeServers)('associations on $name', ({ start }) => {
  let server: StoreServer;
  let people: TwoPartners;
  let accounts = 0;

  beforeAll(async () => {
    server = await start();
    await server.opened.migrate();
    people = await makeTwoPartners(server.opened.database);
  });
  afterAll(() => server.close());

  const newAccount = () => ({ provider: 'microsoft-learning', accountId: `MCID-${++accounts}` });
  type Account = ReturnType<typeof newAccount>;

  function at(day: string): void {
    server.clock.now = new Date(day.length === 10 ? `${day}T15:30:00Z` : day);
  }

  function associate(partnerId: PartnerId, userId: string, account: Account, actor = userId) {
    return server.opened.database.asTenant({ partnerId, actor: { kind: 'user', userId: actor } }, (tx) =>
      startAssociation(tx, { ...account, userId }),
    );
  }

  function end(partnerId: PartnerId, actor: string, associationId: string, isAdmin = false) {
    return server.opened.database.asTenant({ partnerId, actor: { kind: 'user', userId: actor } }, (tx) =>
      endAssociation(tx, { associationId, isAdmin }),
    );
  }

  async function started(partnerId: PartnerId, userId: string, account: Account): Promise<string> {
    const result = await associate(partnerId, userId, account);
    if (result.kind !== 'started') throw new Error(`not started: ${result.kind}`);
    return result.associationId;
  }

  function historyOf(partnerId: PartnerId, userId: string, { accountId }: Account) {
    return server.opened.database.readAsTenant({ partnerId, actor: SYSTEM }, async (tx) =>
      (await associationHistory(tx, userId)).filter((association) => association.accountId === accountId),
    );
  }

  function leave(partnerId: PartnerId, userId: string, on: string) {
    return server.opened.database.asTenant({ partnerId, actor: SYSTEM }, (tx) =>
      tx.sql.updateTable('app_user').set({ employed_until: on }).where('user_id', '=', userId).execute(),
    );
  }

  it('begins at the instant of the command and says when the account may change again', async () => {
    at('2018-01-15');
    const account = newAccount();
    const result = await associate(ALPHA, people.anna, account);
    expect(result).toMatchObject({ kind: 'started', nextPossibleOn: '2018-02-14' });
    expect(await historyOf(ALPHA, people.anna, account)).toMatchObject([
      { ...account, via: 'partner-center', from: server.clock.now, until: null },
    ]);
  });

  it('refuses anybody but the person', async () => {
    const account = newAccount();
    expect(await associate(ALPHA, people.anna, account, people.ben)).toEqual({ kind: 'not-the-holder' });
  });

  it('knows no user of another company', async () => {
    expect(await associate(ALPHA, people.ben, newAccount())).toEqual({ kind: 'user-unknown' });
  });

  it.each([
    ['2018-05-30', 'started'],
    ['2018-05-31', 'user-left'],
    ['2018-06-01', 'user-left'],
  ])('of a person whose first day without employment is 2018-05-31, asked on %s: %s', async (on, kind) => {
    const leaver = await newUser(server.opened.database, ALPHA, `Leaver${on}`);
    await leave(ALPHA, leaver, '2018-05-31');
    at(on);
    expect(await associate(ALPHA, leaver, newAccount())).toMatchObject({ kind });
  });

  it('of an account that the person has associated here already is refused with its date', async () => {
    at('2018-01-15');
    const account = newAccount();
    await started(ALPHA, people.anna, account);
    const since = server.clock.now;
    at('2018-06-15');
    expect(await associate(ALPHA, people.anna, account)).toEqual({ kind: 'already-associated', since });
  });

  it.each([
    ['2018-02-13', { kind: 'too-soon', nextPossibleOn: '2018-02-14' }],
    ['2018-02-14', { kind: 'started', nextPossibleOn: '2018-03-16' }],
    ['2018-02-15', { kind: 'started', nextPossibleOn: '2018-03-17' }],
  ])('within thirty days of another start at any partner, asked on %s', async (on, expected) => {
    const account = newAccount();
    at('2018-01-15');
    await started(ALPHA, people.anna, account);
    at(on);
    expect(await associate(BETA, people.ben, account)).toMatchObject(expected);
  });

  it.each([
    ['2019-01-01', { kind: 'too-many', nextPossibleOn: '2019-01-02' }],
    ['2019-01-02', { kind: 'started' }],
    ['2019-01-03', { kind: 'started' }],
  ])('as the fourth in 365 days at any partner, asked on %s', async (on, expected) => {
    const account = newAccount();
    at('2018-01-01');
    await started(ALPHA, people.anna, account);
    at('2018-03-01');
    await started(BETA, people.ben, account);
    at('2018-05-01');
    await started(ALPHA, people.anna, account);
    at(on);
    expect(await associate(BETA, people.ben, account)).toMatchObject(expected);
  });

  it('at a second partner ends the first at that instant, and the first learns only that it ended', async () => {
    const { database } = server.opened;
    const account = newAccount();
    at('2018-01-15');
    await started(ALPHA, people.anna, account);
    const before = await evidenceVersion(database, ALPHA);
    at('2018-07-01');
    const associationId = await started(BETA, people.ben, account);

    const [ended] = await historyOf(ALPHA, people.anna, account);
    const [present] = await historyOf(BETA, people.ben, account);
    expect([ended?.until, present?.from]).toEqual([server.clock.now, server.clock.now]);
    const seenByAlpha = await database.readAsTenant({ partnerId: ALPHA, actor: SYSTEM }, async (tx) => ({
      audit: await listAudit(tx, { top: 1, skip: 0 }),
      claims: await tx.sql.selectFrom('account_claim').selectAll().execute(),
    }));
    expect(seenByAlpha.audit).toMatchObject([
      { action: 'association.ended', actor: 'system:association', subject: `user:${people.anna}` },
    ]);
    const told = JSON.stringify(seenByAlpha);
    for (const secret of [BETA, people.ben, associationId]) expect(told).not.toContain(secret);
    const trail = await database.readAsTenant({ partnerId: BETA, actor: SYSTEM }, (tx) =>
      listAudit(tx, { top: 1, skip: 0 }),
    );
    expect(trail).toMatchObject([
      { action: 'association.started', actor: `user:${people.ben}`, details: { associationId, ...account } },
    ]);
    const after = await evidenceVersion(database, ALPHA);
    expect(after).toBeGreaterThan(before);
  });

  it('begun at two partners at once has one winner', async () => {
    at('2018-01-15');
    for (let round = 0; round < 5; round++) {
      const account = newAccount();
      const results = await Promise.all([
        associate(ALPHA, people.anna, account),
        associate(BETA, people.ben, account),
      ]);
      expect(results.map(({ kind }) => kind).sort()).toEqual(['started', 'too-soon']);
    }
  });

  it('of people who swap companies at the same moment all succeed', async () => {
    const swaps = Array.from({ length: 6 }, () => [newAccount(), newAccount()] as const);
    at('2018-01-15');
    for (const [left, right] of swaps) {
      await started(ALPHA, people.anna, left);
      await started(BETA, people.ben, right);
    }
    at('2018-07-01');
    const results = await Promise.all(
      swaps.flatMap(([left, right]) => [
        associate(BETA, people.ben, left),
        associate(ALPHA, people.anna, right),
      ]),
    );
    expect(new Set(results.map(({ kind }) => kind))).toEqual(new Set(['started']));
  });

  /** What the command answers while another program has written a claim of Alpha and not yet committed it. */
  async function associateMeanwhile(client: pg.Client) {
    const account = newAccount();
    at('2018-01-15');
    const { provider, accountId } = account;
    await client.query(`begin; select set_config('jalon.scope', 'network', true)`);
    await client.query('insert into learning_account values ($1, $2)', [provider, accountId]);
    await client.query('commit');
    await client.query(`begin; select set_config('jalon.scope', 'network', true)`);
    await client.query(
      `insert into account_claim (association_id, provider, account_id, partner_id, user_id, via, period,
         recorded_at, recorded_by)
       values (gen_random_uuid(), $1, $2, $3, $4, 'partner-center', '[2018-01-15,)', now(), 'test')`,
      [provider, accountId, ALPHA, people.anna],
    );
    const waiting = associate(BETA, people.ben, account);
    await new Promise((done) => setTimeout(done, 200));
    await client.query('commit');
    const result = await waiting;
    expect(await historyOf(BETA, people.ben, account)).toEqual([]);
    return result;
  }

  it('waits for a claim that another program is writing, and is judged by it', async () => {
    const result = await asOwner(server, associateMeanwhile);
    expect(result).toEqual({ kind: 'too-soon', nextPossibleOn: '2018-02-14' });
  });

  it('is refused by the law of the database when another program wrote past the lock', async () => {
    const result = await asOwner(server, async (client) => {
      await client.query('alter table account_claim disable trigger account_taken');
      try {
        return await associateMeanwhile(client);
      } finally {
        await client.query('alter table account_claim enable trigger account_taken');
      }
    });
    expect(result).toEqual({ kind: 'associated-meanwhile' });
  });

  it('is ended by the person at any time, once', async () => {
    const account = newAccount();
    at('2018-01-15');
    const association = await started(ALPHA, people.anna, account);
    at('2018-01-16');
    const on = server.clock.now;
    expect(await end(ALPHA, people.anna, association)).toEqual({ kind: 'ended', at: on });
    expect(await historyOf(ALPHA, people.anna, account)).toMatchObject([{ until: on }]);
    at('2018-01-17');
    expect(await end(ALPHA, people.anna, association)).toEqual({ kind: 'already-ended', on });
  });

  it('ended at the instant it began leaves no association', async () => {
    const account = newAccount();
    at('2018-01-15');
    const association = await started(ALPHA, people.anna, account);
    expect(await end(ALPHA, people.anna, association)).toMatchObject({ kind: 'ended' });
    expect(await historyOf(ALPHA, people.anna, account)).toEqual([]);
  });

  it("is unknown to another company and not a colleague's to end", async () => {
    at('2018-01-15');
    const association = await started(ALPHA, people.anna, newAccount());
    const colleague = await newUser(server.opened.database, ALPHA, 'Colleague');
    expect(await end(BETA, people.ben, association)).toEqual({ kind: 'not-associated' });
    expect(await end(ALPHA, colleague, association)).toEqual({ kind: 'not-the-holder' });
  });

  it.each([
    ['2018-05-30', 'not-a-leaver'],
    ['2018-05-31', 'ended'],
    ['2018-06-01', 'ended'],
  ])(
    'of a leaver is the administrator’s to end from the first day without employment: %s',
    async (on, kind) => {
      const { database } = server.opened;
      const leaver = await newUser(database, ALPHA, `Gone${on}`);
      at('2018-01-15');
      const association = await started(ALPHA, leaver, newAccount());
      await leave(ALPHA, leaver, '2018-05-31');
      at(on);
      expect(await end(ALPHA, people.anna, association, true)).toMatchObject({ kind });
    },
  );

  it('counts starts at other partners for the next possible date, without naming them', async () => {
    const account = newAccount();
    at('2018-01-15');
    await started(ALPHA, people.anna, account);
    at('2018-01-20');
    const next = server.opened.database.readAsTenant({ partnerId: BETA, actor: SYSTEM }, (tx) =>
      nextPossibleOn(tx, account),
    );
    expect(await next).toBe('2018-02-14');
  });

  it('brings along the records that came with the work e-mail before', async () => {
    const { database } = server.opened;
    const account = newAccount();
    const record = {
      provider: account.provider,
      accountId: null,
      workEmail: 'CARLA@beta.example',
      skill: 'exam:70-764',
      titleAsGiven: 'Administering',
      achievedOn: '2018-01-10',
      expiresOn: null,
      revokedOn: null,
      certificateNumber: null,
      source: 'microsoft-learning',
      grade: 1,
      externalId: null,
    };
    at('2018-01-15');
    const carla = await newUser(database, BETA, 'Carla');
    const [kept] = await database.asTenant({ partnerId: BETA, actor: SYSTEM }, (tx) =>
      appendSkillRecords(tx, [record]),
    );
    await started(BETA, carla, account);
    const found = await database.readAsTenant({ partnerId: BETA, actor: SYSTEM }, (tx) =>
      tx.sql
        .selectFrom('skill_record')
        .select(['record_id', 'account_id'])
        .where('skill', '=', 'exam:70-764')
        .execute(),
    );
    expect(found).toEqual([
      { record_id: kept && 'id' in kept ? kept.id : null, account_id: account.accountId },
    ]);
  });
});
