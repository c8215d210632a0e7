/**
 * Two companies that become one through PostgreSQL, right after they were loaded: how long it takes, how long the facts of
 * both are held, and what a page of another company takes meanwhile. Run with `npx tsx bench/merge-bench.ts [people …]`; it
 * prints a table and asserts nothing.
 */
import { join } from 'node:path';
import { catalogueRoot } from '../src/catalogue/catalogue-folder.ts';
import { loadProgramme } from '../src/catalogue/load-programme.ts';
import { mergeRound } from '../src/features/partner-merges/merge-work.ts';
import type { PartnerId } from '../src/store/partner-id.ts';
import { addMergeRun, findMergeRun } from '../src/store/partner-merge-runs-store.ts';
import { printTable, quantile } from './bench-table.ts';
import { BENCH_ACTOR, loadCompany, openBenchDatabase } from './company-in-database.ts';
import { benchServices, startBenchServer } from './server-over-database.ts';

const SIZES = process.argv.length > 2 ? process.argv.slice(2).map(Number) : [1_000, 20_000, 40_000];
const INTO_PEOPLE = 5_000;
const LOOK_EVERY_MS = 50;
const company = (name: string) => name as PartnerId;

const programme = await loadProgramme(join(catalogueRoot(), 'microsoft-competencies'));
const rows: (string | number)[][] = [];

for (const people of SIZES) {
  const opened = await openBenchDatabase();
  const load = (partner: string, count: number) =>
    loadCompany(opened, programme, { partner: company(partner), people: count, records: 4 });
  await load('elsewhere', 200);
  await load('going-on', INTO_PEOPLE);
  await load('former', people);
  const services = await benchServices(opened, () => new Date());
  const server = await startBenchServer(opened, company('elsewhere'));
  const page = `${server.address}/api/v1/partners/elsewhere/competencies`;
  const order = {
    from: company('former'),
    into: company('going-on'),
    same: [],
    keepRoles: true,
    reason: 'Bench',
  };
  const mergeId = await opened.database.asNetwork({ actor: BENCH_ACTOR }, (tx) => addMergeRun(tx, order));

  const begun = performance.now();
  let over = false;
  let heldSince: number | null = null;
  const merging = mergeRound(services).finally(() => {
    over = true;
  });
  const pages: number[] = [];
  while (!over) {
    const run = await opened.database.asNetwork({ actor: BENCH_ACTOR }, (tx) => findMergeRun(tx, mergeId));
    if (run!.total > 0) heldSince ??= performance.now();
    const asked = performance.now();
    await (await fetch(page, { headers: { cookie: server.cookie } })).arrayBuffer();
    pages.push(performance.now() - asked);
    await new Promise((resolve) => setTimeout(resolve, LOOK_EVERY_MS));
  }
  await merging;
  const ended = performance.now();
  const run = await opened.database.asNetwork({ actor: BENCH_ACTOR }, (tx) => findMergeRun(tx, mergeId));
  if (run!.state !== 'done') throw new Error(`the merge is ${run!.state}`);
  const ordered = pages.sort((left, right) => left - right);
  rows.push([
    people,
    (ended - begun) / 1000,
    heldSince === null ? '–' : (ended - heldSince) / 1000,
    (ended - begun) / people,
    `${quantile(ordered, 0.5).toFixed(0)} / ${quantile(ordered, 0.99).toFixed(0)}`,
  ]);
  await server.close();
  await services.planning.end();
  await opened.remove();
}

console.log(
  `into a company of ${INTO_PEOPLE} people; each person has one account, one association and four records`,
);
printTable(
  [
    'people who go on',
    'seconds',
    'of which the facts are held',
    'ms for each',
    'page elsewhere meanwhile, p50 / p99 ms',
  ],
  rows,
);
process.exit(0);
