import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import pg from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import { prepareAppRole } from '../app-role.ts';
import {
  applyMigration,
  pendingAfter,
  prepareLedger,
  readMigrations,
  takeMigrationTurn,
} from '../migrate.ts';
import { onOneConnection } from '../one-connection.ts';
import { errorCode, errorMessage, StoreFailure } from '../store-failure.ts';
import { damaged, type Manifest } from './backup-format.ts';
import { type BackupTable, quoted, SESSION_SETTINGS, tablesOfSchema } from './backup-tables.ts';
import { type OpenBackup, openBackup, type TableOfBackup } from './read-backup.ts';

export interface RestoredBackup {
  readonly manifest: Manifest;
  readonly rows: number;
}

/** Throws `StoreFailure` (database-newer, migration-changed) where this program is not the one to restore it. */
function migrationsOf({ migrations }: Manifest) {
  const known = readMigrations();
  const applied = new Map(migrations.map(({ name, checksum }) => [name, checksum]));
  pendingAfter(applied, known);
  return known.filter(({ name }) => applied.has(name));
}

/** Rows that a database has before anybody has used it: the home of the network's staff, links to set it up, and the rounds of a server. */
const ROWS_OF_AN_EMPTY_DATABASE: Readonly<Record<string, string>> = {
  migration: 'true',
  partner: `partner_id = 'network'`,
  partner_evidence: `partner_id = 'network'`,
  one_time_link: `user_id is null`,
  network_run: 'true',
  notice_round: 'true',
  // What a database begins with; whoever changes it is a user, and then it is not empty.
  source_delay: 'true',
};

function notEmpty(what: string): StoreFailure {
  return new StoreFailure(
    'target-not-empty',
    `The database is not empty (${what}), and a backup is only restored into an empty one. Nothing was changed; choose an empty JALON_DATA or another DATABASE_URL.`,
  );
}

async function refuseFilled(client: pg.Client): Promise<void> {
  await client.query(`select set_config('jalon.scope', 'network', true)`);
  const tables = await tablesOfSchema(client);
  if (tables.length > 0 && !tables.some(({ table }) => table === 'migration')) {
    throw notEmpty('its schema jalon is not one of Jalon');
  }
  for (const { table } of tables) {
    const usual = ROWS_OF_AN_EMPTY_DATABASE[table] ?? 'false';
    const name = `jalon.${pg.escapeIdentifier(table)}`;
    const { rows } = await client.query(`select exists (select from ${name} where not (${usual})) as filled`);
    if (rows[0].filled) throw notEmpty(`there are rows in ${table}`);
  }
}

/** The tables as they were when the backup was made, without a row. */
async function makeEmptySchema(client: pg.Client, manifest: Manifest): Promise<void> {
  const exists = await client.query("select to_regnamespace('jalon') as schema");
  if (exists.rows[0].schema !== null) {
    await refuseFilled(client);
    await client.query('drop schema jalon cascade');
  }
  await prepareAppRole(client);
  await prepareLedger(client);
  for (const migration of migrationsOf(manifest)) await applyMigration(client, migration);
}

/** Values that PostgreSQL cannot take (class 22) or that break a rule of the table (23) have been damaged on the way. */
async function fillTable(client: pg.Client, table: TableOfBackup): Promise<number> {
  const names = quoted(table);
  const sink = client.query(copyFrom(`copy ${names.table} (${names.columns}) from stdin`));
  try {
    await pipeline(Readable.from(table.content, { objectMode: false }), sink);
  } catch (error) {
    if (!/^2[23]/.test(errorCode(error))) throw error;
    throw damaged(`the rows of ${table.table} are not as they were written (${errorMessage(error)})`);
  }
  const { rows } = table.end();
  if (sink.rowCount !== rows) throw damaged(`the rows of ${table.table} are not as many as were written`);
  return rows;
}

/** A table and a column of the file that the schema does not have were not written by `jalon backup`. */
function fitting(tables: readonly BackupTable[], leftOut: readonly string[]) {
  const awaited = new Map(tables.map(({ table, columns }) => [table, columns]));
  for (const table of leftOut) awaited.delete(table);
  return {
    take: ({ table, columns }: TableOfBackup) => {
      if (JSON.stringify(awaited.get(table)) !== JSON.stringify(columns)) {
        throw damaged(`its table ${table} is not one of the schema that it names`);
      }
      awaited.delete(table);
    },
    end: () => {
      const [missing] = awaited.keys();
      if (missing !== undefined) throw damaged(`its table ${missing} is missing`);
    },
  };
}

/**
 * Walls that hold their owner too keep COPY out, and triggers would write again what the backup holds: both are put aside
 * until the transaction ends. What refers to what is checked all the same.
 */
/** Values that PostgreSQL cannot take (class 22) or that break a rule of the table (23) have been damaged on the way. */
async function fillTables(client: pg.Client, backup: OpenBackup): Promise<number> {
  const tables = await tablesOfSchema(client);
  const walled = await client.query<{ name: string }>(`
    select format('jalon.%I', relname) as name from pg_class
    where relnamespace = 'jalon'::regnamespace and relkind in ('r', 'p') and relforcerowsecurity`);
  const all = tables.map(({ table }) => `jalon.${pg.escapeIdentifier(table)}`);
  const forEach = (names: readonly string[], order: string) =>
    client.query(names.map((name) => `alter table ${name} ${order}`).join('; '));
  const forced = walled.rows.map(({ name }) => name);
  await forEach(all, 'disable trigger user');
  await forEach(forced, 'no force row level security');
  // The rows that migrations made are in the backup, as they became.
  const filled = all.filter((_, index) => tables[index]!.table !== 'migration');
  await client.query(`truncate ${filled.join(', ')}`);
  const fits = fitting(tables, backup.manifest.leftOut);
  let rows = 0;
  for await (const table of backup.tables()) {
    fits.take(table);
    rows += await fillTable(client, table);
  }
  fits.end();
  for (const { sequence, last } of backup.closing().sequences) {
    await client.query('select setval($1::regclass, $2::bigint)', [
      `jalon.${pg.escapeIdentifier(sequence)}`,
      last,
    ]);
  }
  await client.query('set constraints all immediate');
  await forEach(forced, 'force row level security');
  await forEach(all, 'enable trigger user');
  return rows;
}

/**
 * Restores a backup into an empty database: the schema as it was, then its rows, in one transaction that is only committed
 * when the whole file has been found to be as it was written. `migrate` then brings an earlier schema up to date. Throws
 * `StoreFailure`: backup-damaged, backup-newer, database-newer, migration-changed, target-not-empty, not-allowed.
 */
export async function restoreBackup(owner: pg.ClientConfig, source: Readable): Promise<RestoredBackup> {
  try {
    const backup = await openBackup(source);
    migrationsOf(backup.manifest);
    return await onOneConnection({ ...owner, application_name: 'jalon restore' }, async (client) => {
      await client.query(SESSION_SETTINGS);
      await takeMigrationTurn(client, 'alone');
      await client.query('begin');
      await makeEmptySchema(client, backup.manifest);
      const rows = await fillTables(client, backup);
      await client.query('commit');
      // Without figures about the new rows the first questions would be planned badly.
      await client.query('analyze').catch(() => {});
      return { manifest: backup.manifest, rows };
    });
  } finally {
    source.destroy();
  }
}
