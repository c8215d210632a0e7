/**
 * The rounds that look at every company of a network, through PostgreSQL. Run with
 * `npx tsx bench/network-round-bench.ts [companies]`; it prints a table and asserts nothing.
 */
import { join } from 'node:path';
import { catalogueRoot } from '../src/catalogue/catalogue-folder.ts';
import { loadProgramme } from '../src/catalogue/load-programme.ts';
import type { FactsDocument } from '../src/domain/facts/facts-document.ts';
import { parseDay } from '../src/domain/time/day.ts';
import { noticeRound } from '../src/features/notices/notice-round.ts';
import { openBenchDatabase } from './company-in-database.ts';
import { inventedNetwork } from './invented-network.ts';
import { loadNetwork } from './network-in-database.ts';
import { benchServices } from './server-over-database.ts';

const companies = Number(process.argv[2] ?? 4_000);
const seconds = (since: number) => (performance.now() - since) / 1000;
const programme = await loadProgramme(join(catalogueRoot(), 'microsoft-competencies'));
let today = '2018-05-31';

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
try {
  const loading = performance.now();
  await loadNetwork(
    opened.dataFolder,
    enrolled(inventedNetwork(programme, companies, parseDay('2018-06-01')!)),
  );
  console.log('loaded', seconds(loading).toFixed(1));
  const services = await benchServices(opened, () => new Date(`${today}T06:00:00Z`));
  for (const day of (process.argv[3] ?? '2018-05-31,2018-05-31,2018-06-01,2018-06-02').split(',')) {
    today = day;
    const round = performance.now();
    const before = process.cpuUsage();
    const { looked, failed } = await noticeRound(services);
    const { user, system } = process.cpuUsage(before);
    console.log(
      day,
      'looked',
      looked,
      'failed',
      failed.length,
      failed[0]?.error,
      seconds(round).toFixed(1),
      's',
      ((user + system) / 1e6).toFixed(1),
      'cpu s',
    );
  }
} finally {
  await opened.remove();
}
