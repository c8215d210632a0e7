import { sql } from 'kysely';
import type pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startAssociation } from '../../src/store/associations-store.ts';
import type { Database } from '../../src/store/database.ts';
import { appendSkillRecords } from '../../src/store/skill-records-store.ts';
import { asOwner, type StoreServer, storeServers } from '../store/support/store-servers.ts';
import { ALPHA, BETA, makeTwoPartners, SYSTEM, type TwoPartners } from '../store/support/two-partners.ts';

/** Tables without a tenant: the ledger of migrations, and the facts that belong to a person. */
const NETWORK_FACTS = [
  'account_claim',
  'learning_account',
  'learning_account_contact',
  'learning_account_merge',
  'learning_account_merge_undone',
  'merge_proposal',
  'skill_record',
];
const LEDGER = 'migration';

/** One read per walled table, as another partner's transaction would try it; it must answer nothing. */
type Table = 'app_user' | 'user_contact' | 'skill_record' | 'account_claim' | 'learning_account' | 'partner';

async function countRows(database: Database, partnerId: typeof ALPHA, table: Table): Promise<number> {
  return database.readAsTenant({ partnerId, actor: SYSTEM }, async (tx) => {
    const rows = await tx.sql.selectFrom(table).selectAll().execute();
    return rows.length;
  });
}

describe.each(storeServers)('the walls between partners on $name', ({ start }) => {
  let server: StoreServer;
  let people: TwoPartners;
  const account = { provider: 'microsoft-learning', accountId: 'MCID-1' };

  beforeAll(async () => {
    server = await start();
    await server.opened.migrate();
    const { database } = server.opened;
    people = await makeTwoPartners(database);
    server.clock.now = new Date('2018-03-01T12:00:00Z');
    await associate(ALPHA, people.anna);
    await complete(ALPHA, 'exam:before', '2018-03-01');
    // Known to the network, claimed by nobody.
    await complete(ALPHA, 'exam:nobody', '2018-03-01', 'MCID-2');
  });
  afterAll(() => server.close());

  function associate(partnerId: typeof ALPHA, userId: string) {
    return server.opened.database.asTenant({ partnerId, actor: { kind: 'user', userId } }, (tx) =>
      startAssociation(tx, { ...account, userId }),
    );
  }

  function complete(
    partnerId: typeof ALPHA,
    skill: string,
    achievedOn: string,
    accountId = account.accountId,
  ) {
    const record = {
      provider: account.provider,
      accountId,
      workEmail: null,
      skill,
      titleAsGiven: skill,
      achievedOn,
      expiresOn: null,
      revokedOn: null,
      certificateNumber: null,
      source: 'microsoft-learning',
      grade: 1,
      externalId: null,
    };
    return server.opened.database.asTenant({ partnerId, actor: SYSTEM }, (tx) =>
      appendSkillRecords(tx, [record]),
    );
  }

  function skillsSeenBy(partnerId: typeof ALPHA): Promise<string[]> {
    return server.opened.database.readAsTenant({ partnerId, actor: SYSTEM }, async (tx) => {
      const rows = await tx.sql.selectFrom('skill_record').select('skill').orderBy('skill').execute();
      return rows.map(({ skill }) => skill);
    });
  }

  it('stand on every table, and hold its owner too', async () => {
    const tables = await asOwner(server, (client) => walledTables(client));
    expect(tables.length).toBeGreaterThan(20);
    expect(tables.filter(({ name, walled }) => !walled && name !== LEDGER)).toEqual([]);
  });

  it('have keys that begin with the partner on every table of a tenant', async () => {
    const keys = await asOwner(server, (client) => keysOf(client));
    const tenant = keys.filter(({ name }) => ![...NETWORK_FACTS, LEDGER].includes(name));
    expect(tenant.length).toBeGreaterThan(30);
    expect(tenant.filter(({ first }) => first !== 'partner_id')).toEqual([]);
    expect(keys.filter(({ kind }) => kind === 'p').length).toBeGreaterThan(20);
  });

  it('hold a role that owns nothing, creates nothing and passes no wall', async () => {
    const { rows } = await server.opened.database.asSignIn((tx) =>
      sql`select current_user as who, rolsuper or rolbypassrls or rolcreaterole or rolcreatedb as mighty,
        (select count(*) from pg_class where relowner = r.oid) as owns,
        has_schema_privilege(current_user, 'jalon', 'create') as creates
        from pg_roles r where rolname = current_user`.execute(tx.sql),
    );
    expect(rows).toEqual([{ who: 'jalon_app', mighty: false, owns: 0, creates: false }]);
  });

  it('show nothing to a transaction without a claim', async () => {
    const tables = await asOwner(server, (client) => walledTables(client));
    const counts = await server.opened.database.asSignIn(async (tx) => {
      const seen: Record<string, number> = {};
      for (const { name, walled } of tables) {
        if (!walled) continue;
        const rows = await tx.sql
          .selectFrom(name as Table)
          .selectAll()
          .execute();
        seen[name] = rows.length;
      }
      return seen;
    });
    expect(Object.values(counts).every((count) => count === 0)).toBe(true);
    expect(Object.keys(counts)).toContain('skill_record');
  });

  it('show a partner its own rows and none of another', async () => {
    const { database } = server.opened;
    const others = await database.readAsTenant({ partnerId: BETA, actor: SYSTEM }, async (tx) => ({
      partners: await tx.sql.selectFrom('partner').select('partner_id').execute(),
      users: await tx.sql.selectFrom('app_user').select('user_id').execute(),
      contacts: await tx.sql.selectFrom('user_contact').select('user_id').execute(),
    }));
    expect(others).toEqual({
      partners: [{ partner_id: BETA }],
      users: [{ user_id: people.ben }],
      contacts: [{ user_id: people.ben }],
    });
  });

  it('let no partner write a row of another', async () => {
    const { database } = server.opened;
    const writing = database.asTenant({ partnerId: BETA, actor: SYSTEM }, (tx) =>
      tx.sql.insertInto('app_user').values({ partner_id: ALPHA }).execute(),
    );
    await expect(writing).rejects.toMatchObject({ code: '42501' });
    const changed = await database.asTenant({ partnerId: BETA, actor: SYSTEM }, (tx) =>
      tx.sql.updateTable('app_user').set({ technical: true }).where('partner_id', '=', ALPHA).execute(),
    );
    expect(changed[0]?.numUpdatedRows).toBe(0n);
  });

  it('let no partner write itself a claim past the association command', async () => {
    const writing = server.opened.database.asTenant({ partnerId: BETA, actor: SYSTEM }, (tx) =>
      tx.sql
        .insertInto('account_claim')
        .values({
          association_id: people.ben,
          provider: account.provider,
          account_id: account.accountId,
          partner_id: BETA,
          user_id: people.ben,
          via: 'pmc',
          period: '[2018-01-01,)',
          recorded_at: new Date(),
          recorded_by: 'test',
        })
        .execute(),
    );
    await expect(writing).rejects.toMatchObject({ code: '42501' });
  });

  it('open the facts of a person through a claim, and close what comes after it', async () => {
    expect(await skillsSeenBy(ALPHA)).toEqual(['exam:before']);
    expect(await skillsSeenBy(BETA)).toEqual([]);
    server.clock.now = new Date('2018-08-01T12:00:00Z');
    expect(await associate(BETA, people.ben)).toMatchObject({ kind: 'started' });
    await complete(BETA, 'exam:elsewhere', '2018-09-01');
    expect(await skillsSeenBy(BETA)).toEqual(['exam:before', 'exam:elsewhere']);
    expect(await skillsSeenBy(ALPHA)).toEqual(['exam:before']);
  });

  it('end with the transaction: the next one on the same connection begins without a claim', async () => {
    const { database } = server.opened;
    await database.asNetwork({ actor: SYSTEM }, async (tx) =>
      tx.sql.selectFrom('partner').selectAll().execute(),
    );
    for (let connection = 0; connection < 20; connection++) {
      const rows = await database.asSignIn((tx) => tx.sql.selectFrom('partner').selectAll().execute());
      expect(rows).toEqual([]);
    }
  });

  // The checks above are only worth something if they fail when a wall is down.
  it.each([
    ['app_user', 'alter table app_user disable row level security'],
    ['user_contact', 'create policy hole on user_contact using (true)'],
    ['skill_record', 'drop policy through_a_claim on skill_record'],
    ['account_claim', 'drop policy own_claims on account_claim'],
    ['learning_account', 'create policy hole on learning_account using (true)'],
    ['partner', 'drop policy own_partner on partner'],
  ] as const)('are missed on %s when they are pulled down: %s', async (table, damage) => {
    const { database } = server.opened;
    const before = [await countRows(database, ALPHA, table), await countRows(database, BETA, table)];
    const policies = await asOwner(server, async (client) => {
      const kept = await client.query(
        `select policyname, cmd, qual from pg_policies where schemaname = 'jalon' and tablename = $1`,
        [table],
      );
      await client.query(damage);
      return kept.rows as { policyname: string; cmd: string; qual: string }[];
    });
    try {
      const after = [await countRows(database, ALPHA, table), await countRows(database, BETA, table)];
      expect(after).not.toEqual(before);
    } finally {
      await asOwner(server, (client) => restorePolicies(client, table, policies));
    }
    expect([await countRows(database, ALPHA, table), await countRows(database, BETA, table)]).toEqual(before);
  });
});

