import type pg from 'pg';
import { onOneConnection } from '../one-connection.ts';
import { type OpenDatabase, type OpenOptions, openDatabase } from '../open-database.ts';
import type { ConnectionFile, Login } from './connection-file.ts';
import { prepareHome, requireDatabase } from './server-home.ts';
import { claimFolder, joinServer } from './server-lifetime.ts';

export interface EmbeddedOptions extends OpenOptions {
  readonly dataFolder: string;
  /**
   * `server` (serve, demo) has the folder to itself; `setup` and `command` share a running server or start one.
   * A `command` asks about what is there: a folder without a database is refused and stays as it is.
   */
  readonly purpose: 'server' | 'setup' | 'command';
}

/**
 * Opens the PostgreSQL of a data folder, making it at the first start. Several processes share one server; the
 * last to close stops it. Throws `StoreFailure`: no-database, folder-in-use, folder-not-writable, disk-full, wrong-owner,
 * binaries-missing, server-did-not-start, data-of-another-version.
 */
export async function openEmbedded(options: EmbeddedOptions): Promise<OpenDatabase> {
  if (options.purpose === 'command') requireDatabase(options.dataFolder);
  const home = prepareHome(options.dataFolder, options.log);
  const claim = options.purpose === 'server' ? claimFolder(home) : null;
  try {
    const share = await joinServer(home, answers);
    return openDatabase(
      {
        kind: 'embedded',
        owner: clientConfig(share.connection, share.connection.owner),
        app: clientConfig(share.connection, share.connection.app),
        role: null,
        announce: (address) => claim?.announce(address),
        close: async () => {
          await share.leave();
          claim?.release();
        },
      },
      options,
    );
  } catch (error) {
    claim?.release();
    throw error;
  }
}

function clientConfig(connection: ConnectionFile, login: Login): pg.ClientConfig {
  const { host, port, database } = connection;
  return { host, port, database, user: login.user, password: login.password };
}

async function answers(connection: ConnectionFile): Promise<boolean> {
  const config = { ...clientConfig(connection, connection.app), connectionTimeoutMillis: 5_000 };
  try {
    await onOneConnection(config, (client) => client.query('select 1'));
    return true;
  } catch {
    return false;
  }
}
