import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

export interface Login {
  readonly user: string;
  readonly password: string;
}

/** What a process needs to reach the server of a data folder. Kept in the folder, readable by its owner only. */
export interface ConnectionFile {
  /** Folder of the unix socket, or a loopback address. */
  readonly host: string;
  readonly port: number;
  readonly database: string;
  /** Owns the schema; used by migrations alone. */
  readonly owner: Login;
  /** What every request runs as: not owner, not superuser, held by row-level security. */
  readonly app: Login;
}

const nameOf = (dataFolder: string) => join(dataFolder, 'connection.json');

export function readConnectionFile(dataFolder: string): ConnectionFile | null {
  try {
    return JSON.parse(readFileSync(nameOf(dataFolder), 'utf8')) as ConnectionFile;
  } catch {
    return null;
  }
}

export function writeConnectionFile(dataFolder: string, connection: ConnectionFile): void {
  const staging = `${nameOf(dataFolder)}.new`;
  writeFileSync(staging, `${JSON.stringify(connection, null, 2)}\n`, { mode: 0o600 });
  renameSync(staging, nameOf(dataFolder));
}
