/** The trails of all companies as one list: what is found, and how little is read to find it. */
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { recordAudits } from '../../src/store/audit-store.ts';
import type { Actor, NetworkTransaction } from '../../src/store/database.ts';
import {
  type AuditPlace,
  type NetworkAuditEvent,
  type NetworkAuditQuestion,
  peopleWithEmail,
  searchAudit,
} from '../../src/store/network-audit-store.ts';
import type { PartnerId } from '../../src/store/partner-id.ts';
import { asOwner, type StoreServer, storeServers } from './support/store-servers.ts';
import { ALPHA, BETA, makeTwoPartners, SYSTEM } from './support/two-partners.ts';

const BEGIN = Date.parse('2026-11-01T00:00:00Z');
const HOUR = 3_600_000;
const ANYTHING: NetworkAuditQuestion = {
  partnerId: null,
  actors: null,
  subjects: null,
  action: null,
  from: null,
  until: null,
};

/** Each value of a question once with each of the others. */
function questions(): NetworkAuditQuestion[] {
  const values = {
    partnerId: [null, ALPHA, 'nobody'],
    actors: [null, ['system:one'], ['system:two', 'system:three'], []],
    subjects: [null, ['file:1'], ['file:0', 'file:2', 'file:none']],
    action: [null, 'import.done', 'plan.deleted'],
    from: [null, new Date(BEGIN + 4 * HOUR)],
    until: [null, new Date(BEGIN + 8 * HOUR)],
  };
  return Object.entries(values).reduce<NetworkAuditQuestion[]>(
    (known, [name, each]) => known.flatMap((one) => each.map((value) => ({ ...one, [name]: value }))),
    [ANYTHING],
  );
}

function fits(
  { partnerId, actors, subjects, action, from, until }: NetworkAuditQuestion,
  event: NetworkAuditEvent,
): boolean {
  return (
    (partnerId === null || event.partnerId === partnerId) &&
    (actors === null || actors.includes(event.actor)) &&
    (subjects === null || (event.subject !== null && subjects.includes(event.subject))) &&
    (action === null || event.action === action) &&
    (from === null || event.at >= from) &&
    (until === null || event.at < until)
  );
}

const keyOf = ({ partnerId, sequence }: NetworkAuditEvent) => `${partnerId} ${sequence}`;

