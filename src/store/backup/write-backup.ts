import { createHash } from 'node:crypto';
import { Readable, type Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import type pg from 'pg';
import { to as copyTo } from 'pg-copy-streams';
import { takeMigrationTurn } from '../migrate.ts';
import { onOneConnection } from '../one-connection.ts';
import { StoreFailure } from '../store-failure.ts';
import {
  BACKUP_FORMAT,
  beginningOfBackup,
  type Closing,
  encodePart,
  type Manifest,
  type TableEnd,
} from './backup-format.ts';
import { markOfKey, sealKey } from './backup-key.ts';
import {
  type BackupTable,
  LEFT_OUT,
  quoted,
  SESSION_SETTINGS,
  tablesInOrder,
  tablesNotSeenWhole,
} from './backup-tables.ts';

export interface BackupOrder {
  /** Version of the program. */
  readonly program: string;
  readonly now: Date;
  /** The secret of the installation where it is known; only a mark of it is written, unless a passphrase seals it. */
  readonly secret: string | null;
  readonly passphrase: string | null;
}

export interface BackupSummary {
  readonly tables: readonly TableEnd[];
  readonly rows: number;
  /** Of the rows as they were told, before they were packed. */
  readonly bytes: number;
}

/** As many threads pack as wait for the database; more than this gains little and costs much. */
const PACKING_LEVEL = 5;

async function manifestOf(client: pg.Client, order: BackupOrder): Promise<Manifest> {
  const { secret, passphrase } = order;
  const { rows } = await client.query<{ name: string; checksum: string }>(
    'select name, checksum from jalon.migration order by name',
  );
  return {
    format: BACKUP_FORMAT,
    program: order.program,
    madeAt: order.now.toISOString(),
    migrations: rows,
    leftOut: [...LEFT_OUT],
    keyMark: secret === null ? null : await markOfKey(secret),
    sealedKey: secret === null || passphrase === null ? null : await sealKey(secret, passphrase),
  };
}

/** One table as parts; answers its end. */
async function* tableParts(client: pg.Client, table: BackupTable): AsyncGenerator<Buffer, TableEnd> {
  const names = quoted(table);
  yield encodePart('T', table);
  const rows = client.query(copyTo(`copy (select ${names.columns} from only ${names.table}) to stdout`));
  const hash = createHash('sha256');
  let bytes = 0;
  for await (const chunk of rows as AsyncIterable<Buffer>) {
    hash.update(chunk);
    bytes += chunk.length;
    yield encodePart('D', chunk);
  }
  const end = { table: table.table, rows: rows.rowCount, bytes, sha256: hash.digest('hex') };
  yield encodePart('E', end);
  return end;
}

async function sequencesOf(client: pg.Client): Promise<Closing['sequences']> {
  const { rows } = await client.query<{ sequence: string; last: string }>(`
    select sequencename as sequence, last_value::text as last from pg_sequences
    where schemaname = 'jalon' and last_value is not null order by 1`);
  return rows;
}

/**
 * Everything that the transaction of `client` sees, as the bytes of a backup before they are packed. The sequences are
 * read last: a number that was given meanwhile is then not given again.
 */
async function* partsOfDatabase(
  client: pg.Client,
  order: BackupOrder,
  closed: (closing: Closing) => void,
): AsyncGenerator<Buffer> {
  const hidden = await tablesNotSeenWhole(client);
  if (hidden.length > 0) {
    throw new StoreFailure(
      'not-allowed',
      `The backup would lack rows of ${hidden.join(', ')}, which the network may not read. Nothing was written.`,
    );
  }
  yield beginningOfBackup();
  yield encodePart('M', await manifestOf(client, order));
  const tables: TableEnd[] = [];
  for (const table of await tablesInOrder(client)) {
    if ((LEFT_OUT as readonly string[]).includes(table.table)) continue;
    tables.push(yield* tableParts(client, table));
  }
  const closing = { tables, sequences: await sequencesOf(client) };
  yield encodePart('Z', closing);
  closed(closing);
}

/**
 * Writes a backup of one moment into `sink` and ends it. It reads in one unchanging view and holds nobody up: servers
 * go on writing. Throws `StoreFailure`: not-migrated, not-allowed.
 */
export async function writeBackup(
  owner: pg.ClientConfig,
  order: BackupOrder,
  sink: Writable,
): Promise<BackupSummary> {
  return onOneConnection({ ...owner, application_name: 'jalon backup' }, async (client) => {
    const { rows } = await client.query("select to_regclass('jalon.migration') as ledger");
    if (rows[0].ledger === null) {
      throw new StoreFailure('not-migrated', 'This database holds no Jalon, so there is nothing to back up.');
    }
    await client.query(SESSION_SETTINGS);
    // Tables must not change their shape while they are read.
    await takeMigrationTurn(client, 'shared');
    await client.query(`begin isolation level repeatable read read only;
      select set_config('jalon.scope', 'network', true)`);
    let closing: Closing = { tables: [], sequences: [] };
    const parts = partsOfDatabase(client, order, (told) => {
      closing = told;
    });
    await pipeline(Readable.from(parts, { objectMode: false }), createGzip({ level: PACKING_LEVEL }), sink);
    await client.query('commit');
    const sum = (of: (end: TableEnd) => number) => closing.tables.reduce((total, end) => total + of(end), 0);
    return { tables: closing.tables, rows: sum(({ rows }) => rows), bytes: sum(({ bytes }) => bytes) };
  });
}
