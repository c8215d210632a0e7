import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { exactSum } from '../../src/domain/numbers/exact-sum.ts';
import {
  fromExact,
  isLess,
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

  it('is the number nearest to the exact value, whatever its size', () => {
    const size = fc.bigInt({ min: -(10n ** 40n), max: 10n ** 40n });
    const divisor = fc.bigInt({ min: 1n, max: 10n ** 30n });
    fc.assert(
      fc.property(size, divisor, (over, under) => {
        const found = nearest({ over, under });
        // Neighbouring numbers are never nearer: compared exactly, as fractions.
        const distance = (value: number) => {
          const { over: gap, under: of } = minus({ over, under }, exactly(value));
          return { over: gap < 0n ? -gap : gap, under: of };
        };
        const step = Math.max(Math.abs(found), Number.MIN_VALUE) * Number.EPSILON;
        for (const other of [found - step, found + step]) {
          expect(isLess(distance(other), distance(found))).toBe(false);
        }
      }),
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
