import { crc32, deflateSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { readPicture } from '../../src/files/read-picture.ts';

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const length = Buffer.alloc(4);
  length.writeUInt32BE(data.length);
  const check = Buffer.alloc(4);
  check.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, check]);
}

const SIGNATURE = Buffer.from('89504e470d0a1a0a', 'hex');

function header(width: number, height: number): Buffer {
  const data = Buffer.alloc(13);
  data.writeUInt32BE(width, 0);
  data.writeUInt32BE(height, 4);
  data.set([8, 2, 0, 0, 0], 8);
  return chunk('IHDR', data);
}

/** A whole picture of points in three colours, with whatever is hung on. */
function png(width: number, height: number, extra: Buffer[] = []): Buffer {
  const points = deflateSync(Buffer.alloc(height * (1 + width * 3)));
  const parts = [SIGNATURE, header(width, height), ...extra, chunk('IDAT', points)];
  return Buffer.concat([...parts, chunk('IEND', Buffer.alloc(0))]);
}

function segment(marker: number, data: Buffer): Buffer {
  const head = Buffer.from([0xff, marker, 0, 0]);
  head.writeUInt16BE(data.length + 2, 2);
  return Buffer.concat([head, data]);
}

function jpeg(width: number, height: number): Buffer {
  const frame = Buffer.alloc(6);
  frame[0] = 8;
  frame.writeUInt16BE(height, 1);
  frame.writeUInt16BE(width, 3);
  return Buffer.concat([
    Buffer.from([0xff, 0xd8]),
    segment(0xe0, Buffer.from('JFIF\0')),
    segment(0xe1, Buffer.from('Exif: taken at 45.76 N, 4.83 E')),
    segment(0xfe, Buffer.from('a comment')),
    segment(0xc0, frame),
    segment(0xda, Buffer.from([1, 1, 0])),
    Buffer.from([1, 2, 0xff, 0x00, 3, 0xff, 0xd0, 4]),
    Buffer.from([0xff, 0xd9]),
    Buffer.from('<script>hung on behind</script>'),
  ]);
}

describe('a picture', () => {
  it('in PNG keeps its points and loses what was written beside them', () => {
    const place = chunk('tEXt', Buffer.from('Location\0Lyon'));
    const read = readPicture(png(4, 3, [place]));
    expect(read).toMatchObject({ kind: 'picture', picture: { mediaType: 'image/png', width: 4, height: 3 } });
    if (read.kind !== 'picture') throw new Error('not read');
    expect(read.picture.bytes).toEqual(png(4, 3));
  });

  it('in JPEG loses where it was taken, comments, and what was hung on behind its end', () => {
    const read = readPicture(jpeg(640, 480));
    expect(read).toMatchObject({
      kind: 'picture',
      picture: { mediaType: 'image/jpeg', width: 640, height: 480 },
    });
    if (read.kind !== 'picture') throw new Error('not read');
    const text = read.picture.bytes.toString('latin1');
    for (const lost of ['Exif', 'comment', 'script']) expect(text).not.toContain(lost);
    expect(text).toContain('JFIF');
    expect(readPicture(read.picture.bytes)).toEqual(read);
  });

  it('of more points than a page can use is refused without being unpacked', () => {
    const bomb = Buffer.concat([SIGNATURE, header(60_000, 60_000), chunk('IEND', Buffer.alloc(0))]);
    expect(readPicture(bomb)).toEqual({ kind: 'too-large', width: 60_000, height: 60_000 });
  });

  it.each([
    ['a drawing that can hold programs', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>')],
    ['nothing', Buffer.alloc(0)],
    ['a page that calls itself a picture', Buffer.concat([SIGNATURE, Buffer.from('<html>')])],
    ['a picture cut short', png(4, 3).subarray(0, 50)],
    [
      'a picture with fewer points than it says',
      Buffer.concat([SIGNATURE, header(9, 9), png(4, 3).subarray(33)]),
    ],
    ['a JPEG without an end', jpeg(4, 3).subarray(0, 70)],
  ])('is not %s', (_what, bytes) => {
    expect(readPicture(bytes)).toEqual({ kind: 'not-a-picture' });
  });

  it('of which one byte was changed is no whole picture', () => {
    const changed = png(4, 3);
    changed[changed.length - 20]! ^= 1;
    expect(readPicture(changed)).toEqual({ kind: 'not-a-picture' });
  });
});
