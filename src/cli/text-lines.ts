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

/** A longer line gives its space back: the next ones are likely to be short. */
const KEPT_BYTES = 1 << 20;

/** No text of the runtime is longer. */
const LONGEST_LINE_BYTES = 2 ** 29 - 24;

/** A line that is too long to be read as a text. */
export class LineTooLong extends Error {
  override readonly name = 'LineTooLong';
}

/**
 * The beginning of a line whose end has not arrived. Its space grows in place and is given back as soon as the line
 * is a text: with copies that grow and wait to be collected, the longest line would be in memory several times.
 */
class LineStart {
  private readonly room = new ArrayBuffer(KEPT_BYTES, { maxByteLength: LONGEST_LINE_BYTES });
  private readonly bytes = new Uint8Array(this.room);
  length = 0;

  add(piece: Buffer): void {
    const length = this.length + piece.length;
    if (length > LONGEST_LINE_BYTES) throw new LineTooLong();
    if (length > this.room.byteLength) {
      this.room.resize(Math.min(LONGEST_LINE_BYTES, Math.max(length, this.room.byteLength * 2)));
    }
    this.bytes.set(piece, this.length);
    this.length = length;
  }

  take(number: number): TextLine {
    const line = decode(Buffer.from(this.room, 0, this.length), number);
    this.length = 0;
    if (this.room.byteLength > KEPT_BYTES) this.room.resize(KEPT_BYTES);
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
      number++;
      const line = begun.length > 0 ? begun.take(number) : decode(tail, number);
      if (!isBlank(line.text)) yield line;
    }
    if (start < chunk.length) begun.add(chunk.subarray(start));
  }
  if (begun.length === 0) return;
  const line = begun.take(number + 1);
  if (!isBlank(line.text)) yield line;
}
