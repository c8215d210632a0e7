/** Small numbers in few bytes, one after the other: seven bits a byte, the highest bit says that more follow. */

const MORE = 0x80;

export class PackedWriter {
  length = 0;
  private bytes = new Uint8Array(1 << 12);

  reset(): void {
    this.length = 0;
  }

  written(): Uint8Array {
    return this.bytes.subarray(0, this.length);
  }

  /** A whole number from 0 to 2^53 − 1. */
  natural(value: number): void {
    let rest = value;
    while (rest >= MORE) {
      this.byte((rest % MORE) + MORE);
      rest = Math.floor(rest / MORE);
    }
    this.byte(rest);
  }

  /** Any finite number, whole ones in few bytes. */
  number(value: number): void {
    if (Number.isInteger(value) && Math.abs(value) < 2 ** 50) {
      this.natural(value < 0 ? -value * 4 + 2 : value * 4);
      return;
    }
    this.natural(1);
    this.reserve(8);
    new DataView(this.bytes.buffer).setFloat64(this.length, value, true);
    this.length += 8;
  }

  text(value: string): void {
    this.natural(value.length);
    for (let index = 0; index < value.length; index++) this.natural(value.charCodeAt(index));
  }

  append(bytes: Uint8Array): void {
    this.reserve(bytes.length);
    this.bytes.set(bytes, this.length);
    this.length += bytes.length;
  }

  private byte(value: number): void {
    this.reserve(1);
    this.bytes[this.length++] = value;
  }

  private reserve(count: number): void {
    if (this.length + count <= this.bytes.length) return;
    const larger = new Uint8Array((this.length + count) * 2);
    larger.set(this.bytes);
    this.bytes = larger;
  }
}

export class PackedReader {
  at = 0;
  private readonly bytes: Uint8Array;
  private readonly view: DataView;

  constructor(bytes: Uint8Array) {
    this.bytes = bytes;
    this.view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  }

  natural(): number {
    let byte = this.bytes[this.at++]!;
    if (byte < MORE) return byte;
    let value = byte - MORE;
    let scale = MORE;
    do {
      byte = this.bytes[this.at++]!;
      value += (byte % MORE) * scale;
      scale *= MORE;
    } while (byte >= MORE);
    return value;
  }

  number(): number {
    const code = this.natural();
    if (code === 1) {
      this.at += 8;
      return this.view.getFloat64(this.at - 8, true);
    }
    return code % 4 === 2 ? -(code - 2) / 4 : code / 4;
  }

  text(): string {
    const length = this.natural();
    let text = '';
    for (let index = 0; index < length; index++) text += String.fromCharCode(this.natural());
    return text;
  }
}