describe.each(storeServers)('the trails of all companies on $name', ({ start }) => {
  let server: StoreServer;
  beforeAll(async () => {
    server = await start();
    await server.opened.migrate();
    await makeTwoPartners(server.opened.database);
  });
  afterAll(() => server.close());

  const asNetwork = <T>(work: (tx: NetworkTransaction) => Promise<T>) =>
    server.opened.database.asNetwork({ actor: SYSTEM }, work);

  async function write(
    partnerId: PartnerId,
    name: string,
    entries: readonly { readonly action: string; readonly subject: string | null }[],
  ): Promise<void> {
    const actor: Actor = { kind: 'system', name };
    const told = entries.map((entry) => ({ ...entry, details: {} }));
    await server.opened.database.asTenant({ partnerId, actor }, (tx) => recordAudits(tx, told));
  }

  it('show to each question, page by page, what fits it and nothing else, in one order', async () => {
    const actions = ['import.done', 'sign-in', 'report.sent'];
    for (let hour = 0; hour < 12; hour++) {
      server.clock.now = new Date(BEGIN + hour * HOUR);
      for (const [place, name] of ['one', 'two', 'three'].entries()) {
        const entries = Array.from({ length: 3 }, (_, number) => ({
          action: actions[(hour + place * number) % actions.length]!,
          subject: (hour + number) % 4 === 0 ? null : `file:${(hour * number + place) % 3}`,
        }));
        await write((hour + place) % 3 === 0 ? ALPHA : BETA, name, entries);
      }
    }
    await asNetwork(async (tx) => {
      const everything = await searchAudit(tx, ANYTHING, null, 1_000);
      expect(everything.filter(({ actor }) => actor !== 'system:test')).toHaveLength(108);
      const pages = async (question: NetworkAuditQuestion) => {
        const found: NetworkAuditEvent[] = [];
        for (let after: AuditPlace | null = null; ; after = found.at(-1)!) {
          const page = await searchAudit(tx, question, after, 11);
          found.push(...page);
          if (page.length < 11) return found.map(keyOf);
        }
      };
      let notEmpty = 0;
      for (const question of questions()) {
        const expected = everything.filter((event) => fits(question, event)).map(keyOf);
        expect(await pages(question), JSON.stringify(question)).toEqual(expected);
        if (expected.length > 0) notEmpty++;
      }
      expect(notEmpty).toBeGreaterThan(60);
    });
  });

  it('are not read from end to end for two conditions that have much each, and nothing in common', async () => {
    const delivered = { action: 'records.received', subject: 'source:first' };
    server.clock.now = new Date(BEGIN - HOUR);
    await write(ALPHA, 'seldom', [{ action: 'source-key.made', subject: 'source:first' }]);
    for (let round = 0; round < 4; round++) {
      server.clock.now = new Date(BEGIN + round * HOUR);
      await write(ALPHA, 'first', Array(1_500).fill(delivered));
      await write(BETA, 'second', Array(1_500).fill({ ...delivered, subject: 'source:second' }));
      await write(BETA, 'mail', Array(500).fill({ action: 'mail.sent', subject: null }));
    }
    await asOwner(server, (client) => client.query('vacuum analyze audit_event'));
    /** Entries read: an index alone gives a place away without one. */
    const read = (question: Partial<NetworkAuditQuestion>) =>
      asNetwork(async (tx) => {
        const reads = async () => {
          const { rows } = await sql<{ read: number }>`
            select (seq_tup_read + coalesce(idx_tup_fetch, 0))::integer as read from pg_stat_xact_user_tables
            where relname = 'audit_event'`.execute(tx.sql);
          return rows[0]!.read;
        };
        const before = await reads();
        const { length } = await searchAudit(tx, { ...ANYTHING, ...question }, null, 20);
        return { found: length, read: (await reads()) - before };
      });
    const nothing = [
      { actors: ['system:first'], action: 'mail.sent' },
      { actors: ['system:first'], subjects: ['source:second'] },
      { actors: ['system:mail'], subjects: ['source:second'] },
      { partnerId: ALPHA, action: 'mail.sent' },
      { partnerId: ALPHA, actors: ['system:second'] },
      { partnerId: ALPHA, subjects: ['source:second'], action: 'records.received' },
    ];
    for (const question of nothing) {
      const answer = await read(question);
      expect(answer.found, JSON.stringify(question)).toBe(0);
      expect(answer.read, JSON.stringify(question)).toBeLessThan(60);
    }
    const some = [
      ANYTHING,
      { actors: ['system:first'] },
      { subjects: ['source:first'], action: 'source-key.made' },
      { partnerId: BETA, action: 'mail.sent', until: new Date(BEGIN + HOUR) },
      { action: 'records.received', until: new Date(BEGIN + HOUR) },
    ];
    for (const question of some) {
      const answer = await read(question);
      expect(answer.found, JSON.stringify(question)).toBeGreaterThan(0);
      expect(answer.read, JSON.stringify(question)).toBeLessThan(100);
    }
  });

  it('find people by their addresses in any case, without reading the addresses of others', async () => {
    await asNetwork(async (tx) => {
      expect(await peopleWithEmail(tx, 'ANNA@Alpha.example')).toHaveLength(1);
      await sql`set local enable_seqscan = off`.execute(tx.sql);
      const { rows } = await sql<{ 'QUERY PLAN': string }>`
        explain select user_id from user_contact where email_key = lower('ANNA@Alpha.example')`.execute(
        tx.sql,
      );
      const plan = rows.map((row) => row['QUERY PLAN']).join('\n');
      expect(plan).toMatch(/Index Cond: \(email_key = /);
    });
  });
});
