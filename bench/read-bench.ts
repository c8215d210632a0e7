/**
 * Time and memory of reading a table of n rows × 17 columns, as a workbook and as CSV, and of turning it into skill
 * record candidates. Run with `npx tsx bench/read-bench.ts [rows]`; it prints figures and asserts nothing.
 */
import type { OutputColumn, OutputRow } from '../src/files/output-table.ts';
import { readTable } from '../src/files/read-table.ts';
import { writeDelimited } from '../src/files/write-delimited.ts';
import { writeXlsx } from '../src/files/write-xlsx.ts';
import { parseSkillRecordsFile } from '../src/sources/skill-records-file.ts';

const rowCount = Number(process.argv[2] ?? 100_000);
const headers = ['Work e-mail', 'Provider', 'MCID', 'Skill ID', 'Achieved on', 'Expires on'];
const columns: OutputColumn[] = [
  ...headers.map((header): OutputColumn => ({ header, type: header.endsWith(' on') ? 'day' : 'text' })),
  ...Array.from({ length: 11 }, (_, index): OutputColumn => ({ header: `Other ${index}`, type: 'text' })),
];

function* rows(): Generator<OutputRow, void> {
  for (let row = 0; row < rowCount; row++) {
    const others = Array.from({ length: 11 }, (_, index) => `value ${row % 1000} of ${index}`);
    yield [
      `p${row}@contoso.example`,
      'MS Learn',
      String(9_900_000 + row),
      `70-${700 + (row % 99)}`,
      '2018-02-14',
      null,
      ...others,
    ];
  }
}

async function bytesOf(chunks: AsyncIterable<Buffer>): Promise<Buffer> {
  const all: Buffer[] = [];
  for await (const chunk of chunks) all.push(chunk);
  return Buffer.concat(all);
}

async function measure(name: string, bytes: Buffer): Promise<void> {
  const before = process.memoryUsage.rss();
  let peak = before;
  const timer = setInterval(() => {
    peak = Math.max(peak, process.memoryUsage.rss());
  }, 20);
  const start = performance.now();
  const read = await readTable(bytes);
  const readAt = performance.now();
  clearInterval(timer);
  if (read.kind === 'unreadable') {
    console.log(`${name.padEnd(10)} ${(bytes.length / 1e6).toFixed(1)} MB  refused: ${read.failure.kind}`);
    return;
  }
  const parsed = parseSkillRecordsFile(read.table, () => ({ kind: 'found', skill: { id: 'exam:70-764' } }));
  let candidates = 0;
  if (parsed.kind === 'rows') for (const row of parsed.rows) candidates += row.kind === 'candidate' ? 1 : 0;
  peak = Math.max(peak, process.memoryUsage.rss());
  const seconds = (from: number, to: number) => `${((to - from) / 1000).toFixed(2)} s`;
  console.log(
    `${name.padEnd(10)} ${(bytes.length / 1e6).toFixed(1)} MB  read ${seconds(start, readAt)}  ` +
      `${candidates} candidates ${seconds(readAt, performance.now())}  +${((peak - before) / 1e6).toFixed(0)} MB resident`,
  );
}

console.log(`${rowCount} rows × ${columns.length} columns`);
await measure('CSV', await bytesOf(writeDelimited(',', columns, rows())));
await measure('workbook', await bytesOf(writeXlsx([{ name: 'Records', columns, rows: rows() }])));
