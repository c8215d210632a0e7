import type { OutputCell, OutputColumn, OutputRows } from './output-table.ts';
import type { Separator } from './table.ts';

const CHUNK_LENGTH = 64 * 1024;

/** Spreadsheets open UTF-8 text with its accents only when it starts with this mark. */
const BYTE_ORDER_MARK = '\uFEFF';

/** A text cell that starts like this could be run as a formula by the program that opens the file. */
const FORMULA_START = /^[=+\-@\t\r＝＋－＠]/;
const PLAIN_NUMBER = /^[+-]?\d+(?:[.,]\d+)?$/;
const PLAIN_DAY = /^\d{4}-\d{2}-\d{2}$/;

/**
 * Writes delimited text (RFC 4180, UTF-8) as rows arrive; nothing is kept, and the consumer's pace holds back the
 * rows. A text that looks like a formula gets a leading apostrophe, which spreadsheets show as text. Files for
 * programs rather than people go without the byte order mark.
 */
export async function* writeDelimited(
  separator: Separator,
  columns: readonly OutputColumn[],
  rows: OutputRows,
  { byteOrderMark = true }: { readonly byteOrderMark?: boolean } = {},
): AsyncGenerator<Buffer, void> {
  const mustQuote = new RegExp(`["\\r\\n${separator}]`);
  const cellText = (cell: OutputCell, column: OutputColumn | undefined) => {
    if (cell === null) return '';
    if (typeof cell === 'number') return Number.isFinite(cell) ? String(cell) : '';
    const isDay = column?.type === 'day' && PLAIN_DAY.test(cell);
    const safe = !isDay && FORMULA_START.test(cell) && !PLAIN_NUMBER.test(cell) ? `'${cell}` : cell;
    return mustQuote.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
  };
  const mark = byteOrderMark ? BYTE_ORDER_MARK : '';
  let text = `${mark}${columns.map(({ header }) => cellText(header, undefined)).join(separator)}\r\n`;
  for await (const row of rows) {
    for (let index = 0; index < columns.length; index++) {
      if (index > 0) text += separator;
      text += cellText(row[index] ?? null, columns[index]);
    }
    text += '\r\n';
    if (text.length >= CHUNK_LENGTH) {
      yield Buffer.from(text, 'utf8');
      text = '';
    }
  }
  if (text !== '') yield Buffer.from(text, 'utf8');
}
