import { decodeText } from './decode-text.ts';
import { detectFormat, foreignText } from './detect-format.ts';
import { jsonErrorOffset } from './json-syntax.ts';
import { DEFAULT_TABLE_LIMITS, type ForeignFormat } from './table.ts';

export type JsonFailure =
  | { readonly kind: 'empty-file' }
  | { readonly kind: 'file-too-large'; readonly size: number; readonly limit: number }
  | { readonly kind: 'wrong-format'; readonly found: ForeignFormat }
  | { readonly kind: 'bad-encoding'; readonly line: number }
  /** 1-based line, and 1-based character of that line. */
  | { readonly kind: 'bad-json'; readonly line: number; readonly column: number };

export type ReadJsonResult =
  | { readonly kind: 'json'; readonly value: unknown }
  | { readonly kind: 'unreadable'; readonly failure: JsonFailure };

/** Reads one JSON document whatever its encoding; what is wrong comes back as data, with its place. */
export function readJson(
  bytes: Uint8Array,
  maxBytes: number = DEFAULT_TABLE_LIMITS.maxBytes,
): ReadJsonResult {
  const size = bytes.byteLength;
  if (size > maxBytes) return unreadable({ kind: 'file-too-large', size, limit: maxBytes });
  const format = detectFormat(bytes);
  if (format.kind === 'zip') return unreadable({ kind: 'wrong-format', found: 'zip' });
  if (format.kind === 'encrypted-xlsx') return unreadable({ kind: 'wrong-format', found: 'old-excel' });
  if (format.kind === 'foreign') return unreadable({ kind: 'wrong-format', found: format.found });
  const decoded = decodeText(bytes);
  if (decoded.kind === 'bad-encoding') return unreadable(decoded);
  const { text } = decoded;
  if (text.trim() === '') return unreadable({ kind: 'empty-file' });
  const foreign = foreignText(text);
  if (foreign !== null && foreign !== 'json') return unreadable({ kind: 'wrong-format', found: foreign });
  try {
    return { kind: 'json', value: JSON.parse(text) };
  } catch {
    return unreadable({ kind: 'bad-json', ...placeOf(text, jsonErrorOffset(text)) });
  }
}

function placeOf(text: string, offset: number): { line: number; column: number } {
  const before = text.slice(0, offset);
  const lineStart = before.lastIndexOf('\n') + 1;
  return { line: before.split('\n').length, column: offset - lineStart + 1 };
}

function unreadable(failure: JsonFailure): ReadJsonResult {
  return { kind: 'unreadable', failure };
}
