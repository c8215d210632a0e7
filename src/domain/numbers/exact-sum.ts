/**
 * Sums of decimal numbers as they were written: 0.1 + 0.2 is 0.3 here, and the order of the values does not
 * matter. Whole numbers, the usual case, stay ordinary numbers; anything else is added as scaled integers.
 */
export interface ExactNumber {
  /** The value is `units × 10^-scale`. */
  readonly units: bigint;
  readonly scale: number;
}

function exact(value: number): ExactNumber {
  const text = String(value);
  const exponentAt = text.indexOf('e');
  const mantissa = exponentAt < 0 ? text : text.slice(0, exponentAt);
  const exponent = exponentAt < 0 ? 0 : Number(text.slice(exponentAt + 1));
  const point = mantissa.indexOf('.');
  const digits = point < 0 ? mantissa : mantissa.slice(0, point) + mantissa.slice(point + 1);
  const scale = (point < 0 ? 0 : mantissa.length - point - 1) - exponent;
  return scale < 0
    ? { units: BigInt(digits) * 10n ** BigInt(-scale), scale: 0 }
    : { units: BigInt(digits), scale };
}

function add(left: ExactNumber, right: ExactNumber): ExactNumber {
  const scale = Math.max(left.scale, right.scale);
  return { units: unitsAt(left, scale) + unitsAt(right, scale), scale };
}

function unitsAt(value: ExactNumber, scale: number): bigint {
  return value.units * 10n ** BigInt(scale - value.scale);
}

function toNumber({ units, scale }: ExactNumber): number {
  const sign = units < 0n ? '-' : '';
  const digits = String(units < 0n ? -units : units).padStart(scale + 1, '0');
  const point = digits.length - scale;
  return Number(`${sign}${digits.slice(0, point)}.${digits.slice(point)}0`);
}

/** The exact sum of the values. */
export function exactSum(values: readonly number[]): ExactNumber {
  let sum = 0;
  let whole = true;
  for (const value of values) {
    sum += value;
    if (!Number.isSafeInteger(value) || !Number.isSafeInteger(sum)) whole = false;
  }
  if (whole) return { units: BigInt(sum), scale: 0 };
  return values.map(exact).reduce(add, { units: 0n, scale: 0 });
}

export interface ExactComparison {
  /** The sum, rounded once to the nearest number. */
  readonly sum: number;
  readonly reached: boolean;
  /** What is missing to the threshold, never negative, rounded once. */
  readonly missing: number;
}

/** Compares the sum of the values with a threshold, without rounding before the answer. */
export function compareSum(values: readonly number[], threshold: number): ExactComparison {
  let sum = 0;
  let whole = Number.isSafeInteger(threshold);
  for (const value of values) {
    sum += value;
    if (!Number.isSafeInteger(value) || !Number.isSafeInteger(sum)) whole = false;
  }
  if (whole) return { sum, reached: sum >= threshold, missing: Math.max(0, threshold - sum) };
  const total = values.map(exact).reduce(add, { units: 0n, scale: 0 });
  const gap = add(exact(threshold), { units: -total.units, scale: total.scale });
  const reached = gap.units <= 0n;
  return { sum: toNumber(total), reached, missing: reached ? 0 : toNumber(gap) };
}
