/**
 * Files of large reports over HTTP against what the same rows cost without us: CSV against PostgreSQL writing them with
 * COPY … TO STDOUT, XLSX against deflating the XML of its sheet. Time to the first bytes and to the last, processor time of
 * whoever writes (our server, the process of PostgreSQL, the compression), which can be compared on a machine with other
 * work too, and what the server grew by. Run with `node --expose-gc --import tsx bench/report-file-bench.ts [people]`; it prints a table and
 * asserts nothing.
 */
import { execFile } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { createDeflateRaw, createInflateRaw } from 'node:zlib';
import pg from 'pg';
import { catalogueRoot } from '../src/catalogue/catalogue-folder.ts';
import { loadProgramme } from '../src/catalogue/load-programme.ts';
import { readTable } from '../src/files/read-table.ts';
import { DEFAULT_TABLE_LIMITS } from '../src/files/table.ts';
import { XLSX_COMPRESSION_LEVEL } from '../src/files/write-xlsx.ts';
import { readZipDirectory } from '../src/files/zip-directory.ts';
import { readConnectionFile } from '../src/store/embedded/connection-file.ts';
import type { PartnerId } from '../src/store/partner-id.ts';
import { printTable } from './bench-table.ts';
import { loadCompany, openBenchDatabase } from './company-in-database.ts';
import { CopyOut } from './copy-out.ts';
import type { Drained, DrainJob } from './drain-client.ts';
import { startBenchServer } from './server-over-database.ts';

const people = Number(process.argv[2] ?? 40_000);
const partner = 'large' as PartnerId;
const TIMES = 3;
const run = promisify(execFile);

interface Timed extends Drained {
  readonly grown: number;
  /** Milliseconds of processor time of one time, their mean. */
  readonly cpu: number;
}

/** Linux counts the time of processes in hundredths of seconds. */
const MS_PER_TICK = 10;

function ownCpu(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}

function cpuOfProcess(pid: number): number {
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]!.split(' ');
  return (Number(fields[11]) + Number(fields[12])) * MS_PER_TICK;
}

const programme = await loadProgramme(join(catalogueRoot(), 'microsoft-competencies'));
const opened = await openBenchDatabase();
await loadCompany(opened, programme, { partner, people, records: 5 });
const connection = readConnectionFile(opened.dataFolder)!;
const client = new pg.Client({ ...connection, ...connection.owner });
await client.connect();
const server = await startBenchServer(opened, partner);
const folder = mkdtempSync(join(tmpdir(), 'jalon-bench-files-'));

/** The quickest of some times; memory is the most of all of them. */
function quickest(all: readonly Drained[], cpu: number, grown: number): Timed {
  const [first] = [...all].sort((left, right) => left.whole - right.whole);
  return { ...first!, cpu: cpu / all.length, grown };
}

async function asked(question: string, times = TIMES, file: string | null = null): Promise<Timed> {
  globalThis.gc?.();
  const before = process.memoryUsage.rss();
  let peak = before;
  const watching = setInterval(() => {
    peak = Math.max(peak, process.memoryUsage.rss());
  }, 20);
  const url = `${server.address}${question}`;
  const job: DrainJob = { url, cookie: server.cookie, times, file };
  const begun = ownCpu();
  const { stdout } = await run(process.execPath, [
    '--import',
    'tsx',
    join(import.meta.dirname, 'drain-client.ts'),
    JSON.stringify(job),
  ]);
  clearInterval(watching);
  return quickest(JSON.parse(stdout) as Drained[], ownCpu() - begun, peak - before);
}

/** The rows of a file as a table of texts: PostgreSQL has nothing to do but to write them. */
async function sameRowsInATable(path: string): Promise<number> {
  const read = await readTable(readFileSync(path), { ...DEFAULT_TABLE_LIMITS, maxBytes: 1e9 });
  if (read.kind !== 'table') throw new Error(JSON.stringify(read.failure));
  const { header, rows, rowCount } = read.table;
  const columns = header.map((_name, index) => `c${index} text`).join(', ');
  await client.query(`drop table if exists same_rows; create temporary table same_rows (${columns})`);
  let cells: (string | null)[][] = header.map(() => []);
  const arrays = header.map((_name, index) => `$${index + 1}::text[]`).join(', ');
  const flush = async () => {
    await client.query(`insert into same_rows select * from unnest(${arrays})`, cells);
    cells = header.map(() => []);
  };
  for (const row of rows) {
    for (const [index, column] of cells.entries()) column.push(row.cells[index] || null);
    if (cells[0]!.length === 10_000) await flush();
  }
  await flush();
  await client.query('vacuum analyze same_rows');
  return rowCount;
}

async function copied(): Promise<Timed> {
  const { rows } = await client.query<{ pid: number }>('select pg_backend_pid() as pid');
  const { pid } = rows[0]!;
  const all: Drained[] = [];
  const begun = cpuOfProcess(pid);
  for (let time = 0; time < TIMES; time++)
    all.push(await CopyOut.of(client, 'COPY same_rows TO STDOUT (FORMAT csv)'));
  return quickest(all, cpuOfProcess(pid) - begun, 0);
}

