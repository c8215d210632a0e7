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

/**
 * Lists an archive without unpacking anything; `null` when the directory at the end of the file is missing
 * (a truncated file) or does not hold together. Archives over 4 GiB are not read: uploads are far smaller.
 */
export function readZipDirectory(bytes: Uint8Array): readonly ZipEntry[] | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = findEndRecord(view);
  if (end === null) return null;
  const count = view.getUint16(end + 10, true);
  let at = view.getUint32(end + 16, true);
  const entries: ZipEntry[] = [];
  for (let index = 0; index < count; index++) {
    if (at + ENTRY_RECORD_SIZE > end || view.getUint32(at, true) !== ENTRY_RECORD) return null;
    const nameLength = view.getUint16(at + 28, true);
    const name = Buffer.from(bytes.buffer, bytes.byteOffset + at + ENTRY_RECORD_SIZE, nameLength).toString(
      'utf8',
    );
    const packedSize = view.getUint32(at + 20, true);
    const unpackedSize = view.getUint32(at + 24, true);
    // The unpacking reader bounds an entry by its declared size only when there is one.
    const contradicts = (packedSize === 0) !== (unpackedSize === 0) && unpackedSize !== 0;
    if (contradicts || (unpackedSize === 0 && packedSize > 2)) return null;
    entries.push({ name, packedSize, unpackedSize });
    at += ENTRY_RECORD_SIZE + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  return entries;
}

function findEndRecord(view: DataView): number | null {
  const last = view.byteLength - END_RECORD_SIZE;
  for (let at = last; at >= 0 && at >= last - MAX_COMMENT; at--) {
    if (view.getUint32(at, true) === END_RECORD) return at;
  }
  return null;
}
