/**
 * First bytes and whole answers of the overview, the competencies and the skills report of a large company: from a
 * process that knows nothing yet, from its memory, and from another process on the same database. Run with
 * `npx tsx bench/first-bytes-bench.ts [people]`; it prints a table and asserts nothing.
 */
import { get } from 'node:http';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { catalogueRoot } from '../src/catalogue/catalogue-folder.ts';
import { loadProgramme } from '../src/catalogue/load-programme.ts';
import type { PartnerId } from '../src/store/partner-id.ts';
import { printTable } from './bench-table.ts';
import { loadCompany, openBenchDatabase } from './company-in-database.ts';
import { type BenchServer, startBenchServer } from './server-over-database.ts';

const people = Number(process.argv[2] ?? 40_000);
const partner = 'large' as PartnerId;
const QUESTIONS = [
  'competencies',
  'overview',
  'skills-report?top=200',
  'skills-report',
  'skills-report?format=csv',
  'skills-report?format=xlsx',
] as const;

interface Timed {
  readonly first: number;
  readonly whole: number;
  readonly bytes: number;
}

function timed(server: BenchServer, question: string): Promise<Timed> {
  return new Promise((done, failed) => {
    const begun = performance.now();
    let first = 0;
    let bytes = 0;
    const url = `${server.address}/api/v1/partners/${partner}/${question}`;
    get(url, { headers: { cookie: server.cookie } }, (answer) => {
      if (answer.statusCode !== 200) failed(new Error(`${question}: ${answer.statusCode}`));
      answer.on('data', (chunk: Buffer) => {
        if (bytes === 0) first = performance.now() - begun;
        bytes += chunk.length;
      });
      answer.on('end', () => done({ first, whole: performance.now() - begun, bytes }));
    }).on('error', failed);
  });
}

const programme = await loadProgramme(join(catalogueRoot(), 'microsoft-competencies'));
const opened = await openBenchDatabase();
await loadCompany(opened, programme, { partner, people, records: 5 });

/** A process of its own in all but name: nothing is shared with an earlier one but the database. */
async function newProcess<T>(work: (server: BenchServer) => Promise<T>, admin: string | null): Promise<T> {
  const server = await startBenchServer(opened, partner, admin);
  try {
    return await work(server);
  } finally {
    await server.close();
  }
}

const rows: (string | number)[][] = [];
for (const [number, question] of QUESTIONS.entries()) {
  // Whoever signs in for the first time is a new user, so nothing of an earlier question is kept.
  const [cold, again] = await newProcess(async (server) => {
    const answers = [await timed(server, question), await timed(server, question)] as const;
    await pause(2_000);
    return answers;
  }, `first-${number}`);
  rows.push([question, String(cold.bytes), cold.first, cold.whole, again.first, again.whole]);
}
/** What the first process has kept, asked of a second one by the user who is signed in there already. */
const kept = await newProcess(async (first) => {
  for (const question of QUESTIONS.slice(0, 3)) await timed(first, question);
  await pause(3_000);
  return newProcess(async (second) => {
    const answers: Timed[] = [];
    for (const question of QUESTIONS.slice(0, 3))
      answers.push(await timed({ ...second, cookie: first.cookie }, question));
    return answers;
  }, null);
}, 'kept');
console.log(`${people} people, ${people * 5} records; milliseconds`);
printTable(
  [
    'what',
    'bytes',
    'nothing known: first bytes',
    'whole',
    'again: first bytes',
    'whole',
    'kept in the database: whole',
  ],
  rows.map((row, index) => [...row, kept[index]?.whole ?? '']),
);
await opened.remove();
