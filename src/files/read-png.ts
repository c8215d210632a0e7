import { crc32, inflateSync } from 'node:zlib';
import type { Picture } from './read-picture.ts';

const SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
/** Chunks that say how the picture looks. All others are comments, dates, places and animations. */
const SHOWING = new Set(['IHDR', 'PLTE', 'tRNS', 'gAMA', 'sRGB', 'IDAT', 'IEND']);
/** Samples a pixel, by colour type. */
const SAMPLES: Readonly<Record<number, number>> = { 0: 1, 2: 3, 3: 1, 4: 2, 6: 4 };
const HEADER_BYTES = 13;

interface Chunk {
  readonly type: string;
  readonly data: Buffer;
  /** With its length and checksum. */
  readonly whole: Buffer;
}

/** The chunks up to the last one, or `null` where one is cut short or damaged. */
function chunksOf(bytes: Buffer): Chunk[] | null {
  const chunks: Chunk[] = [];
  let at = SIGNATURE.length;
  while (at + 12 <= bytes.length) {
    const length = bytes.readUInt32BE(at);
    const end = at + 12 + length;
    if (end > bytes.length) return null;
    const type = bytes.toString('latin1', at + 4, at + 8);
    const data = bytes.subarray(at + 8, end - 4);
    if (crc32(bytes.subarray(at + 4, end - 4)) !== bytes.readUInt32BE(end - 4)) return null;
    chunks.push({ type, data, whole: bytes.subarray(at, end) });
    if (type === 'IEND') return chunks;
    at = end;
  }
  return null;
}

/** Whether the points of the picture are there, neither fewer nor more; interlaced ones have a few bytes more. */
function holdsItsPoints(header: Buffer, packed: Buffer): boolean {
  const [width, height] = [header.readUInt32BE(0), header.readUInt32BE(4)];
  const bits = (header[8] ?? 0) * (SAMPLES[header[9] ?? -1] ?? 0);
  const interlaced = header[12] === 1;
  const expected = height * (1 + Math.ceil((width * bits) / 8));
  if (bits === 0) return false;
  try {
    const most = interlaced ? expected * 2 + 1_024 : expected;
    const points = inflateSync(packed, { maxOutputLength: most });
    return interlaced ? points.length >= expected : points.length === expected;
  } catch {
    return false;
  }
}

/** The picture, or `null` for what is no PNG. One of more than `mostSide` points is answered without being unpacked. */
export function readPng(bytes: Buffer, mostSide: number): Picture | null {
  if (!bytes.subarray(0, SIGNATURE.length).equals(SIGNATURE)) return null;
  const chunks = chunksOf(bytes);
  const header = chunks?.[0];
  if (chunks === null || header?.type !== 'IHDR' || header.data.length !== HEADER_BYTES) return null;
  const [width, height] = [header.data.readUInt32BE(0), header.data.readUInt32BE(4)];
  const shown = Buffer.concat([
    SIGNATURE,
    ...chunks.filter(({ type }) => SHOWING.has(type)).map(({ whole }) => whole),
  ]);
  if (width <= mostSide && height <= mostSide) {
    const packed = Buffer.concat(chunks.filter(({ type }) => type === 'IDAT').map(({ data }) => data));
    if (!holdsItsPoints(header.data, packed)) return null;
  }
  return { mediaType: 'image/png', width, height, bytes: shown };
}
