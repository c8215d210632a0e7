import type { ForeignFormat } from './table.ts';

export type DetectedFormat =
  | { readonly kind: 'text' }
  | { readonly kind: 'zip' }
  | { readonly kind: 'encrypted-xlsx' }
  | { readonly kind: 'foreign'; readonly found: ForeignFormat };

const SIGNATURES: readonly (readonly [string, ForeignFormat])[] = [
  ['%PDF', 'pdf'],
  ['\x89PNG', 'png'],
  ['GIF8', 'gif'],
  ['\xff\xd8\xff', 'jpeg'],
  ['\x1f\x8b', 'gzip'],
  ['{\\rtf', 'rtf'],
];

/** Old Office files and password-protected new ones share this container. */
const COMPOUND_FILE = '\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1';

/** Tells what the bytes are by their first ones; a file name is never trusted. */
export function detectFormat(bytes: Uint8Array): DetectedFormat {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const start = buffer.toString('latin1', 0, 8);
  if (start.startsWith('PK\x03\x04') || start.startsWith('PK\x05\x06')) return { kind: 'zip' };
  if (start === COMPOUND_FILE) {
    const encrypted = buffer.includes(Buffer.from('EncryptedPackage', 'utf16le'));
    return encrypted ? { kind: 'encrypted-xlsx' } : { kind: 'foreign', found: 'old-excel' };
  }
  const signature = SIGNATURES.find(([magic]) => start.startsWith(magic));
  return signature ? { kind: 'foreign', found: signature[1] } : { kind: 'text' };
}

/** Markup and JSON are text, but no table; `null` for what may be one. */
export function foreignText(text: string): ForeignFormat | null {
  const start = text.slice(0, 1024).trimStart();
  if (start.startsWith('{') || start.startsWith('[')) return 'json';
  if (!start.startsWith('<')) return null;
  return /^<(!doctype html|html|head|body|table|meta)\b/i.test(start) ? 'html' : 'xml';
}
