import { randomBytes } from 'node:crypto';
import { chownSync, existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { folderFailure, StoreFailure } from '../store-failure.ts';
import { renewLogins } from './cluster-logins.ts';
import { type ConnectionFile, readConnectionFile, writeConnectionFile } from './connection-file.ts';
import { duringTransition, lockHolders, tryLock } from './folder-lock.ts';
import {
  initialiseCluster,
  runningServer,
  SOCKET_FOLDER,
  startServer,
  stopServer,
} from './postgres-process.ts';
import { type ServerBinaries, serverBinaries } from './server-binaries.ts';
import type { ServerHome } from './server-home.ts';
import { clearStaleServerLock } from './stale-server-lock.ts';

/** A share in the running server: it runs for as long as one living process holds a share. */
export interface ServerShare {
  readonly connection: ConnectionFile;
  leave(): Promise<void>;
}

/** Joins the running server of this home, an orphan included, or makes and starts it. */
export async function joinServer(
  home: ServerHome,
  answers: (connection: ConnectionFile) => Promise<boolean>,
): Promise<ServerShare> {
  try {
    return await duringTransition(home.locks, async () => {
      const share = tryLock(home.locks, 'user');
      if (!('lock' in share)) throw new Error('a shared lock was refused');
      try {
        const connection = (await adopt(home, answers)) ?? (await start(home));
        return { connection, leave: () => leave(home, share.lock.release) };
      } catch (error) {
        share.lock.release();
        throw error;
      }
    });
  } catch (error) {
    throw folderFailure(error, home.dataFolder);
  }
}

/**
 * A server that outlived its process (`kill -9`) is as good as a new one: nothing it acknowledged is lost, and
 * joining it is quicker than crash recovery. One that does not answer to our login is stopped.
 */
async function adopt(
  home: ServerHome,
  answers: (connection: ConnectionFile) => Promise<boolean>,
): Promise<ConnectionFile | null> {
  if (runningServer(home) === null) return null;
  const connection = readConnectionFile(home.dataFolder);
  if (connection && (await answers(connection))) return connection;
  await stopServer(home);
  return null;
}

async function start(home: ServerHome): Promise<ConnectionFile> {
  const binaries = serverBinaries(home.user, home.home);
  const unfinished = join(home.home, 'BEING_MADE');
  if (existsSync(unfinished)) rmSync(home.cluster, { recursive: true, force: true });
  if (!existsSync(join(home.cluster, 'PG_VERSION'))) {
    writeFileSync(unfinished, '');
    await makeCluster(home, binaries);
    const logins = await renewLogins(home, binaries);
    writeConnectionFile(home.dataFolder, { host: '', port: 0, ...logins });
    rmSync(unfinished);
  }
  const known = readConnectionFile(home.dataFolder);
  const logins = known ?? (await renewLogins(home, binaries));
  removeSocketFolder(home);
  await clearStaleServerLock(home);
  const connection = { ...logins, ...(await startServer(home, binaries)) };
  writeConnectionFile(home.dataFolder, connection);
  return connection;
}

async function makeCluster(home: ServerHome, binaries: ServerBinaries): Promise<void> {
  mkdirSync(home.cluster, { recursive: true, mode: 0o700 });
  // The superuser's password is forgotten at once: nobody signs in as superuser.
  const passwordFile = join(home.cluster, '..', `.first-${randomBytes(6).toString('hex')}`);
  writeFileSync(passwordFile, `${randomBytes(24).toString('base64url')}\n`, { mode: 0o600 });
  if (home.user) {
    chownSync(home.cluster, home.user.uid, home.user.gid);
    chownSync(passwordFile, home.user.uid, home.user.gid);
  }
  try {
    await initialiseCluster(home, binaries, passwordFile);
  } finally {
    rmSync(passwordFile, { force: true });
  }
}

/** A folder with a long name keeps its socket in one of `/tmp`, made anew at each start. */
function removeSocketFolder(home: ServerHome): void {
  const host = readConnectionFile(home.dataFolder)?.host ?? '';
  if (host.startsWith(SOCKET_FOLDER)) rmSync(host, { recursive: true, force: true });
}

/** The last one out stops the server. */
async function leave(home: ServerHome, release: () => void): Promise<void> {
  await duringTransition(home.locks, async () => {
    release();
    if (lockHolders(home.locks, 'user').length > 0) return;
    await stopServer(home);
    removeSocketFolder(home);
  });
}

/** Takes the folder for a process that serves; a second one is refused with the name of the first. */
export function claimFolder(home: ServerHome): { announce(address: string): void; release(): void } {
  const attempt = lockForServer(home);
  if ('lock' in attempt) return attempt.lock;
  const { pid, host, since, address } = attempt.heldBy;
  const at = address ? ` at ${address}` : '';
  throw new StoreFailure(
    'folder-in-use',
    `The data folder ${home.dataFolder} is in use by process ${pid} on ${host} since ${since}${at}. Stop that process first, or choose another folder with JALON_DATA.`,
  );
}

function lockForServer(home: ServerHome): ReturnType<typeof tryLock> {
  try {
    return tryLock(home.locks, 'server');
  } catch (error) {
    throw folderFailure(error, home.dataFolder);
  }
}
