import { describe, expect, it } from 'vitest';
import { qrCode } from '../../web/ui/qr-code.ts';

const drawn = (text: string) => qrCode(text).map((row) => row.map((dark) => (dark ? '#' : '.')).join(''));

/** Read back by a camera library once; from then on the drawing must stay. */
const JALON = `
#######..#.##.#######
#.....#.##.#..#.....#
#.###.#.##..#.#.###.#
#.###.#..#.#..#.###.#
#.###.#.#...#.#.###.#
#.....#.#..##.#.....#
#######.#.#.#.#######
........#####........
##.#..##.##...###.##.
#..###...##...#..#.#.
##.#..#.##..##...##.#
#...#..#...#.....#.#.
###...#####.#.#.#.#..
........#..#...##.#..
#######.##...#.#.###.
#.....#..#####.##....
#.###.#....#..###.#.#
#.###.#.#.##...#.####
#.###.#...#.#...##..#
#.....#.##...###.....
#######.##.##..#.###.`;

describe('a QR code', () => {
  it('of a short word is the drawing that was read back', () => {
    expect(`\n${drawn('JALON').join('\n')}`).toBe(JALON);
  });

  it.each([
    [17, 21],
    [18, 25],
    [154, 45],
    [271, 57],
  ])('of %d letters is %d modules wide', (letters, modules) => {
    const code = drawn('x'.repeat(letters));
    expect([code.length, code[0]!.length]).toEqual([modules, modules]);
  });

  it('is not drawn of a text that is too long', () => {
    expect(() => qrCode('x'.repeat(272))).toThrow(RangeError);
  });
});
