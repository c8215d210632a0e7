import { readJpeg } from './read-jpeg.ts';
import { readPng } from './read-png.ts';

/** A picture that was taken apart and put together again with nothing but what shows it. */
export interface Picture {
  readonly mediaType: 'image/png' | 'image/jpeg';
  readonly width: number;
  readonly height: number;
  readonly bytes: Buffer;
}

export type ReadPicture =
  | { readonly kind: 'picture'; readonly picture: Picture }
  | { readonly kind: 'not-a-picture' }
  | { readonly kind: 'too-large'; readonly width: number; readonly height: number };

/** Width and height of what a browser has to unpack. */
const MOST_PIXELS_A_SIDE = 2_000;

/**
 * Reads a PNG or JPEG by what it holds, whatever its name says, and leaves out everything that does not show it:
 * places, names and thumbnails that cameras and editors write, and whatever else was hung on. Drawings in SVG are
 * refused, for they can hold programs.
 */
export function readPicture(bytes: Buffer, mostASide = MOST_PIXELS_A_SIDE): ReadPicture {
  const read = readPng(bytes, mostASide) ?? readJpeg(bytes);
  if (read === null) return { kind: 'not-a-picture' };
  const { width, height } = read;
  if (width < 1 || height < 1) return { kind: 'not-a-picture' };
  if (width > mostASide || height > mostASide) return { kind: 'too-large', width, height };
  return { kind: 'picture', picture: read };
}
