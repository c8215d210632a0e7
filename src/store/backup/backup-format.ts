/**
 * How a backup is written: one gzip stream of `JALON-BACKUP`, then parts. A part is one letter, the length of its content
 * (four bytes, big-endian) and the content. `M` is the manifest; each table is a `T`, its rows as PostgreSQL's COPY tells
 * them in any number of `D`, and an `E`; `Z` closes the file and lists the tables once more.
 */
import { z } from 'zod';
import { StoreFailure } from '../store-failure.ts';

const MAGIC = Buffer.from('JALON-BACKUP');
/** Grows when an older program could not read the file any more. */
export const BACKUP_FORMAT = 1;
/** No part that is written comes near; a length beyond it has been damaged. */
const LONGEST_PART = 64 * 1024 * 1024;
const HEAD_BYTES = 5;

const Base64 = z.base64();

/** The secret of the installation, openable with a passphrase alone. */
export const SealedKeySchema = z.object({ salt: Base64, nonce: Base64, content: Base64, tag: Base64 });
/** By which the secret is recognised and from which it cannot be worked out. */
export const KeyMarkSchema = z.object({ salt: Base64, mark: Base64 });

export const ManifestSchema = z.object({
  format: z.number().int(),
  /** Version of the program that wrote it. */
  program: z.string(),
  madeAt: z.iso.datetime(),
  migrations: z.array(z.object({ name: z.string(), checksum: z.string() })).min(1),
  leftOut: z.array(z.string()),
  keyMark: KeyMarkSchema.nullable(),
  sealedKey: SealedKeySchema.nullable(),
});
export type Manifest = z.infer<typeof ManifestSchema>;

export const TableBeginSchema = z.object({ table: z.string(), columns: z.array(z.string()).min(1) });
export type TableBegin = z.infer<typeof TableBeginSchema>;

export const TableEndSchema = z.object({
  table: z.string(),
  rows: z.number().int(),
  bytes: z.number().int(),
  sha256: z.string(),
});
export type TableEnd = z.infer<typeof TableEndSchema>;

export const ClosingSchema = z.object({
  tables: z.array(TableEndSchema),
  /** The last number that each sequence gave, as text because it may be larger than a number holds. */
  sequences: z.array(z.object({ sequence: z.string(), last: z.string() })),
});
export type Closing = z.infer<typeof ClosingSchema>;

export type PartKind = 'M' | 'T' | 'D' | 'E' | 'Z';

interface Part {
  readonly kind: PartKind;
  readonly content: Buffer;
}

export function beginningOfBackup(): Buffer {
  return MAGIC;
}

export function encodePart(kind: PartKind, content: Buffer | object): Buffer {
  const bytes = Buffer.isBuffer(content) ? content : Buffer.from(JSON.stringify(content));
  const head = Buffer.alloc(HEAD_BYTES);
  head.write(kind, 'latin1');
  head.writeUInt32BE(bytes.length, 1);
  return Buffer.concat([head, bytes]);
}

export function damaged(what: string): StoreFailure {
  return new StoreFailure(
    'backup-damaged',
    `The backup cannot be used: ${what}. Nothing was restored; take another copy of it, or an earlier backup.`,
  );
}

function isPartKind(letter: string): letter is PartKind {
  return ['M', 'T', 'D', 'E', 'Z'].includes(letter);
}

/** Cuts a stream into the lengths that are asked for. */
function cutter(bytes: AsyncIterable<Buffer>) {
  const chunks = bytes[Symbol.asyncIterator]();
  let held: Buffer = Buffer.alloc(0);
  /** @returns fewer bytes than asked for only where the stream ends */
  return async (length: number): Promise<Buffer> => {
    const parts = [held];
    let size = held.length;
    while (size < length) {
      const next = await chunks.next();
      if (next.done) break;
      parts.push(next.value);
      size += next.value.length;
    }
    const all = parts.length === 1 ? held : Buffer.concat(parts);
    held = all.subarray(length);
    return all.subarray(0, length);
  };
}

/** The parts of an unpacked backup in their order, up to and with the closing one, which nothing may follow. */
export async function* partsOf(bytes: AsyncIterable<Buffer>): AsyncGenerator<Part> {
  const take = cutter(bytes);
  const magic = await take(MAGIC.length);
  if (!magic.equals(MAGIC)) throw notABackup();
  for (;;) {
    const head = await take(HEAD_BYTES);
    if (head.length < HEAD_BYTES) throw damaged('it ends before its end');
    const kind = head.toString('latin1', 0, 1);
    const length = head.readUInt32BE(1);
    if (!isPartKind(kind) || length > LONGEST_PART) throw damaged('a part of it is not as it was written');
    const content = await take(length);
    if (content.length < length) throw damaged('it ends before its end');
    yield { kind, content };
    if (kind === 'Z') break;
  }
  // To the end, where the check sum of the whole is held against what was read.
  if ((await take(1)).length > 0) throw damaged('something follows its end');
}

export function notABackup(): StoreFailure {
  return new StoreFailure(
    'backup-damaged',
    'This is not a backup that jalon backup has written. Name the file that it wrote.',
  );
}
