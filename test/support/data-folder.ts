import { execFileSync } from 'node:child_process';
import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A new data folder, open to passers-by: as root the database runs as an unprivileged user, who has to reach it. */
export function newDataFolder(prefix: string): string {
  const folder = mkdtempSync(join(tmpdir(), prefix));
  chmodSync(folder, 0o755);
  return folder;
}

/**
 * Where the database of a data folder is kept: elsewhere when the tests run as root from a checkout that is closed
 * to the user of the server.
 */
export function databaseHome(dataFolder: string): string {
  const pointer = join(dataFolder, 'LOCATION');
  return existsSync(pointer) ? readFileSync(pointer, 'utf8').trim() : dataFolder;
}

/** A new data folder with a copy of what is in another one, and of the database that belongs to it, wherever it is kept. */
export function copyOfDataFolder(dataFolder: string, prefix: string): string {
  const copy = newDataFolder(prefix);
  // Files of the server keep its user.
  execFileSync('cp', ['-a', `${dataFolder}/.`, copy]);
  const home = databaseHome(dataFolder);
  if (home !== dataFolder) {
    const homeOfCopy = mkdtempSync(`${home}-`);
    execFileSync('cp', ['-a', `${home}/.`, homeOfCopy]);
    writeFileSync(join(copy, 'LOCATION'), `${homeOfCopy}\n`);
    writeFileSync(join(homeOfCopy, 'FOLDER'), `${copy}\n`);
  }
  return copy;
}

/** Removes a data folder with the database that belongs to it, wherever it is kept. */
export function removeDataFolder(dataFolder: string): void {
  rmSync(databaseHome(dataFolder), { recursive: true, force: true });
  rmSync(dataFolder, { recursive: true, force: true });
}
