/**
 * What it costs to read the companies of a network out of PostgreSQL for a rehearsal, page after page as the round does.
 * Run with `npx tsx bench/rehearsal-loading-bench.ts [companies]`; it prints a table and asserts nothing.
 */
import { join } from 'node:path';
import { catalogueRoot } from '../src/catalogue/catalogue-folder.ts';
import { loadProgramme } from '../src/catalogue/load-programme.ts';
import type { FactsDocument } from '../src/domain/facts/facts-document.ts';
import { readPage } from '../src/features/catalogue/rehearsal-page.ts';
import { asStored } from './as-stored.ts';
import { printTable } from './bench-table.ts';
import { BENCH_ACTOR, openBenchDatabase } from './company-in-database.ts';
import { ASKED_ON, FULL_NETWORK, inventedNetwork } from './invented-network.ts';
import { loadNetwork } from './network-in-database.ts';

const companies = Number(process.argv[2] ?? FULL_NETWORK / 100);

const programme = await loadProgramme(join(catalogueRoot(), 'microsoft-competencies'));

function* stored(): Generator<FactsDocument> {
  let partner = 0;
  for (const { people = [], ...facts } of inventedNetwork(programme, companies, ASKED_ON)) {
    yield { ...facts, people: people.map((one, place) => asStored(one, partner, place)) };
    partner++;
  }
}

const opened = await openBenchDatabase();
await loadNetwork(opened.dataFolder, stored());

const rows: (string | number)[][] = [];
for (const what of ['first time', 'again']) {
  const begun = performance.now();
  const before = process.cpuUsage();
  let count = 0;
  let bytes = 0;
  for (let reached: string | null = ''; reached !== null; ) {
    const from: string = reached;
    const page = await opened.database.asNetwork({ actor: BENCH_ACTOR }, (tx) => readPage(tx, from));
    count += page.count;
    for (const { evidence } of page.companies) bytes += evidence.byteLength;
    reached = page.last;
  }
  const seconds = (performance.now() - begun) / 1000;
  const { user, system } = process.cpuUsage(before);
  rows.push([what, count, bytes / 1e6, seconds, (seconds * 1e6) / count, (user + system) / count]);
}
printTable(
  ['read', 'companies', 'MB of evidence', 'seconds', 'µs for each', 'CPU µs of the reader for each'],
  rows,
);
await opened.remove();
