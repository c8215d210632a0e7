import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { exactSum } from '../../src/domain/numbers/exact-sum.ts';
import {
  fraction,
  fromExact,
  isLess,
  isPositive,
  minus,
  nearest,
  plus,
  scaled,
  whole,
  within,
} from '../../src/domain/numbers/fraction.ts';

describe('exact points', () => {
  it('three of six people have half of forty points', () => {
    const one = scaled(whole(1), 40, 6);
    expect(nearest(one)).toBe(40 / 6);
    expect(nearest(plus(plus(one, one), one))).toBe(20);
  });

  it('seven people of seven have exactly all points', () => {
    const one = scaled(whole(1), 15, 7);
    const seven = Array.from({ length: 7 }, () => one).reduce(plus);
    expect(isLess(seven, whole(15))).toBe(false);
    expect(isLess(whole(15), seven)).toBe(false);
  });

  it('a value as written is what it is: 0.1 and 0.2 make 0.3', () => {
    expect(nearest(fromExact(exactSum([0.1, 0.2])))).toBe(0.3);
    expect(nearest(fromExact(exactSum([])))).toBe(0);
  });

  it('stays between none and all', () => {
    expect(nearest(within(whole(-3), whole(10)))).toBe(0);
    expect(nearest(within(whole(12), whole(10)))).toBe(10);
  });

  // Small ones stay numbers, large ones do not, and most properties are about where one becomes the other.
  const size = fc.oneof(
    fc.bigInt({ min: -50n, max: 50n }),
    fc.bigInt({ min: -(2n ** 54n), max: 2n ** 54n }),
    fc.bigInt({ min: -(10n ** 40n), max: 10n ** 40n }),
  );
  const divisor = fc.oneof(
    fc.bigInt({ min: 1n, max: 50n }),
    fc.bigInt({ min: 1n, max: 2n ** 54n }),
    fc.bigInt({ min: 1n, max: 10n ** 30n }),
  );
  const ratio = fc.tuple(size, divisor);
  const runs = { numRuns: 2000 };

  it('is the number nearest to the exact value, whatever its size', () => {
    fc.assert(
      fc.property(ratio, ([over, under]) => {
        const found = nearest(fraction(over, under));
        // How far a number is from the value, in parts of both denominators: compared without rounding.
        const distance = (value: number) => {
          const exact = exactly(value);
          const gap = over * exact.under - exact.over * under;
          return { over: gap < 0n ? -gap : gap, under: under * exact.under };
        };
        const step = Math.max(Math.abs(found), Number.MIN_VALUE) * Number.EPSILON;
        const own = distance(found);
        for (const other of [found - step, found + step].map(distance)) {
          expect(other.over * own.under < own.over * other.under).toBe(false);
        }
      }),
      runs,
    );
  });

  it('adds, subtracts, scales and compares as whole numbers do, whatever their size', () => {
    const factor = fc.integer({ min: 1, max: 100_000_000 });
    fc.assert(
      fc.property(ratio, ratio, factor, factor, ([a, b], [c, d], times, by) => {
        const left = fraction(a, b);
        const right = fraction(c, d);
        const same = (found: ReturnType<typeof fraction>, over: bigint, under: bigint) => {
          expect([isLess(found, fraction(over, under)), isLess(fraction(over, under), found)]).toEqual([
            false,
            false,
          ]);
          expect(nearest(found)).toBe(nearest(fraction(over, under)));
        };
        same(plus(left, right), a * d + c * b, b * d);
        same(minus(left, right), a * d - c * b, b * d);
        same(scaled(left, times, by), a * BigInt(times), b * BigInt(by));
        expect(isLess(left, right)).toBe(a * d < c * b);
        expect(isPositive(left)).toBe(a > 0n);
      }),
      runs,
    );
  });
});

/** A binary number as the fraction that it is. */
function exactly(value: number) {
  let under = 1n;
  let rest = value;
  while (!Number.isInteger(rest)) {
    rest *= 2;
    under *= 2n;
  }
  return { over: BigInt(rest), under };
}