async function sheetOf(path: string): Promise<Buffer> {
  const archive = readFileSync(path);
  const name = 'xl/worksheets/sheet1.xml';
  const { packedSize } = readZipDirectory(archive)!.find((entry) => entry.name === name)!;
  const start = archive.indexOf(name) + name.length;
  const inflate = createInflateRaw();
  const parts: Buffer[] = [];
  inflate.on('data', (part: Buffer) => parts.push(part));
  inflate.end(archive.subarray(start, start + packedSize));
  await once(inflate, 'end');
  return Buffer.concat(parts);
}

async function deflated(xml: Buffer): Promise<Drained> {
  const begun = performance.now();
  const packer = createDeflateRaw({ level: XLSX_COMPRESSION_LEVEL, chunkSize: 64 * 1024 });
  packer.end(xml);
  let bytes = 0;
  for await (const chunk of packer as AsyncIterable<Buffer>) bytes += chunk.length;
  return { first: 0, whole: performance.now() - begun, bytes };
}

async function figures(title: string, path: string): Promise<void> {
  const csv = join(folder, 'rows.csv');
  const xlsx = join(folder, 'rows.xlsx');
  const cold = await asked(`${path}?format=csv&lang=en`, 1, csv);
  const rowCount = await sameRowsInATable(csv);
  const copy = await copied();
  const workbook = await asked(`${path}?format=xlsx&lang=en`, TIMES, xlsx);
  const xml = await sheetOf(xlsx);
  const begun = ownCpu();
  const bare = quickest([await deflated(xml), await deflated(xml), await deflated(xml)], ownCpu() - begun, 0);
  const measured: readonly (readonly [string, Timed, Timed])[] = [
    ['CSV, nothing known before', cold, copy],
    ['COPY of the same rows', copy, copy],
    ['CSV', await asked(`${path}?format=csv&lang=en`), copy],
    ['CSV in French', await asked(`${path}?format=csv&lang=fr`), copy],
    ['TSV', await asked(`${path}?format=tsv&lang=en`), copy],
    ['deflating the XML of the sheet', bare, bare],
    ['XLSX', workbook, bare],
    ['first page of JSON', await asked(`${path}?top=200`), copy],
  ];
  console.log(`\n${title}: ${people} people, ${rowCount} rows; milliseconds`);
  printTable(
    ['what', 'first bytes', 'whole', 'ratio', 'CPU', 'ratio of CPU', 'MB out', 'MB grown'],
    measured.map(([name, { first, whole, bytes, cpu, grown }, against]) => [
      name,
      first.toFixed(0),
      whole.toFixed(0),
      (whole / against.whole).toFixed(2),
      cpu.toFixed(0),
      (cpu / against.cpu).toFixed(2),
      (bytes / 1e6).toFixed(1),
      (grown / 1e6).toFixed(0),
    ]),
  );
}

async function pages(): Promise<void> {
  const company = `/api/v1/partners/${partner}`;
  const measured: (readonly [string, Timed, Timed])[] = [];
  for (const [name, path] of [
    ['first rows of TrainingCompletions', `${company}/datasets/TrainingCompletions?top=50`],
    ['the same, sorted by name', `${company}/datasets/TrainingCompletions?top=50&orderby=TrainingTitle`],
    ['history of competencies', `${company}/datasets/CompetencySummaryHistory?top=50`],
    ['performance requirements', `${company}/datasets/CompetencyPeformanceRequirement?top=50`],
    ['a page of the feed', '/odata/v4/TrainingCompletions'],
    [
      'a page of the feed, filtered',
      "/odata/v4/TrainingCompletions?$filter=startswith(TrainingTitle,'A')&$count=true",
    ],
    ['skills matrix of a competency', `${company}/skills-matrix?competency=data-platform&top=200`],
    ['the same, everybody', `${company}/skills-matrix?competency=data-platform&everyone=true&top=200`],
    ['training by month', `${company}/training?from=2022-01&to=2026-11`],
    ['change log, since last Monday', `${company}/changes?top=200`],
    ['change log, over a year', `${company}/changes?top=200&since=2025-11-01`],
  ] as const) {
    measured.push([name, await asked(path, 1), await asked(path)]);
  }
  console.log(`\npages of ${people} people; milliseconds`);
  printTable(
    ['what', 'nothing known', 'CPU', 'again'],
    measured.map(([name, cold, again]) => [
      name,
      cold.whole.toFixed(0),
      cold.cpu.toFixed(0),
      again.whole.toFixed(0),
    ]),
  );
}

await figures('TrainingCompletions', `/api/v1/partners/${partner}/datasets/TrainingCompletions`);
await figures('skills report', `/api/v1/partners/${partner}/skills-report`);
await pages();
rmSync(folder, { recursive: true });
await client.end();
await server.close();
await opened.remove();
