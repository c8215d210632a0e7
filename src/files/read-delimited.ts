import { splitRecords } from './split-records.ts';
import type {
  ReadTableResult,
  Separator,
  TableFailure,
  TableLimits,
  TableRow,
  TextEncodingName,
} from './table.ts';
import { checkHeader, isBlankRecord } from './table-header.ts';

/** In this order a tie is decided: a tab or a semicolon is never part of a name, a comma may be. */
const SEPARATORS: readonly Separator[] = ['\t', ';', ','];

/**
 * Reads delimited text in two walks: the first checks the whole file and keeps nothing, the second, made by the
 * caller, gives the rows. A file is therefore refused before any of its rows is used.
 */
export function readDelimited(
  text: string,
  encoding: TextEncodingName,
  limits: TableLimits,
): ReadTableResult {
  const separator = detectSeparator(text);
  let header: readonly string[] | null = null;
  let headerLine = 0;
  let rowCount = 0;
  for (const step of splitRecords(text, separator, limits)) {
    if (step.kind === 'failed') return unreadable(step.failure);
    if (isBlankRecord(step.cells)) continue;
    if (header === null) {
      if (isSeparatorHint(text, step.line)) continue;
      const checked = checkHeader(step.cells, step.line);
      if (checked.kind === 'failed') return unreadable(checked.failure);
      header = checked.header;
      headerLine = step.line;
      continue;
    }
    rowCount++;
    if (rowCount > limits.maxRows) {
      return unreadable({ kind: 'too-many-rows', line: step.line, limit: limits.maxRows });
    }
  }
  if (header === null) return unreadable({ kind: 'empty-file' });
  const width = header.length;
  const afterHeader = headerLine;
  const rows = { [Symbol.iterator]: () => walkRows(text, separator, limits, afterHeader, width) };
  return {
    kind: 'table',
    table: { format: { kind: 'delimited', encoding, separator }, header, headerLine, rowCount, rows },
  };
}

function unreadable(failure: TableFailure): ReadTableResult {
  return { kind: 'unreadable', failure };
}

function* walkRows(
  text: string,
  separator: Separator,
  limits: TableLimits,
  headerLine: number,
  width: number,
): Generator<TableRow, void> {
  for (const step of splitRecords(text, separator, limits)) {
    if (step.kind === 'failed' || step.line <= headerLine || isBlankRecord(step.cells)) continue;
    yield fitRow(step.line, step.cells, width);
  }
}

function fitRow(line: number, cells: string[], width: number): TableRow {
  const found = cells.length;
  if (found > width && isBlankRecord(cells.slice(width)))
    return { line, cells: cells.slice(0, width), ragged: null };
  return { line, cells, ragged: found === width ? null : { expected: width, found } };
}

/** Spreadsheets accept a first line `sep=;` that names the separator; it is no header. */
function separatorHint(text: string): Separator | null {
  const match = /^sep=([,;\t])\r?\n/i.exec(text.slice(0, 8));
  return match ? (match[1] as Separator) : null;
}

function isSeparatorHint(text: string, line: number): boolean {
  return line === 1 && separatorHint(text) !== null;
}

function detectSeparator(text: string): Separator {
  const hint = separatorHint(text);
  if (hint !== null) return hint;
  const counts = new Map<string, number>(SEPARATORS.map((separator) => [separator, 0]));
  let quoted = false;
  let seen = false;
  for (let at = 0; at < text.length; at++) {
    const char = text[at]!;
    if (char === '"') quoted = !quoted;
    if (!quoted && (char === '\n' || char === '\r')) {
      if (seen) break;
      continue;
    }
    if (char.trim() !== '') seen = true;
    if (!quoted && counts.has(char)) counts.set(char, counts.get(char)! + 1);
  }
  return SEPARATORS.reduce((best, separator) =>
    counts.get(separator)! > counts.get(best)! ? separator : best,
  );
}
