/**
 * The look at every company of a network, through PostgreSQL: the first one, the first of a month, and after a change of
 * the rules, while somebody asks for a page. Run with `npx tsx bench/network-round-bench.ts [companies]`; it prints a table
 * and asserts nothing.
 */
import { join } from 'node:path';
import { catalogueRoot } from '../src/catalogue/catalogue-folder.ts';
import { loadProgramme } from '../src/catalogue/load-programme.ts';
import type { FactsDocument } from '../src/domain/facts/facts-document.ts';
import { parseDay } from '../src/domain/time/day.ts';
import { noticeRound } from '../src/features/notices/notice-round.ts';
import type { PartnerId } from '../src/store/partner-id.ts';
import { printTable, quantile } from './bench-table.ts';
import { openBenchDatabase } from './company-in-database.ts';
import { FULL_NETWORK, inventedNetwork } from './invented-network.ts';
import { loadNetwork } from './network-in-database.ts';
import { benchServices, startBenchServer } from './server-over-database.ts';

const companies = Number(process.argv[2] ?? FULL_NETWORK / 100);
const FIRST_DAY = '2018-05-31';
const FIRST_OF_MONTH = '2018-06-01';
/** Whose page somebody asks for, so often. */
const READ = 'partner-7' as PartnerId;
const READ_EVERY_MS = 50;
const READS_AT_REST = 300;

const programme = await loadProgramme(join(catalogueRoot(), 'microsoft-competencies'));
let today = FIRST_DAY;

/** Ids of people as the database has them. */
const userId = (id: string) => `00000000-0000-4000-8000-${id.slice(1).padStart(12, '0')}`;

/** They take part in the programme, and their people have ids of users. */
function* enrolled(documents: Iterable<FactsDocument>): Generator<FactsDocument> {
  for (const document of documents) {
    yield {
      ...document,
      enrolments: [{ programme: programme.id, track: null }],
      people: (document.people ?? []).map((person) => ({
        ...person,
        id: userId(person.id),
        ...(person.sameAs != null && { sameAs: userId(person.sameAs) }),
      })),
    };
  }
}

const opened = await openBenchDatabase();
const invented = inventedNetwork(programme, companies, parseDay(FIRST_OF_MONTH)!);
await loadNetwork(opened.dataFolder, enrolled(invented));
const services = await benchServices(opened, () => new Date(`${today}T06:00:00Z`));
const server = await startBenchServer(opened, READ);
const page = `${server.address}/api/v1/partners/${READ}/competencies`;

async function timeOfPage(): Promise<number> {
  const begun = performance.now();
  const answer = await fetch(page, { headers: { cookie: server.cookie } });
  await answer.arrayBuffer();
  if (!answer.ok) throw new Error(`${page}: ${answer.status}`);
  return performance.now() - begun;
}

/** Asks for the page again and again until it has been asked for often enough. */
async function readUntil(over: (reads: number) => boolean): Promise<number[]> {
  const times: number[] = [];
  while (!over(times.length)) {
    times.push(await timeOfPage());
    await new Promise((resolve) => setTimeout(resolve, READ_EVERY_MS));
  }
  return times.sort((left, right) => left - right);
}

const rows: (string | number)[][] = [];

async function measure(what: string, asked: typeof services): Promise<void> {
  const begun = performance.now();
  const before = process.cpuUsage();
  let over = false;
  const round = noticeRound(asked).finally(() => {
    over = true;
  });
  const times = await readUntil(() => over);
  const { looked, failed } = await round;
  const seconds = (performance.now() - begun) / 1000;
  const { user, system } = process.cpuUsage(before);
  const cpuSeconds = (user + system) / 1e6;
  rows.push([
    what,
    `${looked}${failed.length === 0 ? '' : `, ${failed.length} failed`}`,
    seconds,
    (seconds * 1000) / looked,
    (cpuSeconds * 1000) / looked,
    `${quantile(times, 0.5).toFixed(0)} / ${quantile(times, 0.99).toFixed(0)}`,
  ]);
}

await timeOfPage();
const atRest = await readUntil((reads) => reads === READS_AT_REST);
await measure('the first look', services);
today = FIRST_OF_MONTH;
await measure('on the first of the next month', services);
const changed = new Map([...services.programmes, [programme.id, { ...programme, version: 'changed' }]]);
await measure('after a change of the rules', { ...services, programmes: changed });

console.log(
  `${companies} companies; the page of one of them at rest: p50 ${quantile(atRest, 0.5).toFixed(0)} ms, p99 ${quantile(atRest, 0.99).toFixed(0)} ms`,
);
printTable(
  ['what', 'companies', 'seconds', 'ms for each', 'CPU ms for each', 'page meanwhile, p50 / p99 ms'],
  rows,
);
await server.close();
await opened.remove();
