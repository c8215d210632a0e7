import type pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startAssociation } from '../../src/store/associations-store.ts';
import { firstBrokenAudit, recordAudit } from '../../src/store/audit-store.ts';
import { loadFacts } from '../../src/store/facts-store.ts';
import { recordMetric } from '../../src/store/metrics-store.ts';
import { evidenceVersion } from '../../src/store/partners-store.ts';
import { appendSkillRecords, type NewSkillRecord } from '../../src/store/skill-records-store.ts';
import { asOwner, type StoreServer, storeServers } from './support/store-servers.ts';
import { ALPHA, makeTwoPartners, newUser, SYSTEM, type TwoPartners } from './support/two-partners.ts';

describe.each(storeServers)('facts on $name', ({ start }) => {
  let server: StoreServer;
  let people: TwoPartners;
  const account = { provider: 'microsoft-learning', accountId: 'MCID-1' };
  const figure = {
    metric: 'azure_customer_consumption',
    month: '2018-03',
    value: 12_000,
    association: null,
    competency: null,
    track: null,
  };
  const record: NewSkillRecord = {
    ...account,
    workEmail: null,
    skill: 'exam:70-764',
    titleAsGiven: 'Administering a SQL Database Infrastructure',
    achievedOn: '2018-01-10',
    expiresOn: null,
    revokedOn: null,
    certificateNumber: null,
    source: 'microsoft-learning',
    grade: 2,
    externalId: null,
  };

  beforeAll(async () => {
    server = await start();
    await server.opened.migrate();
    people = await makeTwoPartners(server.opened.database);
    await asAlpha((tx) => startAssociation(tx, { ...account, userId: people.anna }), people.anna);
    await asAlpha((tx) => appendSkillRecords(tx, [record]));
    await asAlpha((tx) => recordMetric(tx, figure));
  });
  afterAll(() => server.close());

  function asAlpha<T>(
    work: Parameters<typeof server.opened.database.asTenant<T>>[1],
    userId?: string,
  ): Promise<T> {
    const actor = userId === undefined ? SYSTEM : ({ kind: 'user', userId } as const);
    return server.opened.database.asTenant({ partnerId: ALPHA, actor }, work);
  }

  /** As owner with the sight of the network: nobody can do more, and it must not be enough. */
  function breaking<T>(work: (client: pg.Client) => Promise<T>): Promise<T> {
    return asOwner(server, async (client) => {
      await client.query(`select set_config('jalon.scope', 'network', false)`);
      return work(client);
    });
  }

  const APPEND_ONLY = ['skill_record', 'account_claim', 'metric_value', 'audit_event'] as const;
  it.each(
    APPEND_ONLY.flatMap((table) => [
      [
        `update ${table} set partner_id = 'beta'`.replace(
          "skill_record set partner_id = 'beta'",
          'skill_record set grade = 4',
        ),
      ],
      [`delete from ${table}`],
      [`truncate ${table} cascade`],
    ]),
  )('cannot be changed: %s', async (statement) => {
    await asAlpha((tx) => recordAudit(tx, { action: 'test', subject: null, details: {} }));
    await expect(breaking((client) => client.query(statement))).rejects.toMatchObject({ code: '23001' });
  });

  it('are voided once, and nothing else of them changes with it', async () => {
    await asAlpha((tx) => recordMetric(tx, { ...figure, month: '2018-04' }));
    await breaking(async (client) => {
      const march = `metric_value where month = '2018-04'`;
      const change = (set: string) => client.query(`update metric_value set ${set} where month = '2018-04'`);
      await expect(change('voided_at = now(), value = 1')).rejects.toMatchObject({ code: '23001' });
      await change('voided_at = now()');
      await expect(change('voided_at = null')).rejects.toMatchObject({ code: '23001' });
      const { rows } = await client.query(`select count(*) as left from ${march} and voided_at is null`);
      expect(rows).toEqual([{ left: '0' }]);
    });
  });

  it('sent twice are one, and a correction voids the fact and records it again', async () => {
    const [again] = await asAlpha((tx) => appendSkillRecords(tx, [record]));
    expect(again?.kind).toBe('unchanged');
    const [corrected] = await asAlpha((tx) =>
      appendSkillRecords(tx, [{ ...record, expiresOn: '2020-01-10' }]),
    );
    expect(corrected?.kind).toBe('updated');
    const { facts } = await asAlpha((tx) => loadFacts(tx));
    const records = facts.people?.find(({ id }) => id === people.anna)?.records ?? [];
    expect(records.map(({ expiresOn, voidedAt }) => [expiresOn, voidedAt !== null]).sort()).toEqual(
      [
        [null, true],
        ['2020-01-10', false],
      ].sort(),
    );
  });

  it('move the evidence of the partners whom they concern, and a sign-in does not', async () => {
    const version = () => evidenceVersion(server.opened.database, ALPHA);
    const before = await version();
    await asAlpha((tx) => appendSkillRecords(tx, [{ ...record, achievedOn: '2018-02-10' }]));
    const after = await version();
    expect(after).toBeGreaterThan(before);
    await asAlpha((tx) =>
      tx.sql
        .updateTable('app_user')
        .set({ last_sign_in_at: tx.now })
        .where('user_id', '=', people.anna)
        .execute(),
    );
    expect(await version()).toBe(after);
  });

  it('of an account that moved between two colleagues are loaded once, with its present holder', async () => {
    const successor = await newUser(server.opened.database, ALPHA, 'Successor');
    server.clock.now = new Date(server.clock.now.getTime() + 40 * 86_400_000);
    await asAlpha((tx) => startAssociation(tx, { ...account, userId: successor }), successor);
    const { facts } = await asAlpha((tx) => loadFacts(tx));
    const ids = (facts.people ?? []).flatMap(({ records = [] }) => records.map(({ id }) => id));
    expect(new Set(ids).size).toBe(ids.length);
    expect(facts.people?.find(({ id }) => id === successor)?.records?.length).toBe(ids.length);
  });

  describe('the audit trail', () => {
    const broken = () => asAlpha((tx) => firstBrokenAudit(tx));
    const tamper = (statement: string) =>
      breaking(async (client) => {
        await client.query('alter table audit_event disable trigger user');
        await client.query(statement);
        await client.query('alter table audit_event enable trigger user');
      });

    it('follows from its first entry to its head, also after entries that came at once', async () => {
      await Promise.all(
        Array.from({ length: 8 }, (_, number) =>
          asAlpha((tx) =>
            recordAudit(tx, {
              action: 'test',
              subject: null,
              details: { z: number, a: { d: [1.5, null], c: 'é' } },
            }),
          ),
        ),
      );
      expect(await broken()).toBeNull();
    });

    it.each([
      [
        'changed',
        `update audit_event set details = '{"z":99}' where partner_id = 'alpha' and sequence = 5`,
        5,
      ],
      [
        'given to another actor',
        `update audit_event set actor = 'user:x' where partner_id = 'alpha' and sequence = 4`,
        4,
      ],
      ['dropped', `delete from audit_event where partner_id = 'alpha' and sequence = 3`, 3],
      [
        'dropped from the end',
        `delete from audit_event where partner_id = 'alpha' and sequence = (select sequence from audit_head where partner_id = 'alpha')`,
        2,
      ],
    ])('shows an entry that was %s', async (_what, statement, sequence) => {
      const found = await breaking(async (client) => {
        // Undone afterwards, so that each case meets a whole trail.
        await client.query('create table kept as select * from audit_event');
        return client
          .query('select max(sequence)::int as last from audit_event')
          .then(({ rows }) => rows[0].last);
      });
      await tamper(statement);
      expect(await broken()).toBe(sequence === 2 ? found : sequence);
      await tamper('delete from audit_event; insert into audit_event select * from kept; drop table kept');
      expect(await broken()).toBeNull();
    });
  });
});
