import { setImmediate as turn } from 'node:timers/promises';
import { DelimitedCells } from './delimited-cells.ts';
import type { OutputCell, OutputColumn, OutputRow, OutputRows } from './output-table.ts';
import type { Separator } from './table.ts';

/** Spreadsheets open UTF-8 text with its accents only when it starts with this mark. */
const BYTE_ORDER_MARK = '\uFEFF';

/** A text cell that starts like this could be run as a formula by the program that opens the file. */
const FORMULA_START = /^[=+\-@\t\r＝＋－＠]/;
const PLAIN_NUMBER = /^[+-]?\d+(?:[.,]\d+)?$/;

export interface DelimitedShape {
  /** Files for programs rather than people go without it. */
  readonly byteOrderMark?: boolean;
  /** Between the whole and the parts of a number, as the language of the readers has it. */
  readonly decimalMark?: '.' | ',';
}

/** What is written for a cell. */
function cellText(separator: Separator, decimalMark: '.' | ','): (cell: OutputCell) => string {
  const mustQuote = new RegExp(`["\\r\\n${separator}]`);
  const quoted = (text: string) => (mustQuote.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
  return (cell) => {
    if (cell === null) return '';
    if (typeof cell === 'number') {
      if (!Number.isFinite(cell)) return '';
      return decimalMark === '.' ? String(cell) : quoted(String(cell).replace('.', decimalMark));
    }
    const harmless = !FORMULA_START.test(cell) || PLAIN_NUMBER.test(cell);
    return quoted(harmless ? cell : `'${cell}`);
  };
}

/**
 * Writes delimited text (RFC 4180, UTF-8) as rows arrive; nothing is kept, and the consumer's pace holds back the
 * rows. A text that looks like a formula gets a leading apostrophe, which spreadsheets show as text.
 */
export async function* writeDelimited(
  separator: Separator,
  columns: readonly OutputColumn[],
  rows: OutputRows,
  { byteOrderMark = true, decimalMark = '.' }: DelimitedShape = {},
): AsyncGenerator<Buffer, void> {
  const written = new DelimitedCells(separator, cellText(separator, decimalMark));
  const { bytes } = written;
  let current: OutputRow = columns.map(({ header }) => header);
  const writeCurrent = written.rowWriter(columns.map((_, column) => () => current[column] ?? null));
  if (byteOrderMark) bytes.text(BYTE_ORDER_MARK);
  writeCurrent(0);
  // Rows that are there already are not waited for one by one; others get their turn between two chunks.
  if ('cells' in rows) {
    const writeRow = written.rowWriter(rows.cells);
    for (let row = 0; row < rows.length; row++) {
      writeRow(row);
      if (!bytes.isFull()) continue;
      yield* bytes.take();
      await turn();
    }
  } else if (Symbol.iterator in rows) {
    for (current of rows) {
      writeCurrent(0);
      if (!bytes.isFull()) continue;
      yield* bytes.take();
      await turn();
    }
  } else {
    for await (current of rows) {
      writeCurrent(0);
      if (bytes.isFull()) yield* bytes.take();
    }
  }
  yield* bytes.take();
}
