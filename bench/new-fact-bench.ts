/**
 * One new fact at a company: from the call that brings it to the moment at which the competencies, the overview and
 * the first page of the skills report show it, over HTTP. Run with `npx tsx bench/new-fact-bench.ts [people] [facts]`;
 * it prints a table and asserts nothing.
 */
import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { catalogueRoot } from '../src/catalogue/catalogue-folder.ts';
import { loadProgramme } from '../src/catalogue/load-programme.ts';
import type { PartnerId } from '../src/store/partner-id.ts';
import { printTable, quantile } from './bench-table.ts';
import { loadCompany, openBenchDatabase } from './company-in-database.ts';
import type { NewFactJob, NewFactResult } from './new-fact-client.ts';
import { startBenchServer } from './server-over-database.ts';

const STEPS = ['write', 'competencies', 'overview', 'skills report, 200 rows', 'all of it'] as const;
const people = Number(process.argv[2] ?? 5_000);
const facts = Number(process.argv[3] ?? 200);
const WARM_UP = 20;
const partner = 'middling' as PartnerId;
const run = promisify(execFile);

const programme = await loadProgramme(join(catalogueRoot(), 'microsoft-competencies'));
const opened = await openBenchDatabase();
await loadCompany(opened, programme, { partner, people, records: 4 });
const server = await startBenchServer(opened, partner);

const { address, cookie, operatorToken } = server;
const job: NewFactJob = { address, cookie, operatorToken, partner, people, facts, warmUp: WARM_UP };
const client = join(import.meta.dirname, 'new-fact-client.ts');
const before = process.cpuUsage();
const { stdout } = await run(process.execPath, ['--import', 'tsx', client, JSON.stringify(job)]);
const { user, system } = process.cpuUsage(before);
const { times, shown } = JSON.parse(stdout) as NewFactResult;

console.log(
  `${people} people, ${people * 4} records; ${facts} facts one after the other after ${WARM_UP} that are not counted, ${shown} of all as a new row; ${Math.round((user + system) / 1000 / (WARM_UP + facts))} ms of processor time of the server for each, threads included`,
);
const row = (what: string, values: readonly number[]) => {
  const ordered = [...values].sort((left, right) => left - right);
  return [what, ...[0.5, 0.9, 0.99, 1].map((at) => quantile(ordered, at))];
};
const [writes, first] = times;
printTable(
  ['what', 'p50 ms', 'p90 ms', 'p99 ms', 'most ms'],
  [
    ...STEPS.map((step, index) => row(step, times[index]!)),
    // Whichever report is asked for first evaluates for all of them.
    row(
      'until the first report shows it',
      writes!.map((time, fact) => time + first![fact]!),
    ),
  ],
);
await server.close();
await opened.remove();
