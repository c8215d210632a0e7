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
const OPENING_BRACE = 123;
const REPLACEMENT = '\ufffd';

/** A line longer than this gives its space back: the next ones are likely to be short. */
const KEPT_BYTES = 1 << 20;

/** The beginning of a line whose end has not arrived; one buffer is used for all lines. */
class LineStart {
  private bytes = Buffer.allocUnsafe(KEPT_BYTES);
  length = 0;

  add(piece: Buffer): void {
    const length = this.length + piece.length;
    if (length > this.bytes.length) {
      const larger = Buffer.allocUnsafeSlow(Math.max(length, this.bytes.length * 2));
      this.bytes.copy(larger, 0, 0, this.length);
      this.bytes = larger;
    }
    piece.copy(this.bytes, this.length);
    this.length = length;
  }

  take(): Buffer {
    const line = this.bytes.subarray(0, this.length);
    this.length = 0;
    if (this.bytes.length > KEPT_BYTES) this.bytes = Buffer.allocUnsafe(KEPT_BYTES);
    return line;
  }
}

function decode(bytes: Buffer, number: number): TextLine {
  const decoded = bytes.toString('utf8');
  const text = number === 1 && decoded.charCodeAt(0) === 0xfeff ? decoded.slice(1) : decoded;
  return { number, text, validUtf8: !text.includes(REPLACEMENT) || isUtf8(bytes) };
}

function isBlank(text: string): boolean {
  return text.charCodeAt(0) !== OPENING_BRACE && text.trim() === '';
}

/** Lines with something on them; a byte order mark at the start is not part of the first. */
export async function* textLines(stream: Readable): AsyncGenerator<TextLine, void, void> {
  const begun = new LineStart();
  let number = 0;
  for await (const piece of stream) {
    const chunk: Buffer = typeof piece === 'string' ? Buffer.from(piece) : piece;
    let start = 0;
    for (let end = chunk.indexOf(NEWLINE); end >= 0; end = chunk.indexOf(NEWLINE, start)) {
      const tail = chunk.subarray(start, end);
      start = end + 1;
      if (begun.length > 0) begun.add(tail);
      const line = decode(begun.length > 0 ? begun.take() : tail, ++number);
      if (!isBlank(line.text)) yield line;
    }
    if (start < chunk.length) begun.add(chunk.subarray(start));
  }
  if (begun.length === 0) return;
  const line = decode(begun.take(), ++number);
  if (!isBlank(line.text)) yield line;
}
