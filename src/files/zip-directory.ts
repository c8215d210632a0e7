/** One file of an archive, as its central directory declares it. */
export interface ZipEntry {
  readonly name: string;
  readonly packedSize: number;
  readonly unpackedSize: number;
}

const END_RECORD = 0x06054b50;
const END_RECORD_SIZE = 22;
const ENTRY_RECORD = 0x02014b50;
const ENTRY_RECORD_SIZE = 46;
const MAX_COMMENT = 65_535;

/** Stands for "the value is in a ZIP64 record", which only archives over 4 GiB need. */
const ZIP64_COUNT = 0xffff;
const ZIP64_SIZE = 0xffff_ffff;
const FLAG_SIZES_FOLLOW = 0x08;

/**
 * Lists an archive without unpacking anything; `null` when the directory at the end of the file is missing
 * (a truncated file), does not hold together, or leaves a size open that the unpacking reader would then take
 * from another place than the one judged here. Archives over 4 GiB are not read: uploads are far smaller.
 */
export function readZipDirectory(bytes: Uint8Array): readonly ZipEntry[] | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = findEndRecord(view);
  if (end === null) return null;
  const count = view.getUint16(end + 10, true);
  const size = view.getUint32(end + 12, true);
  let at = view.getUint32(end + 16, true);
  if (count === ZIP64_COUNT || size === ZIP64_SIZE || at === ZIP64_SIZE) return null;
  const entries: ZipEntry[] = [];
  for (let index = 0; index < count; index++) {
    if (at + ENTRY_RECORD_SIZE > end || view.getUint32(at, true) !== ENTRY_RECORD) return null;
    const nameLength = view.getUint16(at + 28, true);
    if (at + ENTRY_RECORD_SIZE + nameLength > end) return null;
    const name = Buffer.from(bytes.buffer, bytes.byteOffset + at + ENTRY_RECORD_SIZE, nameLength).toString(
      'utf8',
    );
    const packedSize = view.getUint32(at + 20, true);
    const unpackedSize = view.getUint32(at + 24, true);
    const sizesFollow = (view.getUint16(at + 8, true) & FLAG_SIZES_FOLLOW) !== 0;
    if (isSizeOpen(packedSize, unpackedSize, sizesFollow)) return null;
    entries.push({ name, packedSize, unpackedSize });
    at += ENTRY_RECORD_SIZE + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  return entries;
}

/** Two bytes are what nothing at all is packed into. */
const PACKED_NOTHING = 2;

function isSizeOpen(packedSize: number, unpackedSize: number, sizesFollow: boolean): boolean {
  if (packedSize === ZIP64_SIZE || unpackedSize === ZIP64_SIZE) return true;
  if (packedSize === 0) return sizesFollow || unpackedSize > 0;
  return unpackedSize === 0 && packedSize > PACKED_NOTHING;
}

function findEndRecord(view: DataView): number | null {
  const last = view.byteLength - END_RECORD_SIZE;
  for (let at = last; at >= 0 && at >= last - MAX_COMMENT; at--) {
    if (view.getUint32(at, true) === END_RECORD) return at;
  }
  return null;
}
