/**
 * The basis of a linear program that grows by columns: the revised simplex method with the whole inverse, which suits
 * some dozens of rows. It asks for the least sum of what rows with "at least" lack.
 */

/** Row and coefficient. */
export type Entry = readonly [number, number];

export const EPSILON = 1e-7;
/** Ratios that differ by less are equal. */
const SAME = 1e-12;

export class LinearBasis {
  readonly rows: number;
  /** 1 for rows that ask for at least so much: what is missing there costs 1. */
  readonly atLeast: Uint8Array;
  /** Row → what one more unit of it would cost. */
  readonly prices: Float64Array;
  /** What all rows together lack. */
  lacking: number;
  /** Row → name of its basic variable: that of a column from 0 on, else one of `ownVariable`. */
  private readonly names: Int32Array;
  private readonly values: Float64Array;
  private readonly inverse: readonly Float64Array[];

  constructor(right: Float64Array, atLeast: Uint8Array) {
    this.rows = right.length;
    this.atLeast = atLeast;
    this.prices = Float64Array.from(atLeast);
    this.lacking = right.reduce((sum, value, row) => sum + (atLeast[row] === 1 ? value : 0), 0);
    this.names = Int32Array.from({ length: this.rows }, (_, row) => -1 - row);
    this.values = right.slice();
    this.inverse = Array.from({ length: this.rows }, (_, row) => {
      const line = new Float64Array(this.rows);
      line[row] = 1;
      return line;
    });
  }

  /** The columns in the basis with their values. */
  get columns(): readonly { readonly column: number; readonly value: number }[] {
    return Array.from(this.names, (column, row) => ({ column, value: this.values[row]! })).filter(
      ({ column, value }) => column >= 0 && value >= EPSILON,
    );
  }

  /** What a row has too many of (at least) or left over (at most): it gains when the price has the wrong sign. */
  ownVariable(row: number): {
    readonly name: number;
    readonly entries: readonly Entry[];
    readonly reduced: number;
  } {
    const surplus = this.atLeast[row] === 1;
    return {
      name: -1 - row - (surplus ? this.rows : 0),
      entries: [[row, surplus ? -1 : 1]],
      reduced: surplus ? this.prices[row]! : -this.prices[row]!,
    };
  }

  /** Takes a variable into the basis; false when nothing limits it, which only rounding can cause. */
  enter(entries: readonly Entry[], name: number, reduced: number): boolean {
    const { rows, inverse, values, prices } = this;
    const direction = new Float64Array(rows);
    for (let row = 0; row < rows; row++) {
      let sum = 0;
      for (const [entry, coefficient] of entries) sum += inverse[row]![entry]! * coefficient;
      direction[row] = sum;
    }
    let leaving = -1;
    let least = Number.POSITIVE_INFINITY;
    for (let row = 0; row < rows; row++) {
      if (direction[row]! <= EPSILON) continue;
      const ratio = Math.max(0, values[row]!) / direction[row]!;
      if (ratio < least - SAME || (ratio <= least + SAME && direction[row]! > direction[leaving]!)) {
        leaving = row;
        least = Math.min(least, ratio);
      }
    }
    if (leaving < 0) return false;
    const line = inverse[leaving]!;
    const scale = direction[leaving]!;
    for (let column = 0; column < rows; column++) line[column]! /= scale;
    const amount = values[leaving]! / scale;
    for (let row = 0; row < rows; row++) {
      const factor = direction[row]!;
      if (row === leaving || factor === 0) continue;
      const other = inverse[row]!;
      for (let column = 0; column < rows; column++) other[column]! -= factor * line[column]!;
      values[row]! -= factor * amount;
    }
    values[leaving] = amount;
    this.names[leaving] = name;
    for (let column = 0; column < rows; column++) prices[column]! += reduced * line[column]!;
    this.lacking += reduced * amount;
    return true;
  }
}
