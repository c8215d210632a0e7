import { decodeText } from './decode-text.ts';
import { detectFormat, foreignText } from './detect-format.ts';
import { readDelimited } from './read-delimited.ts';
import { readXlsx } from './read-xlsx.ts';
import { DEFAULT_TABLE_LIMITS, type ReadTableResult, type TableFailure, type TableLimits } from './table.ts';

/**
 * Reads a CSV, TSV, semicolon text or XLSX file, told apart by content. Never throws on a bad file: what is
 * wrong comes back as data, with line and column where there are any.
 */
export async function readTable(
  bytes: Uint8Array,
  overrides: Partial<TableLimits> = {},
): Promise<ReadTableResult> {
  const limits = { ...DEFAULT_TABLE_LIMITS, ...overrides };
  const size = bytes.byteLength;
  if (size === 0) return unreadable({ kind: 'empty-file' });
  if (size > limits.maxBytes) return unreadable({ kind: 'file-too-large', size, limit: limits.maxBytes });
  const format = detectFormat(bytes);
  switch (format.kind) {
    case 'zip':
      return readXlsx(bytes, limits);
    case 'encrypted-xlsx':
      return unreadable({ kind: 'encrypted-xlsx' });
    case 'foreign':
      return unreadable({ kind: 'wrong-format', found: format.found });
    case 'text':
      return readText(bytes, limits);
  }
}

function readText(bytes: Uint8Array, limits: TableLimits): ReadTableResult {
  const decoded = decodeText(bytes);
  if (decoded.kind === 'bad-encoding') return unreadable(decoded);
  const foreign = foreignText(decoded.text);
  if (foreign !== null) return unreadable({ kind: 'wrong-format', found: foreign });
  return readDelimited(decoded.text, decoded.encoding, limits);
}

function unreadable(failure: TableFailure): ReadTableResult {
  return { kind: 'unreadable', failure };
}
