/**
 * QR codes of short texts (ISO/IEC 18004: byte mode, error correction L, versions 1 to 10), enough for the key of an
 * authenticator app. The key must not leave the page, so that no service of others can draw it.
 */

/** For each version: data codewords, error correction codewords of a block, blocks, positions of alignment patterns. */
const VERSIONS: readonly (readonly [number, number, number, readonly number[]])[] = [
  [19, 7, 1, []],
  [34, 10, 1, [6, 18]],
  [55, 15, 1, [6, 22]],
  [80, 20, 1, [6, 26]],
  [108, 26, 1, [6, 30]],
  [136, 18, 2, [6, 34]],
  [156, 20, 2, [6, 22, 38]],
  [194, 24, 2, [6, 24, 42]],
  [232, 30, 2, [6, 26, 46]],
  [274, 18, 4, [6, 28, 50]],
];

const MASKS: readonly ((row: number, column: number) => boolean)[] = [
  (r, c) => (r + c) % 2 === 0,
  (r) => r % 2 === 0,
  (_r, c) => c % 3 === 0,
  (r, c) => (r + c) % 3 === 0,
  (r, c) => (Math.floor(r / 2) + Math.floor(c / 3)) % 2 === 0,
  (r, c) => ((r * c) % 2) + ((r * c) % 3) === 0,
  (r, c) => (((r * c) % 2) + ((r * c) % 3)) % 2 === 0,
  (r, c) => (((r + c) % 2) + ((r * c) % 3)) % 2 === 0,
];

/** Product in the field of 256 elements of the standard (x⁸+x⁴+x³+x²+1). */
function times(a: number, b: number): number {
  let product = 0;
  for (let bit = 7; bit >= 0; bit--) {
    product = (product << 1) ^ ((product >> 7) * 0x11d);
    if ((b >> bit) & 1) product ^= a;
  }
  return product;
}

/** The remainder of the data divided by the generator of so many codewords (Reed and Solomon). */
function errorCorrection(data: readonly number[], length: number): number[] {
  const generator: number[] = Array.from({ length }, (_, index) => (index === length - 1 ? 1 : 0));
  let root = 1;
  for (let step = 0; step < length; step++) {
    for (let index = 0; index < length; index++) {
      generator[index] = times(generator[index]!, root) ^ (generator[index + 1] ?? 0);
    }
    root = times(root, 2);
  }
  const remainder = new Array<number>(length).fill(0);
  for (const value of data) {
    const factor = value ^ remainder.shift()!;
    remainder.push(0);
    for (let index = 0; index < length; index++) remainder[index]! ^= times(generator[index]!, factor);
  }
  return remainder;
}

/** Mode, length, text, end and filling, as codewords. */
function dataCodewords(bytes: Uint8Array, version: number, capacity: number): number[] {
  const bits: number[] = [];
  const push = (value: number, length: number) => {
    for (let bit = length - 1; bit >= 0; bit--) bits.push((value >> bit) & 1);
  };
  push(4, 4);
  push(bytes.length, version < 10 ? 8 : 16);
  for (const byte of bytes) push(byte, 8);
  push(0, Math.min(4, capacity * 8 - bits.length));
  push(0, (8 - (bits.length % 8)) % 8);
  const codewords: number[] = [];
  for (let at = 0; at < bits.length; at += 8) {
    codewords.push(bits.slice(at, at + 8).reduce((value, bit) => (value << 1) | bit, 0));
  }
  for (let filling = 0xec; codewords.length < capacity; filling ^= 0xec ^ 0x11) codewords.push(filling);
  return codewords;
}

/** Blocks of data with their error correction, interleaved; the last blocks may be one codeword longer. */
function interleaved(data: readonly number[], correction: number, blocks: number): number[] {
  const short = Math.floor(data.length / blocks);
  const long = data.length % blocks;
  const parts: number[][] = [];
  let at = 0;
  for (let block = 0; block < blocks; block++) {
    const length = short + (block >= blocks - long ? 1 : 0);
    parts.push(data.slice(at, at + length));
    at += length;
  }
  const corrections = parts.map((part) => errorCorrection(part, correction));
  const columns = (rows: readonly number[][], length: number) =>
    Array.from({ length }, (_, index) => rows.flatMap((row) => row[index] ?? [])).flat();
  return [...columns(parts, short + (long > 0 ? 1 : 0)), ...columns(corrections, correction)];
}

/** What is divided by a generator, followed by the remainder: how format and version are written. */
function withRemainder(value: number, generator: number, length: number): number {
  let rest = value << length;
  const degree = Math.floor(Math.log2(generator));
  for (let bit = 31 - Math.clz32(rest); bit >= degree; bit--) {
    if ((rest >> bit) & 1) rest ^= generator << (bit - degree);
  }
  return (value << length) | rest;
}

type Modules = boolean[][];

