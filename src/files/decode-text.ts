import iconv from 'iconv-lite';
import type { TextEncodingName } from './table.ts';

export type DecodedText =
  | { readonly kind: 'text'; readonly text: string; readonly encoding: TextEncodingName }
  | { readonly kind: 'bad-encoding'; readonly line: number };

const REPLACEMENT = '\uFFFD';

/** Bytes looked at when a byte order mark is missing; the header line of any real file is shorter. */
const SAMPLE_BYTES = 4096;

/** Reads text whatever its encoding: the content decides, never a name or a declared type. */
export function decodeText(bytes: Uint8Array): DecodedText {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return decodeUtf8(bytes.subarray(3));
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return decodeWith(bytes.subarray(2), 'utf-16le');
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return decodeWith(bytes.subarray(2), 'utf-16be');
  const wide = guessUtf16(bytes);
  return wide === null ? decodeUtf8(bytes) : decodeWith(bytes, wide);
}

/** Western text in UTF-16 has a zero in every second byte; in the first or the second of each pair. */
function guessUtf16(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  const end = Math.min(bytes.length, SAMPLE_BYTES) & ~1;
  let first = 0;
  let second = 0;
  for (let at = 0; at < end; at += 2) {
    if (bytes[at] === 0) first++;
    if (bytes[at + 1] === 0) second++;
  }
  const pairs = end / 2;
  if (second > pairs * 0.4 && first < pairs * 0.1) return 'utf-16le';
  if (first > pairs * 0.4 && second < pairs * 0.1) return 'utf-16be';
  return null;
}

function decodeUtf8(bytes: Uint8Array): DecodedText {
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('utf8');
  const firstBad = text.indexOf(REPLACEMENT);
  if (firstBad < 0) return { kind: 'text', text, encoding: 'utf-8' };
  // A damaged UTF-8 file read as Windows-1252 would turn every accent into two wrong letters without a word.
  // In real Windows-1252 text an accented letter almost never starts a valid UTF-8 sequence.
  if (hasMoreAccentsThanDamage(text)) return { kind: 'bad-encoding', line: lineAt(text, firstBad) };
  return decodeWith(bytes, 'windows-1252');
}

function hasMoreAccentsThanDamage(text: string): boolean {
  let accents = 0;
  let damage = 0;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === 0xfffd) damage++;
    else if (code > 0x7f) accents++;
  }
  return accents > damage;
}

function decodeWith(bytes: Uint8Array, encoding: TextEncodingName): DecodedText {
  const text = iconv.decode(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength), encoding, {
    stripBOM: true,
  });
  const firstBad = text.indexOf(REPLACEMENT);
  return firstBad < 0
    ? { kind: 'text', text, encoding }
    : { kind: 'bad-encoding', line: lineAt(text, firstBad) };
}

function lineAt(text: string, offset: number): number {
  let line = 1;
  for (let at = text.indexOf('\n'); at >= 0 && at < offset; at = text.indexOf('\n', at + 1)) line++;
  return line;
}
