/**
 * The competencies of one partner over HTTP with 50 keep-alive clients, against the same server answering a constant
 * of the same size: signed in, partner and role checked, log and metrics on. Run with `npx tsx bench/http-bench.ts
 * [seconds]`; it prints a table and asserts nothing. The rounds take turns, so that a busy machine is busy for all.
 */
import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { catalogueRoot } from '../src/catalogue/catalogue-folder.ts';
import { loadProgramme } from '../src/catalogue/load-programme.ts';
import type { PartnerId } from '../src/store/partner-id.ts';
import { printTable, quantile } from './bench-table.ts';
import { loadCompany, openBenchDatabase } from './company-in-database.ts';
import type { LoadJob, LoadResult } from './http-load.ts';
import { startBenchServer } from './server-over-database.ts';

const seconds = Number(process.argv[2] ?? 4);
const ROUNDS = 5;
const CLIENTS = 50;
const partner = 'small' as PartnerId;
const run = promisify(execFile);

const programme = await loadProgramme(join(catalogueRoot(), 'microsoft-competencies'));
const opened = await openBenchDatabase();
await loadCompany(opened, programme, { partner, people: 200, records: 4 });
const server = await startBenchServer(opened, partner);
const port = Number(new URL(server.address).port);
const path = `/api/v1/partners/${partner}/competencies`;
const first = await fetch(`${server.address}${path}`, { headers: { cookie: server.cookie } });
const tag = String(first.headers.get('etag'));
server.setConstant(await first.text());

async function load(job: Pick<LoadJob, 'path' | 'headers'>, everyAddressNew = false): Promise<LoadResult> {
  const whole: LoadJob = { port, clients: CLIENTS, milliseconds: seconds * 1000, everyAddressNew, ...job };
  const program = join(import.meta.dirname, 'http-load.ts');
  const { stdout } = await run(process.execPath, ['--import', 'tsx', program, JSON.stringify(whole)]);
  return JSON.parse(stdout) as LoadResult;
}

const cookie = { cookie: server.cookie };
const kinds = [
  { what: 'a constant', ask: () => load({ path: server.constantPath, headers: cookie }) },
  { what: 'unchanged: 304', ask: () => load({ path, headers: { ...cookie, 'if-none-match': tag } }) },
  { what: 'unchanged: from memory', ask: () => load({ path, headers: cookie }) },
  {
    what: 'version and answer read from PostgreSQL each time',
    ask: async () => {
      const forgetting = setInterval(() => server.forgetVersions(), 1);
      const result = await load({ path, headers: cookie }, true);
      clearInterval(forgetting);
      return result;
    },
  },
];
const results = kinds.map((): LoadResult[] => []);
for (let round = 0; round < ROUNDS; round++) {
  for (const [index, { ask }] of kinds.entries()) results[index]!.push(await ask());
}
const median = (values: readonly number[]) =>
  quantile(
    [...values].sort((a, b) => a - b),
    0.5,
  );
const constant = results[0]!;
printTable(
  ['what', 'bytes', 'requests/s', 'of the constant', 'p50 ms', 'p99 ms', 'p99 of the constant', 'statuses'],
  kinds.map(({ what }, index) => {
    const own = results[index]!;
    const ratios = own.map((result, round) => result.perSecond / constant[round]!.perSecond);
    const tails = own.map((result, round) => result.p99 / constant[round]!.p99);
    return [
      what,
      String(own[0]!.bytes),
      median(own.map((result) => result.perSecond)),
      median(ratios),
      median(own.map((result) => result.p50)),
      median(own.map((result) => result.p99)),
      median(tails),
      Object.keys(own.at(-1)!.statuses).join(' '),
    ];
  }),
);
await server.close();
await opened.remove();
