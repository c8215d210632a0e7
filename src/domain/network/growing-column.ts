/** A column of numbers that grows while it is being written and is moved out when it is full. */

type Numbers = Uint8Array | Uint16Array | Uint32Array;

export class GrowingColumn<T extends Numbers> {
  length = 0;
  private values: T;
  private readonly kind: new (
    length: number,
  ) => T;

  constructor(kind: new (length: number) => T) {
    this.kind = kind;
    this.values = new kind(1 << 10);
  }

  push(value: number): void {
    if (this.length === this.values.length) {
      const larger = new this.kind(this.values.length * 2);
      larger.set(this.values);
      this.values = larger;
    }
    this.values[this.length++] = value;
  }

  last(): number {
    return this.values[this.length - 1]!;
  }

  set(index: number, value: number): void {
    this.values[index] = value;
  }

  /** Copies what was written and starts again, empty. */
  moveTo(target: Numbers): void {
    target.set(this.values.subarray(0, this.length));
    this.length = 0;
  }
}
