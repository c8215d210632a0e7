/** Splits a byte stream into lines without ever holding more than one line and one chunk. */
import { isUtf8 } from 'node:buffer';
import type { Readable } from 'node:stream';

export interface TextLine {
  /** From 1. */
  readonly number: number;
  readonly text: string;
  readonly validUtf8: boolean;
}

const NEWLINE = 10;
const REPLACEMENT = '\ufffd';

function decode(bytes: Buffer, number: number): TextLine {
  const decoded = bytes.toString('utf8');
  const text = number === 1 && decoded.charCodeAt(0) === 0xfeff ? decoded.slice(1) : decoded;
  return { number, text, validUtf8: !text.includes(REPLACEMENT) || isUtf8(bytes) };
}

function isBlank(text: string): boolean {
  const code = text.charCodeAt(0);
  return code === 123 ? false : text.trim() === '';
}

/** Lines with something on them; a byte order mark at the start is not part of the first. */
export async function* textLines(stream: Readable): AsyncGenerator<TextLine, void, void> {
  let pending: Buffer[] = [];
  let number = 0;
  for await (const piece of stream) {
    const chunk: Buffer = typeof piece === 'string' ? Buffer.from(piece) : piece;
    let start = 0;
    for (let end = chunk.indexOf(NEWLINE); end >= 0; end = chunk.indexOf(NEWLINE, start)) {
      const tail = chunk.subarray(start, end);
      const bytes = pending.length === 0 ? tail : Buffer.concat([...pending, tail]);
      pending = [];
      start = end + 1;
      const line = decode(bytes, ++number);
      if (!isBlank(line.text)) yield line;
    }
    if (start < chunk.length) pending.push(chunk.subarray(start));
  }
  if (pending.length === 0) return;
  const line = decode(Buffer.concat(pending), ++number);
  if (!isBlank(line.text)) yield line;
}
