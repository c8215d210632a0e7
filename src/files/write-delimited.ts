import { setImmediate as turn } from 'node:timers/promises';
import type { OutputCell, OutputColumn, OutputRow, OutputRows } from './output-table.ts';
import type { Separator } from './table.ts';

const CHUNK_LENGTH = 64 * 1024;

/** Spreadsheets open UTF-8 text with its accents only when it starts with this mark. */
const BYTE_ORDER_MARK = '\uFEFF';

/** A text cell that starts like this could be run as a formula by the program that opens the file. */
const FORMULA_START = /^[=+\-@\t\r＝＋－＠]/;
const PLAIN_NUMBER = /^[+-]?\d+(?:[.,]\d+)?$/;
const PLAIN_DAY = /^\d{4}-\d{2}-\d{2}$/;

export interface DelimitedShape {
  /** Files for programs rather than people go without it. */
  readonly byteOrderMark?: boolean;
  /** Between the whole and the parts of a number, as the language of the readers has it. */
  readonly decimalMark?: '.' | ',';
}

/** What is written for a cell of a column. */
function cellWriter(
  separator: Separator,
  decimalMark: '.' | ',',
): (cell: OutputCell, isDay: boolean) => string {
  const mustQuote = new RegExp(`["\\r\\n${separator}]`);
  // Nearly every text is left as it is: one look tells.
  const needsCare = new RegExp(`${FORMULA_START.source}|${mustQuote.source}`);
  const quoted = (text: string) => (mustQuote.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
  return (cell, isDay) => {
    if (cell === null) return '';
    if (typeof cell === 'number') {
      if (!Number.isFinite(cell)) return '';
      return decimalMark === '.' ? String(cell) : quoted(String(cell).replace('.', decimalMark));
    }
    if (!needsCare.test(cell)) return cell;
    const harmless = (isDay && PLAIN_DAY.test(cell)) || !FORMULA_START.test(cell) || PLAIN_NUMBER.test(cell);
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
  const written = cellWriter(separator, decimalMark);
  const days = columns.map(({ type }) => type === 'day');
  // Rows that follow one another share much: a company, a month, a state. What was written last is not looked at again.
  const last: OutputCell[] = columns.map(() => null);
  const lastWritten = columns.map(() => '');
  const lineOf = (row: OutputRow) => {
    let line = '';
    for (let index = 0; index < days.length; index++) {
      const cell = row[index] ?? null;
      if (cell !== last[index]) {
        last[index] = cell;
        lastWritten[index] = written(cell, days[index]!);
      }
      line += index === 0 ? lastWritten[index] : separator + lastWritten[index];
    }
    return `${line}\r\n`;
  };
  const full = (row: OutputRow): Buffer | null => {
    text += lineOf(row);
    if (text.length < CHUNK_LENGTH) return null;
    const chunk = Buffer.from(text, 'utf8');
    text = '';
    return chunk;
  };
  let text = byteOrderMark ? BYTE_ORDER_MARK : '';
  text += `${columns.map(({ header }) => written(header, false)).join(separator)}\r\n`;
  // Rows that are there already are not waited for one by one; others get their turn between two chunks.
  if (Symbol.iterator in rows) {
    for (const row of rows) {
      const chunk = full(row);
      if (chunk === null) continue;
      yield chunk;
      await turn();
    }
  } else {
    for await (const row of rows) {
      const chunk = full(row);
      if (chunk !== null) yield chunk;
    }
  }
  if (text !== '') yield Buffer.from(text, 'utf8');
}
