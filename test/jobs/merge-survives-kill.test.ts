/** Merges of large companies while servers die and people go on working: all of it once, and nothing that was said is lost. */
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { accountOf, loadCompany, PROVIDER } from '../../bench/company-in-database.ts';
import { catalogueRoot } from '../../src/catalogue/catalogue-folder.ts';
import { loadProgramme } from '../../src/catalogue/load-programme.ts';
import type { PartnerMergeRunView } from '../../src/contract/partner-merges.ts';
import { checkEvidence } from '../../src/store/check-evidence.ts';
import { loadFacts } from '../../src/store/facts-store.ts';
import { recordMetric } from '../../src/store/metrics-store.ts';
import type { OpenDatabase } from '../../src/store/open-database.ts';
import { openRemote } from '../../src/store/open-remote.ts';
import type { PartnerId } from '../../src/store/partner-id.ts';
import { appendSourceRecords } from '../../src/store/source-records-store.ts';
import { hasSystemServer, startSystemServer } from '../store/support/store-servers.ts';
import { newDataFolder, removeDataFolder } from '../support/data-folder.ts';
import { signInOverHttp } from '../support/sign-in-over-http.ts';
import { ended, type ServerProcess, startServerProcess } from './support/server-process.ts';

const OPERATOR = 'programme-operator@contoso.example';
const SYSTEM = { kind: 'system', name: 'test' } as const;
const PEOPLE = 2_500;
const TAKEN_OVER_MS = 30_000;
/** Deliver one after the other, all the time. */
const SOURCES = 5;
const DELIVERED_ON = '2026-10-10';

