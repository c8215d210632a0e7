import type { XlsxWireRow, XlsxWorkerInput, XlsxWorkerMessage } from './read-xlsx-worker.ts';
import { startWorker } from './start-worker.ts';
import type { ForeignFormat, ReadTableResult, TableFailure, TableLimits, TableRow } from './table.ts';
import { checkHeader } from './table-header.ts';
import { readZipDirectory, type ZipEntry } from './zip-directory.ts';

/** Reads the first sheet of a workbook. Nothing is unpacked before the archive's own directory was judged. */
export async function readXlsx(bytes: Uint8Array, limits: TableLimits): Promise<ReadTableResult> {
  const refused = judgeArchive(bytes, limits);
  if (refused !== null) return { kind: 'unreadable', failure: refused };
  const answer = await readInWorker(bytes, limits);
  if (answer.kind === 'failed') return { kind: 'unreadable', failure: answer.failure };
  return tableOf(answer.batches);
}

function judgeArchive(bytes: Uint8Array, limits: TableLimits): TableFailure | null {
  const entries = readZipDirectory(bytes);
  if (entries === null) return { kind: 'damaged-xlsx' };
  const foreign = foreignArchive(entries);
  if (foreign !== null) return { kind: 'wrong-format', found: foreign };
  if (!entries.some(({ name }) => name.startsWith('xl/worksheets/'))) return { kind: 'missing-sheet' };
  const size = entries.reduce((sum, entry) => sum + entry.unpackedSize, 0);
  return size > limits.maxUnpackedBytes
    ? { kind: 'unpacked-too-large', size, limit: limits.maxUnpackedBytes }
    : null;
}

function foreignArchive(entries: readonly ZipEntry[]): ForeignFormat | null {
  const has = (name: string) => entries.some((entry) => entry.name === name);
  if (has('xl/workbook.xml')) return null;
  if (has('xl/workbook.bin')) return 'xlsb';
  if (has('word/document.xml')) return 'word';
  return has('mimetype') && has('content.xml') ? 'opendocument' : 'zip';
}

type WorkerAnswer =
  | { readonly kind: 'rows'; readonly batches: readonly Uint8Array[] }
  | { readonly kind: 'failed'; readonly failure: TableFailure };

async function readInWorker(bytes: Uint8Array, limits: TableLimits): Promise<WorkerAnswer> {
  const input: XlsxWorkerInput = { bytes, limits };
  const worker = startWorker(import.meta.url, 'read-xlsx-worker', {
    workerData: input,
    resourceLimits: { maxOldGenerationSizeMb: limits.workerMegabytes },
  });
  const batches: Uint8Array[] = [];
  let timer: NodeJS.Timeout | undefined;
  try {
    return await new Promise<WorkerAnswer>((resolve, reject) => {
      const outOfBounds = (bound: 'memory' | 'time') =>
        resolve({ kind: 'failed', failure: { kind: 'xlsx-out-of-bounds', bound } });
      timer = setTimeout(() => outOfBounds('time'), limits.workerSeconds * 1000);
      worker.on('message', (message: XlsxWorkerMessage) => {
        if (message.kind === 'batch') batches.push(message.json);
        else if (message.kind === 'end') resolve({ kind: 'rows', batches });
        else resolve(message);
      });
      worker.on('error', (error: NodeJS.ErrnoException) =>
        error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? outOfBounds('memory') : reject(error),
      );
    });
  } finally {
    clearTimeout(timer);
    await worker.terminate();
  }
}

function tableOf(batches: readonly Uint8Array[]): ReadTableResult {
  const first = wireRows(batches).next();
  if (first.done) return { kind: 'unreadable', failure: { kind: 'empty-file' } };
  const [headerLine, cells] = first.value;
  const checked = checkHeader(cells, headerLine);
  if (checked.kind === 'failed') return { kind: 'unreadable', failure: checked.failure };
  const { header } = checked;
  let rowCount = -1;
  for (const _row of wireRows(batches)) rowCount++;
  const rows = { [Symbol.iterator]: () => walkRows(batches, header.length) };
  return { kind: 'table', table: { format: { kind: 'xlsx' }, header, headerLine, rowCount, rows } };
}

function* wireRows(batches: readonly Uint8Array[]): Generator<XlsxWireRow, void> {
  const decoder = new TextDecoder();
  for (const batch of batches) yield* JSON.parse(decoder.decode(batch)) as XlsxWireRow[];
}

function* walkRows(batches: readonly Uint8Array[], width: number): Generator<TableRow, void> {
  const rows = wireRows(batches);
  rows.next();
  for (const [line, cells] of rows) {
    const found = cells.length;
    // Empty cells at the end of a row are not stored in a workbook, so a short row is complete.
    const padded = found < width ? [...cells, ...new Array<string>(width - found).fill('')] : cells;
    yield { line, cells: padded, ragged: found > width ? { expected: width, found } : null };
  }
}
