import type pg from 'pg';
import { APP_ROLE } from './app-role.ts';
import { onOneConnection } from './one-connection.ts';
import { type OpenDatabase, type OpenOptions, openDatabase } from './open-database.ts';
import { errorCode, errorMessage, StoreFailure } from './store-failure.ts';

const OLDEST_SUPPORTED = 150_000;

/**
 * Opens the PostgreSQL server of `DATABASE_URL`. The URL's user owns the schema and migrates; requests put on
 * the application's role. Throws `StoreFailure`: wrong-database-url, server-unreachable, sign-in-refused,
 * database-missing, server-too-old.
 */
export async function openRemote(databaseUrl: string, options: OpenOptions): Promise<OpenDatabase> {
  const owner = { ...checkedUrl(databaseUrl), connectionTimeoutMillis: 10_000 };
  await checkServer(owner, databaseUrl);
  return openDatabase(
    { kind: 'remote', owner, app: owner, role: APP_ROLE, announce: () => {}, close: async () => {} },
    options,
  );
}

/** The address without its password, for messages. */
function shown(databaseUrl: string): string {
  const url = new URL(databaseUrl);
  return `${url.host || url.searchParams.get('host') || 'localhost'}${url.pathname}`;
}

function checkedUrl(databaseUrl: string): pg.ClientConfig {
  try {
    const url = new URL(databaseUrl);
    if (url.protocol !== 'postgres:' && url.protocol !== 'postgresql:') throw new Error('not PostgreSQL');
    return { connectionString: databaseUrl };
  } catch {
    throw new StoreFailure(
      'wrong-database-url',
      'DATABASE_URL is not the address of a PostgreSQL database. Write it as postgres://user:password@host:5432/database.',
    );
  }
}

async function checkServer(config: pg.ClientConfig, databaseUrl: string): Promise<void> {
  try {
    await onOneConnection(config, async (client) => {
      const { rows } = await client.query<{ number: string; version: string }>(
        "select current_setting('server_version_num') as number, current_setting('server_version') as version",
      );
      if (Number(rows[0]?.number) < OLDEST_SUPPORTED) {
        throw new StoreFailure(
          'server-too-old',
          `The server of DATABASE_URL runs PostgreSQL ${rows[0]?.version}. Jalon needs PostgreSQL 15 or newer.`,
        );
      }
    });
  } catch (error) {
    throw connectionFailure(error, shown(databaseUrl));
  }
}

function connectionFailure(error: unknown, address: string): unknown {
  if (error instanceof StoreFailure) return error;
  const code = errorCode(error);
  if (code === '28P01' || code === '28000') {
    return new StoreFailure(
      'sign-in-refused',
      `The server ${address} refuses the user or password of DATABASE_URL. Check both.`,
    );
  }
  if (code === '3D000') {
    return new StoreFailure(
      'database-missing',
      `The server knows no database of the name in ${address}. Create it, or correct DATABASE_URL.`,
    );
  }
  return new StoreFailure(
    'server-unreachable',
    `The server ${address} of DATABASE_URL does not answer (${code || errorMessage(error)}). Check the address, and that PostgreSQL runs and accepts connections from here.`,
    error,
  );
}
