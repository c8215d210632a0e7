/**
 * The files of the largest data set over HTTP, against PostgreSQL writing the same rows with COPY … TO STDOUT: time to
 * the first bytes and to the last, and what the process grew by. Run with
 * `node --expose-gc --import tsx bench/data-set-bench.ts [people]`; it prints a table and asserts nothing.
 */
import { get } from 'node:http';
import { join } from 'node:path';
import pg from 'pg';
import { catalogueRoot } from '../src/catalogue/catalogue-folder.ts';
import { loadProgramme } from '../src/catalogue/load-programme.ts';
import { readConnectionFile } from '../src/store/embedded/connection-file.ts';
import type { PartnerId } from '../src/store/partner-id.ts';
import { printTable } from './bench-table.ts';
import { loadCompany, openBenchDatabase } from './company-in-database.ts';
import { type BenchServer, startBenchServer } from './server-over-database.ts';

const people = Number(process.argv[2] ?? 40_000);
const partner = 'large' as PartnerId;
const TIMES = 3;
const FEED_PAGE = 5_000;

interface Timed {
  readonly first: number;
  readonly whole: number;
  readonly bytes: number;
  readonly grown: number;
}

function timed(server: BenchServer, path: string, keep: Buffer[] | null = null): Promise<Timed> {
  return new Promise((done, failed) => {
    globalThis.gc?.();
    const before = process.memoryUsage().rss;
    const begun = performance.now();
    let [first, bytes, peak] = [0, 0, before];
    get(`${server.address}${path}`, { headers: { cookie: server.cookie } }, (answer) => {
      if (answer.statusCode !== 200) failed(new Error(`${path}: ${answer.statusCode}`));
      answer.on('data', (chunk: Buffer) => {
        if (bytes === 0) first = performance.now() - begun;
        bytes += chunk.length;
        keep?.push(chunk);
        peak = Math.max(peak, process.memoryUsage().rss);
      });
      answer.on('end', () => done({ first, whole: performance.now() - begun, bytes, grown: peak - before }));
    }).on('error', failed);
  });
}

interface CopyConnection {
  query(text: string): void;
}

/** What the driver hands the pieces of a COPY to; it knows none of its own. */
class CopyOut {
  readonly begun = performance.now();
  bytes = 0;
  first = 0;
  private readonly text: string;
  private readonly done: (timed: Timed) => void;
  private readonly failed: (error: Error) => void;

  constructor(text: string, done: (timed: Timed) => void, failed: (error: Error) => void) {
    this.text = text;
    this.done = done;
    this.failed = failed;
  }

  submit(connection: CopyConnection): void {
    connection.query(this.text);
  }
  handleCopyData({ chunk }: { readonly chunk: Buffer }): void {
    if (this.bytes === 0) this.first = performance.now() - this.begun;
    this.bytes += chunk.length;
  }
  handleReadyForQuery(): void {
    const { first, bytes } = this;
    this.done({ first, whole: performance.now() - this.begun, bytes, grown: 0 });
  }
  handleError(error: Error): void {
    this.failed(error);
  }
  handleCommandComplete(): void {}
  handleRowDescription(): void {}
  handleDataRow(): void {}
  handlePortalSuspended(): void {}
  handleEmptyQuery(): void {}
}

const programme = await loadProgramme(join(catalogueRoot(), 'microsoft-competencies'));
const opened = await openBenchDatabase();
await loadCompany(opened, programme, { partner, people, records: 5 });
const connection = readConnectionFile(opened.dataFolder)!;
const client = new pg.Client({ ...connection, ...connection.owner });
await client.connect();
const server = await startBenchServer(opened, partner);
const address = `/api/v1/partners/${partner}/datasets/TrainingCompletions`;
const history = `/api/v1/partners/${partner}/datasets/CompetencySummaryHistory`;
const requirements = `/api/v1/partners/${partner}/datasets/CompetencyPeformanceRequirement`;

