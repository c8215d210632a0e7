/**
 * Exact fractions of whole numbers, for points: 40 points for 6 people are 20/3 each, and three people have 20.
 * Thresholds are compared exactly; only what is shown becomes the nearest number.
 */
import type { ExactNumber } from './exact-sum.ts';

export interface Fraction {
  readonly over: bigint;
  /** Above zero. */
  readonly under: bigint;
}

export const ZERO: Fraction = { over: 0n, under: 1n };

export function whole(value: number): Fraction {
  return { over: BigInt(value), under: 1n };
}

export function fromExact({ units, scale }: ExactNumber): Fraction {
  return { over: units, under: scale === 0 ? 1n : 10n ** BigInt(scale) };
}

/** `value × times ÷ by`; `by` is above zero. */
export function scaled(value: Fraction, times: number, by: number): Fraction {
  return { over: value.over * BigInt(times), under: value.under * BigInt(by) };
}

export function plus(left: Fraction, right: Fraction): Fraction {
  if (left.over === 0n) return right;
  if (right.over === 0n) return left;
  if (left.under === right.under) return { over: left.over + right.over, under: left.under };
  return reduced(left.over * right.under + right.over * left.under, left.under * right.under);
}

export function isLess(left: Fraction, right: Fraction): boolean {
  return left.over * right.under < right.over * left.under;
}

export function isPositive({ over }: Fraction): boolean {
  return over > 0n;
}

/** Not below zero and not above `most`. */
export function within(value: Fraction, most: Fraction): Fraction {
  if (!isPositive(value)) return ZERO;
  return isLess(most, value) ? most : value;
}

export function greater(left: Fraction, right: Fraction): Fraction {
  return isLess(left, right) ? right : left;
}

export function minus(left: Fraction, right: Fraction): Fraction {
  return plus(left, { over: -right.over, under: right.under });
}

function reduced(over: bigint, under: bigint): Fraction {
  let divisor = under;
  let rest = over < 0n ? -over : over;
  while (rest !== 0n) [divisor, rest] = [rest, divisor % rest];
  return { over: over / divisor, under: under / divisor };
}

const SAFE = BigInt(Number.MAX_SAFE_INTEGER);
/** More binary digits than a number can hold, so that only the last step rounds. */
const DIGITS = 66;

/** The number nearest to the exact value. */
export function nearest(value: Fraction): number {
  const { over, under } = reduced(value.over, value.under);
  if (over <= SAFE && over >= -SAFE && under <= SAFE) return Number(over) / Number(under);
  const size = over < 0n ? -over : over;
  const shift = Math.max(0, DIGITS + under.toString(2).length - size.toString(2).length);
  const raised = size << BigInt(shift);
  // What the division leaves over is kept as one last digit, so that a tie is only called a tie when it is one.
  const quotient = ((raised / under) << 1n) | (raised % under === 0n ? 0n : 1n);
  const magnitude = Number(quotient) / 2 ** (shift + 1);
  return over < 0n ? -magnitude : magnitude;
}
