/**
 * Exact fractions of whole numbers, for points: 40 points for 6 people are 20/3 each, and three people have 20.
 * Thresholds are compared exactly; only what is shown becomes the nearest number. Nearly all fractions are small
 * and stay ordinary numbers; one whose parts would lose digits goes on in big ones.
 */
import type { ExactNumber } from './exact-sum.ts';

interface BigFraction {
  readonly over: bigint;
  /** Above zero. */
  readonly under: bigint;
}

export interface Fraction {
  readonly over: number;
  /** Above zero. */
  readonly under: number;
  /** The value, when its parts are too large for numbers; the others then mean nothing. */
  readonly big: BigFraction | null;
}

export const ZERO: Fraction = { over: 0, under: 1, big: null };

export function whole(value: number): Fraction {
  return { over: value, under: 1, big: null };
}

export function fraction(over: bigint, under: bigint): Fraction {
  return fromBig(reduced({ over, under }));
}

export function fromExact({ units, scale }: ExactNumber): Fraction {
  return fraction(units, scale === 0 ? 1n : 10n ** BigInt(scale));
}

/** `value × times ÷ by`; `by` is above zero, both are whole. */
export function scaled(value: Fraction, times: number, by: number): Fraction {
  if (value.big === null) {
    const over = value.over * times;
    const under = value.under * by;
    if (Number.isSafeInteger(over) && Number.isSafeInteger(under)) return { over, under, big: null };
  }
  const { over, under } = bigOf(value);
  return fraction(over * BigInt(times), under * BigInt(by));
}

export function plus(left: Fraction, right: Fraction): Fraction {
  if (left.big === null && right.big === null) {
    if (left.under === right.under) {
      const over = left.over + right.over;
      if (Number.isSafeInteger(over)) return { over, under: left.under, big: null };
    }
    const first = left.over * right.under;
    const second = right.over * left.under;
    const under = left.under * right.under;
    if (areSafe(first, second) && areSafe(first + second, under)) {
      return smallest(first + second, under);
    }
  }
  const one = bigOf(left);
  const other = bigOf(right);
  return fraction(one.over * other.under + other.over * one.under, one.under * other.under);
}

export function minus(left: Fraction, right: Fraction): Fraction {
  const { over, under, big } = right;
  return plus(left, { over: -over, under, big: big === null ? null : { ...big, over: -big.over } });
}

export function isLess(left: Fraction, right: Fraction): boolean {
  if (left.big === null && right.big === null) {
    const first = left.over * right.under;
    const second = right.over * left.under;
    if (areSafe(first, second)) return first < second;
  }
  const one = bigOf(left);
  const other = bigOf(right);
  return one.over * other.under < other.over * one.under;
}

export function isPositive({ over, big }: Fraction): boolean {
  return big === null ? over > 0 : big.over > 0n;
}

/** Not below zero and not above `most`. */
export function within(value: Fraction, most: Fraction): Fraction {
  if (!isPositive(value)) return ZERO;
  return isLess(most, value) ? most : value;
}

export function greater(left: Fraction, right: Fraction): Fraction {
  return isLess(left, right) ? right : left;
}

/** More binary digits than a number can hold, so that only the last step rounds. */
const DIGITS = 66;

/** The number nearest to the exact value. */
export function nearest(value: Fraction): number {
  // The quotient of two whole numbers that are exact is itself rounded correctly. Zero is written without a sign.
  if (value.big === null) return value.over === 0 ? 0 : value.over / value.under;
  const { over, under } = value.big;
  const size = over < 0n ? -over : over;
  const shift = Math.max(0, DIGITS + under.toString(2).length - size.toString(2).length);
  const raised = size << BigInt(shift);
  // What the division leaves over is kept as one last digit, so that a tie is only called a tie when it is one.
  const quotient = ((raised / under) << 1n) | (raised % under === 0n ? 0n : 1n);
  const magnitude = Number(quotient) / 2 ** (shift + 1);
  return over < 0n ? -magnitude : magnitude;
}

function areSafe(first: number, second: number): boolean {
  return Number.isSafeInteger(first) && Number.isSafeInteger(second);
}

function smallest(over: number, under: number): Fraction {
  let divisor = under;
  let rest = Math.abs(over);
  while (rest !== 0) [divisor, rest] = [rest, divisor % rest];
  return { over: over / divisor, under: under / divisor, big: null };
}

function bigOf({ over, under, big }: Fraction): BigFraction {
  return big ?? { over: BigInt(over), under: BigInt(under) };
}

function reduced({ over, under }: BigFraction): BigFraction {
  let divisor = under;
  let rest = over < 0n ? -over : over;
  while (rest !== 0n) [divisor, rest] = [rest, divisor % rest];
  return { over: over / divisor, under: under / divisor };
}

function fromBig(big: BigFraction): Fraction {
  const over = Number(big.over);
  const under = Number(big.under);
  return areSafe(over, under) ? { over, under, big: null } : { over: 0, under: 1, big };
}
