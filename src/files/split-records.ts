import type { Separator, TableFailure, TableLimits } from './table.ts';

export type RecordStep =
  | { readonly kind: 'record'; readonly line: number; readonly cells: string[] }
  | { readonly kind: 'failed'; readonly failure: TableFailure };

const QUOTE = 34;
const LINE_FEED = 10;
const CARRIAGE_RETURN = 13;

interface Cell {
  readonly text: string;
  /** Offset of the character after the cell: a separator, a line end, or the end of the text. */
  readonly end: number;
  readonly lineFeeds: number;
}

/**
 * Splits delimited text (RFC 4180, any line end) into records, one at a time, and stops at the first thing that
 * makes the cells after it doubtful. Cells are slices of the text: an enormous cell is refused without a copy.
 */
export function* splitRecords(
  text: string,
  separator: Separator,
  limits: Pick<TableLimits, 'maxCellLength' | 'maxColumns'>,
): Generator<RecordStep, void> {
  const mayHoldNul = text.includes('\0');
  const separatorCode = separator.charCodeAt(0);
  let at = 0;
  let line = 1;
  while (at < text.length) {
    const startLine = line;
    const cells: string[] = [];
    for (;;) {
      const column = cells.length + 1;
      const where = { line, column };
      const cell =
        text.charCodeAt(at) === QUOTE
          ? quotedCell(text, at, separatorCode)
          : plainCell(text, at, separatorCode);
      if (typeof cell === 'string') return yield { kind: 'failed', failure: { kind: cell, ...where } };
      const length = cell.text.length;
      if (length > limits.maxCellLength) {
        return yield {
          kind: 'failed',
          failure: { kind: 'cell-too-long', ...where, limit: limits.maxCellLength },
        };
      }
      if (mayHoldNul && cell.text.includes('\0')) {
        return yield { kind: 'failed', failure: { kind: 'nul-character', ...where } };
      }
      if (column > limits.maxColumns) {
        return yield {
          kind: 'failed',
          failure: { kind: 'too-many-columns', line, limit: limits.maxColumns },
        };
      }
      cells.push(cell.text);
      line += cell.lineFeeds;
      at = cell.end;
      if (text.charCodeAt(at) !== separatorCode) break;
      at++;
      if (at === text.length) {
        cells.push('');
        break;
      }
    }
    at = afterLineEnd(text, at);
    line++;
    yield { kind: 'record', line: startLine, cells };
  }
}

function isLineEnd(code: number): boolean {
  return code === LINE_FEED || code === CARRIAGE_RETURN;
}

function afterLineEnd(text: string, at: number): number {
  return text.charCodeAt(at) === CARRIAGE_RETURN && text.charCodeAt(at + 1) === LINE_FEED ? at + 2 : at + 1;
}

function plainCell(text: string, start: number, separator: number): Cell {
  let at = start;
  while (at < text.length) {
    const code = text.charCodeAt(at);
    if (code === separator || isLineEnd(code)) break;
    at++;
  }
  return { text: text.slice(start, at), end: at, lineFeeds: 0 };
}

function quotedCell(
  text: string,
  start: number,
  separator: number,
): Cell | 'unclosed-quote' | 'text-after-quote' {
  let doubled = false;
  let close = text.indexOf('"', start + 1);
  while (close >= 0 && text.charCodeAt(close + 1) === QUOTE) {
    doubled = true;
    close = text.indexOf('"', close + 2);
  }
  if (close < 0) return 'unclosed-quote';
  const end = close + 1;
  const next = text.charCodeAt(end);
  if (end < text.length && next !== separator && !isLineEnd(next)) return 'text-after-quote';
  const inner = text.slice(start + 1, close);
  return { text: doubled ? inner.replaceAll('""', '"') : inner, end, lineFeeds: countLineEnds(inner) };
}

function countLineEnds(text: string): number {
  let count = 0;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === LINE_FEED || (code === CARRIAGE_RETURN && text.charCodeAt(at + 1) !== LINE_FEED)) count++;
  }
  return count;
}