async function walledTables(client: pg.Client): Promise<{ name: string; walled: boolean }[]> {
  const { rows } = await client.query(
    `select relname as name, relrowsecurity and relforcerowsecurity as walled
     from pg_class where relnamespace = 'jalon'::regnamespace and relkind in ('r', 'p') order by relname`,
  );
  return rows;
}

async function keysOf(client: pg.Client): Promise<{ name: string; kind: string; first: string }[]> {
  const { rows } = await client.query(
    `select t.relname as name, c.contype as kind, a.attname as first
     from pg_constraint c
     join pg_class t on t.oid = c.conrelid
     join pg_attribute a on a.attrelid = c.conrelid and a.attnum = c.conkey[1]
     where c.connamespace = 'jalon'::regnamespace and c.contype in ('p', 'f')`,
  );
  return rows;
}

async function restorePolicies(
  client: pg.Client,
  table: string,
  policies: readonly { policyname: string; cmd: string; qual: string }[],
): Promise<void> {
  await client.query(`alter table ${table} enable row level security`);
  await client.query(`drop policy if exists hole on ${table}`);
  for (const { policyname, cmd, qual } of policies) {
    await client.query(`drop policy if exists ${policyname} on ${table}`);
    await client.query(`create policy ${policyname} on ${table} for ${cmd} using (${qual})`);
  }
}
