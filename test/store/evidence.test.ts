import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { peopleOf } from '../../src/domain/evidence/evidence-facts.ts';
import { associationHistory, endAssociation, startAssociation } from '../../src/store/associations-store.ts';
import { checkEvidence } from '../../src/store/check-evidence.ts';
import {
  loadEvidence,
  readEvidence,
  rebuildEvidence,
  settleLeftMarks,
} from '../../src/store/evidence-store.ts';
import type { PartnerId } from '../../src/store/partner-id.ts';

import { appendSkillRecords } from '../../src/store/skill-records-store.ts';
import { appendSourceRecords } from '../../src/store/source-records-store.ts';
import { createUser, updateUser } from '../../src/store/users-store.ts';
import { recordOf } from './support/new-skill-record.ts';
import { asOwner, type StoreServer, storeServers } from './support/store-servers.ts';
import { ALPHA, BETA, makeTwoPartners, newUser, SYSTEM, type TwoPartners } from './support/two-partners.ts';

const DAY_MS = 86_400_000;
const PROVIDER = 'microsoft-learning';

describe.each(storeServers)('the evidence projection on $name', ({ start }) => {
  let server: StoreServer;
  let people: TwoPartners;

  beforeAll(async () => {
    server = await start();
    await server.opened.migrate();
    people = await makeTwoPartners(server.opened.database);
  });
  afterAll(() => server.close());

  const reading = <T>(
    partnerId: PartnerId,
    work: Parameters<typeof server.opened.database.readAsTenant<T>>[1],
  ) => server.opened.database.readAsTenant({ partnerId, actor: SYSTEM }, work);
  const writing = <T>(partnerId: PartnerId, work: Parameters<typeof server.opened.database.asTenant<T>>[1]) =>
    server.opened.database.asTenant({ partnerId, actor: SYSTEM }, work);
  const problemOf = (partnerId: PartnerId) => reading(partnerId, checkEvidence);
  const marks = () =>
    server.opened.database.asNetwork({ actor: SYSTEM }, (tx) =>
      tx.sql.selectFrom('evidence_mark').selectAll().execute(),
    );
  const segments = (partnerId: PartnerId) =>
    reading(partnerId, (tx) => tx.sql.selectFrom('evidence_segment').select('people').execute());

  function associate(partnerId: PartnerId, userId: string, accountId: string) {
    server.clock.now = new Date(server.clock.now.getTime() + 40 * DAY_MS);
    return server.opened.database.asTenant({ partnerId, actor: { kind: 'user', userId } }, (tx) =>
      startAssociation(tx, { provider: PROVIDER, accountId, userId }),
    );
  }

  const complete = (partnerId: PartnerId, accountId: string, skill: string, achievedOn: string, more = {}) =>
    writing(partnerId, (tx) => appendSkillRecords(tx, [recordOf(accountId, skill, achievedOn, more)]));

  const push = (accountId: string, skill: string, achievedOn: string, expiresOn: string | null = null) =>
    server.opened.database.asNetwork({ actor: SYSTEM }, (tx) =>
      appendSourceRecords(tx, PROVIDER, [
        {
          externalId: `${accountId}/${skill}/${achievedOn}`,
          accountId,
          skill,
          achievedOn,
          expiresOn,
          revokedOn: null,
          certificateNumber: null,
          grade: 4,
        },
      ]),
    );

  async function skillsOf(partnerId: PartnerId, userId: string): Promise<string[]> {
    const evidence = await reading(partnerId, loadEvidence);
    const person = peopleOf(evidence).find(({ id }) => id === userId);
    return (person?.records ?? []).map(({ skill }) => skill).sort();
  }

  it('shows a fact in the transaction that writes it, and packs it before it commits', async () => {
    await associate(ALPHA, people.anna, 'A-1');
    const seen = await writing(ALPHA, async (tx) => {
      await appendSkillRecords(tx, [recordOf('A-1', 'exam:first', '2018-01-10')]);
      return peopleOf(await loadEvidence(tx)).find(({ id }) => id === people.anna)?.records;
    });
    expect(seen).toHaveLength(1);
    expect(await skillsOf(ALPHA, people.anna)).toEqual(['exam:first']);
    expect(await marks()).toEqual([]);
    expect((await segments(ALPHA)).length).toBeGreaterThan(0);
    expect(await problemOf(ALPHA)).toBeNull();
  });

  it('of a transaction that is undone stays as it was', async () => {
    const undone = writing(ALPHA, async (tx) => {
      await appendSkillRecords(tx, [recordOf('A-1', 'exam:undone', '2018-01-10')]);
      throw new Error('undone');
    });
    await expect(undone).rejects.toThrow('undone');
    expect(await skillsOf(ALPHA, people.anna)).toEqual(['exam:first']);
    expect(await problemOf(ALPHA)).toBeNull();
  });

  it('of both partners changes when a claim moves between them, and each sees what is its own', async () => {
    const versions = (partnerId: PartnerId) => reading(partnerId, (tx) => readEvidence(tx));
    const before = [await versions(ALPHA), await versions(BETA)];
    await associate(BETA, people.ben, 'A-1');
    await push(
      'A-1',
      'exam:elsewhere',
      server.clock.now
        .toISOString()
        .slice(0, 10)
        .replace(/^\d{4}/, '2030'),
    );
    expect(await skillsOf(ALPHA, people.anna)).toEqual(['exam:first']);
    expect(await skillsOf(BETA, people.ben)).toEqual(['exam:elsewhere', 'exam:first']);
    const after = [await versions(ALPHA), await versions(BETA)];
    expect(after[0]!.version).toBeGreaterThan(before[0]!.version);
    expect(after[1]!.version).toBeGreaterThan(before[1]!.version);
    // Nobody's name has changed.
    const names = (all: typeof before) => all.map(({ directoryVersion }) => directoryVersion);
    expect(names(after)).toEqual(names(before));
    expect([await problemOf(ALPHA), await problemOf(BETA)]).toEqual([null, null]);
  });

  it('keeps a person whose name is erased, and a merged account is told with its survivor', async () => {
    const leaver = await newUser(server.opened.database, ALPHA, 'Leaver');
    await associate(ALPHA, leaver, 'A-2');
    await server.opened.database.asNetwork({ actor: SYSTEM }, async (tx) => {
      await tx.sql
        .insertInto('learning_account_merge')
        .values({
          provider: PROVIDER,
          account_id: 'A-2',
          into_provider: PROVIDER,
          into_account_id: 'A-1',
          reason: 'test',
          recorded_at: tx.now,
          recorded_by: 'test',
        })
        .execute();
    });
    const merged = async () =>
      peopleOf(await reading(ALPHA, loadEvidence)).find(({ id }) => id === leaver)?.accounts;
    expect(await merged()).toEqual([{ accountId: 'A-2', provider: PROVIDER, mergedInto: 'A-1' }]);
    await writing(ALPHA, (tx) =>
      tx.sql
        .deleteFrom('user_contact')
        .where('partner_id', '=', ALPHA)
        .where('user_id', '=', leaver)
        .execute(),
    );
    expect(await merged()).toHaveLength(1);
    expect(await problemOf(ALPHA)).toBeNull();
  });

  it('stays small in number of segments, and lets nobody read those of another partner', async () => {
    for (let number = 0; number < 12; number++)
      await newUser(server.opened.database, BETA, `Colleague${number}`);
    expect((await segments(BETA)).length).toBeLessThan(3);
    const foreign = await reading(ALPHA, (tx) =>
      tx.sql.selectFrom('evidence_segment').select('people').where('partner_id', '=', BETA).execute(),
    );
    expect(foreign).toEqual([]);
  });

  it('reads what another program has written from the rows, until somebody packs it', async () => {
    await asOwner(server, async (client) => {
      await client.query(`select set_config('jalon.scope', 'network', false)`);
      await client.query(
        `insert into skill_record (provider, account_id, skill, achieved_on, source, grade, recorded_at, recorded_by)
         values ($1, 'A-1', 'exam:by-hand', '2018-02-02', 'test', 1, now(), 'test')`,
        [PROVIDER],
      );
    });
    expect((await marks()).length).toBeGreaterThan(0);
    expect(await skillsOf(BETA, people.ben)).toContain('exam:by-hand');
    expect(await problemOf(BETA)).toBeNull();
    for (const partner of [ALPHA, BETA]) {
      await server.opened.database.asNetwork({ actor: SYSTEM }, (tx) => settleLeftMarks(tx, partner));
    }
    expect(await marks()).toEqual([]);
    expect(await skillsOf(BETA, people.ben)).toContain('exam:by-hand');
  });

  it('is found out when it was tampered with, and made anew', async () => {
    const tamper = (statement: string) =>
      asOwner(server, async (client) => {
        await client.query(`select set_config('jalon.scope', 'network', false)`);
        await client.query(statement);
      });
    // The record that is tampered with is told by both: its account was Alpha's before.
    const repaired = async () => {
      for (const partner of [ALPHA, BETA]) {
        await server.opened.database.asNetwork({ actor: SYSTEM }, (tx) => rebuildEvidence(tx, partner));
      }
      return problemOf(BETA);
    };
    await tamper(`update evidence_segment set content = set_byte(content, 40, get_byte(content, 40) # 255)
      where partner_id = 'beta'`);
    expect(await problemOf(BETA)).toEqual({ kind: 'unreadable', problem: 'damaged' });
    // Meanwhile the rows answer.
    expect(await skillsOf(BETA, people.ben)).toContain('exam:first');
    expect(await repaired()).toBeNull();

    await tamper(`alter table skill_record disable trigger user;
      update skill_record set expires_on = '2031-01-01' where skill = 'exam:by-hand';
      alter table skill_record enable trigger user`);
    expect(await problemOf(BETA)).toMatchObject({
      kind: 'differs',
      difference: {
        person: people.ben,
        path: expect.stringMatching(/^records\[\d\]\.expiresOn$/),
        told: '"2031-01-01"',
      },
    });
    expect(await repaired()).toBeNull();

    await tamper(`delete from evidence_segment where partner_id = 'beta'`);
    expect(await problemOf(BETA)).toMatchObject({ difference: { path: '', projected: undefined } });
    expect(await repaired()).toBeNull();
  });

  it('is the same as made anew, after any sequence of writes by two writers at once', async () => {
    const accounts = ['R-1', 'R-2', 'R-3'];
    const users = { [ALPHA]: [people.anna], [BETA]: [people.ben] };
    for (const partner of [ALPHA, BETA]) {
      users[partner]!.push(await newUser(server.opened.database, partner, `Second${partner}`));
    }
    const partnerOf = fc.constantFrom(ALPHA, BETA);
    const step = fc.oneof(
      fc.record({
        kind: fc.constant('associate' as const),
        partner: partnerOf,
        user: fc.nat(1),
        account: fc.nat(2),
      }),
      fc.record({
        kind: fc.constant('import' as const),
        partner: partnerOf,
        account: fc.nat(2),
        day: fc.integer({ min: 1, max: 28 }),
      }),
      fc.record({
        kind: fc.constant('push' as const),
        account: fc.nat(2),
        day: fc.integer({ min: 1, max: 28 }),
        expires: fc.boolean(),
      }),
      fc.record({ kind: fc.constant('end' as const), partner: partnerOf, user: fc.nat(1) }),
      fc.record({
        kind: fc.constant('user' as const),
        partner: partnerOf,
        user: fc.nat(1),
        left: fc.boolean(),
      }),
    );
    type Step = typeof step extends fc.Arbitrary<infer T> ? T : never;
    const day = (number: number) => `2020-01-${String(number).padStart(2, '0')}`;

    async function take(action: Step): Promise<void> {
      if (action.kind === 'push') {
        await push(
          accounts[action.account]!,
          'exam:pushed',
          day(action.day),
          action.expires ? '2031-01-01' : null,
        );
      } else if (action.kind === 'import') {
        await complete(action.partner, accounts[action.account]!, 'exam:imported', day(action.day));
      } else if (action.kind === 'associate') {
        await associate(action.partner, users[action.partner]![action.user]!, accounts[action.account]!);
      } else if (action.kind === 'user') {
        const userId = users[action.partner]![action.user]!;
        await writing(action.partner, async (tx) => {
          await updateUser(tx, userId, { technical: action.left });
          await tx.sql
            .updateTable('app_user')
            .set({ employed_until: action.left ? '2040-01-01' : null })
            .where('partner_id', '=', action.partner)
            .where('user_id', '=', userId)
            .execute();
          await createUser(tx, {
            workEmail: `${randomUUID()}@new.example`,
            firstName: 'N',
            lastName: 'N',
            roles: [],
          });
        });
      } else {
        const { partner: partnerId } = action;
        const userId = users[partnerId]![action.user]!;
        const open = await reading(partnerId, (tx) => associationHistory(tx, userId));
        // One association a transaction, as the command ends them: each waits for the account and then for the partner.
        for (const { associationId } of open) {
          await server.opened.database.asTenant({ partnerId, actor: { kind: 'user', userId } }, (tx) =>
            endAssociation(tx, { associationId, isAdmin: false }),
          );
        }
      }
    }

    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 12 }), async (steps) => {
        const half = Math.ceil(steps.length / 2);
        const inTurn = async (own: readonly Step[]) => {
          for (const action of own) await take(action);
        };
        await Promise.all([inTurn(steps.slice(0, half)), inTurn(steps.slice(half))]);
        expect([await problemOf(ALPHA), await problemOf(BETA)]).toEqual([null, null]);
        expect(await marks()).toEqual([]);
      }),
      { numRuns: 15, endOnFailure: true },
    );
  }, 180_000);

  it('of a record and a claim that come in the same moment has the record', async () => {
    for (let round = 0; round < 12; round++) {
      const accountId = `race-${round}`;
      await associate(ALPHA, people.anna, accountId);
      server.clock.now = new Date(server.clock.now.getTime() + 40 * DAY_MS);
      await Promise.all([
        associate(BETA, people.ben, accountId),
        push(accountId, `exam:race-${round}`, '2018-03-03'),
        complete(ALPHA, accountId, `exam:raced-${round}`, '2018-03-03').catch(() => {}),
      ]);
      expect([await problemOf(ALPHA), await problemOf(BETA)]).toEqual([null, null]);
      expect(await skillsOf(BETA, people.ben)).toContain(`exam:race-${round}`);
    }
  });

  it('of records pushed at once for the same people in any order loses none', async () => {
    const accounts = ['P-1', 'P-2', 'P-3', 'P-4'];
    await associate(ALPHA, people.anna, 'P-1');
    await associate(BETA, people.ben, 'P-2');
    await associate(ALPHA, people.anna, 'P-3');
    await associate(BETA, people.ben, 'P-4');
    const deliver = (order: readonly string[], skill: string) =>
      server.opened.database.asNetwork({ actor: SYSTEM }, (tx) =>
        appendSourceRecords(
          tx,
          PROVIDER,
          order.map((accountId) => ({
            externalId: `${skill}/${accountId}`,
            accountId,
            skill,
            achievedOn: '2018-04-04',
            expiresOn: null,
            revokedOn: null,
            certificateNumber: null,
            grade: 4,
          })),
        ),
      );
    await Promise.all(
      Array.from({ length: 8 }, (_, number) =>
        deliver(number % 2 ? accounts : [...accounts].reverse(), `exam:at-once-${number}`),
      ),
    );
    expect([await problemOf(ALPHA), await problemOf(BETA)]).toEqual([null, null]);
    const both = [...(await skillsOf(ALPHA, people.anna)), ...(await skillsOf(BETA, people.ben))];
    expect(both.filter((skill) => skill.startsWith('exam:at-once'))).toHaveLength(32);
  });
});
