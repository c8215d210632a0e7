import { createHash } from 'node:crypto';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGunzip } from 'node:zlib';
import { z } from 'zod';
import { errorCode, StoreFailure } from '../store-failure.ts';
import {
  BACKUP_FORMAT,
  type Closing,
  ClosingSchema,
  damaged,
  type Manifest,
  ManifestSchema,
  notABackup,
  partsOf,
  type TableBegin,
  TableBeginSchema,
  type TableEnd,
  TableEndSchema,
} from './backup-format.ts';

export interface TableOfBackup extends TableBegin {
  /** The rows as COPY tells them; to be read to their end before the next table is asked for. */
  readonly content: AsyncIterable<Buffer>;
  /** Known when the content has been read, and has been found to be what was written. */
  end(): TableEnd;
}

export interface OpenBackup {
  readonly manifest: Manifest;
  /** Each table once. At their end the whole has been found to be what was written. */
  tables(): AsyncGenerator<TableOfBackup>;
  /** Known after the last table. */
  closing(): Closing;
}

function read<T>(schema: z.ZodType<T>, content: Buffer): T {
  try {
    return schema.parse(JSON.parse(content.toString('utf8')));
  } catch {
    throw damaged('a part of it is not as it was written');
  }
}

/** Bytes that do not unpack are damage; a file that cannot be read stays what it is. */
function packingFailure(error: unknown): unknown {
  const code = errorCode(error);
  if (code === 'Z_BUF_ERROR') return damaged('it ends before its end');
  return code.startsWith('Z_') ? damaged('some of its bytes are not as they were written') : error;
}

async function* unpacked(source: Readable): AsyncGenerator<Buffer> {
  const gunzip = createGunzip();
  const packing = pipeline(source, gunzip).catch(() => {});
  let any = false;
  try {
    for await (const chunk of gunzip) {
      any = true;
      yield chunk as Buffer;
    }
  } catch (error) {
    if (!any && errorCode(error) === 'Z_DATA_ERROR') throw notABackup();
    throw packingFailure(error);
  }
  await packing;
}

/** Throws `StoreFailure`: backup-damaged, backup-newer. So do the tables while they are read. */
export async function openBackup(source: Readable): Promise<OpenBackup> {
  const parts = partsOf(unpacked(source));
  const next = async () => {
    const part = await parts.next();
    if (part.done) throw damaged('it ends before its end');
    return part.value;
  };
  const first = await next();
  if (first.kind !== 'M') throw damaged('it does not begin with what it holds');
  const { format } = read(z.looseObject({ format: z.number() }), first.content);
  if (format > BACKUP_FORMAT) {
    throw new StoreFailure(
      'backup-newer',
      `The backup has the format ${format}, and this version of Jalon reads up to ${BACKUP_FORMAT}. Restore it with the version that wrote it, or a newer one.`,
    );
  }
  const manifest = read(ManifestSchema, first.content);
  const ends: TableEnd[] = [];
  let closing: Closing | null = null;

  async function* contentOf({ table }: TableBegin): AsyncGenerator<Buffer> {
    const hash = createHash('sha256');
    let bytes = 0;
    for (;;) {
      const { kind, content } = await next();
      if (kind === 'D') {
        hash.update(content);
        bytes += content.length;
        yield content;
        continue;
      }
      if (kind !== 'E') throw damaged(`the rows of ${table} have no end`);
      const end = read(TableEndSchema, content);
      if (end.table !== table || end.bytes !== bytes || end.sha256 !== hash.digest('hex')) {
        throw damaged(`the rows of ${table} are not as they were written`);
      }
      ends.push(end);
      return;
    }
  }

  return {
    manifest,
    tables: async function* () {
      for (;;) {
        const { kind, content } = await next();
        if (kind === 'T') {
          const begin = read(TableBeginSchema, content);
          yield { ...begin, content: contentOf(begin), end: () => ends.at(-1)! };
          continue;
        }
        if (kind !== 'Z') throw damaged('a part of it is not where it belongs');
        closing = read(ClosingSchema, content);
        if (JSON.stringify(closing.tables) !== JSON.stringify(ends))
          throw damaged('a table of it is missing');
        // The reader goes to the end of the stream, where its check sum stands.
        await parts.next();
        return;
      }
    },
    closing: () => {
      if (closing === null) throw new Error('the backup has not been read to its end');
      return closing;
    },
  };
}

/** Reads all of a backup without restoring it: whether it is whole, and what it holds. */
export async function checkBackup(
  source: Readable,
): Promise<{ readonly manifest: Manifest; readonly tables: readonly TableEnd[] }> {
  const backup = await openBackup(source);
  for await (const table of backup.tables()) {
    let lines = 0;
    // COPY ends each row with a line feed and writes those within values otherwise.
    for await (const chunk of table.content) for (const byte of chunk) if (byte === 10) lines++;
    if (lines !== table.end().rows)
      throw damaged(`the rows of ${table.table} are not as many as were written`);
  }
  return { manifest: backup.manifest, tables: backup.closing().tables };
}