/** The patterns that tell where the code is; `fixed` marks what no data may touch. */
function patterns(version: number, positions: readonly number[]): { modules: Modules; fixed: Modules } {
  const size = version * 4 + 17;
  const empty = () => Array.from({ length: size }, () => new Array<boolean>(size).fill(false));
  const modules = empty();
  const fixed = empty();
  const set = (row: number, column: number, dark: boolean) => {
    if (row < 0 || column < 0 || row >= size || column >= size) return;
    modules[row]![column] = dark;
    fixed[row]![column] = true;
  };
  const square = (row: number, column: number, reach: number, lightRing: number) => {
    for (let down = -reach; down <= reach; down++) {
      for (let right = -reach; right <= reach; right++) {
        const ring = Math.max(Math.abs(down), Math.abs(right));
        set(row + down, column + right, ring !== lightRing && ring !== 4);
      }
    }
  };
  for (let at = 0; at < size; at++) {
    set(6, at, at % 2 === 0);
    set(at, 6, at % 2 === 0);
  }
  for (const [row, column] of [
    [3, 3],
    [3, size - 4],
    [size - 4, 3],
  ] as const)
    square(row, column, 4, 2);
  const last = positions.length - 1;
  for (const [i, row] of positions.entries()) {
    for (const [j, column] of positions.entries()) {
      const onFinder = (i === 0 && (j === 0 || j === last)) || (i === last && j === 0);
      if (!onFinder) square(row, column, 2, 1);
    }
  }
  // Room for the format, and from version 7 on the version itself.
  for (let at = 0; at < 9; at++) {
    set(8, at, modules[8]![at]!);
    set(at, 8, modules[at]![8]!);
    if (at < 8) {
      set(8, size - 1 - at, false);
      set(size - 1 - at, 8, at === 7);
    }
  }
  if (version >= 7) {
    const bits = withRemainder(version, 0x1f25, 12);
    for (let bit = 0; bit < 18; bit++) {
      const dark = ((bits >> bit) & 1) === 1;
      const [far, near] = [size - 11 + (bit % 3), Math.floor(bit / 3)];
      set(far, near, dark);
      set(near, far, dark);
    }
  }
  return { modules, fixed };
}

/** Level L is 01; the mask below it. Written twice, around the finder patterns. */
function writeFormat(modules: Modules, mask: number): void {
  const size = modules.length;
  const bits = withRemainder((1 << 3) | mask, 0x537, 10) ^ 0x5412;
  const dark = (bit: number) => ((bits >> bit) & 1) === 1;
  for (let bit = 0; bit < 15; bit++) {
    const row = bit < 6 ? bit : bit < 8 ? bit + 1 : size - 15 + bit;
    const column = bit < 8 ? size - 1 - bit : bit < 9 ? 7 : 14 - bit;
    modules[row]![8] = dark(bit);
    modules[8]![column] = dark(bit);
  }
}

/** Upwards and downwards in columns of two, from the right, around the vertical timing pattern. */
function writeData(modules: Modules, fixed: Modules, codewords: readonly number[]): void {
  const size = modules.length;
  let bit = 0;
  for (let right = size - 1; right >= 1; right -= 2) {
    if (right === 6) right = 5;
    const upwards = ((right + 1) & 2) === 0;
    for (let step = 0; step < size; step++) {
      const row = upwards ? size - 1 - step : step;
      for (const column of [right, right - 1]) {
        if (fixed[row]![column]) continue;
        const codeword = codewords[bit >> 3] ?? 0;
        modules[row]![column] = ((codeword >> (7 - (bit & 7))) & 1) === 1;
        bit += 1;
      }
    }
  }
}

/** How hard a drawing is to read: long runs and blocks of one colour, and too much of one. */
function penalty(modules: Modules): number {
  const size = modules.length;
  let points = 0;
  let dark = 0;
  for (let row = 0; row < size; row++) {
    let [across, down] = [0, 0];
    for (let column = 0; column < size; column++) {
      if (modules[row]![column]) dark += 1;
      across = column > 0 && modules[row]![column] === modules[row]![column - 1] ? across + 1 : 1;
      down = column > 0 && modules[column]![row] === modules[column - 1]![row] ? down + 1 : 1;
      for (const run of [across, down]) points += run === 5 ? 3 : run > 5 ? 1 : 0;
      const here = modules[row]![column];
      const block = [modules[row]![column + 1], modules[row + 1]?.[column], modules[row + 1]?.[column + 1]];
      if (block.every((module) => module === here)) points += 3;
    }
  }
  return points + Math.floor(Math.abs((dark * 20) / (size * size) - 10)) * 10;
}

/** Rows of modules, `true` is dark; without the light margin of four. @throws for texts that are too long. */
export function qrCode(text: string): readonly (readonly boolean[])[] {
  const bytes = new TextEncoder().encode(text);
  const index = VERSIONS.findIndex(([capacity], at) => bytes.length + (at < 9 ? 2 : 3) <= capacity);
  const found = VERSIONS[index];
  if (found === undefined) throw new RangeError('the text is too long for a QR code');
  const version = index + 1;
  const [capacity, correction, blocks, positions] = found;
  const codewords = interleaved(dataCodewords(bytes, version, capacity), correction, blocks);
  const { modules, fixed } = patterns(version, positions);
  writeData(modules, fixed, codewords);
  const drawings = MASKS.map((masked, mask) => {
    const drawing = modules.map((row, r) =>
      row.map((dark, c) => (fixed[r]![c] ? dark : dark !== masked(r, c))),
    );
    writeFormat(drawing, mask);
    return { drawing, points: penalty(drawing) };
  });
  return drawings.reduce((best, next) => (next.points < best.points ? next : best)).drawing;
}
