import { crc32, createDeflateRaw, type DeflateRaw } from 'node:zlib';

export interface ZipPart {
  readonly name: string;
  readonly content: AsyncIterable<Buffer> | Iterable<Buffer>;
}

/** The archive would need a format that spreadsheets of the past do not read. */
class ArchiveTooLarge extends Error {
  readonly kind = 'archive-too-large';
}

const MAX_SIZE = 0xffff_ffff;
const VERSION = 20;
/** Sizes follow the data, because they are not known before; names are UTF-8. */
const FLAGS = 0x0808;
const DEFLATED = 8;
/** 1 January 1980: the same content gives the same bytes on any day. */
const DATE = 0x0021;

/**
 * Writes an archive part by part while the parts are made. Compression runs beside the caller on a pool thread,
 * so the two share the work.
 */
export async function* writeZip(parts: Iterable<ZipPart>, level: number): AsyncGenerator<Buffer, void> {
  const directory: Buffer[] = [];
  let offset = 0;
  for (const { name, content } of parts) {
    const start = offset;
    const nameBytes = Buffer.from(name, 'utf8');
    const local = Buffer.concat([localHeader(nameBytes.length), nameBytes]);
    offset += local.length;
    yield local;
    const sizes = { crc: 0, packed: 0, unpacked: 0 };
    for await (const chunk of deflate(content, level, sizes)) {
      offset += chunk.length;
      yield chunk;
    }
    const descriptor = dataDescriptor(sizes);
    offset += descriptor.length;
    if (offset > MAX_SIZE || sizes.unpacked > MAX_SIZE) throw new ArchiveTooLarge(name);
    directory.push(directoryEntry(sizes, nameBytes.length, start), nameBytes);
    yield descriptor;
  }
  const entries = Buffer.concat(directory);
  yield entries;
  yield endRecord(directory.length / 2, entries.length, offset);
}

interface PartSizes {
  crc: number;
  packed: number;
  unpacked: number;
}

async function* deflate(
  content: ZipPart['content'],
  level: number,
  sizes: PartSizes,
): AsyncGenerator<Buffer, void> {
  const packer = createDeflateRaw({ level, chunkSize: 64 * 1024 });
  // A failure of the content destroys the packer, and with it the walk below throws; a consumer that stops
  // early destroys the packer too, and then the writing stops.
  write(packer, content, sizes).catch((error: Error) => packer.destroy(error));
  for await (const chunk of packer as AsyncIterable<Buffer>) {
    sizes.packed += chunk.length;
    yield chunk;
  }
}

/** While one chunk is compressed on its thread the next one is made here; never more than these two exist. */
async function write(packer: DeflateRaw, content: ZipPart['content'], sizes: PartSizes): Promise<void> {
  let compressed = Promise.resolve();
  for await (const chunk of content) {
    sizes.crc = crc32(chunk, sizes.crc);
    sizes.unpacked += chunk.length;
    await compressed;
    compressed = new Promise((resolve, reject) => {
      packer.write(chunk, (error) => (error ? reject(error) : resolve()));
    });
    // A failure is met at the next turn or at the end; until then it is not unhandled.
    compressed.catch(() => undefined);
  }
  await compressed;
  packer.end();
}

function localHeader(nameLength: number): Buffer {
  const header = Buffer.alloc(30);
  header.writeUInt32LE(0x04034b50, 0);
  header.writeUInt16LE(VERSION, 4);
  header.writeUInt16LE(FLAGS, 6);
  header.writeUInt16LE(DEFLATED, 8);
  header.writeUInt16LE(DATE, 12);
  header.writeUInt16LE(nameLength, 26);
  return header;
}

function dataDescriptor({ crc, packed, unpacked }: PartSizes): Buffer {
  const descriptor = Buffer.alloc(16);
  descriptor.writeUInt32LE(0x08074b50, 0);
  descriptor.writeUInt32LE(crc, 4);
  descriptor.writeUInt32LE(Math.min(packed, MAX_SIZE), 8);
  descriptor.writeUInt32LE(Math.min(unpacked, MAX_SIZE), 12);
  return descriptor;
}

function directoryEntry({ crc, packed, unpacked }: PartSizes, nameLength: number, start: number): Buffer {
  const entry = Buffer.alloc(46);
  entry.writeUInt32LE(0x02014b50, 0);
  entry.writeUInt16LE(VERSION, 4);
  entry.writeUInt16LE(VERSION, 6);
  entry.writeUInt16LE(FLAGS, 8);
  entry.writeUInt16LE(DEFLATED, 10);
  entry.writeUInt16LE(DATE, 14);
  entry.writeUInt32LE(crc, 16);
  entry.writeUInt32LE(packed, 20);
  entry.writeUInt32LE(unpacked, 24);
  entry.writeUInt16LE(nameLength, 28);
  entry.writeUInt32LE(start, 42);
  return entry;
}

function endRecord(count: number, size: number, start: number): Buffer {
  const record = Buffer.alloc(22);
  record.writeUInt32LE(0x06054b50, 0);
  record.writeUInt16LE(count, 8);
  record.writeUInt16LE(count, 10);
  record.writeUInt32LE(size, 12);
  record.writeUInt32LE(start, 16);
  return record;
}
