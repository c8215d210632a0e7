import { randomBytes } from 'node:crypto';
import { chmodSync, existsSync, readFileSync, realpathSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { folderFailure, StoreFailure } from '../store-failure.ts';
import { lockHolders } from './folder-lock.ts';
import { makeFolder } from './make-folder.ts';
import { canReach } from './reachable.ts';
import { installedBinariesReachable } from './server-binaries.ts';
import { type SystemUser, serverUser } from './unprivileged-user.ts';

/** Where the server of a data folder lives: the folder itself, or a place its user can reach. */
export interface ServerHome {
  readonly dataFolder: string;
  readonly home: string;
  /** PostgreSQL's own folder. */
  readonly cluster: string;
  /** Locks between processes that use this server. */
  readonly locks: string;
  readonly user: SystemUser | null;
}

const SYSTEM_HOMES = '/var/lib/jalon';

function locate(dataFolder: string): string | null {
  const pointer = join(dataFolder, 'LOCATION');
  if (!existsSync(pointer)) return null;
  return readFileSync(pointer, 'utf8').trim() || null;
}

function homeAt(dataFolder: string, home: string): ServerHome {
  const cluster = join(home, 'postgresql');
  return { dataFolder, home, cluster, locks: join(home, 'locks'), user: serverUser(cluster) };
}

/** The home of a folder that has been used before, or `null`. Never writes. */
function existingHome(dataFolder: string): ServerHome | null {
  const folder = resolve(dataFolder);
  const home = locate(folder) ?? folder;
  return existsSync(join(home, 'postgresql')) ? homeAt(folder, home) : null;
}

/** A question must not be what makes a database: a mistyped folder would then answer for an empty company. */
export function requireDatabase(dataFolder: string): void {
  const folder = resolve(dataFolder);
  // A lost pointer has its own message, which `prepareHome` gives.
  if (existingHome(folder) !== null || locate(folder) !== null) return;
  throw new StoreFailure(
    'no-database',
    `There is no database in ${folder}. Make one with jalon serve or jalon setup, or name another folder with JALON_DATA.`,
  );
}

/** Where the process that serves this folder answers, as it says itself; null when none does. */
export function servedAddress(dataFolder: string): string | null {
  const home = existingHome(dataFolder);
  return home === null ? null : (lockHolders(home.locks, 'server')[0]?.address ?? null);
}

/**
 * The home of a folder, made when it is new. As root the server runs as an unprivileged user; where that user
 * cannot reach the folder (a clone below `/root`, say), the server lives below `/var/lib/jalon/<id>`, the data
 * folder keeps its address in the file `LOCATION`, and `log` says so once.
 */
export function prepareHome(dataFolder: string, log: (line: string) => void): ServerHome {
  const folder = resolve(dataFolder);
  try {
    makeFolder(folder);
    const here = realpathSync(folder);
    const existing = existingHome(here);
    if (existing) return existing;
    // A pointer to a home that is gone would silently begin an empty database.
    const lost = locate(here);
    if (lost) {
      throw new StoreFailure(
        'folder-not-writable',
        `The file ${join(here, 'LOCATION')} says that the database is in ${lost}, and nothing is there. Restore that folder, or remove the file to begin with an empty database.`,
      );
    }
    const home = homeAt(here, here);
    if (canReach(home.user, home.cluster) && installedBinariesReachable(home.user)) {
      makeFolders(home);
      return home;
    }
    const elsewhere = homeAt(here, join(SYSTEM_HOMES, randomBytes(8).toString('hex')));
    makeFolders(elsewhere);
    writeFileSync(join(elsewhere.home, 'FOLDER'), `${here}\n`);
    writeFileSync(join(here, 'LOCATION'), `${elsewhere.home}\n`);
    log(`The user that runs PostgreSQL cannot reach ${here}: the database is kept in ${elsewhere.home}.`);
    return elsewhere;
  } catch (error) {
    throw folderFailure(error, folder);
  }
}

function makeFolders(home: ServerHome): void {
  makeFolder(home.home);
  if (home.home !== home.dataFolder) {
    // The unprivileged user must pass through; the cluster below is its own and closed to others.
    chmodSync(dirname(home.home), 0o755);
    chmodSync(home.home, 0o755);
  }
  makeFolder(home.locks, 0o700);
}
