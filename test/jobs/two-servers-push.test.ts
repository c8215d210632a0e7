/** Two providers push records into two servers on one PostgreSQL while one of the servers is killed. */
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { push } from '../../bench/push-load.ts';
import { openRemote } from '../../src/store/open-remote.ts';
import { hasSystemServer, startSystemServer } from '../store/support/store-servers.ts';
import { newDataFolder, removeDataFolder } from '../support/data-folder.ts';
import { ended, type ServerProcess, startServerProcess } from './support/server-process.ts';
import { newSourceKey } from './support/source-key.ts';

const RECORDS = 50_000;
const BATCH = 1_000;
const KILLED_AFTER = 12;

describe.runIf(hasSystemServer())('records pushed into two servers', () => {
  const dataFolder = newDataFolder('jalon-push-');
  let database: Awaited<ReturnType<typeof startSystemServer>>;
  let servers: readonly ServerProcess[] = [];

  beforeAll(async () => {
    database = await startSystemServer();
    const opened = await openRemote(database.url, { log: () => {} });
    await opened.migrate();
    await opened.close();
    const start = () => startServerProcess('serve', { databaseUrl: database.url, dataFolder });
    servers = await Promise.all([start(), start()]);
  }, 120_000);
  afterAll(async () => {
    for (const { process } of servers) await ended(process, 'SIGKILL');
    await database.stop();
    removeDataFolder(dataFolder);
  });

  it('are all there once, though one server is killed while it takes them', async () => {
    const secret = await newSourceKey(database.url, 'microsoft-learning');
    let killed: Promise<unknown> = Promise.resolve();
    const result = await push({
      addresses: servers.map(({ address }) => address),
      source: 'microsoft-learning',
      secret,
      records: RECORDS,
      batch: BATCH,
      clients: 2,
      // Five records to an account, so that both providers write to the same ones.
      accountOf: (record) => `pushed-${record % (RECORDS / 5)}`,
      onBatch: (answered) => {
        if (answered === KILLED_AFTER) killed = ended(servers[0]!.process, 'SIGKILL');
      },
    });
    await killed;
    expect(result.again).toBeGreaterThan(0);
    // A batch whose answer was lost is answered as unchanged when it is sent again.
    expect(result.created + result.unchanged).toBe(RECORDS);
    expect(result.otherwise).toBe(0);
    const client = new pg.Client({ connectionString: database.url });
    await client.connect();
    await client.query("select set_config('jalon.scope', 'network', false)");
    const { rows } = await client.query(`
      select count(*)::int as records, count(distinct external_id)::int as once,
        count(*) filter (where voided_at is not null)::int as voided,
        (select count(*)::int from jalon.source_delivery where state = 'applied') as deliveries,
        (select sum(created)::int from jalon.source_delivery) as told,
        (select count(*)::int from jalon.audit_event where action = 'records.received') as entries
      from jalon.skill_record where external_id like 'push/%'`);
    await client.end();
    const batches = RECORDS / BATCH;
    expect(rows[0]).toEqual({
      records: RECORDS,
      once: RECORDS,
      voided: 0,
      deliveries: batches,
      told: RECORDS,
      entries: batches,
    });
  }, 120_000);
});
