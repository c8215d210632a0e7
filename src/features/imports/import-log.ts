import { Readable } from 'node:stream';
import type { ImportRow } from '../../contract/imports.ts';
import type { OutputColumn } from '../../files/output-table.ts';
import { writeDelimited } from '../../files/write-delimited.ts';

const COLUMNS: readonly OutputColumn[] = ['line', 'result', 'reason', 'field', 'value', 'id'].map(
  (header) => ({
    header,
    type: header === 'line' ? 'number' : 'text',
  }),
);

/** The answer for every row as a file: what other programs read, in the fixed columns of the log. */
export function importLog(rows: Iterable<ImportRow> | AsyncIterable<ImportRow>): Readable {
  async function* cells() {
    for await (const { line, result, reason, field, value, id } of rows) {
      yield [line, result, reason, field, value, id];
    }
  }
  return Readable.from(writeDelimited(',', COLUMNS, cells(), { byteOrderMark: false }), {
    objectMode: false,
  });
}
