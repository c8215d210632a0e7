/**
 * Time and memory of writing a skills report as a workbook and as CSV, against only deflating the same sheet XML
 * at the same level. Run with `npx tsx bench/xlsx-bench.ts [rows]`; it prints figures and asserts nothing.
 */
import { once } from 'node:events';
import { createDeflateRaw, createInflateRaw } from 'node:zlib';
import { SKILLS_REPORT_COLUMNS } from '../src/domain/skills-report/skills-report-columns.ts';
import type { OutputColumn, OutputRow } from '../src/files/output-table.ts';
import { writeDelimited } from '../src/files/write-delimited.ts';
import { writeXlsx, XLSX_COMPRESSION_LEVEL } from '../src/files/write-xlsx.ts';
import { readZipDirectory } from '../src/files/zip-directory.ts';

const rowCount = Number(process.argv[2] ?? 200_000);
const columns: OutputColumn[] = SKILLS_REPORT_COLUMNS.map(({ header, type }) => ({
  header: header.fr,
  type: type === 'day' ? 'day' : 'text',
}));

function* reportRows(): Generator<OutputRow, void> {
  for (let row = 0; row < rowCount; row++) {
    const day = String((row % 28) + 1).padStart(2, '0');
    yield [
      `Prénom${row % 997}`,
      `Nom${row % 4999}`,
      `personne.${row}@contoso.example`,
      row % 50 === 0 ? 'Inactif' : 'Actif',
      String(9_900_000 + row),
      'Microsoft Learning',
      'Examen',
      `70-${700 + (row % 99)}`,
      'Administering a SQL Database Infrastructure',
      `20${10 + (row % 15)}-0${(row % 9) + 1}-${day}`,
      row % 3 === 0 ? `2027-01-${day}` : null,
      row % 7 === 0 ? '2021-01-31' : null,
      row % 2 === 0 ? 'Oui' : 'Non',
      'Oui',
      'Plateforme de données (Spécialiste SQL Server) ; Analytique des données (Spécialiste Power BI)',
      row % 4 === 0 ? 'Non' : 'Oui',
      row % 4 === 0 ? 'Retirée le 31/01/2021, comptée jusqu’au 31/01/2022' : null,
    ];
  }
}

interface Measured {
  readonly seconds: number;
  readonly firstBytesMs: number;
  readonly megabytes: number;
  readonly extraMemory: number;
}

/** Drains the chunks, keeping them only when the caller wants them. */
async function measure(chunks: AsyncIterable<Buffer>, keep: Buffer[] | null): Promise<Measured> {
  globalThis.gc?.();
  const before = process.memoryUsage.rss();
  const start = performance.now();
  let firstBytesMs = 0;
  let bytes = 0;
  let peak = before;
  for await (const chunk of chunks) {
    if (firstBytesMs === 0) firstBytesMs = performance.now() - start;
    bytes += chunk.length;
    keep?.push(chunk);
    peak = Math.max(peak, process.memoryUsage.rss());
  }
  return {
    seconds: (performance.now() - start) / 1000,
    firstBytesMs,
    megabytes: bytes / 1e6,
    extraMemory: (peak - before) / 1e6,
  };
}

async function sheetOf(archive: Buffer): Promise<Buffer> {
  const entry = readZipDirectory(archive)!.find(({ name }) => name === 'xl/worksheets/sheet1.xml')!;
  const start = archive.indexOf('xl/worksheets/sheet1.xml') + 'xl/worksheets/sheet1.xml'.length;
  const inflate = createInflateRaw();
  const parts: Buffer[] = [];
  inflate.on('data', (part: Buffer) => parts.push(part));
  inflate.end(archive.subarray(start, start + entry.packedSize));
  await once(inflate, 'end');
  return Buffer.concat(parts);
}

async function* deflated(xml: Buffer): AsyncGenerator<Buffer, void> {
  const packer = createDeflateRaw({ level: XLSX_COMPRESSION_LEVEL, chunkSize: 64 * 1024 });
  packer.end(xml);
  for await (const chunk of packer as AsyncIterable<Buffer>) yield chunk;
}

const sheets = () => [{ name: 'Rapport', columns, rows: reportRows() }];
const show = (name: string, { seconds, firstBytesMs, megabytes, extraMemory }: Measured) =>
  console.log(
    `${name.padEnd(22)} ${seconds.toFixed(2)} s   first bytes ${firstBytesMs.toFixed(0)} ms   ` +
      `${megabytes.toFixed(1)} MB out   +${extraMemory.toFixed(0)} MB resident`,
  );

console.log(`${rowCount} rows × ${columns.length} columns`);
const workbook = await measure(writeXlsx(sheets()), null);
show('workbook', workbook);
show('CSV', await measure(writeDelimited(',', columns, reportRows()), null));
const kept: Buffer[] = [];
await measure(writeXlsx(sheets()), kept);
const xml = await sheetOf(Buffer.concat(kept));
const bare = await measure(deflated(xml), null);
show('deflating its XML only', bare);
console.log(
  `sheet XML ${(xml.length / 1e6).toFixed(0)} MB; workbook / deflate = ${(workbook.seconds / bare.seconds).toFixed(2)}`,
);
