import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type pg from 'pg';
import { grantToApp, prepareAppRole } from './app-role.ts';
import { prepareJobQueues } from './job-queues.ts';
import { migrationsFolder } from './migrations-folder.ts';
import { onOneConnection } from './one-connection.ts';
import { errorCode, errorMessage, StoreFailure } from './store-failure.ts';

export interface Migration {
  readonly name: string;
  readonly sql: string;
  readonly checksum: string;
}

/** Any number will do, as long as every Jalon takes the same. */
const MIGRATION_LOCK = 7_216_001;

export function readMigrations(folder = migrationsFolder()): Migration[] {
  return readdirSync(folder)
    .filter((name) => /^\d{4}-.*\.sql$/.test(name))
    .sort()
    .map((name) => {
      const sql = readFileSync(join(folder, name), 'utf8');
      // Git may check files out with either line ending; both are the same migration.
      const checksum = createHash('sha256').update(sql.replaceAll('\r\n', '\n')).digest('hex');
      return { name, sql, checksum };
    });
}

async function appliedMigrations(client: pg.Client): Promise<Map<string, string>> {
  const { rows } = await client.query<{ name: string; checksum: string }>(
    'select name, checksum from jalon.migration order by name',
  );
  return new Map(rows.map(({ name, checksum }) => [name, checksum]));
}

/**
 * The migrations that a database lacks which carries `applied` (names and checksums). Throws `StoreFailure`: database-newer,
 * migration-changed.
 */
export function pendingAfter(applied: ReadonlyMap<string, string>, known: readonly Migration[]): Migration[] {
  for (const [name, checksum] of applied) {
    const migration = known.find((candidate) => candidate.name === name);
    if (!migration) {
      throw new StoreFailure(
        'database-newer',
        `The database carries the migration ${name}, which this version of Jalon does not know. Start the newer version.`,
      );
    }
    if (migration.checksum !== checksum) {
      throw new StoreFailure(
        'migration-changed',
        `The migration ${name} differs from the one applied to this database. Restore the file as it was released.`,
      );
    }
  }
  return known.filter(({ name }) => !applied.has(name));
}

/**
 * Brings the database up to date, as the owner of its schema, and answers the names of the migrations applied.
 * One process at a time; each migration is one transaction, so it may be killed and run again at any point.
 */
export async function migrate(owner: pg.ClientConfig, folder = migrationsFolder()): Promise<string[]> {
  return onOneConnection({ ...owner, application_name: 'jalon migrate' }, async (client) => {
    await takeMigrationTurn(client, 'alone');
    await prepareAppRole(client);
    await prepareLedger(client);
    const pending = pendingAfter(await appliedMigrations(client), readMigrations(folder));
    for (const migration of pending) await applyOne(client, migration);
    await prepareJobQueues(client);
    await grantToApp(client);
    return pending.map(({ name }) => name);
  });
}

/** Waits for whoever changes the shape of the tables, until the connection ends; `shared` with others who only read. */
export async function takeMigrationTurn(client: pg.Client, how: 'alone' | 'shared'): Promise<void> {
  const lock = how === 'alone' ? 'pg_advisory_lock' : 'pg_advisory_lock_shared';
  await client.query(`select ${lock}($1)`, [MIGRATION_LOCK]);
}

/** The schema and the list of migrations that it carries. */
export async function prepareLedger(client: pg.Client): Promise<void> {
  await client.query(`
    create schema if not exists jalon;
    set search_path = jalon, public;
    create table if not exists migration (
      name text primary key, checksum text not null, applied_at timestamptz not null default now())`);
}

/** Applies one migration in the transaction that is open, and notes it. */
export async function applyMigration(client: pg.Client, { name, sql, checksum }: Migration): Promise<void> {
  await client.query(sql);
  await client.query('insert into jalon.migration (name, checksum) values ($1, $2)', [name, checksum]);
}

async function applyOne(client: pg.Client, migration: Migration): Promise<void> {
  const { name } = migration;
  try {
    await client.query('begin');
    await applyMigration(client, migration);
    await client.query('commit');
  } catch (error) {
    await client.query('rollback').catch(() => {});
    throw new StoreFailure(
      'migration-failed',
      `The migration ${name} failed and was undone: ${errorMessage(error)}.`,
      error,
    );
  }
}

/** A server that has never carried a Jalon does not know the role that each connection puts on. */
const UNKNOWN_ROLE = '22023';

/** The migrations that this database lacks, read as the application; a database never migrated lacks them all. */
export async function pendingMigrations(pool: pg.Pool, folder = migrationsFolder()): Promise<string[]> {
  const known = readMigrations(folder);
  const applied = await ledgerOf(pool);
  return pendingAfter(new Map(applied.map((row) => [row.name, row.checksum])), known).map(({ name }) => name);
}

async function ledgerOf(pool: pg.Pool): Promise<{ name: string; checksum: string }[]> {
  try {
    const exists = await pool.query("select to_regclass('jalon.migration') as ledger");
    if (exists.rows[0].ledger === null) return [];
    return (await pool.query('select name, checksum from jalon.migration')).rows;
  } catch (error) {
    if (errorCode(error) === UNKNOWN_ROLE) return [];
    throw error;
  }
}