/** The same rows as a table of texts: PostgreSQL has nothing to do but to write them. */
async function sameRowsInATable(file: Buffer): Promise<void> {
  const lines = file.toString('utf8').replace('\uFEFF', '').trimEnd().split('\r\n');
  const names = lines[0]!.split(',');
  await client.query(
    `create temporary table same_rows (${names.map((name) => `"${name}" text`).join(', ')})`,
  );
  // No cell of the invented company holds a separator or a quote but within quotes.
  const cells = lines
    .slice(1)
    .map((line) => line.match(/("([^"]|"")*"|[^,]*)(,|$)/g)!.slice(0, names.length));
  for (let at = 0; at < cells.length; at += 10_000) {
    const part = cells
      .slice(at, at + 10_000)
      .map((row) => row.map((cell) => cell.replace(/,$/, '').replaceAll('"', '')));
    const columns = names.map((_name, index) => part.map((row) => row[index] || null));
    await client.query(
      `insert into same_rows select * from unnest(${names.map((_name, index) => `$${index + 1}::text[]`).join(', ')})`,
      columns,
    );
  }
}

function copied(): Promise<Timed> {
  return new Promise((done, failed) => {
    client.query(
      new CopyOut('COPY same_rows TO STDOUT (FORMAT csv)', done, failed) as unknown as pg.Submittable,
    );
  });
}

async function best(work: () => Promise<Timed>): Promise<Timed> {
  const all: Timed[] = [];
  for (let time = 0; time < TIMES; time++) all.push(await work());
  const [quickest] = [...all].sort((left, right) => left.whole - right.whole);
  return { ...quickest!, grown: Math.max(...all.map(({ grown }) => grown)) };
}

async function wholeFeed(): Promise<Timed> {
  const begun = performance.now();
  let path: string | null = '/odata/v4/TrainingCompletions';
  let [first, bytes, grown, pages] = [0, 0, 0, 0];
  while (path !== null) {
    const kept: Buffer[] = [];
    const page: Timed = await timed(server, path, kept);
    if (pages === 0) first = page.first;
    bytes += page.bytes;
    grown = Math.max(grown, page.grown);
    pages++;
    const next = (JSON.parse(Buffer.concat(kept).toString()) as { '@odata.nextLink'?: string })[
      '@odata.nextLink'
    ];
    path = next === undefined ? null : next.slice(next.indexOf('/odata/'));
  }
  console.log(`the feed: ${pages} pages of ${FEED_PAGE} rows`);
  return { first, whole: performance.now() - begun, bytes, grown };
}

const file: Buffer[] = [];
const cold = await timed(server, `${address}?format=csv`, file);
await sameRowsInATable(Buffer.concat(file));
const copy = await best(copied);
const figures: readonly (readonly [string, Timed])[] = [
  ['CSV, nothing known before', cold],
  ['COPY of the same rows as CSV', copy],
  ['CSV', await best(() => timed(server, `${address}?format=csv`))],
  ['TSV', await best(() => timed(server, `${address}?format=tsv`))],
  ['XLSX', await best(() => timed(server, `${address}?format=xlsx`))],
  ['first page of JSON', await best(() => timed(server, `${address}?top=200`))],
  ['the whole feed', await wholeFeed()],
  ['history of competencies, nothing known', await timed(server, history)],
  ['history of competencies', await best(() => timed(server, history))],
  ['performance requirements, nothing known', await timed(server, requirements)],
  ['performance requirements', await best(() => timed(server, requirements))],
];
console.log(`${people} people, ${people * 5} completions; milliseconds`);
printTable(
  ['what', 'first bytes', 'whole', 'of COPY', 'MB out', 'MB grown'],
  figures.map(([name, { first, whole, bytes, grown }]) => [
    name,
    first.toFixed(0),
    whole.toFixed(0),
    (whole / copy.whole).toFixed(2),
    (bytes / 1e6).toFixed(1),
    (grown / 1e6).toFixed(0),
  ]),
);
await client.end();
await server.close();
await opened.remove();
