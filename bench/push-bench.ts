/**
 * Records pushed by two providers into two servers on one PostgreSQL 15, one of which is killed at a third: what a second
 * takes, and that every record is there once. Run with `npx tsx bench/push-bench.ts [records] [batch]`; it prints a table and
 * asserts nothing about time. `--calm` kills nobody; `--one` pushes into one server; `--claimed` pushes to accounts that people of
 * 200 companies have associated, so that their evidence is packed too.
 */
import { join } from 'node:path';
import pg from 'pg';
import { catalogueRoot } from '../src/catalogue/catalogue-folder.ts';
import { loadProgramme } from '../src/catalogue/load-programme.ts';
import { openRemote } from '../src/store/open-remote.ts';
import type { PartnerId } from '../src/store/partner-id.ts';
import { ended, startServerProcess } from '../test/jobs/support/server-process.ts';
import { newSourceKey } from '../test/jobs/support/source-key.ts';
import { startSystemServer } from '../test/store/support/store-servers.ts';
import { newDataFolder, removeDataFolder } from '../test/support/data-folder.ts';
import { printTable, quantile } from './bench-table.ts';
import { accountOf, loadCompany, PROVIDER } from './company-in-database.ts';
import { push } from './push-load.ts';

const COMPANIES = 200;
const PEOPLE = 100;

const options = new Set(process.argv.slice(2).filter((word) => word.startsWith('--')));
const [records = 1_000_000, batch = 10_000] = process.argv
  .slice(2)
  .filter((word) => !word.startsWith('--'))
  .map(Number);

const dataFolder = newDataFolder('jalon-push-bench-');
const database = await startSystemServer({ durable: true });
const opened = await openRemote(database.url, { log: () => {} });
await opened.migrate();
if (options.has('--claimed')) {
  const programme = await loadProgramme(join(catalogueRoot(), 'microsoft-competencies'));
  for (let number = 0; number < COMPANIES; number++) {
    const partner = `company-${number}` as PartnerId;
    await loadCompany(opened, programme, { partner, people: PEOPLE, records: 2 });
  }
}
await opened.close();
const start = () => startServerProcess('serve', { databaseUrl: database.url, dataFolder });
const servers = options.has('--one') ? [await start()] : [await start(), await start()];
const secret = await newSourceKey(database.url, PROVIDER);
const killedAfter = options.has('--calm') || options.has('--one') ? 0 : Math.ceil(records / batch / 3);

const result = await push({
  addresses: servers.map(({ address }) => address),
  source: PROVIDER,
  secret,
  records,
  batch,
  clients: 2,
  accountOf: options.has('--claimed')
    ? (record) => accountOf(`company-${record % COMPANIES}`, Math.floor(record / COMPANIES) % PEOPLE)
    : (record) => `pushed-${record % Math.ceil(records / 5)}`,
  onBatch: (answered) => {
    if (answered === killedAfter) void ended(servers[0]!.process, 'SIGKILL');
  },
});

const client = new pg.Client({ connectionString: database.url });
await client.connect();
await client.query("select set_config('jalon.scope', 'network', false)");
const { rows } = await client.query(`
  select count(*)::int as records, count(distinct external_id)::int as once,
    (select count(*)::int from jalon.evidence_mark) as marks
  from jalon.skill_record where external_id like 'push/%' and voided_at is null`);
await client.end();
for (const { process: server } of servers) await ended(server, 'SIGKILL');
await database.stop();
removeDataFolder(dataFolder);

const times = [...result.times].sort((left, right) => left - right);
printTable(
  [
    'records',
    'batch',
    'seconds',
    'records/s',
    'batch p50 ms',
    'p99 ms',
    'sent again',
    'there',
    'there once',
    'marks left',
  ],
  [
    [
      String(records),
      String(batch),
      result.seconds.toFixed(1),
      Math.round(records / result.seconds),
      quantile(times, 0.5),
      quantile(times, 0.99),
      String(result.again),
      String(rows[0].records),
      String(rows[0].once),
      String(rows[0].marks),
    ],
  ],
);
