/**
 * Opens a workbook away from the server's own memory: the thread has a heap bound, so a hostile file ends the
 * thread and nothing else. Rows leave as batches of JSON text, which keeps the main heap small.
 */
import { parentPort, workerData } from 'node:worker_threads';
import { streamXlsxRows } from 'hucre/xlsx';
import type { TableFailure, TableLimits } from './table.ts';
import { xlsxCellText } from './xlsx-cell-text.ts';

export interface XlsxWorkerInput {
  readonly bytes: Uint8Array;
  readonly limits: TableLimits;
}

/** A row as it travels: its number in the sheet, then its cells. */
export type XlsxWireRow = readonly [line: number, cells: readonly string[]];

export type XlsxWorkerMessage =
  | { readonly kind: 'batch'; readonly json: Uint8Array }
  | { readonly kind: 'end' }
  | { readonly kind: 'failed'; readonly failure: TableFailure };

const ROWS_PER_BATCH = 500;

async function readWorkbook(
  { bytes, limits }: XlsxWorkerInput,
  send: (message: XlsxWorkerMessage) => void,
): Promise<TableFailure | null> {
  let batch: XlsxWireRow[] = [];
  let count = 0;
  const flush = () => {
    if (batch.length > 0) send({ kind: 'batch', json: new TextEncoder().encode(JSON.stringify(batch)) });
    batch = [];
  };
  for await (const row of streamXlsxRows(bytes)) {
    const line = row.index + 1;
    if (!Number.isSafeInteger(line)) return { kind: 'damaged-xlsx' };
    const cells = row.values.map(xlsxCellText);
    while (cells.length > 0 && cells.at(-1)!.trim() === '') cells.pop();
    if (cells.length === 0) continue;
    if (cells.length > limits.maxColumns) return { kind: 'too-many-columns', line, limit: limits.maxColumns };
    const long = cells.findIndex((cell) => cell.length > limits.maxCellLength);
    if (long >= 0) return { kind: 'cell-too-long', line, column: long + 1, limit: limits.maxCellLength };
    // The header is one of the rows that arrive here.
    if (count++ > limits.maxRows) return { kind: 'too-many-rows', line, limit: limits.maxRows };
    batch.push([line, cells]);
    if (batch.length === ROWS_PER_BATCH) flush();
  }
  flush();
  return null;
}

const port = parentPort!;
const send = (message: XlsxWorkerMessage) => port.postMessage(message);
try {
  const failure = await readWorkbook(workerData as XlsxWorkerInput, send);
  send(failure === null ? { kind: 'end' } : { kind: 'failed', failure });
} catch {
  // Whatever the reader objects to, the file is not a whole workbook; its own words are no help to a user.
  send({ kind: 'failed', failure: { kind: 'damaged-xlsx' } });
}