describe.runIf(hasSystemServer())('a merge of companies with two servers', () => {
  const dataFolder = newDataFolder('jalon-merge-');
  let database: Awaited<ReturnType<typeof startSystemServer>>;
  let opened: OpenDatabase;
  let owner: pg.Client;
  let first: ServerProcess;
  let second: ServerProcess;
  let headers: Record<string, string>;

  const start = (command: 'demo' | 'serve') =>
    startServerProcess(command, { databaseUrl: database.url, dataFolder });

  beforeAll(async () => {
    database = await startSystemServer();
    second = await start('demo');
    first = await start('serve');
    opened = await openRemote(database.url, { log: () => {} });
    owner = await connected();
    headers = {
      ...(await signInOverHttp(second.address, dataFolder, OPERATOR)),
      'content-type': 'application/json',
    };
    const programme = await loadProgramme(join(catalogueRoot(), 'microsoft-competencies'));
    for (const partner of ['alpine', 'bellows', 'coho']) {
      await loadCompany(opened, programme, { partner: partner as PartnerId, people: PEOPLE, records: 2 });
    }
  }, 240_000);
  afterAll(async () => {
    await ended(first.process, 'SIGKILL');
    await ended(second.process, 'SIGKILL');
    await owner.end().catch(() => {});
    await opened.close();
    await database.stop();
    removeDataFolder(dataFolder);
  });

  async function connected(): Promise<pg.Client> {
    const client = new pg.Client({ connectionString: database.url });
    // A server that is killed ends it.
    client.on('error', () => {});
    await client.connect();
    await client.query("select set_config('jalon.scope', 'network', false)");
    return client;
  }

  const at = <T>(partnerId: string, work: Parameters<typeof opened.database.asTenant<T>>[1]) =>
    opened.database.asTenant({ partnerId: partnerId as PartnerId, actor: SYSTEM }, work);

  async function begin(server: ServerProcess, from: string): Promise<PartnerMergeRunView> {
    const answer = await fetch(`${server.address}/api/v1/network/partner-merges`, {
      method: 'POST',
      headers,
      body: JSON.stringify({ from, into: 'contoso', keepRoles: true, reason: 'Taken over', confirm: from }),
    });
    expect(answer.status).toBe(202);
    return (await answer.json()) as PartnerMergeRunView;
  }

  async function told(server: ServerProcess, mergeId: string): Promise<PartnerMergeRunView | null> {
    const answer = await fetch(`${server.address}/api/v1/network/partner-merges/${mergeId}`, { headers });
    return answer.ok ? ((await answer.json()) as PartnerMergeRunView) : null;
  }

  /** @returns what is told as soon as it is so */
  async function until(mergeId: string, test: (run: PartnerMergeRunView) => boolean) {
    const began = Date.now();
    for (;;) {
      const run = await told(second, mergeId).catch(() => null);
      if (run !== null && test(run)) return { run, milliseconds: Date.now() - began };
      if (run?.state === 'failed') throw new Error(`the merge failed: ${JSON.stringify(run)}`);
      if (Date.now() - began > 90_000) throw new Error(`the merge stays as ${JSON.stringify(run)}`);
      await pause(20);
    }
  }

  const isMoving = ({ state, done }: PartnerMergeRunView) => state === 'running' && done > 0;
  const isOver = ({ state }: PartnerMergeRunView) => state === 'done' || state === 'failed';

  async function standing(from: string) {
    const { rows } = await owner.query<Record<string, number>>(
      `select (select count(*)::int from jalon.app_user where partner_id = $1 and status = 'active') as there,
        (select count(*)::int from jalon.app_user u where partner_id = 'contoso'
          and exists (select from jalon.app_user o where o.partner_id = $1 and o.user_id = u.user_id)) as gone_on,
        (select count(*)::int from jalon.account_claim where voided_at is null and upper_inf(period)
          and partner_id = $1) as claims_there,
        (select count(*)::int from jalon.partner_merge where partner_id = $1) as merges,
        (select count(*)::int from jalon.audit_event where action = 'companies.merged'
          and subject = 'partner:' || $1) as entries,
        (select attempts::int from jalon.partner_merge_run where from_partner_id = $1) as attempts`,
      [from],
    );
    return rows[0]!;
  }

  async function isWhole(from: string): Promise<void> {
    expect(await standing(from)).toMatchObject({
      there: 0,
      gone_on: PEOPLE,
      claims_there: 0,
      merges: 1,
      entries: 1,
    });
    for (const company of [from, 'contoso']) expect(await at(company, checkEvidence)).toBeNull();
  }

  it('goes on at the other server when the one that works on it is killed, and happens once', async () => {
    const { mergeId } = await begin(first, 'alpine');
    await until(mergeId, isMoving);
    await ended(first.process, 'SIGKILL');
    expect(await standing('alpine')).toMatchObject({ there: PEOPLE, gone_on: 0, merges: 0, attempts: 1 });
    const { milliseconds: taken } = await until(
      mergeId,
      ({ phase, done }) => phase === 'judging' || done === 0,
    );
    expect(taken).toBeLessThan(TAKEN_OVER_MS);
    const { run } = await until(mergeId, isOver);
    expect(run).toMatchObject({
      state: 'done',
      failure: null,
      counts: { people: PEOPLE, associations: PEOPLE },
    });
    await isWhole('alpine');
    expect((await standing('alpine')).attempts).toBe(2);
  }, 240_000);

  it('goes on when PostgreSQL is killed under it, and happens once', async () => {
    const { mergeId } = await begin(second, 'bellows');
    await until(mergeId, isMoving);
    const { rows } = await owner.query<{ pid: number }>(
      `select pid from pg_stat_activity where state <> 'idle' and pid <> pg_backend_pid()
        and application_name = 'jalon' order by xact_start limit 1`,
    );
    process.kill(rows[0]!.pid, 'SIGKILL');
    const { run } = await until(mergeId, isOver);
    expect(run).toMatchObject({
      state: 'done',
      failure: null,
      counts: { people: PEOPLE, associations: PEOPLE },
    });
    owner = await connected();
    await isWhole('bellows');
    expect((await standing('bellows')).attempts).toBe(2);
  }, 240_000);

  it('loses nothing that was acknowledged meanwhile, refuses the rest at once, and leaves other companies alone', async () => {
    const figure = { metric: 'azure_customer_consumption', value: 5, association: null } as const;
    let over = false;
    onTestFinished(() => {
      over = true;
    });
    const acknowledged: string[] = [];
    const elsewhere: number[] = [];
    const deliver = async (first: number) => {
      for (let number = first; !over; number += SOURCES) {
        const accountId = accountOf('coho', number % PEOPLE);
        const record = {
          externalId: `delivered-${number}`,
          accountId,
          skill: 'exam:70-764',
          achievedOn: DELIVERED_ON,
          expiresOn: null,
          revokedOn: null,
          certificateNumber: null,
          grade: 1,
        };
        const [kept] = await opened.database.asNetwork({ actor: SYSTEM }, (tx) =>
          appendSourceRecords(tx, PROVIDER, [record]),
        );
        expect(kept?.kind).toBe('created');
        acknowledged.push(accountId);
      }
    };
    const workElsewhere = async () => {
      for (let month = 1; !over; month = (month % 12) + 1) {
        const began = Date.now();
        await at('fabrikam', (tx) =>
          recordMetric(tx, {
            ...figure,
            month: `2019-${String(month).padStart(2, '0')}`,
            competency: null,
            track: null,
          }),
        );
        elsewhere.push(Date.now() - began);
        await pause(50);
      }
    };
    const sources = Array.from({ length: SOURCES }, (_, number) => deliver(number));
    while (acknowledged.length === 0) await pause(10);
    const { mergeId } = await begin(second, 'coho');
    const racing = [...sources, workElsewhere()];
    await until(mergeId, isMoving);
    const admin = {
      ...headers,
      ...(await signInOverHttp(second.address, dataFolder, 'user-admin@contoso.example')),
    };
    const contoso = `${second.address}/api/v1/partners/contoso`;
    const began = Date.now();
    const refused = await fetch(`${contoso}/users`, {
      method: 'POST',
      headers: admin,
      body: JSON.stringify({
        firstName: 'New',
        lastName: 'Person',
        workEmail: 'new@contoso.example',
        roles: [],
      }),
    });
    const read = await fetch(`${contoso}/users?top=1`, { headers: admin });
    const during = await told(second, mergeId);
    expect(isMoving(during!)).toBe(true);
    expect([refused.status, refused.headers.get('retry-after')]).toEqual([503, '20']);
    expect(((await refused.json()) as { code: string }).code).toBe('company-merging');
    expect(read.status).toBe(200);
    expect(Date.now() - began).toBeLessThan(5_000);
    const again = await fetch(`${second.address}/api/v1/network/partner-merges`, {
      method: 'POST',
      headers,
      body: JSON.stringify({
        from: 'fabrikam',
        into: 'contoso',
        keepRoles: true,
        reason: 'Another',
        confirm: 'Fabrikam',
      }),
    });
    expect([again.status, ((await again.json()) as { code: string }).code]).toEqual([409, 'under-way']);
    const { run } = await until(mergeId, isOver);
    over = true;
    await Promise.all(racing);
    expect(run).toMatchObject({ state: 'done', failure: null });
    await isWhole('coho');
    expect(acknowledged.length).toBeGreaterThan(SOURCES);
    const { facts } = await at('contoso', (tx) => loadFacts(tx));
    const achieved = new Set(
      (facts.people ?? []).flatMap(({ records = [] }) =>
        records.filter(({ achievedOn }) => achievedOn === DELIVERED_ON).map(({ accountId }) => accountId),
      ),
    );
    expect(acknowledged.filter((account) => !achieved.has(account))).toEqual([]);
    // Writes of another company go on in the middle of it.
    expect(elsewhere.length).toBeGreaterThan(5);
    expect(Math.max(...elsewhere)).toBeLessThan(5_000);
  }, 240_000);
});
