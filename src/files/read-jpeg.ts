import type { Picture } from './read-picture.ts';

const START = 0xd8;
const END = 0xd9;
const SCAN = 0xda;
/** Begin of a frame, with width and height: all but the ones that are tables (C4, C8, CC). */
const FRAMES = new Set([0xc0, 0xc1, 0xc2, 0xc3, 0xc5, 0xc6, 0xc7, 0xc9, 0xca, 0xcb, 0xcd, 0xce, 0xcf]);
/** Tables, restarts, the plain header (JFIF) and how colours are meant (Adobe): what shows the picture. */
const SHOWING = new Set([...FRAMES, 0xc4, 0xcc, 0xdb, 0xdd, SCAN, 0xe0, 0xee]);

/** The end of what is packed behind a scan: the next marker that is neither an escape nor a restart. */
function endOfScan(bytes: Buffer, from: number): number | null {
  for (let at = from; at + 1 < bytes.length; at++) {
    if (bytes[at] !== 0xff) continue;
    const marker = bytes[at + 1]!;
    if (marker === 0x00 || (marker >= 0xd0 && marker <= 0xd7)) continue;
    return at;
  }
  return null;
}

/** The picture, or `null` for what is no whole JPEG. */
export function readJpeg(bytes: Buffer): Picture | null {
  if (bytes[0] !== 0xff || bytes[1] !== START) return null;
  const kept: Buffer[] = [bytes.subarray(0, 2)];
  let size: { width: number; height: number } | null = null;
  let scanned = false;
  let at = 2;
  while (at + 4 <= bytes.length && bytes[at] === 0xff && bytes[at + 1] !== END) {
    const marker = bytes[at + 1]!;
    const end = at + 2 + bytes.readUInt16BE(at + 2);
    if (end > bytes.length || end < at + 4) return null;
    if (FRAMES.has(marker)) {
      if (end < at + 9) return null;
      size = { height: bytes.readUInt16BE(at + 5), width: bytes.readUInt16BE(at + 7) };
    }
    const next = marker === SCAN ? endOfScan(bytes, end) : end;
    if (next === null) return null;
    scanned ||= marker === SCAN;
    if (SHOWING.has(marker)) kept.push(bytes.subarray(at, next));
    at = next;
  }
  if (size === null || !scanned || bytes[at] !== 0xff || bytes[at + 1] !== END) return null;
  kept.push(bytes.subarray(at, at + 2));
  return { mediaType: 'image/jpeg', ...size, bytes: Buffer.concat(kept) };
}
