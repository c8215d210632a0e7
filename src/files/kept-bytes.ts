/** So many bytes make a chunk; the room beyond is for the cells with which it becomes full. */
const FULL = 64 * 1024;
const ROOM = FULL + 64 * 1024;

/** The bound on what is kept holds memory flat, whatever is written. */
const MOST_KEPT = 16 * 1024 * 1024;

/** UTF-8 takes at most so many bytes for a unit of a text. */
const MOST_BYTES = 3;

/** Bytes are moved four at a time: up to three beyond the end are moved with them, and overwritten by what follows. */
const WORD = 4;

/**
 * Bytes that are written one after the other, and pieces of them that are written again. Both lie in one piece of memory,
 * so that a short piece is moved without a call. Positions count from the first byte of all.
 */
export class KeptBytes {
  /** What is being written begins at 0; what is kept comes after the room for it. */
  private bytes = Buffer.alloc(2 * ROOM);
  private view = new DataView(this.bytes.buffer, this.bytes.byteOffset, this.bytes.length);
  private at = 0;
  /** Position of the first byte that has not been cut off as a chunk. */
  private first = 0;
  private keptUntil = ROOM;
  private chunks: Buffer[] = [];

  get position(): number {
    return this.first + this.at;
  }

  /** A character of one byte. */
  byte(code: number): void {
    this.makeRoom(1);
    this.bytes[this.at++] = code;
  }

  text(text: string): void {
    const most = text.length * MOST_BYTES;
    if (most > FULL) {
      this.cut();
      const chunk = Buffer.from(text, 'utf8');
      this.chunks.push(chunk);
      this.first += chunk.length;
      return;
    }
    this.makeRoom(most);
    this.at += this.bytes.write(text, this.at, 'utf8');
  }

  /**
   * @param plain by their codes: characters of one byte that may be written as they are
   * @returns false, and writes nothing, where the text has others
   */
  plainText(text: string, plain: Uint8Array): boolean {
    const { length } = text;
    if (length > FULL) return false;
    this.makeRoom(length);
    const { bytes, at } = this;
    for (let index = 0; index < length; index++) {
      const code = text.charCodeAt(index);
      if (plain[code] === 0) return false;
      bytes[at + index] = code;
    }
    this.at = at + length;
    return true;
  }

  /**
   * Writes again what stands between two positions.
   * @returns false, and writes nothing, when it has been cut off meanwhile
   */
  repeat(from: number, until: number): boolean {
    const length = until - from;
    this.makeRoom(length);
    if (from < this.first) return false;
    this.move(from - this.first, length);
    return true;
  }

  /**
   * Keeps what has been written since a position.
   * @returns the name of the piece, never 0; `null` when it has been cut off meanwhile, or so much is kept that there is no
   * room for it
   */
  keep(since: number): number | null {
    const length = this.position - since;
    const piece = this.keptUntil;
    if (since < this.first || piece + length > MOST_KEPT) return null;
    if (piece + length + 2 * WORD > this.bytes.length) this.grow();
    // How long it is stands before it: whoever looks at one has the other at hand.
    this.view.setInt32(piece, length, true);
    this.bytes.copyWithin(piece + WORD, since - this.first, this.at);
    this.keptUntil += WORD + length;
    return piece;
  }

  /** Writes a piece that was kept. */
  piece(piece: number): void {
    const length = this.view.getInt32(piece, true);
    this.makeRoom(length);
    this.move(piece + WORD, length);
  }

  isFull(): boolean {
    return this.at >= FULL || this.chunks.length > 0;
  }

  /** Everything that has not been taken yet. */
  take(): Buffer[] {
    this.cut();
    const { chunks } = this;
    this.chunks = [];
    return chunks;
  }

  private cut(): void {
    if (this.at === 0) return;
    this.chunks.push(Buffer.from(this.bytes.subarray(0, this.at)));
    this.first += this.at;
    this.at = 0;
  }

  private makeRoom(length: number): void {
    if (this.at + length + WORD > ROOM) this.cut();
  }

  /** Once and for all: growing step by step would leave as much again to be collected. What is not used takes no memory. */
  private grow(): void {
    const larger = Buffer.allocUnsafeSlow(MOST_KEPT + ROOM);
    this.bytes.copy(larger);
    this.bytes = larger;
    this.view = new DataView(larger.buffer, larger.byteOffset, larger.length);
  }

  private move(from: number, length: number): void {
    const { view, at } = this;
    for (let index = 0; index < length; index += WORD) {
      view.setInt32(at + index, view.getInt32(from + index, true), true);
    }
    this.at = at + length;
  }
}
